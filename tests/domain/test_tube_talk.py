"""When the talk about a feeding tube is offered: research/nutrition.md 1.5, with our numbers for it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from companion.domain.entries import MealEaten, QuickEaten, TubeTalk
from companion.domain.intake import sum_day
from companion.domain.tube_talk import TalkReason, long_meals, low_intake, may_offer, reasons

TODAY = date(2026, 11, 22)
LOW = TalkReason("intake", 0.7, 0.75, 12)


def envelope(back):
    at = datetime(2026, 11, 22, 12, tzinfo=UTC) - timedelta(days=back)
    return {"at": at, "recorded": at, "by": "Ana", "role": "owner", "via": "command", "version": "1"}


def meals(minutes=(), coughs=()):
    """A meal a day with these minutes, then one a day with these coughs."""
    facts = [
        *((back, {"minutes": taken}) for back, taken in enumerate(minutes)),
        *((back, {"coughs": number}) for back, number in enumerate(coughs)),
    ]
    common = {"slot": "lunch", "name": "Soup", "meal": "soup", "eaten": 1.0}
    return [
        (TODAY - timedelta(days=back), MealEaten(**envelope(back), **common, **fact)) for back, fact in facts
    ]


LONG = meals(minutes=[31] * 4 + [20] * 3)  # most of seven days
COUGHS = meals(coughs=[1, 2, 1, 0])


@pytest.mark.parametrize(
    ("loss", "eaten", "intake", "codes"),
    [
        (None, [], None, []),
        (4.99, LONG[:0], None, []),
        (9.99, [], None, []),  # 1.5: 10 %, or 5 % with long meals or choking
        (10.0, [], None, ["loss"]),
        (10.0000000001, [], None, ["loss"]),
        (4.99, COUGHS, None, []),  # coughing alone is for the swallowing therapist
        (5.0, COUGHS, None, ["loss", "coughs"]),
        (5.0, LONG, None, ["loss", "long_meals"]),
        (5.0, meals(coughs=[1, 1, 0]), None, []),  # two meals are not three
        (None, LONG, None, ["long_meals"]),  # 1.5: meals longer than 30 minutes most days
        (None, [], LOW, ["intake"]),  # 1.5: under 75 % for 14 days
        (12, [*LONG, *COUGHS], LOW, ["loss", "coughs", "long_meals", "intake"]),
    ],
)
def test_what_makes_the_talk_worth_offering(loss, eaten, intake, codes, tube_talk_limits, meal_limits):
    assert [reason.code for reason in reasons(loss, eaten, intake, tube_talk_limits, meal_limits)] == codes


def test_the_limit_of_a_loss_is_the_one_that_led_to_it(tube_talk_limits, meal_limits):
    assert reasons(10, [], None, tube_talk_limits, meal_limits)[0].limit == 10
    assert reasons(5, COUGHS, None, tube_talk_limits, meal_limits)[0].limit == 5


@pytest.mark.parametrize(
    ("minutes", "long"),
    [
        ([31] * 4 + [30] * 3, 4),
        ([31] * 4 + [30] * 4, None),  # half of the days is not most
        ([30] * 7, None),  # the limit itself is not long, as beside the meal
        ([45] * 6, None),  # too few days with a time
        ([], None),
    ],
)
def test_long_meals_are_long_on_most_of_enough_days(minutes, long, tube_talk_limits, meal_limits):
    found = long_meals(meals(minutes), tube_talk_limits, meal_limits)
    assert (found.value if found else None) == long


def test_two_meals_of_a_day_are_one_day(tube_talk_limits, meal_limits):
    twice = [(TODAY, meal) for _, meal in meals([31] * 8)]
    assert long_meals(twice, tube_talk_limits, meal_limits) is None


def eaten(kcal, days):
    """Whole days of three parts with this energy together."""
    found = []
    for back in range(1, days + 1):
        parts = [
            QuickEaten(**envelope(back), slot=slot, name="Soup", kcal=kcal / 3, protein_g=5)
            for slot in ("breakfast", "lunch", "supper")
        ]
        found.append(sum_day(TODAY - timedelta(days=back), parts, over=True))
    return found


@pytest.mark.parametrize(
    ("days", "target", "share"),
    [
        (eaten(1499, 10), 2000, pytest.approx(0.7495)),
        (eaten(1500, 10), 2000, None),  # exactly three quarters is not under
        (eaten(1000, 9), 2000, None),  # too few days are known
        (eaten(1000, 10), None, None),
    ],
)
def test_low_intake_is_judged_on_whole_days_alone(days, target, share, tube_talk_limits, protein_limits):
    found = low_intake(days, target, tube_talk_limits, protein_limits)
    assert (found.value if found else None) == share


@pytest.mark.parametrize(
    ("answer", "back", "again"),
    [
        ("later", 89, False),
        ("later", 90, True),
        ("talked", 400, False),
        ("no", 400, False),
    ],
)
def test_it_is_offered_once_and_again_only_where_that_was_asked(answer, back, again, tube_talk_limits):
    entry = TubeTalk(**envelope(back), answer=answer)
    assert may_offer([(TODAY - timedelta(days=back), entry)], TODAY, tube_talk_limits) is again


def test_the_newest_answer_counts_and_none_at_all_lets_it_be_offered(tube_talk_limits):
    later, no = (TubeTalk(**envelope(back), answer=a) for back, a in ((200, "later"), (150, "no")))
    on = TODAY - timedelta(days=150)
    assert may_offer([], TODAY, tube_talk_limits)
    assert not may_offer([(on, later), (on, no)], TODAY, tube_talk_limits)
