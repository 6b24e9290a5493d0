"""Codes, units and references of FHIR R4, as the bundle of a report needs them."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid5

from companion.domain.text import show

Resource = dict[str, Any]

OURS: Final = UUID("5b0f5b52-9d0e-4d3a-9a0c-6a7f3a5f2c11")  # names our codes and our entries
SYSTEM: Final = OURS.urn
LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
CATEGORY: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
BODY_WEIGHT: Final = "http://hl7.org/fhir/StructureDefinition/bodyweight"


def loinc(code: str, display: str) -> Resource:
    """A code of LOINC."""
    return {"coding": [{"system": LOINC, "code": code, "display": display}], "text": display}


def own(code: str, means: str = "", text: str = "") -> Resource:
    """A code of our own and what it means; `text` is what is meant this time, such as a name."""
    plain = "-".join(show(code).replace("_", "-").split()).lower()
    display = means or plain.replace("-", " ")
    return {"coding": [{"system": SYSTEM, "code": plain, "display": display}], "text": text or display}


def category(code: str) -> Resource:
    """A category of observations, of HL7."""
    return {"coding": [{"system": CATEGORY, "code": code}]}


def quantity(value: float, unit: str, code: str) -> Resource:
    """A value with its unit, and the code that UCUM has for it."""
    return {"value": value, "unit": unit, "system": UCUM, "code": code}


def moment(at: datetime) -> str:
    """A moment to the second, with its offset."""
    return at.isoformat(timespec="seconds")


def entry_id(entry: str) -> str:
    """The same entry has the same id in every bundle, so that it can be known again."""
    return str(uuid5(OURS, entry))


def part_of(session: str | None) -> list[Resource]:
    """Refers to the session that something is part of."""
    return [{"reference": urn(entry_id(str(session)))}]


def urn(id: str) -> str:
    """How resources of a bundle refer to each other."""
    return f"urn:uuid:{id}"
