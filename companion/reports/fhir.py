"""A report as a FHIR R4 bundle: weight, energy a day, tiredness, texture orders, sessions; who wrote them.

LOINC 29463-7 is body weight, 75298-0 the calories of 24 hours, estimated; units are UCUM's. Where no known
code fits, it is one of ours, in a code system of ours. A collection and no transaction: whoever takes it in
decides whose record it belongs to.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid5

from companion.domain.entries import Decision, Rated, Weighed
from companion.domain.text import show

if TYPE_CHECKING:
    from companion.services.reports import Report
    from companion.services.sessions_past import SessionPast

Resource = dict[str, Any]

OURS: Final = UUID("5b0f5b52-9d0e-4d3a-9a0c-6a7f3a5f2c11")  # names our codes and our entries
SYSTEM: Final = OURS.urn
LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
CATEGORY: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
BODY_WEIGHT: Final = "http://hl7.org/fhir/StructureDefinition/bodyweight"
GENDERS: Final = {"m": "male", "f": "female"}
ITSELF: Final = ("owner", "patient")  # roles of the person the record is about
BECAME: Final = {"finished": "completed", "stopped": "stopped", "rested": "not-done", "left": "unknown"}
LEVELS: Final = ("food-level", "drink-level")
A_DAY = timedelta(days=1)


def bundle(report: "Report") -> Resource:
    """A Bundle of type collection; every resource refers to the others by their urn:uuid."""
    people = _People(report)
    resources = [
        *_weights(report, people),
        *_energy(report, people),
        *_ratings(report, people),
        *_textures(report, people),
        *_sessions(report, people),
    ]
    everybody = people.resources()
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": report.made.isoformat(timespec="seconds"),
        "entry": [{"fullUrl": _urn(one["id"]), "resource": one} for one in (*everybody, *resources)],
    }


class _People:
    """The person, and whoever wrote or decided something: each a resource once somebody refers to it."""

    def __init__(self, report: "Report") -> None:
        self._report = report
        self._seed = report.made.isoformat()  # people are matched by whoever takes the bundle in, not by us
        self._made: dict[str, Resource] = {}
        person = report.person
        patient: Resource = {"resourceType": "Patient", "id": self._id("patient")}
        if person.name:
            patient["name"] = [{"text": show(person.name)}]
        if person.sex:
            patient["gender"] = GENDERS[person.sex]
        if person.birth_year:
            patient["birthDate"] = f"{person.birth_year:04}"
        self.patient = {"reference": _urn(patient["id"])}
        self._made["patient"] = patient

    def resources(self) -> list[Resource]:
        """Everybody referred to, the person first."""
        return list(self._made.values())

    def writer(self, by: str, role: str) -> Resource:
        """A reference to whoever wrote an entry."""
        if role in ITSELF:
            return self.patient
        hand = self._report.hand(by, role)
        called = {"name": [{"text": show(hand.name)}]} if hand.name else {}
        if role == "clinician":
            return self._somebody(f"{role} {by}", {"resourceType": "Practitioner", **called})
        related = {"patient": self.patient, "relationship": [_own(role)], **called}
        return self._somebody(f"{role} {by}", {"resourceType": "RelatedPerson", **related})

    def decider(self, decision: Decision) -> Resource | None:
        """A reference to the professional who decided; None for the person, or somebody left unnamed."""
        who = self._report.decider(decision.decided_by)
        if who is None:
            return None
        return self._somebody(who, {"resourceType": "Practitioner", "name": [{"text": show(who)}]})

    def _somebody(self, key: str, resource: Resource) -> Resource:
        made = self._made.setdefault(key, {**resource, "id": self._id(key)})
        return {"reference": _urn(made["id"])}

    def _id(self, key: str) -> str:
        return str(uuid5(OURS, f"{self._seed} {key}"))


def _weights(report: "Report", people: _People) -> Iterator[Resource]:
    for one in report.weights:
        yield {
            **_observation(one, people),
            "meta": {"profile": [BODY_WEIGHT]},
            "category": [_category("vital-signs")],
            "code": _loinc("29463-7", "Body weight"),
            "valueQuantity": _quantity(one.kg, "kg", "kg"),
        }


def _energy(report: "Report", people: _People) -> Iterator[Resource]:
    """Energy of each day with an entry; a day without one is left out, since nothing is known of it."""
    for day in report.span.eaten_days:
        if day.total.kcal is None:
            continue
        first = day.entries[0].at
        found: Resource = {
            "resourceType": "Observation",
            "id": str(uuid5(OURS, f"energy {first.isoformat()} {day.entries[0].id}")),
            "status": "final" if day.over else "preliminary",
            "code": _loinc("75298-0", "Calorie intake 24 hour Estimated"),
            "subject": people.patient,
            "effectivePeriod": _period(report, day.date, first),
            "performer": _once(people.writer(one.by, one.role) for one in day.entries),
            "valueQuantity": _quantity(round(day.total.kcal, 1), "kcal/d", "kcal/(24.h)"),
        }
        if day.unknown_kcal:
            found["note"] = [{"text": f"Entries of unknown energy, not in the sum: {day.unknown_kcal}."}]
        yield found


def _ratings(report: "Report", people: _People) -> Iterator[Resource]:
    begun = {one.id for one in report.span.sessions}
    for one in report.ratings:
        found = {
            **_observation(one, people),
            "category": [_category("survey")],
            "code": _own("fatigue-0-10", "Fatigue 0-10"),
            "valueInteger": one.rating,
            "component": [
                {"code": _own("when", "When it was asked"), "valueCodeableConcept": _own(one.when)}
            ],
        }
        if one.helper_view:
            found["component"].append({"code": _own("helper-view", "A helper's view"), "valueBoolean": True})
        if one.session in begun:
            found["partOf"] = [{"reference": _urn(_entry_id(str(one.session)))}]
        yield found


def _textures(report: "Report", people: _People) -> Iterator[Resource]:
    """The texture orders in force in the time, each as it stands now: active, or revoked by a later one."""
    before = [one for key, one in report.textures_before.items() if key in LEVELS]
    decided = [*before, *(one for one in report.textures if one.key in LEVELS)]
    for one in decided:
        if one.value is None:
            continue
        standing = report.standing.decision(one.key)
        order: Resource = {
            "resourceType": "NutritionOrder",
            "id": _entry_id(one.id),
            "status": "active" if standing is not None and standing.id == one.id else "revoked",
            "intent": "order",
            "patient": people.patient,
            "dateTime": _moment(one.at),
            "oralDiet": _diet(one),
        }
        if orderer := people.decider(one):
            order["orderer"] = orderer
        yield order


def _diet(decision: Decision) -> Resource:
    """A level as a texture of food, or as the thickness of drinks; IDDSI's levels by number alone."""
    level = show(str(decision.value))
    if decision.key == "drink-level":
        return {"fluidConsistencyType": [_own(f"iddsi-drink-{level}", f"IDDSI drink level {level}")]}
    return {"texture": [{"modifier": _own(f"iddsi-food-{level}", f"IDDSI food level {level}")}]}


def _sessions(report: "Report", people: _People) -> Iterator[Resource]:
    for one in report.span.sessions:
        found: Resource = {
            "resourceType": "Procedure",
            "id": _entry_id(one.id),
            "status": BECAME[one.became],
            "code": _own("session", "Exercise session", show(one.title)),
            "subject": people.patient,
            "performer": [{"actor": people.writer(one.by, one.role)}],
            **_performed(one),
        }
        if one.became == "rested":
            found["statusReason"] = _own(f"rest-{one.reason or 'by-choice'}", "A rest by choice")
        elif one.reason:
            found["statusReason"] = _own(f"ended-{one.reason}")
        if one.steps:
            found["note"] = [{"text": f"Exercises done: {one.done} of {one.steps}."}]
        yield found


def _performed(session: "SessionPast") -> Resource:
    begun = _moment(session.at)
    if session.minutes is None:
        return {"performedDateTime": begun}
    ended = session.at + timedelta(minutes=session.minutes)
    return {"performedPeriod": {"start": begun, "end": _moment(ended)}}


def _observation(entry: Weighed | Rated, people: _People) -> Resource:
    return {
        "resourceType": "Observation",
        "id": _entry_id(entry.id),
        "status": "final",
        "subject": people.patient,
        "effectiveDateTime": _moment(entry.at),
        "performer": [people.writer(entry.by, entry.role)],
    }


def _period(report: "Report", on: date, near: datetime) -> Resource:
    """A day of the diary, which begins at the hour of the settings, in the offset that was in force then."""
    start = datetime.combine(on, time(report.day_start), near.tzinfo)
    return {"start": _moment(start), "end": _moment(start + A_DAY - timedelta(seconds=1))}


def _loinc(code: str, display: str) -> Resource:
    return {"coding": [{"system": LOINC, "code": code, "display": display}], "text": display}


def _own(code: str, means: str = "", text: str = "") -> Resource:
    """A code of our own and what it means; `text` is what is meant this time, such as a name."""
    plain = "-".join(show(code).replace("_", "-").split()).lower()
    display = means or plain.replace("-", " ")
    return {"coding": [{"system": SYSTEM, "code": plain, "display": display}], "text": text or display}


def _category(code: str) -> Resource:
    return {"coding": [{"system": CATEGORY, "code": code}]}


def _quantity(value: float, unit: str, code: str) -> Resource:
    return {"value": value, "unit": unit, "system": UCUM, "code": code}


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def _entry_id(entry: str) -> str:
    """The same entry has the same id in every bundle, so that it can be known again."""
    return str(uuid5(OURS, entry))


def _urn(id: str) -> str:
    return f"urn:uuid:{id}"


def _once(references: Iterable[Resource]) -> list[Resource]:
    return list({one["reference"]: one for one in references}.values())
