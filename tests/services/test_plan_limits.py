"""Limits that a therapist sets: what they can be, beside each other, and how they add up."""

import pytest

from companion.domain.entries import Decision
from companion.domain.limits import (
    GROUPS,
    DayPlanLimits,
    DriftLimits,
    EnergyLimits,
    FluidLimits,
    LoadLimits,
    SessionLimits,
    WatchLimits,
    WeightLimits,
)
from companion.errors import Refused
from companion.wording import errors
from companion.wording import plan as words

DIVIDED_BY = {
    "fluid.round_to": FluidLimits, "energy.round_to": EnergyLimits, "watch.least_ratings": WatchLimits,
    "load.least_minutes": LoadLimits, "load.week_days": LoadLimits, "weight.amber_bmi_days": WeightLimits,
    "drift.month_least": DriftLimits,
}  # fmt: skip


def refused(companion, value):
    """The error of a decision about limits, and its sentence."""
    with pytest.raises(Refused) as caught:
        companion.plan.set("limits", value, decided_by="K. Weber")
    assert companion.diary.of(Decision) == []
    return caught.value.code, errors.words(caught.value).sentence.casefold()


def kept_before(companion, value):
    """A decision of a version that held limits to less."""
    decided = companion.sign(Decision, key="limits", value=value, decided_by="K. Weber")
    companion.keep(decided)


@pytest.mark.parametrize("name", DIVIDED_BY)
def test_what_is_divided_by_is_never_nothing(companion, name):
    code, said = refused(companion, f"{name}=0")
    low, _ = companion.plan.limits.bounds(name)
    assert (code, low > 0) == ("out_of_range", True)
    assert f"it can be {low:g} to" in said


def test_every_limit_says_what_it_can_be_and_its_own_number_is_within(companion):
    for group in GROUPS:
        for limit in companion.plan.limits.group(group):
            low, high = companion.plan.limits.bounds(limit.name)
            assert low <= limit.start <= high, limit.name
            assert companion.plan.limits.whole(limit.name) <= (limit.start % 1 == 0), limit.name


@pytest.mark.parametrize("value", ["day_plan.rounds=10001", "after.shorter=1.5", "after.rest_factor=0.5",
                                   "after.good_mornings=0", "session.least_rest_s=9999"])  # fmt: skip
def test_what_makes_no_sense_is_refused(companion, value):
    assert refused(companion, value)[0] == "out_of_range"


def test_a_limit_counted_in_whole_numbers_stays_whole(companion):
    companion.plan.set("limits", "day_plan.rounds=20", decided_by="K. Weber")
    rounds = companion.limits(DayPlanLimits, "day_plan").rounds
    assert (rounds, type(rounds)) == (20, int)


def test_a_decided_number_of_rounds_plans_meals(ruth):
    ruth.plan.set("limits", "day_plan.rounds=20", decided_by="K. Weber")
    assert ruth.day_plan.propose().items


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        ("session.usual_least=1.5", "not_whole", "session.usual_least is counted in whole numbers"),
        ("next.shares=1", "limit_of_several", "next.shares is a list of numbers"),
        ("session.end_rating=6,session.end_rating=9", "limit_twice", "session.end_rating is named twice"),
        ("session.end_rating", "bad_limit", "session.end_rating is not one of the limits"),
    ],
)
def test_a_refusal_says_what_is_wrong(companion, value, code, said):
    found, sentence = refused(companion, value)
    assert found == code
    assert sentence.startswith(said)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("session.rise_end=1", "session.rise_choice", "session.rise_end"),
        ("session.rise_rest=3", "session.rise_rest", "session.rise_choice"),
        ("after.first_minutes=60", "after.first_minutes", "after.second_minutes"),
        ("after.third_minutes=30", "after.second_minutes", "after.third_minutes"),
        ("after.much_shorter=0.9", "after.much_shorter", "after.shorter"),
        ("protein.low_g_per_kg=1.3", "protein.low_g_per_kg", "protein.aim_g_per_kg"),
        ("protein.aim_g_per_kg=1.6", "protein.aim_g_per_kg", "protein.high_g_per_kg"),
        ("energy.per_kg=40", "energy.per_kg", "energy.per_kg_range_high"),
        ("watch.warning_sum=1", "watch.notice_sum", "watch.warning_sum"),
        ("weight.amber_percent=12", "weight.amber_percent", "weight.red_percent"),
    ],
)
def test_limits_that_contradict_each_other_are_refused_by_name(companion, value, low, high):
    code, said = refused(companion, value)
    assert code == "limits_cross"
    assert said.startswith(f"{high} would be ")
    assert f" {low}, which is " in said


def test_two_limits_are_moved_past_each_other_in_one_go(companion):
    companion.plan.set("limits", "protein.aim_g_per_kg=1.8, protein.high_g_per_kg=2", decided_by="A. Roe")
    assert companion.plan.in_force().limits.value == "protein.aim_g_per_kg=1.8, protein.high_g_per_kg=2"


def test_what_an_older_version_kept_and_cannot_be_is_left_out(companion):
    kept_before(companion, "fluid.round_to=0, session.rise_end=1, session.end_rating=6, load.gone=3")
    assert companion.limits(FluidLimits, "fluid").round_to == 50
    session = companion.limits(SessionLimits, "session")
    assert (session.rise_end, session.end_rating) == (3, 6)


def test_a_second_limit_keeps_the_first(companion):
    companion.plan.set("limits", "session.end_rating=7", decided_by="K. Weber")
    saved = companion.plan.set("limits", "session.rise_end=2", decided_by="A. Roe")
    assert saved.entry.value == "session.end_rating=7, session.rise_end=2"
    assert companion.plan.limits.whose() == {"session.end_rating": "K. Weber", "session.rise_end": "A. Roe"}
    said = words.set_(saved, companion.content)
    assert said.startswith("Saved: limits: ")
    assert said.count("decided by A. Roe") == 1
    assert "7 of 10" not in said
    now = words.limits_in_force(saved.entry, companion.plan.limits.whose(), companion.content)
    assert "7 of 10, by K. Weber; " in now
    assert "2 points, by A. Roe; " in now


def test_a_limit_with_no_number_goes_back_to_the_programs(companion):
    companion.plan.set("limits", "session.end_rating=7, session.rise_end=2", decided_by="K. Weber")
    companion.plan.set("limits", "session.end_rating=", decided_by="K. Weber")
    assert companion.plan.in_force().value("limits") == "session.rise_end=2"
    saved = companion.plan.set("limits", "session.rise_end=", decided_by="K. Weber")
    assert companion.plan.in_force().limits is None
    assert "3 points, the program's" in words.set_(saved, companion.content)
    assert companion.limits(SessionLimits, "session").end_rating == 8
    assert companion.plan.limits.whose() == {}
