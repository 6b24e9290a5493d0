"""What days come to over weeks and years: a missing day is missing, never zero."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.domain.fatigue_watch import LEVELS, DayRating, looks_from, watch
from companion.domain.intake import sum_day
from companion.domain.trends import DayValue, alerts, known, reached, rolling, spread, steps, told

LAST = date(2026, 4, 14)
DAYS = st.dictionaries(st.integers(0, 60), st.floats(0, 4000), max_size=40)


def ago(days: int) -> date:
    return LAST - timedelta(days=days)


def values(found: dict[int, float]) -> list[DayValue]:
    return [DayValue(ago(back), found[back]) for back in sorted(found, reverse=True)]


@settings(max_examples=50)
@given(DAYS)
def test_a_mean_counts_the_known_days_alone(found: dict[int, float]) -> None:
    one = spread(values(found))
    if not found:
        assert one is None
        return
    assert one is not None
    assert one.days == len(found)
    assert one.mean == pytest.approx(sum(found.values()) / len(found))
    assert (one.low.value, one.high.value) == (min(found.values()), max(found.values()))


@settings(max_examples=50)
@given(DAYS, st.integers(1, 7))
def test_a_moving_mean_is_that_of_the_known_days_of_its_week(found: dict[int, float], least: int) -> None:
    means = {one.date: one.value for one in rolling(values(found), least)}
    for back in range(61):
        week = [found[n] for n in range(back, back + 7) if n in found]
        if back in found and len(week) >= least:
            assert means.pop(ago(back)) == pytest.approx(sum(week) / len(week))
    assert means == {}


def test_a_day_without_a_figure_and_a_day_that_runs_are_not_known() -> None:
    empty, runs = sum_day(ago(2), [], over=True), sum_day(ago(0), [])
    assert known([empty, runs], "kcal") == []
    with pytest.raises(ValueError, match="kilocalories"):
        known([], "kilocalories")


@settings(max_examples=50)
@given(DAYS, DAYS)
def test_a_floor_is_reached_only_where_there_was_one(
    found: dict[int, float], floors: dict[int, float]
) -> None:
    met = reached(values(found), {ago(back): floor for back, floor in floors.items()})
    judged = found.keys() & floors.keys()
    assert met == (sum(round(found[n] - floors[n], 6) >= 0 for n in judged), len(judged))


def test_a_decision_holds_from_its_day_on_and_nothing_before_it() -> None:
    decided = [DayValue(ago(3), 2000.0), DayValue(ago(40), 1800.0)]
    found = steps(decided, ago(5), LAST, None)
    assert list(found.values()) == [1800.0, 1800.0, 2000.0, 2000.0, 2000.0, 2000.0]
    assert steps(decided[:1], ago(5), LAST, None).keys() == {ago(n) for n in range(4)}
    assert set(steps([], ago(5), LAST, 1900.0).values()) == {1900.0}


COURSES = st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=1, max_size=120)


def course(ratings: list[int | None]) -> list[DayRating]:
    return [DayRating(ago(len(ratings) - n), r) for n, r in enumerate(ratings) if r is not None]


@settings(max_examples=30)
@given(COURSES, st.integers(0, 60))
def test_what_was_told_is_what_the_watch_said_on_each_day(
    watch_limits, ratings: list[int | None], back: int
) -> None:
    days, first = course(ratings), ago(back)
    found = told(days, first, watch_limits)
    assert list(found) == [day.date for day in days if day.date >= first.replace(day=1)]
    for on, state in found.items():
        since = looks_from(on, watch_limits)
        assert state == watch([day for day in days if since <= day.date <= on], watch_limits)


@settings(max_examples=50)
@given(COURSES)
def test_alerts_are_the_times_in_which_the_watch_spoke(watch_limits, ratings: list[int | None]) -> None:
    said = told(course(ratings), ago(len(ratings)), watch_limits)
    found = alerts(said)
    spoke = {on for on, state in said.items() if state.level != "none"}
    assert {on for on in said if any(one.first <= on <= one.last for one in found)} == spoke
    assert all(before.last < after.first for before, after in pairwise(found))
    for one in found:
        inside = [state for on, state in said.items() if one.first <= on <= one.last]
        gravest = max((LEVELS.index(state.level), state.reason.rise) for state in inside if state.reason)
        assert (LEVELS.index(one.level), one.reason.rise) == gravest
