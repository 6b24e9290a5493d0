"""Looking back over weeks: the sums of the days, the watch as it spoke, days before the diary."""

from datetime import timedelta

import pytest

from companion.services.companion import Companion
from companion.services.trends import Span


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
    assert span.meals.coughed_on == (span.last,)
