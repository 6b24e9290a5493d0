"""What of the plan still holds once old days are forgotten: nothing of today becomes different."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entries import (
    CaregiverSet,
    Clearance,
    Decision,
    Entry,
    OwnFood,
    OwnRecipe,
    PersonFact,
    Planned,
    ProgrammeSet,
    RecipePart,
    TubeTalk,
)
from companion.domain.forgetting import day_of_entry, holding
from companion.domain.limits_locked import locks, whose
from companion.domain.plan import plan_in_force

START = datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=1)))


def made(kind: type[Entry], day: int, **facts: Any) -> Entry:
    at = START + timedelta(days=day)
    envelope = {"by": "Ruth", "role": "owner", "via": "command", "version": "1", "recorded": at}
    return kind(**envelope, id=f"{day:03}", at=at, **facts)


def kept(*entries: Entry, removed: tuple[int, ...] = (), until: int = 100) -> list[int]:
    """The days of the entries that hold, where those up to a day are old."""
    ever = [(one, int(one.id) in removed) for one in entries]
    return sorted(int(id) for id in holding(ever, lambda one: int(one.id) < until))


def level(day: int, value: str | None, key: str = "food-level") -> Entry:
    return made(Decision, day, key=key, value=value, decided_by="Lee")


def test_a_superseded_decision_goes_and_the_one_in_force_stays():
    assert kept(level(1, "5"), level(2, "4"), level(3, "2", "drink-level")) == [2, 3]


def test_a_decision_that_is_newer_makes_the_old_one_go():
    assert kept(level(1, "5"), level(50, "4"), until=20) == []


@pytest.mark.parametrize("removed", [(), (2,)])
def test_a_fact_taken_back_holds_no_more(removed):
    facts = [made(PersonFact, 1, key="name", value="Ruth"), made(PersonFact, 2, key="name", value=None)]
    assert kept(*facts, removed=removed) == ([1] if removed else [])


def test_the_last_level_stays_though_it_was_taken_out_since_a_new_one_is_held_against_it():
    assert kept(level(1, "6"), level(2, "4"), level(3, None)) == [2, 3]
    assert kept(level(1, "6"), level(2, "4"), removed=(1, 2)) == [2]


def test_of_a_programme_only_the_version_in_force_stays():
    facts = {"name": "Mornings", "revision": "1", "decided_by": "Lee", "document": {"id": "x"}}
    versions = [made(ProgrammeSet, day, programme="mornings", **facts) for day in (1, 2)]
    assert kept(*versions, made(ProgrammeSet, 3, programme="evenings", **facts)) == [2, 3]


def test_who_was_let_in_stays_and_who_is_in_no_longer_goes():
    people = [
        made(CaregiverSet, 1, caregiver="Maria", acts_as="viewer"),
        made(CaregiverSet, 2, caregiver="maria", acts_as="caregiver"),
        made(CaregiverSet, 3, caregiver="Ben", acts_as="caregiver"),
        made(CaregiverSet, 4, caregiver="Ben", acts_as="caregiver", admitted=False),
    ]
    assert kept(*people) == [2]


def test_a_clearance_taken_back_goes_with_the_one_it_took_back():
    given_ = [made(Clearance, day, what="breathing", decided_by="Lee", given=day == 1) for day in (1, 2)]
    assert kept(*given_) == []


def test_foods_of_ones_own_stay_until_they_were_removed():
    foods = [made(OwnFood, day, name="Custard", per="100g", kcal=120) for day in (1, 2)]
    assert kept(*foods, removed=(1,)) == [2]


def test_recipes_of_ones_own_stay_until_they_were_removed():
    leek = RecipePart(food="leek", name="Leek", grams=100)
    facts = {"name": "Soup", "servings": 2, "ingredients": (leek,)}
    assert kept(*(made(OwnRecipe, day, **facts) for day in (1, 2)), removed=(1,)) == [2]


def test_the_newest_answer_about_a_tube_stays():
    assert kept(made(TubeTalk, 1, answer="later"), made(TubeTalk, 2, answer="talked")) == [2]


def limits(day: int, value: str | None, by: str, *locked: str) -> Entry:
    return made(Decision, day, key="limits", value=value, decided_by=by, locked=locked)


def test_whoever_locked_a_limit_first_keeps_the_lock():
    first = limits(1, "session.end_rating=6", "Lee", "session.end_rating")
    second = limits(2, "session.end_rating=6, session.before_rating=5", "Kim", "session.end_rating")
    assert kept(first, second) == [1, 2]


NAMES = ("session.end_rating", "session.before_rating")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["limits", "food-level", "energy"]),
            st.dictionaries(st.sampled_from(NAMES), st.integers(4, 6)).map(lambda found: [*found.items()]),
            st.sampled_from(["Lee", "Kim"]),
            st.booleans(),
        ),
        max_size=8,
    ),
    st.integers(0, 9),
)  # fmt: skip
def test_nothing_of_today_is_different_without_what_went(told, until):
    ever = []
    for day, (key, numbers, by, removed) in enumerate(told):
        if key == "limits":
            value = ", ".join(f"{name}={number}" for name, number in numbers) or None
            one = limits(day, value, by, *(name for name, number in numbers if number == 6))
        else:
            one = made(Decision, day, key=key, value=str(numbers[0][1]) if numbers else None, decided_by=by)
        ever.append((one, removed))
    stays = holding(ever, lambda one: int(one.id) < until)
    left = [(one, removed) for one, removed in ever if int(one.id) >= until or one.id in stays]
    before, after = ([one for one, removed in some if not removed] for some in (ever, left))
    assert plan_in_force(after) == plan_in_force(before)
    assert (locks(after), whose(after)) == (locks(before), whose(before))


def test_a_planned_dish_is_about_the_day_it_is_planned_for():
    dish = made(Planned, 1, on=date(2026, 2, 1), slot="lunch", name="Soup", meal="soup")
    assert day_of_entry(dish, 4) == date(2026, 2, 1)
    assert day_of_entry(level(1, "5"), 4) == date(2026, 1, 2)
