"""Notes about function: rules W12 and W13 (clinical_exercise.md 4.2), by the numbers of the content."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.function_notes import Said, Step, fallen, gentler, hurts, missed, too_hard
from companion.domain.limits import FunctionLimits

TODAY = date(2026, 4, 14)
NOON = datetime(2026, 4, 14, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def limits(library):
    return library.limits(FunctionLimits, "function")


def said(ago, about, exercise="mob_sit_stand", pain=None):
    return Said(TODAY - timedelta(days=ago), NOON - timedelta(days=ago), about, exercise, pain)


def step(ago, done, exercise="mob_sit_stand"):
    return Step(TODAY - timedelta(days=ago), NOON - timedelta(days=ago), exercise, done)


@pytest.mark.parametrize(
    ("days", "found"),
    [([0], False), ([0, 1], False), ([0, 1, 2], True), ([0, 1, 27], True), ([0, 1, 28], False)],
)
def test_too_hard_three_times_in_four_weeks_is_found(limits, days, found):
    notes = [said(ago, "too_hard") for ago in days]
    assert bool(too_hard(notes, TODAY, limits, {})) == found


def test_too_hard_says_how_often_and_since_when(limits):
    found = too_hard([said(ago, "too_hard") for ago in (0, 3, 9)], TODAY, limits, {})["mob_sit_stand"]
    assert (found.count, found.limit, found.since, found.rule) == (3, 3, date(2026, 4, 5), "W12")


def test_a_word_given_later_lifts_what_was_too_hard(limits):
    notes = [said(ago, "too_hard") for ago in (2, 3, 4)]
    assert too_hard(notes, TODAY, limits, {"mob_sit_stand": NOON - timedelta(days=1)}) == {}
    assert too_hard(notes, TODAY, limits, {"mob_sit_stand": NOON - timedelta(days=5)})


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ([step(3, True), step(0, False)], True),
        ([step(7, True), step(0, False)], True),
        ([step(8, True), step(0, False)], False),  # not done in the week before
        ([step(0, False)], False),
        ([step(3, True), step(2, False), step(0, True)], False),  # done again since
        ([step(3, True), step(0, False), step(0, True)], False),  # one of its sides was done
        ([step(17, True), step(14, False)], False),  # nobody is reminded for ever
    ],
)
def test_a_step_missed_that_was_done_last_week_is_found(limits, steps, found):
    assert bool(missed(steps, TODAY, limits, {})) == found


@pytest.mark.parametrize(("ago", "found"), [(0, True), (27, True), (28, False)])
def test_a_fall_counts_for_four_weeks(limits, ago, found):
    assert bool(fallen([said(ago, "near_fall", None)], TODAY, limits)) == found


@pytest.mark.parametrize(
    ("pain", "keeps_out"), [("little", False), ("more", True), ("sharp", True), ("lasting", True)]
)
def test_sharp_rising_or_lasting_pain_keeps_an_exercise_out(pain, keeps_out):
    found = hurts([said(40, "pain", "elbow_bend", pain)], {})
    assert bool(found) == keeps_out
    assert all(one.rule == "W13" for one in found.values())


def test_the_therapists_word_after_it_brings_an_exercise_back_and_new_pain_takes_it_again():
    first, again = said(5, "pain", "elbow_bend", "sharp"), said(1, "pain", "elbow_bend", "sharp")
    agreed = {"elbow_bend": NOON - timedelta(days=3)}
    assert hurts([first], agreed) == {}
    assert hurts([first, again], agreed)["elbow_bend"].count == 1


@pytest.mark.parametrize(
    ("planned", "allowed", "begins"),
    [
        ("active", ("active", "active_assisted", "passive"), "active_assisted"),
        ("active", ("active", "passive"), "passive"),
        ("active", ("active",), "active"),
        ("passive", ("active", "passive"), "passive"),
    ],
)
def test_one_mode_gentler_as_far_as_the_exercise_allows(planned, allowed, begins):
    assert gentler(planned, allowed) == begins


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=20))
def test_what_is_missed_was_left_out_last_and_done_before(library, days):
    limits = library.limits(FunctionLimits, "function")
    steps = [step(ago, done) for ago, done in days]
    for found in missed(steps, TODAY, limits, {}).values():
        assert found.since < found.on
        assert not any(one.done and one.on >= found.on for one in steps)
