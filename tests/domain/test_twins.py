"""When two entries may be one meal: design/caregivers.md, two people at once."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.entries import Drunk, MealEaten, QuickEaten, Taken, TubeFed
from companion.domain.twins import Near, repeats, twins

NOON = datetime(2026, 4, 14, 12, tzinfo=UTC)
NEAR = Near(meal=timedelta(minutes=60), drink=timedelta(minutes=15))
KINDS = {"cod": MealEaten, "soup": MealEaten, "cake": QuickEaten, "water": Drunk, "milk": Drunk,
         "feed": TubeFed}  # fmt: skip
FACTS = {MealEaten: {"eaten": 1.0}, QuickEaten: {}, Drunk: {"ml": 200}, TubeFed: {"ml": 200}}


def taken(
    what: str, by: str, ago: int = 0, *, slot: str = "lunch", about: int | None = None, **facts: object
) -> Taken:
    """Written down `ago` minutes before noon; `about` that time, unless it says another."""
    model = KINDS[what]
    given = {"at": NOON - timedelta(minutes=ago if about is None else about), "via": "command",
             "recorded": NOON - timedelta(minutes=ago), "version": "1", "id": f"{by}{ago}"}  # fmt: skip
    named = {"meal": what} if model is MealEaten else {}
    role = {"Ruth": "owner", "the person": "owner"}.get(by, "caregiver")
    return model(
        **given, by=by, role=role, slot=slot, name=what.capitalize(), **{**FACTS[model], **named, **facts}
    )


COD = taken("cod", "Ruth")
NONE_OF_IT = taken("cod", "Ruth", eaten=0)
WATER, FEED = taken("water", "Ruth"), taken("feed", "Ruth")


@pytest.mark.parametrize(
    ("fresh", "other", "met"),
    [
        (COD, taken("soup", "Maria", 2), True),
        (COD, taken("cake", "Maria", 2), True),
        (COD, taken("soup", "Maria", 60), True),
        (COD, taken("soup", "Maria", 61), False),
        (COD, taken("soup", "Maria", 2, slot="supper"), False),
        (COD, taken("cod", "Maria", 240), True),  # the very same dish of that part of the day, whenever
        (COD, taken("cod", "Maria", 2, slot="supper"), False),
        (COD, taken("soup", "Ruth", 2), False),  # a second helping
        (COD, taken("cod", "the person", 2), False),  # who has a name since then
        (COD, taken("soup", "MARIA", -1), True),  # a clock that is a minute behind
        (COD, taken("soup", "Maria", -150), True),  # and by hours: asked once too often rather than not
        (COD, taken("soup", "Maria", 2, eaten=0), False),  # nothing was eaten of it
        (NONE_OF_IT, taken("soup", "Maria", 2), False),
        (NONE_OF_IT, taken("cod", "Maria", 2), True),  # one of the two is wrong
        (COD, taken("soup", "Maria", 2, about=300), True),  # what counts is when it was written down
        (COD, taken("water", "Maria", 2), False),
        (COD, taken("feed", "Maria", 2), False),
        (WATER, taken("soup", "Maria", 2), False),
        (WATER, taken("water", "Maria", 15), True),
        (WATER, taken("water", "Maria", 16), False),
        (WATER, taken("water", "Maria", 16, about=3), True),  # what counts is when it was drunk
        (WATER, taken("water", "Maria", 2, slot="breakfast"), True),  # where two parts of the day meet
        (WATER, taken("milk", "Maria", 2), False),
        (WATER, taken("water", "Ruth", 2), False),
        (FEED, taken("feed", "Maria", 10), True),
        (FEED, taken("feed", "Maria", 30), False),
        (FEED, taken("water", "Maria", 2), False),
    ],
)
def test_who_wrote_the_same_meal(fresh, other, met):
    assert bool(twins(fresh, [other], NEAR)) is met


def test_maria_is_one_person_however_her_name_is_written():
    assert not twins(taken("cod", "Maria"), [taken("soup", "MARIA", 2)], NEAR)


def test_the_newest_comes_last_and_the_very_same_dish_after_it():
    day = [taken("cod", "Maria", 30), taken("cake", "Ana", 5), taken("soup", "Maria", 20)]
    assert [one.name for one in twins(COD, day, NEAR)] == ["Soup", "Cake", "Cod"]


@pytest.mark.parametrize(
    ("other", "met"),
    [
        (taken("cod", "Ruth", 2), True),
        (taken("cod", "Ruth", 60), True),  # so near as two people's are one
        (taken("cod", "Ruth", 61), False),
        (taken("soup", "Ruth", 2), False),
        (taken("cod", "Maria", 2), False),
        (taken("cod", "Ruth", 2, slot="supper"), False),
    ],
)
def test_the_same_thing_by_the_same_person_just_before_is_known(other, met):
    assert bool(repeats(COD, [other], NEAR)) is met


def test_one_glass_of_water_after_another_is_no_repeat():
    assert not repeats(WATER, [taken("water", "Ruth", 2)], NEAR)
