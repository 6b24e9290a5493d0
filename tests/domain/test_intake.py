"""The sums of a day, what stays unknown in them, and whether protein was spared."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.energy import ProteinTarget
from companion.domain.entries import Drunk, FoodEaten, MealEaten, QuickEaten, TubeFed
from companion.domain.intake import by_day, in_slots, nitrogen_ratio, spared, sum_day, to_come, week, whole

TODAY = date(2026, 11, 22)
RANGE = ProteinTarget(low_g=56, aim_g=84, high_g=105, source="per_kg")  # 70 kg


def at(hour, day=22):
    return {
        "at": datetime(2026, 11, day, hour, tzinfo=UTC),
        "recorded": datetime(2026, 11, day, hour, tzinfo=UTC),
        "by": "Ana",
        "role": "owner",
        "via": "command",
        "version": "1",
    }


PORRIDGE = MealEaten(
    **at(8), slot="breakfast", name="Porridge", meal="porridge", kcal=400, protein_g=12, eaten=0.5
)
BANANA = FoodEaten(**at(8), slot="breakfast", name="Banana", food="banana", kcal=89, protein_g=1.1, grams=118)
MILK = Drunk(**at(15), slot="afternoon", name="Milk", kcal=61, protein_g=3.2, fluid_ml=88, ml=200)
FEED = TubeFed(**at(8, 20), slot="breakfast", name="Feed", kcal=150, protein_g=6, ml=1400)
CAKE = QuickEaten(**at(16), slot="afternoon", name="Cake at a friend's")


def test_a_day_adds_up_what_was_really_taken():
    day = sum_day(TODAY, [PORRIDGE, BANANA, MILK])
    assert day.total.kcal == pytest.approx(200 + 105.02 + 122)  # nutrition.md 1.8: banana 118 g is 105.02
    assert day.total.protein_g == pytest.approx(6 + 1.298 + 6.4)
    assert day.total.fluid_ml == pytest.approx(176)
    assert day.by_slot["breakfast"].kcal == pytest.approx(305.02)
    assert day.by_slot["afternoon"].kcal == pytest.approx(122)


def test_unknown_energy_adds_nothing_and_is_counted():
    day = sum_day(TODAY, [MILK, CAKE])
    assert day.total.kcal == pytest.approx(122)
    assert day.unknown_kcal == 1


def test_unknown_protein_is_counted_and_leaves_the_day_without_one_to_judge():
    day = sum_day(TODAY, [MILK, CAKE, CAKE])
    assert (day.unknown_protein, day.total.protein_g, day.protein_g) == (2, pytest.approx(6.4), None)
    assert sum_day(TODAY, [MILK]).protein_g == pytest.approx(6.4)


def test_a_day_without_entries_is_unknown_not_nothing():
    assert sum_day(TODAY, []).total.kcal is None


def test_a_day_begins_at_its_hour():
    night = MILK.model_copy(update=at(3, day=23))
    days = by_day([night, MILK, MILK.model_copy(update=at(4, day=23))], 4, date(2026, 11, 23))
    assert {on: (len(day.entries), day.over) for on, day in days.items()} == {
        date(2026, 11, 22): (2, True),
        date(2026, 11, 23): (1, False),
    }


@pytest.mark.parametrize(
    ("kcal", "protein", "ratio"),
    [(2100, 84, 131.25), (1500, 100, 68.75), (2100, 0, None)],  # nutrition.md 1.8
)
def test_energy_per_gram_of_nitrogen(kcal, protein, ratio, protein_limits):
    assert nitrogen_ratio(kcal, protein, protein_limits) == ratio


@pytest.mark.parametrize(
    ("kcal", "protein", "target", "ok", "advice"),
    [  # care.md: energy at 90 %, protein in range, ratio at 100
        (2100, 84, 2100, True, None),
        (1890, 84, 2100, True, None),  # exactly 90 %
        (1889, 84, 2100, False, "add_carb_or_fat"),
        (2100, 105, 2100, True, None),  # exactly 1.5 g/kg, ratio exactly 100
        (1500, 100, 1500, False, "add_carb_or_fat"),  # 1.8: 68.8 fails
        (2100, 56, 2100, True, None),  # exactly 0.8 g/kg
        (2100, 55, 2100, False, "add_protein"),
        (2100, 0, 2100, False, "add_protein"),
        (2700, 106, 2100, False, "above_range"),
        (1500, 50, 2100, False, "add_carb_or_fat"),  # energy comes first
        (2100, 84, None, None, None),
        (None, 84, 2100, None, None),
        (2100, None, 2100, None, None),
    ],
)
def test_whether_protein_was_spared(kcal, protein, target, ok, advice, protein_limits):
    found = spared(kcal, protein, target, RANGE, protein_limits)
    assert (found.ok, found.advice) == (ok, advice)


def test_without_a_protein_target_nothing_is_judged(protein_limits):
    assert spared(2100, 84, 2100, None, protein_limits).ok is None


def test_what_was_taken_is_zero_on_an_empty_day_and_unknown_where_nothing_of_it_is_known():
    assert sum_day(TODAY, []).taken.kcal == 0
    assert sum_day(TODAY, [], over=True).taken.kcal is None
    assert sum_day(TODAY, [BANANA], over=True).taken.kcal == pytest.approx(105.02)
    assert sum_day(TODAY, [CAKE]).taken.kcal is None
    assert sum_day(TODAY, [CAKE, BANANA]).taken.kcal == pytest.approx(105.02)


def test_slots_keep_their_order_and_those_no_longer_in_the_settings_come_last():
    day = sum_day(TODAY, [PORRIDGE, MILK, BANANA])
    assert in_slots(day, ["lunch", "afternoon"]) == {
        "lunch": [], "afternoon": [MILK], "breakfast": [PORRIDGE, BANANA],
    }  # fmt: skip


def test_still_to_come_are_the_slots_from_now_on_that_have_nothing():
    slots = ["breakfast", "morning", "lunch", "afternoon", "supper"]
    day = sum_day(TODAY, [PORRIDGE, MILK])
    assert to_come(day, slots, "lunch") == ["lunch", "supper"]
    assert to_come(day, slots, "afternoon") == ["supper"]


def over(day, energy, grams, slots=("breakfast", "lunch", "supper"), **unknown):
    """A day that is over with this energy and protein, in these parts."""
    share = {"kcal": energy / len(slots), "protein_g": grams / len(slots)} | unknown
    return sum_day(
        date(2026, 11, day), [QuickEaten(**at(8, day), slot=s, name="x", **share) for s in slots], over=True
    )


@pytest.mark.parametrize(
    ("day", "enough"),
    [
        (over(20, 2000, 80), True),
        (over(20, 2000, 80, slots=("breakfast", "lunch")), False),
        (over(20, 2000, 80, protein_g=None), False),
        (over(20, 2000, 80, kcal=None), False),
        (sum_day(date(2026, 11, 20), over(20, 2000, 80).entries), False),  # it still runs
        (sum_day(date(2026, 11, 20), [], over=True), False),
        (sum_day(date(2026, 11, 20), [FEED], over=True), True),  # one feed may be the whole night
        (sum_day(date(2026, 11, 20), [FEED, CAKE], over=True), False),  # its energy is not known
    ],
)
def test_a_day_is_whole_when_it_is_over_and_nothing_of_it_is_unknown(day, enough, protein_limits):
    assert whole(day, protein_limits) is enough


@pytest.mark.parametrize(
    ("days", "ok", "advice", "good"),
    [  # care.md, Targets: 90 % of 2,100 kcal, 56 to 105 g, 100 kcal to a gram of nitrogen; mean of the days
        ([(2100, 84)] * 4, True, None, 4),
        ([(2100, 84)] * 3, None, None, 3),  # too few days say nothing
        ([(1890, 84)] * 4, True, None, 4),  # exactly 90 %
        ([(1889, 84)] * 4, False, "add_carb_or_fat", 0),
        ([(2100, 84)] * 3 + [(1500, 84)], True, None, 3),  # the mean is 93 %
        ([(2100, 84)] * 2 + [(1500, 84)] * 2, False, "add_carb_or_fat", 2),
        ([(1900, 104)] * 5, False, "add_carb_or_fat", 0),  # 89 kcal to a gram of nitrogen
        ([(2100, 50)] * 4, False, "add_protein", 0),
        ([(3000, 120)] * 4, False, "above_range", 0),
    ],
)
def test_a_week_is_judged_by_the_mean_of_its_whole_days(days, ok, advice, good, protein_limits):
    found = week([over(15 + n, *day) for n, day in enumerate(days)], TODAY, 2100, RANGE, protein_limits)
    assert (found.verdict.ok, found.verdict.advice) == (ok, advice)
    assert (found.known, found.good) == (len(days), good)


def test_a_week_ends_yesterday_and_leaves_out_what_is_not_whole(protein_limits):
    days = [over(14, 10, 1), *(over(n, 2100, 84) for n in range(15, 20)), over(21, 10, 1, slots=("lunch",))]
    running = sum_day(TODAY, over(22, 10, 1).entries)
    found = week([*days, running], TODAY, 2100, RANGE, protein_limits)
    assert (found.first, found.last) == (date(2026, 11, 15), date(2026, 11, 21))
    assert (found.known, found.kcal, found.verdict.ok) == (5, pytest.approx(2100), True)


def test_a_week_without_a_target_is_not_judged(protein_limits):
    found = week([over(n, 2100, 84) for n in range(15, 20)], TODAY, None, None, protein_limits)
    assert (found.known, found.verdict.ok) == (5, None)


@given(st.lists(st.tuples(st.floats(0, 6000), st.floats(0, 300)), min_size=4, max_size=7))
def test_nobody_is_told_to_eat_less_protein(protein_limits, days):
    found = week([over(15 + n, *day) for n, day in enumerate(days)], TODAY, 2100, RANGE, protein_limits)
    assert found.verdict.advice in (None, "add_carb_or_fat", "add_protein", "above_range")
    assert (found.verdict.advice is None) is (found.verdict.ok is True)
