"""The FHIR R4 bundle: valid by the models of R4B, and by our table, which finds what they let pass."""

import copy
import json
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from reports.codes import LOINC, faults

from companion.reports.fhir import bundle
from companion.services.companion import Companion


@pytest.fixture
def made(report) -> dict[str, Any]:
    return bundle(report)


def of(made: dict[str, Any], kind: str, code: str = "") -> list[dict[str, Any]]:
    found = [entry["resource"] for entry in made["entry"] if entry["resource"]["resourceType"] == kind]
    return [one for one in found if not code or one["code"]["coding"][0]["code"] == code]


def test_it_is_valid_by_the_models_and_by_the_table(made) -> None:
    Bundle.model_validate(json.loads(json.dumps(made)))
    assert list(faults(made)) == []
    assert made["type"] == "collection"


@pytest.mark.parametrize(
    ("kind", "path", "wrong"),
    [
        ("Observation", ("status",), "finished"),
        ("Procedure", ("status",), "done"),
        ("NutritionOrder", ("status",), "finished"),
        ("NutritionOrder", ("intent",), "wish"),
        ("Observation", ("code", "coding", 0, "code"), "29463-8"),
        ("Observation", ("code", "coding", 0, "display"), "Weight"),
        ("Observation", ("valueQuantity", "code"), "lb"),
        ("Observation", ("performer", 0, "reference"), "urn:uuid:nobody"),
        ("Observation", ("effectiveDateTime",), "2026-04-14T08:00:00"),
        ("Patient", ("gender",), "f"),
        ("Observation", ("category", 0, "coding", 0, "code"), "exam"),
        ("Procedure", ("code", "coding", 0, "code"), "ended-visit-of-annika"),
    ],
)
def test_the_table_finds_what_is_wrong(made, kind: str, path: tuple[Any, ...], wrong: str) -> None:
    broken = copy.deepcopy(made)
    weight = of(broken, kind, "29463-7" if kind == "Observation" else "")
    place: Any = weight[0]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    assert len(list(faults(broken))) == 1


def test_the_models_alone_would_let_a_false_status_pass(made) -> None:
    of(made, "Observation")[0]["status"] = "finished"
    Bundle.model_validate(json.loads(json.dumps(made)))
    assert list(faults(made)) == ["Observation status finished"]


def test_weight_energy_and_tiredness_carry_their_figures(made, report) -> None:
    weights = of(made, "Observation", "29463-7")
    assert [one["valueQuantity"]["value"] for one in weights] == [one.kg for one in report.weights]
    assert all(one["category"][0]["coding"][0]["code"] == "vital-signs" for one in weights)
    energy = of(made, "Observation", "75298-0")
    assert [one["valueQuantity"]["value"] for one in energy] == [
        day.total.kcal for day in report.span.eaten_days
    ]
    assert [one["status"] for one in energy] == ["final"] * 18 + ["preliminary"]  # today still runs
    ratings = of(made, "Observation", "fatigue-0-10")
    assert [one["valueInteger"] for one in ratings] == [one.rating for one in report.ratings]
    assert set(LOINC) == {"29463-7", "75298-0"}


def test_a_day_without_an_entry_is_left_out(made, report) -> None:
    starts = [one["effectivePeriod"]["start"][:10] for one in of(made, "Observation", "75298-0")]
    assert len(starts) == 19
    assert "2026-04-05" not in starts
    assert "2026-04-10" not in starts


def test_a_texture_that_was_changed_is_revoked_and_names_who_decided(made) -> None:
    orders = of(made, "NutritionOrder")
    said = [(one["status"], next(iter(one["oralDiet"].values()))[0]) for one in orders]
    assert [status for status, _ in said] == ["revoked", "active", "active"]
    assert said[-1][1]["modifier"]["text"] == "IDDSI food level 4"
    people = {entry["fullUrl"]: entry["resource"] for entry in made["entry"]}
    who = people[orders[-1]["orderer"]["reference"]]
    assert (who["resourceType"], who["name"][0]["text"]) == (
        "Practitioner",
        "Dana Ellis, swallowing therapist",
    )


def test_sessions_say_how_they_ended_and_who_entered_them(made) -> None:
    sessions = of(made, "Procedure")
    assert [one["status"] for one in sessions] == [
        "completed",
        "completed",
        "completed",
        "completed",
        "stopped",
    ]
    assert sessions[-1]["note"] == [{"text": "Exercises done: 3 of 6."}]
    people = {entry["fullUrl"]: entry["resource"]["resourceType"] for entry in made["entry"]}
    assert {people[one["performer"][0]["actor"]["reference"]] for one in sessions} == {"Patient"}
    weights = of(made, "Observation", "29463-7")
    assert {people[one["performer"][0]["reference"]] for one in weights} == {"RelatedPerson"}


def test_falls_and_pain_are_observations_of_our_own_codes(lived: Companion) -> None:
    lived.sessions_notes.note("near_fall")
    exercise = next(iter(lived.content.exercises))
    lived.sessions_notes.note("pain", exercise, pain="sharp")
    made = bundle(lived.reports.gather(4))
    Bundle.model_validate(json.loads(json.dumps(made)))
    assert list(faults(made)) == []
    (fall,), (pain,) = of(made, "Observation", "near-fall"), of(made, "Observation", "pain")
    assert (fall["status"], fall["valueBoolean"], "component" in fall) == ("final", True, False)
    assert [one["valueString"] for one in pain["component"]] == [exercise, "sharp"]


def test_own_words_of_a_reason_are_no_code(lived: Companion, clock) -> None:
    own = "Visit of Annika."
    lived.sessions.rest(own)
    running = lived.sessions.start("hands_wrists")
    running.stop(own)
    plain, told = (bundle(lived.reports.gather(4, notes=notes)) for notes in (False, True))
    assert list(faults(plain)) == list(faults(told)) == []
    assert "nnika" not in json.dumps(plain)
    whys = [one["statusReason"] for one in of(told, "Procedure") if "statusReason" in one][-2:]
    assert {why["coding"][0]["code"] for why in whys} == {"rest-by-choice", "ended-own-words"}
    assert {why["text"] for why in whys} == {own}


def test_nobodys_name_can_be_guessed_from_an_id(lived: Companion) -> None:
    def ids(name: str) -> list[str]:
        lived.caregivers.add(name)
        other = Companion(
            diary=lived.diary, content=lived.content, settings=lived.settings, clock=lived.clock, by=name
        )
        entry = other.weight.log(57).entry
        made = bundle(lived.reports.gather(4))
        lived.history.remove(entry.id)
        return [one["id"] for one in of(made, "RelatedPerson")]

    assert ids("Zoe") == ids("Jon")


def test_a_demo_is_tagged_in_each_resource(lived: Companion) -> None:
    lived.demo = True
    made = bundle(lived.reports.gather(4))
    Bundle.model_validate(json.loads(json.dumps(made)))
    assert list(faults(made)) == []
    resources = [made, *(entry["resource"] for entry in made["entry"])]
    assert {one["meta"]["tag"][0]["code"] for one in resources} == {"demo"}
    assert of(made, "Observation", "29463-7")[0]["meta"]["profile"]


def test_names_are_left_out_unless_asked_for(lived: Companion) -> None:
    without, named = (json.dumps(bundle(lived.reports.gather(4, names=names))) for names in (False, True))
    assert ("Ruth" in without, "Maria" in without) == (False, False)
    assert ("Ruth" in named, "Maria" in named) == (True, True)
    assert "half of it cold" not in without + named


def test_an_empty_diary_is_a_bundle_with_the_person_alone(companion: Companion) -> None:
    made = bundle(companion.reports.gather(4))
    Bundle.model_validate(made)
    assert [one["resource"]["resourceType"] for one in made["entry"]] == ["Patient"]
    assert list(faults(made)) == []
