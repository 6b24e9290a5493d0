"""A report as a FHIR R4 bundle: weight, energy a day, tiredness, falls, textures, sessions; who wrote them.

LOINC 29463-7 is body weight, 75298-0 the calories of 24 hours, estimated; units are UCUM's. Where no known
code fits, it is one of ours, in a code system of ours. A collection and no transaction: whoever takes it in
decides whose record it belongs to.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import uuid5

from companion.domain.text import show
from companion.reports.fhir_codes import (
    BODY_WEIGHT,
    OURS,
    Resource,
    category,
    entry_id,
    loinc,
    moment,
    own,
    part_of,
    quantity,
    urn,
)
from companion.services.reports import WHY_ENDED

if TYPE_CHECKING:
    from companion.domain.entries import Decision, Entry
    from companion.services.reports import Report
    from companion.services.sessions_past import SessionPast

GENDERS: Final = {"m": "male", "f": "female"}
ITSELF: Final = ("owner", "patient")  # roles of the person the record is about
BECAME: Final = {"finished": "completed", "stopped": "stopped", "rested": "not-done", "left": "unknown"}
LEVELS: Final = ("food-level", "drink-level")
ABOUT: Final = {
    "fall": "Fall", "near_fall": "Near fall", "pain": "Pain", "too_hard": "An exercise was too hard",
    "well": "An exercise goes well again",
}  # fmt: skip
DEMO: Final = "DEMO. Invented; it is about nobody."
A_DAY = timedelta(days=1)


def bundle(report: "Report") -> Resource:
    """A Bundle of type collection; every resource refers to the others by their urn:uuid."""
    people = _People(report)
    resources = [
        *_weights(report, people),
        *_energy(report, people),
        *_ratings(report, people),
        *_happened(report, people),
        *_textures(report, people),
        *_sessions(report, people),
    ]
    everybody = people.resources()
    made: Resource = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": report.made.isoformat(timespec="seconds"),
        "entry": [{"fullUrl": urn(one["id"]), "resource": one} for one in (*everybody, *resources)],
    }
    if report.demo:
        for one in (made, *everybody, *resources):  # each, since they are taken apart where they arrive
            one["meta"] = {**one.get("meta", {}), "tag": own("demo", DEMO)["coding"]}
    return made


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
        self.patient = {"reference": urn(patient["id"])}
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
        key = f"{role} {hand.number}"  # no name, which could be guessed from the id
        if role == "clinician":
            return self._somebody(key, {"resourceType": "Practitioner", **called})
        related = {"patient": self.patient, "relationship": [own(role)], **called}
        return self._somebody(key, {"resourceType": "RelatedPerson", **related})

    def decider(self, decision: "Decision") -> Resource | None:
        """A reference to the professional who decided; None for the person, or somebody left unnamed."""
        who = self._report.decider(decision.decided_by)
        if who is None:
            return None
        return self._somebody(
            f"decided {who}", {"resourceType": "Practitioner", "name": [{"text": show(who)}]}
        )

    def _somebody(self, key: str, resource: Resource) -> Resource:
        made = self._made.setdefault(key, {**resource, "id": self._id(key)})
        return {"reference": urn(made["id"])}

    def _id(self, key: str) -> str:
        return str(uuid5(OURS, f"{self._seed} {key}"))


def _weights(report: "Report", people: _People) -> Iterator[Resource]:
    for one in report.weights:
        yield {
            **_observation(one, people),
            "meta": {"profile": [BODY_WEIGHT]},
            "category": [category("vital-signs")],
            "code": loinc("29463-7", "Body weight"),
            "valueQuantity": quantity(one.kg, "kg", "kg"),
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
            "code": loinc("75298-0", "Calorie intake 24 hour Estimated"),
            "subject": people.patient,
            "effectivePeriod": _period(report, day.date, first),
            "performer": _once(people.writer(one.by, one.role) for one in day.entries),
            "valueQuantity": quantity(round(day.total.kcal, 1), "kcal/d", "kcal/(24.h)"),
        }
        if day.unknown_kcal:
            found["note"] = [{"text": f"Entries of unknown energy, not in the sum: {day.unknown_kcal}."}]
        yield found


def _ratings(report: "Report", people: _People) -> Iterator[Resource]:
    begun = {one.id for one in report.span.sessions}
    for one in report.ratings:
        found = {
            **_observation(one, people),
            "category": [category("survey")],
            "code": own("fatigue-0-10", "Fatigue 0-10"),
            "valueInteger": one.rating,
            "component": [{"code": own("when", "When it was asked"), "valueCodeableConcept": own(one.when)}],
        }
        if one.helper_view:
            found["component"].append({"code": own("helper-view", "A helper's view"), "valueBoolean": True})
        if one.session in begun:
            found["partOf"] = part_of(one.session)
        yield found


def _happened(report: "Report", people: _People) -> Iterator[Resource]:
    """Falls, near falls, pain, exercises that were too hard or go well again, as they were written down."""
    begun = {one.id for one in report.span.sessions}
    for one in report.happened:
        found = {
            **_observation(one, people),
            "category": [category("survey")],
            "code": own(one.about, ABOUT[one.about]),
            "valueBoolean": True,
        }
        more = {"exercise": one.exercise, "pain": one.pain}
        components = [
            {"code": own(f"of-{name}", name.capitalize()), "valueString": show(text)}
            for name, text in more.items()
            if text
        ]
        if components:
            found["component"] = components
        if one.session in begun:
            found["partOf"] = part_of(one.session)
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
            "id": entry_id(one.id),
            "status": "active" if standing is not None and standing.id == one.id else "revoked",
            "intent": "order",
            "patient": people.patient,
            "dateTime": moment(one.at),
            "oralDiet": _diet(one),
        }
        if orderer := people.decider(one):
            order["orderer"] = orderer
        yield order


def _diet(decision: "Decision") -> Resource:
    """A level as a texture of food, or as the thickness of drinks; IDDSI's levels by number alone."""
    level = show(str(decision.value))
    if decision.key == "drink-level":
        return {"fluidConsistencyType": [own(f"iddsi-drink-{level}", f"IDDSI drink level {level}")]}
    return {"texture": [{"modifier": own(f"iddsi-food-{level}", f"IDDSI food level {level}")}]}


def _sessions(report: "Report", people: _People) -> Iterator[Resource]:
    for one in report.span.sessions:
        found: Resource = {
            "resourceType": "Procedure",
            "id": entry_id(one.id),
            "status": BECAME[one.became],
            "code": own("session", "Exercise session", show(report.title(one) or "")),
            "subject": people.patient,
            "performer": [{"actor": people.writer(one.by, one.role)}],
            **_performed(one),
        }
        if why := _why(report, one):
            found["statusReason"] = why
        if one.steps:
            found["note"] = [{"text": f"Exercises done: {one.done} of {one.steps}."}]
        yield found


def _why(report: "Report", session: "SessionPast") -> Resource | None:
    """Why it ended early or was a rest: a code of ours; own words are its text where they are told."""
    reason = show(report.reason(session) or "")
    if session.became == "rested":
        return own("rest-by-choice", "A rest by choice", reason)
    if not session.reason:
        return None
    known = session.reason in WHY_ENDED
    return own(f"ended-{reason}") if known else own("ended-own-words", "Ended, in own words", reason)


def _performed(session: "SessionPast") -> Resource:
    begun = moment(session.at)
    if session.minutes is None:
        return {"performedDateTime": begun}
    ended = session.at + timedelta(minutes=session.minutes)
    return {"performedPeriod": {"start": begun, "end": moment(ended)}}


def _observation(entry: "Entry", people: _People) -> Resource:
    return {
        "resourceType": "Observation",
        "id": entry_id(entry.id),
        "status": "final",
        "subject": people.patient,
        "effectiveDateTime": moment(entry.at),
        "performer": [people.writer(entry.by, entry.role)],
    }


def _period(report: "Report", on: date, near: datetime) -> Resource:
    """A day of the diary, which begins at the hour of the settings, in the offset that was in force then."""
    start = datetime.combine(on, time(report.day_start), near.tzinfo)
    return {"start": moment(start), "end": moment(start + A_DAY - timedelta(seconds=1))}


def _once(references: Iterable[Resource]) -> list[Resource]:
    return list({one["reference"]: one for one in references}.values())
