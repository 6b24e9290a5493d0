"""Coughing and long meals: when several in a week are worth telling, and how often that is said."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entries import MealEaten
from companion.domain.limits import MealLimits
from companion.domain.swallowing import swallowing

TODAY = date(2026, 4, 14)
NOON = datetime(2026, 4, 14, 12, tzinfo=timezone(timedelta(hours=2)))
WHO = {"by": "Ruth", "role": "owner", "via": "command", "version": "1"}


@pytest.fixture
def limits(library):
    return library.limits(MealLimits, "meal")


def meal(ago, coughs=None, minutes=None):
    """A lunch so many days before today."""
    at = NOON - timedelta(days=ago)
    facts = {"slot": "lunch", "name": "Cod", "meal": "cod", "eaten": 1, "coughs": coughs, "minutes": minutes}
    return MealEaten(id=f"{ago}", at=at, recorded=at, **WHO, **facts)


# Own design, thresholds/meal.toml: three meals in seven days, long is more than 30 minutes.
@pytest.mark.parametrize(
    ("meals", "coughing", "slow"),
    [
        ([meal(0, 2), meal(1, 1)], False, False),
        ([meal(0, 2), meal(1, 1), meal(6, 1)], True, False),
        ([meal(0, 2), meal(1, 1), meal(7, 1)], False, False),  # eight days apart
        ([meal(0, 0), meal(1, 0), meal(2, None)], False, False),  # none, and nobody counted
        ([meal(0, None, 31), meal(1, None, 45), meal(2, None, 60)], False, True),
        ([meal(0, None, 30), meal(1, None, 30), meal(2, None, 30)], False, False),  # the limit is not over it
    ],
)
def test_three_meals_in_seven_days_are_worth_telling(limits, meals, coughing, slow):
    state = swallowing(meals, TODAY, limits, 4)
    assert (state.coughing, state.slow) == (coughing, slow)
    assert (state.raised is not None) == (coughing or slow)


def test_it_stands_for_two_days_and_comes_once_a_week(limits):
    days = [meal(ago, 1) for ago in range(20, -1, -1)]  # coughing every day for three weeks
    standing = []
    for ago in range(20, -1, -1):
        on = TODAY - timedelta(days=ago)
        state = swallowing([one for one in days if one.at.date() <= on], on, limits, 4)
        standing.append(state.stands(on))
    assert [n for n, stands in enumerate(standing) if stands] == [2, 3, 9, 10, 16, 17]


def test_what_was_told_is_quiet_until_there_is_more_of_it(limits):
    before = [meal(ago, 1) for ago in (5, 4, 3)]
    told = NOON - timedelta(days=2)
    assert swallowing(before, TODAY, limits, 4, told).raised is None
    after = [*before, *(meal(ago, 1) for ago in (1, 0))]
    assert not swallowing(after, TODAY, limits, 4, told).coughing
    more = [*after, meal(0.1, 1)]
    assert swallowing(more, TODAY, limits, 4, told).coughing


@given(st.lists(st.tuples(st.integers(0, 27), st.one_of(st.none(), st.integers(0, 3))), max_size=40))
def test_it_is_never_raised_on_a_day_without_such_a_meal(library, eaten):
    limits = library.limits(MealLimits, "meal")
    meals = [meal(ago, coughs) for ago, coughs in eaten]
    raised = swallowing(meals, TODAY, limits, 4).raised
    assert raised is None or any(one.at.date() == raised and one.coughs for one in meals)
