"""The History room: what happened day by day, and the way back from each entry."""

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from textual import events
from tui.rows import text

from companion.services.companion import Companion
from companion.tui.screens.history import WRITER


def session(companion: Companion, done: int = 2) -> None:
    """A session written down as done, step by step."""
    companion.sessions.log("hands_wrists", done=done)


@pytest.mark.quick
async def test_the_newest_day_comes_first_with_time_what_and_who(ruth: Companion, visit: Any) -> None:
    ruth.intake.quick("Toast", kcal=120)
    ruth.by = "Maria"
    ruth.intake.quick("Soup", kcal=150, at=ruth.clock() - timedelta(days=1))
    ruth.by = None
    async with visit(ruth, "history", (80, 24)) as seen:
        shown = text(seen.rows())
        assert shown.index("Today, Tuesday 14 April") < shown.index("Toast, 120 kcal Ruth")
        assert shown.index("Toast") < shown.index("Yesterday, Monday 13 April") < shown.index("Soup")
        assert "Soup, 150 kcal Maria" in shown


async def test_the_card_says_who_how_when_and_the_note(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    ruth.via, ruth.by = "ssh", "Maria"
    entry = ruth.fatigue.log(5, note="A bad night.", at=ruth.clock() - timedelta(hours=2)).entry
    ruth.via, ruth.by = "command", None
    async with visit(ruth, "history", size) as seen:
        seen.app.screen.list.go(entry.id)
        await seen.press()
        shown = text(seen.rows())
        assert "By Maria (name not checked), from a distance, 14 April, 14:15." in shown
        assert "A bad night." in shown
        details = text(await seen.press("o"))
        assert "A bad night." in details
        assert "Written down 14 April, 16:15." in details


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_any_entry_is_taken_back_and_brought_back(ruth: Companion, visit: Any, key: str) -> None:
    entry = ruth.intake.quick("Toast", kcal=120).entry
    ruth.intake.quick("Soup", kcal=150)
    async with visit(ruth, "history", (80, 24)) as seen:
        seen.app.screen.list.go(entry.id)
        shown = text(await seen.press(key))
        assert ruth.diary.find(entry.id).removed
        assert "Taken back: Toast, 120 kcal" in shown
        assert seen.app.screen.key == entry.id
        await seen.press(key)
        assert not ruth.diary.find(entry.id).removed
        shown = text(seen.rows())
        assert "Taken back" not in shown
        assert "Brought back: Toast, 120 kcal." in shown


@pytest.mark.parametrize("key", ["u", "U"])
async def test_u_undoes_the_newest_doing_wherever_the_cursor_stands(
    ruth: Companion, visit: Any, key: str
) -> None:
    older = ruth.intake.quick("Toast", kcal=120).entry
    newest = ruth.intake.quick("Soup", kcal=150).entry
    async with visit(ruth, "history", (80, 24)) as seen:
        seen.app.screen.list.go(older.id)
        shown = text(await seen.press(key))
        assert ruth.diary.find(newest.id).removed
        assert not ruth.diary.find(older.id).removed
        assert "Undone: Soup, 150 kcal." in shown


async def test_a_row_that_somebody_else_took_back_meanwhile_stays_out(ruth: Companion, visit: Any) -> None:
    entry = ruth.intake.quick("Toast", kcal=120).entry
    async with visit(ruth, "history", (80, 24)) as seen:
        assert "Enter takes it back." in text(seen.rows())
        ruth.history.remove(entry.id)
        await seen.press("enter")
        assert ruth.diary.find(entry.id).removed


async def test_the_bar_says_what_enter_does_with_this_row(ruth: Companion, visit: Any) -> None:
    entry = ruth.intake.quick("Toast", kcal=120).entry
    ruth.intake.quick("Soup", kcal=150)
    ruth.history.remove(entry.id)
    async with visit(ruth, "history", (80, 24)) as seen:
        seen.app.screen.list.go(entry.id)
        assert "Enter Bring back" in text(await seen.press())
        assert "Enter Take back" in text(await seen.press("8"))
        assert "Enter Bring back" in text(await seen.press("2"))


async def test_while_the_list_is_built_anew_no_row_stands_under_the_cursor(
    ruth: Companion, visit: Any
) -> None:
    ruth.intake.quick("Toast", kcal=120)
    async with visit(ruth, "history", (80, 24)) as seen:
        room = seen.app.screen
        room.found = {"another": next(iter(room.found.values()))}
        assert room.why_not("take_back") == ""
        await room.query(".body").remove()
        assert seen.app.cursor_place() == (0, 0)


async def test_two_enters_in_one_go_take_back_once(ruth: Companion, visit: Any) -> None:
    entry = ruth.intake.quick("Toast", kcal=120).entry
    async with visit(ruth, "history", (80, 24)) as seen:
        for _ in range(2):
            seen.app.post_message(events.Key("enter", "\r"))
        await seen.press()
        await seen.press()
        assert ruth.diary.find(entry.id).removed


async def test_days_stand_once_though_their_entries_have_two_offsets(
    ruth: Companion, visit: Any, clock: Any
) -> None:
    east, west = timezone(timedelta(hours=12)), timezone(timedelta(hours=-8))
    # By the instant they come as 13, 14, 14, 13 April.
    for n, (day, hour, zone) in enumerate([(13, 20, west), (14, 8, east), (13, 8, west), (14, 5, east)]):
        ruth.intake.quick(f"Soup {n}", kcal=100, at=datetime(2026, 4, day, hour, tzinfo=zone))
    async with visit(ruth, "history", (80, 24)) as seen:
        room = seen.app.screen
        headings = [key for key, _ in room.listed if key.startswith("#")]
        assert headings == ["#2026-04-14", "#2026-04-13"]
        soups = [row.entry.name for row in room.found.values() if row.entry.kind == "quick"]
        assert sorted(soups[:2]) == ["Soup 1", "Soup 3"]
        assert soups[2:] == ["Soup 0", "Soup 2"]


async def test_a_correction_says_what_it_did(ruth: Companion, visit: Any) -> None:
    entry = ruth.intake.quick("Toast", kcal=120).entry
    ruth.history.remove(entry.id)
    async with visit(ruth, "history", (80, 24)) as seen:
        shown = text(seen.rows())
        assert "Removed: Toast, 120 kcal" in shown
        assert entry.id not in shown
        ruth.history.undo()
        seen.app.screen.look()
        await seen.pilot.pause()
        assert "Brought back: Toast, 120 kcal" in text(seen.rows())


async def test_a_session_is_one_row_until_e_shows_its_steps(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    session(ruth)
    async with visit(ruth, "history", size) as seen:
        room = seen.app.screen
        assert "2 of 6 steps" in next(r.what for r in room.found.values() if r.entry.kind == "session")
        assert not any(row.entry.kind == "step" for row in room.found.values())
        await seen.press("e")
        steps = [row.what for row in room.found.values() if row.entry.kind == "step"]
        names = {e.name for e in ruth.content.exercises.values()}
        assert steps
        assert all(any(what.startswith(name) for name in names) and "_" not in what for what in steps)
        await seen.press("E")
        assert not any(row.entry.kind == "step" for row in room.found.values())


async def test_m_shows_more_days_and_then_says_where_the_list_ends(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    for days in (5, 20, 60):
        ruth.intake.quick(f"Soup {days}", kcal=150, at=ruth.clock() - timedelta(days=days))
    async with visit(ruth, "history", size) as seen:
        room = seen.app.screen
        for days, here in ((7, 1), (30, 2), (90, 3)):
            assert f"The last {days} days" in seen.rows()[0]
            assert sum("Soup" in row.what for row in room.found.values()) == here
            await seen.press("m")
        assert "The list ends here." in text(seen.rows())


async def test_a_year_of_entries_opens_without_reading_every_month(
    ruth: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in range(0, 365, 5):
        ruth.intake.quick("Soup", kcal=150, at=ruth.clock() - timedelta(days=days))
    assert len(ruth.diary.shelf.names()) > 12
    read: list[str] = []
    reading = ruth.diary.binder.reading
    monkeypatch.setattr(ruth.diary.binder, "reading", lambda name: read.append(name) or reading(name))
    async with visit(ruth, "history", (80, 24)) as seen:
        assert sum("Soup" in row.what for row in seen.app.screen.found.values()) == 2
    assert len({name for name in read if name != "plan"}) <= 2


async def test_an_empty_history_says_what_will_be_here(
    companion: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(companion, "history", size) as seen:
        shown = text(seen.rows())
        assert "Nothing was written down in these days." in shown
        assert "key 2 writes down a meal. M looks further back." in shown
        assert not seen.app.screen.query_one(".card").display
        assert "further back" not in text(await seen.press("m", "m"))
        await seen.press("enter", "o", "e", "m")
        assert type(seen.app.screen).__name__ == "History"


async def test_a_helper_may_take_back_only_what_they_wrote(ruth: Companion, visit: Any) -> None:
    entry = ruth.intake.quick("Toast", kcal=120).entry
    ruth.by = "Maria"
    async with visit(ruth, "history", (80, 24), "enter") as seen:
        assert not ruth.diary.find(entry.id).removed
        assert "A note of your own" in text(seen.rows())
        bar = seen.rows()[-1]
        assert ("Details" in bar, "Take back" in bar) == (True, False)


async def test_long_names_stay_in_their_columns(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    ruth.by = "M" * 80
    ruth.intake.quick("W" * 80, kcal=120)
    ruth.intake.quick("Toast", kcal=120)
    async with visit(ruth, "history", size) as seen:
        rows = seen.rows()
        listed = [row for row in rows if row.lstrip("› ").startswith("16:15")]
        assert len(listed) == len(seen.app.screen.found)
        assert "Toast" in listed[0]
        assert "WWW…" in listed[1]
        assert all(len(row) <= size[0] for row in rows)


async def test_what_happened_has_the_columns_that_the_names_leave(ruth: Companion, visit: Any) -> None:
    long = "Silky egg purée with cream cheese and a few chives"
    ruth.intake.quick(long, kcal=312)
    async with visit(ruth, "history", (80, 24)) as seen:
        what, who = (column.width for column in seen.app.screen.fitting()[1:])
        assert who == max(len(row.by) for row in seen.app.screen.found.values()) < WRITER[1]
        assert f"{long}…".ljust(what) + "  Ruth" in seen.rows()[3]
        ruth.by = "Maria van der Meulen"
        ruth.intake.quick("Toast", kcal=120)
        seen.app.screen.look()
        rows = await seen.press()
        assert "Maria van der…" in rows[3]
        assert "Silky egg purée with cream cheese and a few…" in rows[4]
