"""Whatever is typed or stands in the diary: a sentence in place, nothing stored, no byte of it a command."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal import Terminal
from textual.pilot import Pilot
from walk import see, text_of, walk

from companion.bootstrap import open_companion
from companion.tui.app import CompanionApp

pytestmark = pytest.mark.slow

HOSTILE = "\x1b]0;pwned\x07[/nope][@click=app.quit]x[/] \u202eevil\u2066 \x9b2J \x7fend"
ENDLESS = "x" * 10_000
WIDE = "漢字カレー👩‍👩‍👧‍👦🍲e\u0301\u0301\u0301\u0301\u0301\u0301" * 20
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>78]|\x1b\([B0]")
SCALES = ("6", "enter")
NUMBERS = [
    (SCALES, "What do the scales say?", "0", "0 is not possible: it can be 20 to 700 kg."),
    (SCALES, "What do the scales say?", "-1", "-1 is not possible"),
    (SCALES, "What do the scales say?", "6140", "6140 is not possible"),
    (SCALES, "What do the scales say?", "1.2.3", "1.2.3 is not a number."),
    ("3", "How much", "99999", "99999 is not possible"),
    ("k", "What was it?", " ", "There is nothing to write down."),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMPANION_NOW", "2026-04-14T16:05+02:00")
    return tmp_path / "diary"


@pytest.mark.parametrize(("door", "question", "typed", "said"), NUMBERS)
async def test_an_impossible_answer_is_told_in_place_and_not_kept(folder, door, question, typed, said):
    async with CompanionApp(open_companion(folder, via="full")).run_test(size=(80, 24)) as pilot:
        await walk(pilot, (door, question), (typed, question), (["enter"], said))
        assert question in text_of(pilot)
    assert not folder.exists()


async def test_letters_are_no_number(folder):
    async with CompanionApp(open_companion(folder, via="full")).run_test(size=(80, 24)) as pilot:
        await walk(
            pilot, (SCALES, "What do the scales say?"), ("nan5", "5"), (["enter"], "5 is not possible")
        )


async def test_a_weight_that_cannot_be_is_refused_by_the_service_too(folder):
    async with CompanionApp(open_companion(folder, via="full")).run_test(size=(80, 24)) as pilot:
        await walk(pilot, (SCALES, "What do the scales say?"), ("400", "400"))
        await walk(pilot, (["enter"], "400 kg is unusual."), ("1", "400 is not possible"))
        await see(pilot, "No weight yet")
    assert not list(folder.glob("*.json"))


async def test_a_food_nobody_knows_is_told(folder):
    async with CompanionApp(open_companion(folder, via="full")).run_test(size=(80, 24)) as pilot:
        await walk(pilot, ("a", "Eaten often"), ("szzqqxx", "Nothing called “zzqqxx” was found"))
        await walk(pilot, ("1", "Nothing called"), (["enter"], "How much energy, in kcal?"))
    assert not folder.exists()


async def test_nothing_allowed_is_nothing_to_take_back(folder):
    app = CompanionApp(open_companion(folder, via="full"))
    async with app.run_test(size=(80, 24)) as pilot:
        await see(pilot, "Next")
        app.screen.action_door("disallow")  # type: ignore[attr-defined]
        await see(pilot, "Nothing has been allowed yet")


@pytest.fixture
def full(folder: Path, request: pytest.FixtureRequest) -> Path:
    """A diary in which every text that people can write is this one."""
    companion, text = open_companion(folder), request.param
    companion.people.set("name", text[:80])
    companion.plan.set("food-level", "5", decided_by=text)
    companion.plan.set("energy", "1900", decided_by=text)
    companion.intake.quick(text, kcal=10, note=text)
    companion.intake.drink(100, what=text)
    companion.fatigue.log(3, note=text)
    companion.plan.clear("re_row", decided_by=text, note=text)
    month = folder / "2026-04.json"
    month.write_bytes(month.read_bytes().replace(b"end", b"\\u001b[2J\\u202e\xc2\x9bend"))
    companion.diary.accept("2026-04")
    return folder


WAYS = [
    ["u"], ["p"], ["p", "1"], ["p", "w"], ["h"], ["h", "o"], ["s"], ["y", "1"], ["2"], ["2", "o"], ["1"],
    ["w"], ["exclamation_mark"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("full", "size"),
    [(HOSTILE, (80, 24)), (ENDLESS, (40, 24)), (WIDE, (40, 24))],
    indirect=["full"],
    ids=["hostile", "endless at 40", "wide at 40"],
)
async def test_no_text_of_people_breaks_or_steers_a_screen(full, size):
    app = CompanionApp(open_companion(full, via="full"))
    async with app.run_test(size=size) as pilot:
        await see(pilot, "Next", "kcal")
        for way in WAYS:
            for key in way:
                await pilot.press(key)
            await _settled(pilot, way)
            while len(app.screen_stack) > 1:
                await app.screen.run_action("back" if hasattr(app.screen, "action_back") else "dismiss")
                await _settled(pilot, way)
        assert app.return_code is None


async def _settled(pilot: Pilot, way: list[str]) -> None:
    await pilot.pause()
    seen = text_of(pilot)
    assert not STEERING.search(seen.replace("\n", "")), way
    assert seen.strip(), way


@pytest.fixture
def terminal(full: Path) -> Iterator[Callable[[], Terminal]]:
    opened = Terminal("-m", "companion", "--data-dir", str(full), COMPANION_NOW="2026-04-14T16:05+02:00")
    yield lambda: opened
    opened.close()


@pytest.mark.parametrize("full", [HOSTILE], indirect=True, ids=["hostile"])
def test_not_one_byte_of_it_is_a_command_to_the_terminal(terminal):
    program = terminal()
    program.see("Next")
    program.press("p")
    program.see("1 to 8 Change", "pwned")
    program.press("0")
    program.see("Next")
    program.press("u")
    program.see("Undone", "pwned")
    program.press("q")
    assert program.end() == 0
    left = SEQUENCE.sub("", program.written).replace("\r", "").replace("\n", "")
    assert not STEERING.search(left)
