"""Looking back over weeks: the sums of the days, the watch as it spoke, days before the diary."""

from datetime import timedelta

import pytest

from companion.services.companion import Companion
from companion.services.trends import Span
from companion.wording import trends


@pytest.fixture
def weeks(ruth: Companion, clock) -> Companion:
    """Four weeks up to today, with a day without entries, a rise of tiredness, and coughing once."""
    clock.go(days=-60)
    ruth.plan.set("energy", "1900", decided_by="J. Okafor", confirmed=True)
    clock.go(days=60)
    for day in range(28, -1, -1):
        at = clock() - timedelta(days=day, hours=6)
        if day != 5:
            ruth.intake.quick("Porridge", kcal=1500 + 20 * day, protein_g=40, at=at)
            ruth.intake.quick("Mash", kcal=310.5, protein_g=9.5, at=at)
        ruth.fatigue.log(7 if day < 4 else 3, at=at, when="morning")
    ruth.meals.log(ruth.meals.allowed()[0].meal.id, 1.0, minutes=35, coughs=2)
    return ruth


def test_each_day_is_the_day_of_the_tracker(weeks: Companion) -> None:
    span = weeks.trends.over(28)
    for one in span.energy.days:
        assert one.value == pytest.approx(weeks.intake.day(one.date).day.total.kcal)
    assert len(span.energy.days) == span.energy.spread.days == 26
    assert span.last not in {one.date for one in span.energy.days}
    assert (span.energy.reached, span.energy.judged) == (22, 26)


def test_the_last_alert_goes_on_exactly_while_the_watch_speaks(weeks: Companion, clock) -> None:
    for _ in range(12):
        tired, state = weeks.trends.over(7).tiredness, weeks.fatigue.state().watch
        goes_on = any(one.last == tired.days[-1].date for one in tired.alerts)
        assert goes_on == (state.level != "none")
        assert tired.band == state.band(0, 10)
        clock.go(days=1)
        weeks.fatigue.log(3, when="morning")
    assert state.level == "none"
    assert weeks.trends.over(28).tiredness.alerts


def test_everything_begins_with_the_first_entry_even_one_after_midnight(companion: Companion, clock) -> None:
    clock.go(hours=-15)  # a quarter past one: still of the day before
    companion.weight.log(57)
    clock.go(days=3)
    span = companion.trends.over(None)
    assert (span.days, span.began, span.is_all) == (4, span.first, True)
    assert len(span.weight.weighed) == 1


def test_an_empty_diary_has_one_day_and_nothing_in_it(companion: Companion) -> None:
    span = companion.trends.over(None).read()
    assert (span.days, span.over, span.energy.spread, span.sessions) == (1, 0, None, ())
    assert (span.weight.state, span.tiredness.days, span.meals.count) == (None, (), 0)


def test_read_reads_every_part_at_once(weeks: Companion, monkeypatch: pytest.MonkeyPatch) -> None:
    span = weeks.trends.over(28).read()
    monkeypatch.setattr(type(weeks.diary), "entries", None)
    monkeypatch.setattr(type(weeks.diary), "facts", None)
    assert isinstance(span, Span)
    assert span.energy.spread is not None
    assert span.tiredness.alerts
    assert span.weight.state is None
    assert span.meals.coughing == (True,)


def meal(
    companion: Companion, clock, back: int, kcal: float, protein_g: float | None, **facts: object
) -> None:
    at = clock() - timedelta(days=back, hours=2)
    companion.intake.quick("Soup", kcal=kcal, protein_g=protein_g, at=at, **facts)


def test_the_mean_of_seven_days_is_that_of_the_week_on_today(ruth: Companion, clock) -> None:
    for back in range(7, 0, -1):
        whole = back % 2
        for slot in ("breakfast", "lunch", "supper") if whole else ("lunch",):
            meal(ruth, clock, back, 600 if whole else 300, 20, slot=slot)
    span, week = ruth.trends.over(28), ruth.intake_week.view().week
    assert (week.known, week.kcal, week.protein_g) == (4, 1800, 60)
    assert span.energy.means[-1].value == week.kcal
    assert span.protein.means[-1].value == week.protein_g
    assert len(span.enough) == span.energy.enough.days == 4
    assert span.energy.spread.days == 7
    assert (
        trends.said(span, "energy", "kg").count(
            "Of the 7 days up to 13 April those with enough written down came to 1,800 kcal a day."
        )
        == 1
    )


@pytest.mark.parametrize("decided", [None, "50", "80", "120"])
def test_the_floor_of_protein_is_the_lower_end_on_today(ruth: Companion, clock, decided: str | None) -> None:
    ruth.weight.log(60)
    if decided:
        ruth.plan.set("protein", decided, decided_by="J. Okafor", confirmed=True)
    span = ruth.trends.over(7)
    assert span.protein.floors[span.last] == ruth.energy.targets().protein.low_g


def test_before_a_first_decision_there_is_no_floor(ruth: Companion, clock) -> None:
    clock.go(days=-3)
    ruth.plan.set("energy", "1900", decided_by="J. Okafor", confirmed=True)
    clock.go(days=3)
    span = ruth.trends.over(7)
    assert list(span.energy.floors) == [span.last - timedelta(days=n) for n in (3, 2, 1, 0)]


def test_what_is_not_known_of_today_is_not_counted(ruth: Companion, clock) -> None:
    meal(ruth, clock, 1, 500, None)
    meal(ruth, clock, 0, 500, None)
    assert ruth.trends.over(7).protein.unknown == 1


def test_a_span_that_was_read_stays_as_it_was_read(companion: Companion, clock) -> None:
    companion.weight.log(57)
    span = companion.trends.over(28).read()
    companion.weight.log(58, at=clock() - timedelta(days=60))
    assert (span.is_all, span.began, span.over) == (True, span.last, 0)
    assert not companion.trends.over(28).is_all
