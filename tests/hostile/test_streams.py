"""Strange terminals, streams that are closed, and more typing than anybody types."""

import subprocess
import sys
from pathlib import Path

import pytest
from hostile.inputs import steering
from listening import listen
from stepped import SteppedClock
from terminal import BESIDE, Terminal

from companion.flows.intake import quick_entry
from companion.flows.walk import Into, Talk, Walk
from companion.tui.app import CompanionApp
from companion.tui.driver import PasteParser

MEGABYTE = 1_000_000
PASTED = "pasted \x1b[2J\u202e text " * (MEGABYTE // 20)
PLACE = Path(__file__).parents[2]


def shell(line: str, home: Path, **env: str) -> subprocess.CompletedProcess[str]:
    import os

    known = {name: value for name, value in os.environ.items() if name in BESIDE}
    program = f"{sys.executable} -m companion --data-dir {home}/diary"
    return subprocess.run(
        ["sh", "-c", line.replace("companion", program, 1)], cwd=PLACE,
        env={**known, "HOME": str(home), **env}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        "companion history | head -1", "companion today >&-", "companion today 2>&-", "companion today <&-",
        "companion today <&- >&- 2>&-", "companion quick Tea --kcal 2 --note - <&-", "companion <&-",
        "companion meal list --food-level 5 | head -1",
    ],
)  # fmt: skip
def test_a_closed_stream_is_no_fault(line, tmp_path):
    done = shell(line, tmp_path)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("term", ["dumb", "", "x\x1b]0;", "no-such-terminal"])
def test_a_strange_terminal_opens_and_closes(term, tmp_path):
    program = Terminal("-m", "companion", "--data-dir", str(tmp_path / "diary"), TERM=term,
                       COMPANION_NOW="2026-04-14T16:05+02:00", HOME=str(tmp_path))  # fmt: skip
    try:
        program.rest()
        program.press("q" if "\x1b[?1049h" in program.written else "0")
        program.rest()
        assert "\x1b]0;" not in program.written
        assert "Traceback" not in program.written
        assert program.screen.strip()
    finally:
        program.close()


def test_a_megabyte_pasted_into_plain_lines_is_one_answer(companion, clock: SteppedClock):
    from parity.explorer import nowhere

    walk = Walk(companion, Into(nowhere), Talk(quick_entry))
    said = listen(companion, walk, PASTED.encode() + b"\r", "12\r", clock=clock)
    assert not steering(said, own="\n\a")
    assert len(said) < MEGABYTE
    for entry in companion.diary.entries("quick"):
        assert not steering(entry.name)
        assert len(entry.name) <= 80


async def test_a_megabyte_pasted_into_a_field_is_cut_and_cleaned(companion):
    from textual.events import Paste

    companion.people.set("name", "Ruth")
    app = CompanionApp(companion)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("k")
        await pilot.pause()
        app.screen.post_message(Paste(PASTED))
        (app.focused or app.screen).post_message(Paste(PASTED))
        await pilot.pause()
        await pilot.press("enter", "1", "2", "enter")
        await pilot.pause()
        assert app.return_code is None
    for entry in companion.diary.entries("quick"):
        assert not steering(entry.name)
        assert len(entry.name) <= 80


def test_the_end_of_a_paste_within_a_paste_presses_no_key():
    from textual.events import Key, Paste

    events = []
    parser = PasteParser()
    for piece in ("\x1b[200~one\x1b[201~", "\x1b[200~two\x1b[20", "1~"):
        events += parser.feed(piece)
    pasted = [event.text for event in events if isinstance(event, Paste)]
    assert pasted == ["one", "two"]
    assert not [event for event in events if isinstance(event, Key)]


async def test_a_key_held_for_thirty_seconds_begins_one_thing_and_writes_nothing(companion):
    companion.people.set("name", "Ruth")
    before = len(companion.diary.written())
    app = CompanionApp(companion)
    from textual import events

    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(900):  # thirty a second
            app.post_message(events.Key("2", "2"))
        await pilot.pause()
        await pilot.pause()
        assert app.return_code is None
        assert len(app.screen_stack) <= 3
    assert len(companion.diary.written()) == before
