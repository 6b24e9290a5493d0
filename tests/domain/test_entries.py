"""Entries: what they count, which day they belong to, and that a trusted one equals a validated one."""

from datetime import date, datetime, timedelta, timezone

import pytest
from pydantic import ValidationError

from companion.domain.entries import (
    KINDS,
    Drunk,
    FoodEaten,
    MealEaten,
    Part,
    QuickEaten,
    RecipePart,
    SessionStarted,
)

AT = datetime(2026, 4, 14, 2, 30, tzinfo=timezone(timedelta(hours=2)))
ENVELOPE = {
    "id": "x",
    "at": AT,
    "recorded": AT,
    "by": "Ruth",
    "role": "owner",
    "via": "command",
    "version": "1",
}
PART = Part(
    exercise="elbow_bend",
    step=1,
    side="left",
    mode="active",
    position="sitting",
    reps=3,
    move_s=6,
    hold_s=1,
    rest_s=20,
)
FACTS = {
    "meal": {"slot": "supper", "name": "Cod", "meal": "cod", "eaten": 0.5, "kcal": 400},
    "food": {"slot": "supper", "name": "Butter", "food": "butter", "grams": 10, "kcal": 717},
    "quick": {"slot": "supper", "name": "Toast", "kcal": 120},
    "drink": {"slot": "supper", "name": "Milk", "ml": 200, "kcal": 63},
    "planned": {"on": date(2026, 4, 15), "slot": "supper", "meal": "cod", "name": "Cod", "kcal": 400},
    "tube": {"slot": "supper", "name": "Tube feed", "ml": 250, "kcal": 150},
    "told": {"about": "swallowing", "whom": "K. Weber"},
    "weight": {"kg": 57},
    "fatigue": {"rating": 3, "when": "morning"},
    "tube_talk": {"answer": "later"},
    "felt": {"when": "before", "what": "weaker", "session": "s"},
    "explained": {"reason": "poor_night"},
    "session": {"programme": "p", "title": "P", "programme_version": "1", "parts": (PART,)},
    "session_taken": {"session": "s"},
    "step": {"session": "s", "part": 0, "exercise": "elbow_bend", "mode": "active"},
    "session_pace": {"session": "s", "ease": 1, "rest_factor": 2.0},
    "session_end": {"outcome": "finished", "session": "s"},
    "check_in": {"session": "s", "exercise": "re_row", "effort": 4, "talks": True},
    "function_note": {"about": "pain", "exercise": "re_row", "pain": "sharp"},
    "decision": {
        "key": "limits",
        "value": "session.end_rating=7",
        "decided_by": "A. Lee",
        "locked": ("session.end_rating",),
    },
    "programme": {
        "programme": "p",
        "name": "P",
        "revision": "2",
        "decided_by": "K. Weber",
        "document": {"id": "p", "items": []},
        "changes": ({"what": "changed", "exercise": "elbow_bend", "key": "reps", "before": 3, "after": 2},),
    },
    "person": {"key": "name", "value": "Ruth"},
    "caregiver": {"caregiver": "Maria", "acts_as": "viewer", "key": "SHA256:abc", "admitted": False},
    "clearance": {"what": "re_row", "decided_by": "K. Weber"},
    "own_food": {"name": "Soup", "per": "serving", "kcal": 210, "food_level": "3", "texture_by": "K. Weber"},
    "own_recipe": {
        "name": "Mash",
        "ingredients": (RecipePart(food="butter", name="Butter", grams=20, kcal=717),),
        "servings": 2,
        "slots": ("lunch",),
    },
    "correction": {"target": "y", "action": "edit", "changes": {"kcal": 1}},
}


def test_every_kind_is_tried_here():
    assert set(FACTS) == set(KINDS)


@pytest.mark.parametrize("kind", FACTS)
def test_a_trusted_entry_equals_the_validated_one(kind):
    entry = KINDS[kind](**ENVELOPE, **FACTS[kind])
    document = entry.model_dump(mode="json", exclude_defaults=True)
    assert KINDS[kind].trusted(document) == entry == KINDS[kind].model_validate(document)


@pytest.mark.parametrize("kind", FACTS)
def test_an_unknown_fact_is_never_kept(kind):
    with pytest.raises(ValidationError):
        KINDS[kind](**ENVELOPE, **FACTS[kind], mood="fine")


def test_a_time_without_offset_is_never_kept():
    with pytest.raises(ValidationError):
        QuickEaten(**{**ENVELOPE, "at": AT.replace(tzinfo=None)}, **FACTS["quick"])


@pytest.mark.parametrize(
    ("entry", "kcal"),
    [
        (MealEaten(**ENVELOPE, **FACTS["meal"]), 200),
        (FoodEaten(**ENVELOPE, **FACTS["food"]), 71.7),
        (QuickEaten(**ENVELOPE, **FACTS["quick"]), 120),
        (Drunk(**ENVELOPE, **FACTS["drink"]), 126),
        (FoodEaten(**ENVELOPE, slot="supper", name="Soup", food="own", servings=1.5, kcal=210), 315),
    ],
)
def test_what_was_taken_is_counted_by_its_unit(entry, kcal):
    assert entry.nutrients.kcal == pytest.approx(kcal)


def test_the_day_of_an_entry_is_its_own_local_one():
    entry = QuickEaten(**ENVELOPE, **FACTS["quick"])
    assert entry.day(4).day == 13
    assert entry.day(0).day == 14


def test_a_session_keeps_its_parts_as_parts():
    entry = SessionStarted(**ENVELOPE, **FACTS["session"])
    again = SessionStarted.trusted(entry.model_dump(mode="json", exclude_defaults=True))
    assert again.parts == (PART,)
