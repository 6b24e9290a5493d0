"""What others wrote, in the full screen and the calm one: said in its place, once, and nothing is closed."""

from types import SimpleNamespace
from typing import Any

import pytest
from stepped import SteppedClock
from tui.rows import text

from companion.config.settings import Settings
from companion.content.library import Library
from companion.flows.menus.today import FIRST
from companion.flows.walk import Walk
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.tui.calm.face import Face

SAID = "Maria wrote down Soup, 150 kcal."
PLAN = "Dr Lee decided food level 4, pureed, at 16:15, noted by Ruth."


@pytest.fixture
def maria(ruth: Companion, clock: SteppedClock, library: Library) -> Companion:
    """Somebody else at the same diary."""
    diary = Diary(ruth.diary.shelf, clock)
    return Companion(diary=diary, content=library, settings=Settings(), clock=clock, by="Maria")


@pytest.fixture
def elsewhere(ruth: Companion, clock: SteppedClock, library: Library) -> Companion:
    """The person in another window."""
    diary = Diary(ruth.diary.shelf, clock)
    return Companion(diary=diary, content=library, settings=Settings(), clock=clock)


def words(seen: SimpleNamespace) -> str:
    """What stands there, as one line."""
    return text(seen.rows())


async def test_a_room_says_it_and_keeps_the_focus(
    ruth: Companion, maria: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "today", size) as seen:
        bearer, focused = seen.app.newsbearer, seen.app.focused
        maria.intake.quick("Soup", kcal=150)
        bearer.look()
        await seen.press()
        assert SAID in words(seen)
        assert seen.app.focused is focused
        seen.app.screen.tell("")
        bearer.look()
        assert seen.app.screen.notice.text == ""


async def test_what_was_just_saved_is_not_wiped_away_at_once(
    ruth: Companion, maria: Companion, visit: Any
) -> None:
    async with visit(ruth, "today", (80, 24)) as seen:
        bearer = seen.app.newsbearer
        seen.app.screen.tell("Saved: Toast.")
        maria.intake.quick("Soup", kcal=150)
        bearer.look()
        assert seen.app.screen.notice.text == "Saved: Toast."
        bearer.look()
        assert seen.app.screen.notice.text == SAID


async def test_in_a_question_it_waits_and_the_question_stays(
    ruth: Companion, maria: Companion, visit: Any
) -> None:
    async with visit(ruth, "today", (80, 24), "3") as seen:
        question = seen.app.screen
        maria.intake.quick("Soup", kcal=150)
        seen.app.newsbearer.look()
        assert seen.app.screen is question
        assert SAID not in words(seen)
        await seen.press("escape")
        seen.app.newsbearer.look()
        await seen.press()
        assert SAID in words(seen)


async def test_a_change_of_the_plan_is_marked_and_stays_beside_what_comes(
    ruth: Companion, maria: Companion, elsewhere: Companion, visit: Any
) -> None:
    async with visit(ruth, "meals", (80, 24)) as seen:
        elsewhere.plan.set("food-level", "4", decided_by="Dr Lee", confirmed=True)
        seen.app.newsbearer.look()
        await seen.press()
        assert f"▲ {PLAN}" in words(seen)
        maria.intake.quick("Soup", kcal=150)
        seen.app.newsbearer.look()
        seen.app.newsbearer.look()
        await seen.press()
        assert f"▲ {PLAN} {SAID}" in words(seen)
        maria.weight.log(61)
        seen.app.newsbearer.look()
        seen.app.newsbearer.look()
        assert seen.app.screen.notice.text == f"{PLAN} Maria wrote down: weight 61.0 kg."


async def test_of_many_changes_the_newest_stands_first_and_what_has_no_room_is_counted(
    ruth: Companion, elsewhere: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "today", size) as seen:
        decide = (("food-level", "4"), ("drink-level", "2"), ("energy", "1900"), ("food-level", "3"))
        for key, value in (*decide, ("protein", "70"), ("stage", "2"), ("food-level", "4")):
            elsewhere.plan.set(key, value, decided_by="Dana Okafor", confirmed=True)
            seen.app.newsbearer.look()
            seen.app.newsbearer.look()
        await seen.press()
        said = words(seen)
        assert "▲ Dana Okafor decided food level 4, pureed, at" in said
        assert said.count("food level") == 1
        assert "more change" in said
        assert seen.app.screen.notice.text.endswith((": the plan shows them.", ": the plan shows it."))
        assert "the plan shows" in said
        await seen.press("0")
        assert seen.app.screen.notice.text == ""
        elsewhere.plan.set("drink-level", "1", decided_by="Dana Okafor", confirmed=True)
        seen.app.newsbearer.look()
        assert seen.app.screen.notice.text.startswith("Dana Okafor decided drink level 1")
        assert "food" not in seen.app.screen.notice.text


async def test_who_reads_the_warning_signs_is_left_alone(
    ruth: Companion, maria: Companion, visit: Any
) -> None:
    async with visit(ruth, "today", (80, 24), "!") as seen:
        maria.intake.quick("Soup", kcal=150)
        seen.app.newsbearer.look()
        await seen.press()
        assert SAID not in words(seen)
        await seen.press("0")
        seen.app.newsbearer.look()
        await seen.press()
        assert SAID in words(seen)


async def test_in_a_session_it_is_said_in_the_quiet_line_and_outlives_a_phase(
    ruth: Companion, maria: Companion, clock: SteppedClock, visit: Any
) -> None:
    from companion.tui.app import CompanionApp
    from companion.tui.screens.player import Player

    ruth.fatigue.log(3, when="before")
    running = ruth.sessions.start("hands_wrists")
    app = CompanionApp(ruth, lambda: Player(running))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        room = app.screen
        assert isinstance(room, Player)
        room.action_go_on()
        maria.intake.quick("Soup", kcal=150)
        app.newsbearer.look()
        phase, left = room.view.phase, room.view.seconds_left
        assert room.notice.text == SAID
        clock.go(seconds=6)
        room.tick()
        assert (room.view.phase, room.view.seconds_left) != (phase, left)
        assert room.notice.text == SAID
        for _ in range(10):
            clock.go(seconds=6)
            room.tick()
        assert room.notice.text == ""


def test_the_calm_screen_announces_it_and_keeps_its_rows(ruth: Companion, maria: Companion) -> None:
    face = Face(ruth, Walk(ruth, FIRST))
    face.move(1)
    rows, at = face.sheet, face.at
    maria.intake.quick("Soup", kcal=150)
    face.tick()
    face.tick()
    assert (face.view.said, face.sheet, face.at) == ("Maria wrote down Soup, 150 kilocalories.", rows, at)
    assert face.wait() is not None
    assert 2 * face.wait() <= 5


async def test_after_a_restore_nothing_tells_of_what_is_no_more(
    ruth: Companion, maria: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = ruth.diary.shelf
    monkeypatch.setattr(shelf, "generation", lambda: 1)
    async with visit(ruth, "today", (80, 24)) as seen:
        maria.intake.quick("Soup", kcal=150)
        seen.app.newsbearer.look()
        monkeypatch.setattr(shelf, "generation", lambda: None)  # its folder is away for a while
        seen.app.newsbearer.look()
        assert seen.app.screen.notice.text == SAID
        monkeypatch.setattr(shelf, "generation", lambda: 2)
        seen.app.newsbearer.look()
        assert seen.app.screen.notice.text == ""
