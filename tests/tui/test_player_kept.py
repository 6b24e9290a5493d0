"""What the player keeps: a full disk, a lost terminal, another screen or nobody there lose nothing."""

from types import SimpleNamespace
from typing import Any

import pytest
from disk import full
from tui.stage import Floor, Stage

from companion.config.settings import Settings
from companion.domain.sessions import Phase
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import FolderShelf
from companion.tui.widgets.sign import Sign


async def test_a_session_that_nobody_is_at_is_held_once_that_is_said(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.REST)
        app.idle = SimpleNamespace(  # type: ignore[assignment]
            in_session=False, look=lambda: "warned", warning=lambda: "It closes soon.", wait=lambda: None,
            pressed=lambda: False,
        )  # fmt: skip
        app._watch_idle()
        await stage.go(pilot, 1)
        assert player.view.phase is Phase.PAUSED
        assert app.idle.in_session
        assert "It closes soon." in stage.text


async def test_another_screen_holds_the_session(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.MOVE, 1)
        left = player.view.seconds_left
        await pilot.press("question_mark")
        await pilot.pause()
        assert app.screen is not player
        await stage.go(pilot, 60)
        await pilot.press("0")
        await pilot.pause()
        assert player.view.phase is Phase.PAUSED
        assert player.view.seconds_left == left
        assert player.query_one(Sign).word == "PAUSED"


async def test_a_full_disk_is_said_and_the_session_goes_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(stage.companion, "keep", full)
            await stage.until(pilot, Phase.REST, 1)
            assert player.view.phase is Phase.REST
            assert "The disk is full" in stage.text
            assert stage.steps == []
        await pilot.press("r")
        await pilot.pause()
        assert stage.steps == [(0, "done")]
        assert "Everything is saved again." in stage.text


async def test_the_end_waits_until_it_is_saved(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(stage.companion, "keep", full)
            await pilot.press("x", "1", "n")
            await pilot.pause()
            assert app.screen is player
            assert "Save again" in stage.text
            await pilot.press("space")
            await pilot.pause()
            assert app.screen is player
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(app.screen, Floor)
        assert [e.reason for e in stage.companion.diary.entries("session_end")] == ["enough"]


async def test_who_leaves_with_an_unsaved_end_can_leave(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        await stage.open(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(stage.companion, "keep", full)
            await pilot.press("x", "1", "n")
            await pilot.pause()
            await pilot.press("x")
            await pilot.pause()
            assert isinstance(app.screen, Floor)


async def test_a_lost_terminal_loses_nothing(stage: Stage, tmp_path: Any, library: Any) -> None:
    def fresh() -> Companion:
        return Companion(
            diary=Diary(FolderShelf(tmp_path), stage.clock),
            content=library,
            settings=Settings(),
            clock=stage.clock,
        )

    stage.companion = fresh()
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        await stage.open(pilot)
        await stage.until(pilot, Phase.MOVE, 2)
    stage.clock.go(minutes=20)
    stage.companion = fresh()
    again = stage.over(stage.companion.sessions.resume())
    async with again.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        assert (player.view.phase, player.view.index) == (Phase.READY, 2)
        assert stage.steps == [(0, "done"), (1, "done")]
