"""What a person can do, case by case: a flow, its answers, and the command that says the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from companion.flows import (
    day_plan,
    fatigue,
    foods,
    happened,
    history,
    intake,
    meals,
    people,
    plan,
    preferences,
    programmes,
    recipes,
    sessions,
    sessions_notes,
    textures,
    tube_talk,
    weight,
)
from companion.flows.steps import Flow
from companion.services.companion import Companion

LEVELS = (
    "plan set food-level 5 --decided-by 'A. Lee'",
    "plan set drink-level 2 --decided-by 'A. Lee'",
)
SOUP = "quick Soup --kcal 150 --at {}"
MORNINGS = [f"fatigue log {r} --at 2026-04-{d:02}T08:00+02:00" for d, r in enumerate([2, 3, 2, 3] * 3, 1)]


@dataclass(frozen=True)
class Case:
    """A flow, the answers by step, and the command that says the same. `given` was written down before.

    `unsaid` are steps that lead to an answer but are none themselves: a search, "another share".
    """

    flow: Callable[..., Flow]
    answers: Mapping[str, Any]
    command: str
    given: tuple[str, ...] = ()
    unsaid: frozenset[str] = field(default_factory=frozenset)
    code: int = 0
    newest: str = ""  # the name under which the flow knows the newest entry

    @property
    def name(self) -> str:
        return f"{self.flow.__name__}: {self.command}"


def decided(key: str, value: Any, *given: str, confirm: bool | None = None) -> Case:
    """A decision about the plan."""
    answers = {"key": key, "value": value, "decided_by": None, "decided_by_name": "J. Okafor"}
    asked = {} if confirm is None else {"confirm": confirm}
    command = "plan set {key} {value} --decided-by {decided_by_name}" + (" --confirm" if confirm else "")
    return Case(plan.set_plan, answers | asked, command, given, unsaid=frozenset({"decided_by"}))


def person(key: str, value: str) -> Case:
    """A fact about the person."""
    return Case(people.set_person, {"key": key, "value": value}, "person set {key} {value}")


def setting(key: str, value: str) -> Case:
    """A setting."""
    return Case(preferences.set_preference, {"key": key, "value": value}, "settings set {key} {value}")


def pause(key: str, seconds: str, ms: str) -> Case:
    """A time that is asked for in seconds and kept in thousandths."""
    answers = {"key": key, "value": seconds}
    command = f"settings set {{key}} {ms}"
    return Case(preferences.set_preference, answers, command, unsaid=frozenset({"value"}))


def slot(answers: Mapping[str, str], words: str) -> Case:
    """A part of the day: another time or name, none, or one more."""
    unsaid = frozenset({"key", "slot_change"})
    return Case(preferences.set_preference, answers, f"settings {words}", unsaid=unsaid)


def changed(key: str, value: Any, given: str, *, option: str = "", step: str = "") -> Case:
    """A fact of the newest entry."""
    answers = {"edit_key": key, step or key: value}
    command = f"edit {{id}} --{option or key.removesuffix('_g')} {{{step or key}}}"
    return Case(history.edit, answers, command, (given,), frozenset({"edit_key"}), newest="id")


CASES = [
    Case(
        meals.log_meal,
        {"meal": "cod_white_sauce", "eaten": 0.5},
        "meal log {meal} --eaten {eaten}",
        LEVELS,
    ),
    Case(
        meals.log_meal,
        {
            "meal": "cod_white_sauce",
            "eaten": "more",
            "share": 1.2,
            "minutes": 45,
            "coughs": 3,
            "helped": True,
        },
        "meal log {meal} --eaten {share} --minutes {minutes} --coughs {coughs} --helped",
        LEVELS,
        frozenset({"eaten", "helped"}),
    ),
    Case(
        meals.eat_meal,
        {
            "meal": "cod_white_sauce",
            "begin_meal": "begin",
            "meal_clock": 0,
            "eaten": 0.5,
            "coughs_seen": "other",
            "coughs": 4,
            "helped": False,
        },
        "meal log {meal} --eaten {eaten} --coughs {coughs} --not-helped",
        LEVELS,
        frozenset({"begin_meal", "meal_clock", "coughs_seen", "helped"}),
    ),
    Case(
        meals.eat_meal,
        {"meal": "cod_white_sauce", "begin_meal": "plain", "eaten": 1.0, "coughs_seen": None, "helped": None},
        "meal log {meal} --eaten {eaten}",
        LEVELS,
        frozenset({"begin_meal", "coughs_seen", "helped"}),
    ),
    Case(meals.tell_therapist, {"whom": "K. Weber"}, "meal told {whom}"),
    Case(
        textures.try_flow,
        {"flow_test": "known", "left": 3},
        "drink test --left {left}",
        LEVELS,
        frozenset({"flow_test"}),
    ),
    Case(
        intake.log_tube,
        {"ml": 250, "kcal_per_ml": 1.5, "protein_per_100ml": 6.3, "water_per_100ml": 78},
        "tube log {ml} --kcal-per-ml {kcal_per_ml} --protein-per-100ml {protein_per_100ml}"
        " --water-per-100ml {water_per_100ml}",
    ),
    Case(
        intake.log_tube,
        {"tube": "amount", "ml": 200},
        "tube log {ml}",
        ("tube log 250 --kcal-per-ml 1.5 --at 2026-04-13T20:00+02:00",),
        frozenset({"tube"}),
    ),
    Case(
        meals.log_meal,
        {"meal": "cod_white_sauce", "eaten": 1.0},
        "meal log {meal} --eaten {eaten}",
        (*LEVELS, "meal log cod_white_sauce --eaten half"),
    ),
    Case(
        day_plan.what_next,
        {"next": "tuna_avocado_mash", "next_do": "eat", "eaten": 0.5},
        "meal log {next} --eaten {eaten}",
        LEVELS,
        frozenset({"next_do"}),
    ),
    Case(
        day_plan.what_next,
        {"next": "tuna_avocado_mash", "next_do": "plan"},
        "meal plan --meal {next}",
        LEVELS,
        frozenset({"next_do"}),
    ),
    Case(
        day_plan.plan_day,
        {"plan_on": "tomorrow", "day_plan": "accept"},
        "meal plan --day {plan_on} --accept",
        (*LEVELS, "plan set energy 1900 --decided-by 'J. Okafor'"),
        frozenset({"day_plan"}),
    ),
    Case(intake.quick_entry, {"name": "Toast, thin", "kcal": 120}, "quick {name} --kcal {kcal}"),
    Case(
        foods.log_food,
        {"food": "buter", "found": "butter", "amount": "grams", "grams": 10.5},
        "food log {found} --grams {grams}",
        unsaid=frozenset({"food", "amount"}),
    ),
    Case(
        foods.log_food,
        {"food": "buter", "found": "butter", "amount": 14.2},
        "food log {found} --grams {amount}",
        unsaid=frozenset({"food"}),
    ),
    Case(
        foods.add_food,
        {"name": "Oat cream", "per": "serving", "kcal": 150, "protein_g": 2, "texture": ""},
        "food add {name} --kcal {kcal} --per {per} --protein {protein_g}",
        unsaid=frozenset({"texture"}),
    ),
    Case(
        foods.add_food,
        {
            "name": "Oat shake",
            "per": "100g",
            "kcal": 90,
            "protein_g": 1,
            "texture": "drink",
            "level": "2",
            "texture_by": "K. Weber",
        },
        "food add {name} --kcal {kcal} --per {per} --protein {protein_g} --drink-level {level}"
        " --texture-by {texture_by}",
        unsaid=frozenset({"texture"}),
    ),
    Case(
        recipes.add_recipe,
        {
            "name": "Mash",
            "ingredient": "boiled potato",
            "found": "potato_boiled",
            "grams": 200,
            "more": "enough",
            "servings": 2,
            "texture": "food",
            "level": "4",
            "texture_by": "K. Weber",
            "slot": "supper",
            "method": "Mash it",
        },
        "meal add {name} --ingredient {found}={grams} --servings {servings} --food-level {level}"
        " --texture-by {texture_by} --slot {slot} --method {method}",
        ("person set avoid milk",),
        frozenset({"ingredient", "more", "texture"}),
    ),
    Case(
        recipes.add_recipe,
        {
            "name": "Mash",
            "ingredient": "butter",
            "found": "butter",
            "grams": 20.5,
            "more": "enough",
            "servings": 1,
            "texture": "",
            "slot": "",
            "method": "",
        },
        "meal add {name} --ingredient {found}={grams} --servings {servings}",
        unsaid=frozenset({"ingredient", "more", "texture", "slot", "method"}),
    ),
    Case(intake.log_drink, {"ml": 200, "what": "whole_milk"}, "drink log {ml} --what {what}"),
    Case(intake.log_drink, {"ml": 150, "what": ""}, "drink log {ml} --what {what}"),
    Case(intake.log_drink, {"ml": 150, "what": "Lemonade"}, "drink log {ml} --what {what}", LEVELS),
    Case(
        intake.copy_day,
        {"day": (date(2026, 4, 12), None)},
        "copy {day[0]}",
        tuple(SOUP.format(at) for at in ("2026-04-12T12:00+02:00", "2026-04-12T18:00+02:00")),
    ),
    Case(
        intake.copy_day,
        {"day": (date(2026, 4, 12), "afternoon")},
        "copy {day[0]} --slot {day[1]}",
        tuple(SOUP.format(at) for at in ("2026-04-12T15:00+02:00", "2026-04-12T18:00+02:00")),
    ),
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
    setting("weight-unit", "st"),
    setting("theme", "paper"),
    setting("paint", "stock"),
    setting("day-start", "5"),
    setting("bell", "no"),
    setting("wait-for-go", "no"),
    setting("movement", "done"),
    setting("session-time", "09:30"),
    setting("notify", "bell"),
    pause("same-key-ms", "0.7", "700"),
    pause("any-key-ms", "0", "0"),
    pause("field-key-ms", "0.1", "100"),
    setting("face", "calm"),
    setting("calm-mark", "row"),
    setting("idle-minutes", "30"),
    setting("still", "yes"),
    setting("voice", "yes"),
    setting("switch-key", "space"),
    pause("switch-ms", "3", "3000"),
    pause("switch-first-ms", "1", "1000"),
    setting("switch-loops", "5"),
    setting("welcome", "no"),
    slot(
        {"key": "slots.supper", "slot_change": "time", "slot_time": "17:15"}, "slot move supper {slot_time}"
    ),
    slot({"key": "slots.evening", "slot_change": "time", "slot_time": "20:30"}, "set {key} {slot_time}"),
    slot({"key": "slots.lunch", "slot_change": "name", "slot_name": "noon"}, "slot rename lunch {slot_name}"),
    slot({"key": "slots.night", "slot_change": "remove"}, "slot remove night"),
    slot({"key": "slots", "slot_name": "late tea", "slot_time": "21:00"}, "slot add {slot_name} {slot_time}"),
    slot({"key": "slots", "slot_name": "snack", "slot_time": "15:30"}, "set slots.{slot_name} {slot_time}"),
    slot(
        {"key": "slots", "slot_name": "noon.name", "slot_time": "16:00"}, "slot add {slot_name} {slot_time}"
    ),
    setting("enter-after-digit", "yes"),
    setting("switch", "yes"),
    setting("key-filter", "yes"),  # the last of them: these tests type faster than it lets through
    Case(sessions_notes.note_fall, {"fall": True}, "fall log --near", unsaid=frozenset({"fall"})),
    Case(
        happened.note_happened,
        {"happened": "fall", "fall": True},
        "fall log --near",
        unsaid=frozenset({"happened", "fall"}),
    ),
    Case(
        sessions_notes.note_pain,
        {"hurt": "elbow_bend", "pain": "sharp"},
        "session pain {hurt} --kind {pain}",
        ("session log hands_wrists --done 1", "session log morning_full_body --done 5"),
    ),
    Case(
        sessions.log_session,
        {"programme": "hands_wrists", "done": 2},
        "session log {programme} --done {done}",
    ),
    Case(history.undo, {}, "undo", ("quick Soup --kcal 150",)),
    Case(history.undo, {}, "undo", ("quick Soup --kcal 150", "undo")),
    Case(history.undo, {}, "undo", code=5),
    Case(
        history.undo,
        {"confirm": True},
        "undo --confirm",
        (*LEVELS, "plan set food-level 4 --decided-by 'A. Lee'"),
    ),
    Case(history.remove, {}, "remove {id}", ("quick Soup --kcal 150",), newest="id"),
    Case(history.take_back, {}, "undo {id}", ("quick Soup --kcal 150",), newest="id"),
    changed("kcal", 200.5, "quick Soup --kcal 150"),
    changed("protein_g", 12, "quick Soup --kcal 150", option="protein"),
    changed("eaten", 0.25, "meal log cod_white_sauce --eaten half"),
    changed("minutes", 35, "meal log cod_white_sauce --eaten half"),
    changed("coughs", 2, "meal log cod_white_sauce --eaten half"),
    Case(
        history.edit,
        {"edit_key": "helped", "helped": True},
        "edit {id} --helped",
        ("meal log cod_white_sauce --eaten half",),
        frozenset({"edit_key", "helped"}),
        newest="id",
    ),
    changed("grams", 20, "food log butter --grams 10"),
    changed("ml", 120, "drink log 200"),
    changed("slot", "lunch", "drink log 200"),
    changed("at", "09:30", "drink log 200"),
    changed("note", "from a spoon", "drink log 200"),
    changed("rating", 4, "fatigue log 3"),
    changed("when", "after", "fatigue log 3"),
    changed("kg", 57.5, "weight log 57", step="kg_now"),
    Case(
        intake.log_again,
        {},
        "again {id}",
        ("quick Soup --kcal 150 --at 2026-04-13T12:00+02:00",),
        newest="entry",
    ),
]


SHARED = (plan.set_plan, people.set_person, preferences.set_preference, intake.log_drink)


def together(cases: list[Case]) -> list[list[Case]]:
    """Cases that can share a diary: those of one flow that begin with an empty one."""
    groups: dict[Any, list[Case]] = {}
    for place, case in enumerate(cases):
        alone = case.given or case.code or case.flow not in SHARED
        groups.setdefault(place if alone else case.flow, []).append(case)
    return list(groups.values())


def newest(companion: Companion) -> str:
    """The id of the newest entry."""
    kept = companion.diary.newest("the person")
    assert kept is not None
    return kept.entry.id


def known(case: Case) -> Callable[[Companion], dict[str, Any]]:
    """What the face knows before it asks."""
    return lambda companion: {case.newest: newest(companion)} if case.newest else {}
