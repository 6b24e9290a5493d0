"""The demo: eight invented weeks, made when they are due, and never in the way of a real diary."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from companion.bootstrap import open_companion
from companion.demo.folder import MARK, prepare
from companion.demo.script import DAYS
from companion.domain.entries import MealEaten, Rated, SessionEnded, Taken, Weighed
from companion.domain.fatigue_watch import DayRating, Watch
from companion.domain.limits import WatchLimits
from companion.errors import Malformed
from companion.services.companion import Companion

NOW = "2026-11-22T21:30:00+01:00"
TODAY = date(2026, 11, 22)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own at a fixed time; the demo's folder is somewhere below it."""
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("COMPANION_NOW", NOW)
    monkeypatch.delenv("COMPANION_DATA_DIR", raising=False)
    return tmp_path


@pytest.fixture
def demo(home: Path) -> Companion:
    return open_companion(demo=True)


def folder_of(companion: Companion) -> Path:
    assert companion.folder is not None
    return companion.folder


def months(companion: Companion) -> list[tuple[object, ...]]:
    """What was written, without the ids, which are minted."""
    return [
        (e.kind, e.at, e.by, e.note, getattr(e, "name", None), getattr(e, "rating", None))
        for e in companion.diary.entries()
    ]


def test_eight_weeks_with_something_on_every_day(demo: Companion) -> None:
    days = {demo.day_of(entry) for entry in demo.diary.entries()}
    assert days == {TODAY - timedelta(days=ago) for ago in range(DAYS)}


def test_every_file_is_whole(demo: Companion) -> None:
    assert [state.name for state in demo.diary.check() if not state.ok] == []


def test_the_watch_catches_the_one_rise(demo: Companion) -> None:
    watch = demo.fatigue.state().watch
    assert watch.level != "none"
    assert watch.reason is not None
    assert TODAY - watch.reason.since <= timedelta(days=10)
    assert watch.reason.rise >= 1


def test_the_watch_was_quiet_before_the_rise(demo: Companion) -> None:
    limits = demo.limits(WatchLimits, "watch")
    mornings = [DayRating(day, rated.rating) for day, rated in sorted(demo.fatigue.daily(DAYS).items())]
    keeper = Watch(limits)
    levels = {rated.date: keeper.add(rated).level for rated in mornings}
    assert {level for day, level in levels.items() if day < TODAY - timedelta(days=10)} == {"none"}


def test_only_meals_that_the_plan_allows(demo: Companion) -> None:
    allowed = {offer.meal.id: offer.meal for offer in demo.meals.allowed()}
    eaten = [entry for entry in demo.diary.entries("meal") if isinstance(entry, MealEaten)]
    assert len(eaten) > 4 * DAYS
    assert [entry.meal for entry in eaten if entry.meal not in allowed] == []
    assert [entry.meal for entry in eaten if entry.slot not in allowed[entry.meal].slots] == []


def test_five_to_seven_things_a_day_but_for_two_thin_days(demo: Companion) -> None:
    taken = [entry for entry in demo.diary.entries() if isinstance(entry, Taken)]
    counts = sorted(
        sum(demo.day_of(entry) == TODAY - timedelta(days=ago) for entry in taken) for ago in range(DAYS)
    )
    assert counts[:2] == [2, 2]
    assert counts[2] >= 5
    assert counts[-1] <= 7


def test_the_weight_falls_slowly(demo: Companion) -> None:
    weights = [entry.kg for entry in demo.diary.entries("weight") if isinstance(entry, Weighed)]
    assert len(weights) == 8
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] == 56.8


def test_some_sessions_are_cut_short_and_some_days_are_for_rest(demo: Companion) -> None:
    ends = [e.outcome for e in demo.diary.entries("session_end") if isinstance(e, SessionEnded)]
    assert set(ends) == {"finished", "stopped", "rested"}
    assert demo.sessions.unfinished() is None


def test_texture_levels_were_decided_by_a_therapist(demo: Companion) -> None:
    plan = demo.plan.in_force()
    for level in (plan.food_level, plan.drink_level):
        assert level is not None
        assert "swallowing therapist" in level.decided_by


def test_every_entry_is_recorded_when_it_happened_and_never_in_the_future(demo: Companion) -> None:
    entries = demo.diary.entries()
    assert all(entry.recorded == entry.at <= demo.clock() for entry in entries)
    assert [e.id for e in entries] == sorted(e.id for e in entries)


def test_the_same_days_every_time(home: Path, demo: Companion) -> None:
    first = months(demo)
    (folder_of(demo) / MARK).unlink()
    assert months(open_companion(demo=True)) == first


def test_in_the_morning_the_afternoon_is_not_there(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPANION_NOW", "2026-11-22T09:00:00+01:00")
    demo = open_companion(demo=True)
    slots = {entry.slot for entry in demo.intake.day().day.entries}
    assert slots == {"breakfast"}


def test_an_entry_made_today_stays(demo: Companion) -> None:
    entry = demo.fatigue.log(7).entry
    again = open_companion(demo=True)
    newest = again.fatigue.state().latest
    assert isinstance(newest, Rated)
    assert newest.id == entry.id


def test_tomorrow_it_is_made_afresh(demo: Companion, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = demo.fatigue.log(7).entry
    monkeypatch.setenv("COMPANION_NOW", "2026-11-23T08:30:00+01:00")
    tomorrow = open_companion(demo=True)
    found = tomorrow.diary.entries()
    assert entry.id not in {e.id for e in found}
    assert max(tomorrow.day_of(e) for e in found) == date(2026, 11, 23)


def test_another_version_makes_it_afresh(demo: Companion, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = demo.fatigue.log(7).entry
    monkeypatch.setattr("companion.demo.folder.__version__", "99.0")
    assert entry.id not in {e.id for e in open_companion(demo=True).diary.entries()}


def test_half_a_demo_left_behind_is_no_hindrance(home: Path) -> None:
    where = home / "companion-demo"
    beside = where.with_name(".companion-demo.new")
    beside.mkdir()
    (beside / "2026-11.json").write_text("half")
    where.mkdir()
    prepare(where, lambda: datetime.fromisoformat(NOW))
    assert (where / MARK).is_file()
    assert not beside.exists()


def test_several_at_once_meet_one_whole_demo(home: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: open_companion(demo=True), range(4)))
    counts = {len(companion.diary.entries()) for companion in opened}
    assert len(counts) == 1
    assert counts.pop() > 500


def test_a_real_diary_is_left_alone(home: Path) -> None:
    real = open_companion()
    real.fatigue.log(3)
    before = {path: path.read_bytes() for path in folder_of(real).rglob("*") if path.is_file()}
    demo = open_companion(demo=True)
    demo.fatigue.log(7)
    assert folder_of(demo) != folder_of(real)
    after = {path: path.read_bytes() for path in folder_of(real).rglob("*") if path.is_file()}
    assert after == before


def test_the_variable_cannot_move_it_onto_real_data(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPANION_DATA_DIR", str(home / "real"))
    open_companion(demo=True)
    assert not (home / "real").exists()
    with pytest.raises(Malformed):
        open_companion(home / "real", demo=True)


def test_it_says_that_it_is_a_demo(demo: Companion) -> None:
    assert demo.today.view().demo
    assert folder_of(demo).name == "companion-demo"
