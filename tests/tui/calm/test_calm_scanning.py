"""One switch in the calm screen: the cursor goes by itself, each row is told with it, a press takes it."""

from typing import Any

import pytest
from textual import events

from companion.flows.overheard import LOOK_EVERY
from companion.flows.preferences import set_preference
from companion.flows.steps import Choose, Menu, Option, Say
from companion.flows.walk import Cue, Into, Talk, Walk
from companion.services.companion import Companion
from companion.tui.calm import scanning as module
from companion.tui.calm.app import CalmApp
from companion.tui.calm.face import Face
from companion.tui.calm.scanning import Scanning
from companion.wording import switch as words

MANY = Choose(id="many", title="Which one?", options=tuple(Option(n, f"Choice {n}") for n in range(1, 9)))


def which(_: Companion) -> Any:
    yield Say(f"It is {(yield MANY)}.")


def warn(_: Companion) -> Any:
    yield Say("Rest now.", "warning")


def bare(_: Companion) -> Menu:
    return Menu(id="bare", title="Bare", options=(Option(Talk(which), "Ask"), Option(Talk(warn), "Warn")))


class Chair:
    """Somebody with one switch before a calm screen, whose time a test moves."""

    def __init__(self, companion: Companion, menu: Any = bare, size: tuple[int, int] = (80, 24)) -> None:
        self.now = 100.0
        walk = Walk(companion, Into(menu))
        self.face = Face(companion, walk, size)
        self.scanning = Scanning(companion, self.face, walk, lambda: self.now)
        self.told: list[tuple[str, str]] = []
        self.look()

    def look(self) -> None:
        self.scanning.look()
        now = self.face.view.said, self.face.line.text
        if [now] != self.told[-1:]:
            self.told.append(now)

    def let_pass(self, seconds: float) -> "Chair":
        end = self.now + seconds
        while (wait := self.scanning.wait()) is not None and self.now + wait <= end:
            self.now += wait
            self.face.tick()
            self.look()
        self.now = end
        return self

    def press(self, key: str = "space") -> "Chair":
        assert self.scanning.press(key, self.now)
        self.look()
        return self


@pytest.fixture
def chair(companion: Companion, monkeypatch: pytest.MonkeyPatch) -> Any:
    companion.preferences.set("switch", "yes")
    monkeypatch.setattr(module, "reader", lambda: "")
    monkeypatch.setattr(module, "ssh", lambda: False)
    return lambda **kept: Chair(companion, **kept)


def test_the_cursor_stands_on_the_row_that_is_told(chair):
    person = chair().let_pass(3.5 + 2 + 1)
    assert person.told == [
        (f"{words.HOW} Ask", "1. Ask"), ("Warn", "2. Warn"), ("Leave", "0. Leave")
    ]  # fmt: skip


def test_there_is_one_row_for_back_and_all_rows_show(chair):
    person = chair(size=(40, 24)).let_pass(1).press()
    assert [line.text for line in person.face.sheet.lines] == [
        "Which one?", "1. Choice 1", "2. Choice 2", "3. Choice 3", "4. Choice 4", "5. More", "0. Back"
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["space", "enter", "x", "1", "0", "question_mark", "down", "tab", "escape"])
def test_any_key_takes_the_row_and_nothing_else(chair, key):
    assert chair().let_pass(1).press(key).face.sheet.lines[0].text == "Which one?"


def test_only_the_chosen_key_is_the_switch(chair, companion):
    companion.preferences.set("switch-key", "enter")
    person = chair().let_pass(1)
    assert not person.scanning.press("space", person.now)
    assert person.press("enter").face.sheet.lines[0].text == "Which one?"


def test_a_result_is_told_with_the_first_row(chair):
    person = chair().let_pass(1).press().let_pass(1).press()
    assert person.told[-1] == ("It is 1. Ask", "1. Ask")


def test_it_pauses_where_it_is_once_and_is_silent(chair):
    person = chair().let_pass(600)
    assert [said for said, _ in person.told] == [
        f"{words.HOW} Ask", *["Warn", "Leave", "Ask"] * 2, "Warn", "Leave", words.PAUSED
    ]  # fmt: skip
    assert person.scanning.wait() == LOOK_EVERY  # for nothing but news
    assert person.press().told[-1] == ("Ask", "1. Ask")


def test_bounces_take_one_row(chair):
    person = chair().let_pass(1).press()
    for _ in range(3):
        person.now += 0.06
        person.press()
    assert person.face.sheet.lines[0].text == "Which one?"


def test_a_warning_rings_waits_and_one_press_goes_on(chair):
    person = chair().let_pass(4).press()
    assert (person.face.sheet.lines[0].text, person.face.bells) == ("Warning. Rest now.", 1)
    assert person.let_pass(600).press().face.sheet.lines[0].text == "Bare"


def test_what_time_brings_is_told_and_the_rows_go_on(chair):
    person = chair()
    cues = [Cue("30 seconds.", 1)]
    walk = person.scanning._walk
    walk.due = lambda **_: [cues.pop()] if cues else []
    walk.wait = lambda **_: 0.5 if cues else None
    person.let_pass(4)
    assert [said for said, _ in person.told] == [f"{words.HOW} Ask", "30 seconds.", "Warn"]


def test_a_switch_turned_on_offers_its_pace_and_turned_off_leaves_the_keys(chair, companion):
    companion.preferences.set("switch", "no")

    def turns(companion: Companion) -> Menu:
        def turn(now: Companion) -> Any:
            return set_preference(now, key="switch", value="no" if now.settings.switch else "yes")

        return Menu(id="m", title="Main", options=(Option(Talk(turn), "Turn"),))

    person = chair(menu=turns)
    assert not person.scanning.press("space", person.now)
    person.face.take()
    person.look()
    assert person.face.line.text == f"1. {words.SET_PACE}"
    person.let_pass(4).press()
    assert not companion.settings.switch
    assert [line.text for line in person.face.sheet.lines] == ["Main", "1. Turn", "0. Leave"]
    assert not person.scanning.press("space", person.now)


def test_the_row_is_marked_for_who_looks_and_not_where_a_reader_runs(chair, companion, monkeypatch):
    assert chair().scanning.is_watched
    monkeypatch.setattr(module, "reader", lambda: "yasr")
    assert not chair().scanning.is_watched
    companion.preferences.set("switch", "no")
    assert not chair().scanning.is_watched


async def test_the_app_scans_and_a_key_presses(companion, monkeypatch):
    companion.preferences.set("switch", "yes")
    monkeypatch.setattr(module, "reader", lambda: "")
    monkeypatch.setattr(module, "ssh", lambda: False)
    app = CalmApp(companion, Walk(companion, Into(bare)))
    now = [100.0]
    app.scanning._clock = lambda: now[0]
    async with app.run_test(size=(40, 24)) as pilot:
        rows = [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
        assert rows[app.cursor_place().y] == "1. Ask"
        assert app.screen.column.marks
        now[0] += 4
        app.screen.tick()
        assert app.face.line.text == "2. Warn"
        assert app.screen._timer is not None
        press = events.Key("space", " ")
        press.time = now[0] + 1
        app.post_message(press)
        await pilot.pause()
        assert app.face.sheet.lines[0].text == "Warning. Rest now."
