"""What a bundle of ours may hold: FHIR R4 4.0.1 required codes, the LOINC and UCUM codes that were looked up.

The models of fhir.resources accept any text as a status or a code; this table does not.
"""

import re
from collections.abc import Iterator
from typing import Any

STATUS = {
    "Observation": {
        "registered", "preliminary", "final", "amended", "corrected", "cancelled", "entered-in-error",
        "unknown",
    },
    "NutritionOrder": {
        "draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown",
    },
    "Procedure": {
        "preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "entered-in-error",
        "unknown",
    },
}  # fmt: skip
INTENT = {"proposal", "plan", "directive", "order", "original-order", "reflex-order", "filler-order",
          "instance-order", "option"}  # fmt: skip
GENDER = {"male", "female", "other", "unknown"}
CATEGORY = {"vital-signs", "survey"}  # of those of HL7 the two that are meant: measured, and answered
LOINC = {"29463-7": "Body weight", "75298-0": "Calorie intake 24 hour Estimated"}
UNITS = {"29463-7": "kg", "75298-0": "kcal/(24.h)"}  # UCUM
BUNDLE = {"document", "message", "transaction", "transaction-response", "batch", "batch-response", "history",
          "searchset", "collection"}  # fmt: skip
OURS = "urn:uuid:5b0f5b52-9d0e-4d3a-9a0c-6a7f3a5f2c11"
OWN = re.compile(  # every code of ours, so that no word of anybody can become one
    "fatigue-0-10|when|morning|before|during|after|later|day|helper-view|fall|near-fall|pain|too-hard|well"
    "|of-exercise|of-pain|session|rest-by-choice|ended-(enough|tired|too-hard|pain|unwell|other|own-words)"
    "|iddsi-food-([3-7]|7ec)|iddsi-drink-[0-4]|caregiver|viewer|demo"
)
SYSTEMS = {"http://loinc.org", "http://terminology.hl7.org/CodeSystem/observation-category", OURS}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
CODE = re.compile(r"[^\s]+(\s[^\s]+)*")
IDENTITY = re.compile(r"[A-Za-z0-9\-.]{1,64}")
MOMENTS = ("effectiveDateTime", "dateTime", "performedDateTime", "start", "end", "timestamp")


def faults(bundle: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a bundle, beyond what the models find."""
    if bundle["type"] not in BUNDLE:
        yield f"bundle type {bundle['type']}"
    urls = [entry["fullUrl"] for entry in bundle["entry"]]
    if len(urls) != len(set(urls)):
        yield "two entries with one url"
    for entry in bundle["entry"]:
        resource = entry["resource"]
        kind = resource["resourceType"]
        if entry["fullUrl"] != f"urn:uuid:{resource['id']}" or not IDENTITY.fullmatch(resource["id"]):
            yield f"{kind} id {resource['id']}"
        if kind in STATUS and resource.get("status") not in STATUS[kind]:
            yield f"{kind} status {resource.get('status')}"
        if kind == "NutritionOrder" and resource.get("intent") not in INTENT:
            yield f"intent {resource.get('intent')}"
        if resource.get("gender", "unknown") not in GENDER:
            yield f"gender {resource['gender']}"
        yield from _inside(resource, kind, set(urls))
        yield from _units(resource)
    yield from _moments(bundle)


def _inside(value: Any, kind: str, urls: set[str]) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _inside(one, kind, urls)
    if not isinstance(value, dict):
        return
    if "reference" in value and value["reference"] not in urls:
        yield f"{kind} refers to {value['reference']}"
    for one in value.get("coding", ()):
        yield from _coding(one, kind)
    for one in value.values():
        yield from _inside(one, kind, urls)


def _coding(one: dict[str, Any], kind: str) -> Iterator[str]:
    system, code = one.get("system"), one.get("code", "")
    if system not in SYSTEMS or not CODE.fullmatch(code):
        yield f"{kind} code {code!r} of {system}"
    if system == OURS and not OWN.fullmatch(code):
        yield f"{kind} code {code} is none of ours"
    if system == "http://loinc.org" and LOINC.get(code) != one.get("display"):
        yield f"{kind} LOINC {code} {one.get('display')}"
    if system and system.endswith("observation-category") and code not in CATEGORY:
        yield f"category {code}"


def _units(resource: dict[str, Any]) -> Iterator[str]:
    for one in resource.get("code", {}).get("coding", ()):
        quantity = resource.get("valueQuantity", {})
        if one["code"] in UNITS and (quantity.get("code"), quantity.get("system")) != (
            UNITS[one["code"]],
            "http://unitsofmeasure.org",
        ):
            yield f"unit {quantity.get('code')} of {one['code']}"


def _moments(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _moments(one)
    if isinstance(value, dict):
        for key, one in value.items():
            if key in MOMENTS and not MOMENT.fullmatch(one):
                yield f"{key} {one}"
            yield from _moments(one)
