"""What is known of a person and decided for them, case by case: weight, tiredness, plan and facts."""

from pathlib import Path
from typing import Any

from parity.case import LEVELS, Case

from companion.flows import fatigue, people, plan, programmes, tube_talk, weight

MORNINGS = [f"fatigue log {r} --at 2026-04-{d:02}T08:00+02:00" for d, r in enumerate([2, 3, 2, 3] * 3, 1)]


def decided(key: str, value: Any, *given: str, confirm: bool | None = None) -> Case:
    """A decision about the plan."""
    answers = {"key": key, "value": value, "decided_by": None, "decided_by_name": "J. Okafor"}
    asked = {} if confirm is None else {"confirm": confirm}
    command = "plan set {key} {value} --decided-by {decided_by_name}" + (" --confirm" if confirm else "")
    return Case(plan.set_plan, answers | asked, command, given, unsaid=frozenset({"decided_by"}))


def person(key: str, value: str) -> Case:
    """A fact about the person."""
    return Case(people.set_person, {"key": key, "value": value}, "person set {key} {value}")


KNOWN = [
    Case(weight.log_weight, {"kg": 57.2}, "weight log {kg}"),
    Case(
        weight.log_weight,
        {"kg": 572, "confirm": True},
        "weight log {kg} --confirm",
        ("settings set weight-unit lb", "weight log 57 --unit kg --at 2026-04-07T08:00+02:00"),
    ),
    Case(
        weight.log_weight,
        {"kg": 75, "confirm": True},
        "weight log {kg} --confirm",
        ("weight log 57 --at 2026-04-07T08:00+02:00",),
    ),
    Case(fatigue.log_fatigue, {"fatigue": 10}, "fatigue log {fatigue}"),
    Case(fatigue.log_fatigue, {"fatigue": 9}, "fatigue log {fatigue}", tuple(MORNINGS)),
    Case(fatigue.explain_rise, {"explanation": "poor_night"}, "fatigue explain {explanation}"),
    Case(
        fatigue.explain_rise,
        {"explanation": "own", "explanation_words": "The heating was off"},
        "fatigue explain {explanation_words}",
        unsaid=frozenset({"explanation"}),
    ),
    decided("food-level", "5"),
    decided("food-level", "4", *LEVELS),
    decided("food-level", "6", *LEVELS, confirm=True),
    decided("drink-level", "2"),
    decided("drink-level", "1", *LEVELS, confirm=True),
    decided("thicker-ok", "no", *LEVELS),
    decided("thicker-ok", "yes", *LEVELS, confirm=True),
    decided("energy", "1900"),
    decided("protein", "70"),
    decided("fluid", "1700"),
    decided("chin-tuck", "yes"),
    decided("straw", "no"),
    decided("thickener", "yes"),
    decided("double-swallow", "no"),
    decided("programme", "hands_wrists"),
    decided("stage", 3),
    Case(
        plan.set_plan,
        {
            "key": "limits",
            "limit_group": "session",
            "limit": "session.before_rating",
            "limit_value": 6,
            "decided_by": "K. Weber",
            "lock": True,
        },
        "plan set {key} {limit}={limit_value} --decided-by {decided_by} --lock",
        unsaid=frozenset({"limit_group"}),
    ),
    Case(
        programmes.import_programme,
        {"file": str(Path(__file__).with_name("mornings.toml")), "decided_by": "K. Weber", "confirm": True},
        "plan import {file} --decided-by {decided_by} --confirm",
    ),
    Case(
        plan.add_clearance,
        {"clearance": "re_row", "decided_by": "P. Ray"},
        "clearance add {clearance} --decided-by {decided_by}",
    ),
    Case(
        plan.add_clearance,
        {"clearance": "resistance", "decided_by": "P. Ray"},
        "clearance add {clearance} --decided-by {decided_by}",
    ),
    Case(
        plan.remove_clearance,
        {"clearance": "re_row"},
        "clearance remove {clearance}",
        ("clearance add re_row --decided-by 'P. Ray'",),
    ),
    person("name", "Ruth Wéber"),
    person("sex", "f"),
    person("birth-year", "1958"),
    person("height-cm", "163"),
    person("reference-weight", "60.5"),
    person("ventilation", "niv"),
    Case(
        people.set_person,
        {"key": "alsfrs6", "way": "sum", "value": "20"},
        "person set {key} {value}",
        unsaid=frozenset({"way"}),
    ),
    Case(
        people.ask_function,
        {"speech": 3, "handwriting": 2, "dressing": 2, "bed": 3, "walking": 1, "breath": 4},
        "person function --speech {speech} --handwriting {handwriting} --dressing {dressing} --bed {bed}"
        " --walking {walking} --breath {breath}",
    ),
    Case(
        tube_talk.offer_talk,
        {"about": "on", "answer": "later"},
        "tube talk {answer}",
        unsaid=frozenset({"about"}),
    ),
    person("emergency-number", "112"),
    person("diet", "vegetarian"),
    person("avoid", "milk, nuts"),
]
