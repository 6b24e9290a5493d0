"""The watch over weeks and years: what it says does not depend on how many days one looks at."""

from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from companion.config.settings import Settings
from companion.domain.entries import Rated, StepDone
from companion.domain.fatigue_watch import WatchReason
from companion.domain.limits import WatchLimits
from companion.domain.trends import told
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf
from companion.wording import fatigue, trends

NOW = datetime.fromisoformat("2026-04-14T16:15:00+02:00")
SPANS = (7, 28, None)
CLIMBS = (-0.5, -0.2, 0, 0.2, 0.5)
SILENT = st.sampled_from((0, 0, 1, 5, 14, 20))  # days at the end; with 14 and more the newest is of March


def rated(companion: Companion, at: datetime, rating: int, **more: object) -> Rated:
    facts = {"when": "morning", "helper_view": False, "session": None} | more
    return companion.sign(Rated, at=at, rating=max(0, min(10, rating)), **facts)


def step(companion: Companion, at: datetime) -> StepDone:
    return companion.sign(
        StepDone, at=at, session="s", part=0, exercise="neck_turn", side=None, mode="active", outcome="done"
    )


@pytest.fixture
def one(library, clock) -> Companion:
    clock.now = NOW
    return Companion(diary=Diary(MemoryShelf(), clock), content=library, settings=Settings(), clock=clock)


def lived(library, seed: int, silent: int) -> Companion:
    """Somebody whose tiredness wanders, with gaps, helper's views and exercise, silent in the last days."""
    found = Companion(
        diary=Diary(MemoryShelf(), lambda: NOW), content=library, settings=Settings(), clock=lambda: NOW
    )
    dice, level, entries = Random(seed), 3.0, list[Rated | StepDone]()
    for back in range(dice.choice((40, 130, 200)) + silent, silent - 1, -1):
        level = min(9, max(1, level + dice.choice(CLIMBS) + 2 * (dice.random() < 0.03)))
        at = NOW - timedelta(days=back, hours=8)
        if dice.random() < 0.2:
            entries.append(step(found, at + timedelta(hours=2)))
        if dice.random() < 0.85:
            rating, view = round(level + dice.gauss(0, 1)), dice.random() < 0.1
            entries.append(rated(found, at, rating, helper_view=view))
    found.write(*entries)
    return found


def newest(companion: Companion) -> tuple[date, str, WatchReason] | None:
    state = companion.fatigue.state().watch
    own = [on for on, one in companion.fatigue.daily(400).items() if not one.helper_view]
    return (max(own), state.level, state.reason) if state.reason else None


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), SILENT)
@example(68, 20)  # these are told otherwise where the watch begins elsewhere
@example(235, 14)
@example(263, 20)
def test_every_span_says_what_today_says(library, seed: int, silent: int) -> None:
    companion = lived(library, seed, silent)
    now, state = newest(companion), companion.fatigue.state()
    assert companion.fatigue.course(28).state == companion.fatigue.course(200).state == state
    own, limits = companion.fatigue.own(date(2025, 1, 1)), companion.limits(WatchLimits, "watch")
    assert told(own, own[-1].date, limits)[own[-1].date] == state.watch
    everything = companion.trends.over(None).tiredness
    spans = [companion.trends.over(days) for days in SPANS] + [companion.reports.gather(4).span]
    for span in spans:
        tired = span.tiredness
        assert tired.state == state
        alerts = [one for one in everything.alerts if one.last >= span.first or (now and one.last == now[0])]
        assert list(tired.alerts) == alerts
        levels = {day.date: day.level for day in everything.days if day.date >= span.first}
        assert {day.date: day.level for day in tired.days} == levels
        if now is None:
            continue
        assert tired.alerts[-1].last == now[0]
        assert levels.get(now[0], now[1]) == now[1]
        if tired.days:
            lines = trends.said(span, "tiredness", "kg")
            assert fatigue.rose(state.watch) in lines
            assert sum(
                line.startswith(("Notice from", "Warning from", "Notice on", "Warning on")) for line in lines
            ) == min(4, len(tired.alerts) - 1)


def test_a_day_has_the_level_of_that_day_and_not_the_gravest_of_its_time(one: Companion) -> None:
    ratings = [3] * 40 + [6] * 2 + [9] * 4
    one.write(*(rated(one, NOW - timedelta(days=45 - n), r) for n, r in enumerate(ratings)))
    tired = one.trends.over(28).tiredness
    levels = [day.level for day in tired.days][-6:]
    assert tired.alerts[-1].level == "warning"
    assert levels.index("notice") < levels.index("warning")


def test_a_day_is_in_a_rise_where_the_room_of_tiredness_says_so(one: Companion) -> None:
    ratings = [3] * 40 + [6] * 2 + [9] * 4
    one.write(*(rated(one, NOW - timedelta(days=45 - n), r) for n, r in enumerate(ratings)))
    risen = {day.date for day in one.trends.over(28).tiredness.days if day.risen}
    assert risen == {mark.date for mark in one.fatigue.course(28).days if mark.level != "none"} != set()


def test_an_alert_that_began_before_these_days_keeps_its_beginning(one: Companion) -> None:
    ratings = [3] * 40 + [7] * 5
    one.write(*(rated(one, NOW - timedelta(days=46 - n), r) for n, r in enumerate(ratings)))
    alert = one.trends.over(7).tiredness.alerts[-1]
    assert alert.first < one.trends.over(4).first <= alert.last
    assert one.trends.over(4).tiredness.alerts == (alert,)


def test_a_helpers_view_is_not_watched(one: Companion) -> None:
    one.write(*(rated(one, NOW - timedelta(days=40 - n), 3) for n in range(36)))
    one.write(*(rated(one, NOW - timedelta(days=n), 9, helper_view=True) for n in range(4)))
    assert one.trends.over(28).tiredness.alerts == ()


def test_mornings_after_are_those_of_the_day_after_a_session(one: Companion) -> None:
    one.write(step(one, NOW - timedelta(days=3)))
    one.write(*(rated(one, NOW - timedelta(days=n), 3) for n in range(5)))
    after = [day.date for day in one.fatigue.own(NOW.date() - timedelta(days=4)) if day.after_session]
    assert after == [NOW.date() - timedelta(days=2)]


def test_a_session_before_the_first_day_counts_for_its_morning(one: Companion) -> None:
    one.write(step(one, NOW - timedelta(days=3)), rated(one, NOW - timedelta(days=2), 3))
    assert [day.after_session for day in one.fatigue.own(NOW.date() - timedelta(days=2))] == [True]


def test_a_rating_after_midnight_is_of_the_day_before_and_not_of_the_first(one: Companion) -> None:
    one.write(rated(one, (NOW - timedelta(days=2)).replace(hour=1), 3))
    assert one.fatigue.own(NOW.date() - timedelta(days=2)) == []
    assert len(one.fatigue.own(NOW.date() - timedelta(days=3))) == 1
