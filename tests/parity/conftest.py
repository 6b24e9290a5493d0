"""The two faces, each over a folder of its own and at the same frozen moment."""

import asyncio
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from companion import bootstrap
from companion.bootstrap import open_companion
from companion.cli import main
from companion.config.settings import FILE
from companion.content.library import Library
from companion.flows.steps import Confirm, Flow, Step, Timer
from companion.services.companion import Companion
from companion.tui.app import CompanionApp
from companion.tui.dialogs.choose import ChooseDialog
from companion.tui.dialogs.dialog import Dialog
from companion.tui.dialogs.rating import TEN, RatingDialog
from companion.tui.dialogs.say import SayDialog
from companion.tui.screens.room import Room

NOW = "2026-04-14T16:05:00+02:00"
PATIENCE = 120  # seconds a flow, against a face that waits for ever; a busy disk may take many of them
FACE = {"id", "via"}  # what may differ


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch, library: Library) -> None:
    """The same moment and the same content for both faces."""
    monkeypatch.setenv("COMPANION_NOW", NOW)
    monkeypatch.setattr(bootstrap, "Library", lambda *_, **__: library)
    monkeypatch.setattr(main, "obey_signals", lambda: None)


@dataclass
class Told:
    """What a face asked, what it said, and its exit code."""

    said: list[str] = field(default_factory=list)
    asked: list[Step] = field(default_factory=list)
    code: int = 0


@pytest.fixture
def kept() -> Callable[[Path], list[Any]]:
    """Reads what a face left on the disk."""
    return _kept


def _kept(folder: Path) -> list[Any]:
    """Every row in the order it was written, ids replaced by their places; then the settings."""
    rows = [row.entry for row in open_companion(folder).diary.written()]
    places = {row.id: f"row {place}" for place, row in enumerate(rows)}
    settings = folder / FILE
    return [
        *({"kind": row.kind, **_placed(row.model_dump(mode="json", exclude=FACE), places)} for row in rows),
        settings.read_text(encoding="utf-8") if settings.exists() else "",
    ]


def _placed(facts: Mapping[str, Any], places: Mapping[str, str]) -> dict[str, Any]:
    return {
        key: places.get(value, value) if isinstance(value, str) else value for key, value in facts.items()
    }


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """Runs one command line; the words between braces are filled in one by one."""

    def run(line: str, folder: Path = tmp_path / "command", **answers: Any) -> Told:
        capsys.readouterr()
        words = [word.format(**answers) for word in shlex.split(line)]
        code = main.run(["--data-dir", str(folder), *words])
        assert isinstance(code, int)
        out, err = capsys.readouterr()
        return Told([*out.splitlines(), *err.splitlines()], code=code)

    return run


class Bare(Room):
    """A room with nothing in it but the place for sentences."""

    heading = "Bare"


async def answer(pilot: Pilot[Any], dialog: Dialog, value: Any) -> None:
    """Press what a person would press for this answer."""
    step = dialog.step
    await pilot.pause()  # drawn, it knows how many choices fit on a page, and its field has the focus
    if isinstance(dialog, RatingDialog) and value is not None:
        await pilot.press("t" if value == TEN else str(value))
    elif isinstance(dialog, ChooseDialog):
        places = ((n, at, o) for n, page in enumerate(dialog.pages) for at, o in enumerate(page, 1))
        page, row, option = next(place for place in places if place[2].value == value)
        key = option.key.lower() or str(row)
        await pilot.press(*"9" * ((page - dialog.page) % len(dialog.pages)), key)
    elif isinstance(step, Confirm | Timer):
        await pilot.press("1" if value or isinstance(step, Timer) else "2")
    else:
        for char in str(value):
            pilot.app.post_message(events.Key(char, char))  # Pilot rests after every key it presses
        await pilot.press("enter")


Known = Callable[[Companion], dict[str, Any]]
Turn = tuple[Callable[..., Flow], Mapping[str, Any], Known]


@pytest.fixture
def screen(tmp_path: Path) -> Callable[..., Any]:
    """Runs flows one after another in the full screen, answering their dialogs by keys."""

    async def run(*turns: Turn, folder: Path = tmp_path / "screen") -> list[Told]:
        companion = open_companion(folder, via="full")
        app, told = CompanionApp(companion, Bare), [Told() for _ in turns]
        async with asyncio.timeout(PATIENCE * len(turns)), app.run_test(size=(80, 24)) as pilot:
            for (flow, answers, known), turn in zip(turns, told, strict=True):
                await take(pilot, partial(flow, companion, **known(companion)), answers, turn)
        return told

    return run


async def take(pilot: Pilot[Any], flow: Callable[[], Flow], answers: Mapping[str, Any], told: Told) -> None:
    """One flow from its first question to its last word."""
    app, over, seen = pilot.app, list[Any](), list[Dialog]()
    assert isinstance(app, CompanionApp)
    app.say = lambda text, level="info": told.said.append(text)  # type: ignore[method-assign]
    app.has_room = lambda *_: True  # type: ignore[method-assign]  # nothing waits on a page of its own
    app.begin(flow, over.append)
    while not over:
        dialog = app.screen
        if not isinstance(dialog, Dialog) or dialog in seen or not dialog.is_mounted:
            await asyncio.sleep(0)
            continue
        seen.append(dialog)
        if isinstance(dialog, SayDialog):
            told.said.append(dialog.step.help)
            await pilot.press("1")
        else:
            told.asked.append(dialog.step)
            await answer(pilot, dialog, answers[dialog.step.id])
