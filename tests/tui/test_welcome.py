"""The first start in the full screen: by itself and once, in a real terminal and over Today."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from terminal import Terminal
from walk import see, walk

from companion.bootstrap import open_companion
from companion.config.settings import Settings
from companion.domain.entries import Decision, PersonFact, Weighed
from companion.errors import Failure
from companion.services.companion import Companion
from companion.tui.app import CompanionApp
from companion.tui.screens.today import Today
from companion.tui.welcome import greet, kept

MOST = 12  # keys, beside the name (journey 9)
Open = Callable[..., Terminal]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture
def program(folder: Path) -> Iterator[Open]:
    """Starts `companion` over the same folder again and again."""
    opened = []

    def start(*words: str, size: tuple[int, int] = (80, 24)) -> Terminal:
        opened.append(Terminal("-m", "companion", "--data-dir", str(folder), *words, size=size))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (40, 24)], ids=["80x24", "40x24"])
def test_a_new_person_answers_all_of_it_in_few_keys(
    program: Open, folder: Path, size: tuple[int, int]
) -> None:
    first, keys = program(size=size), 0
    for seen, pressed in (
        ("Enter takes 1", ["1"]),
        ("Welcome to Companion", ["enter"]),
        ("Whose diary is this?", ["Ruth", "enter"]),
        ("Which food level?", ["5"]),
        ("Which drink level?", ["2"]),
        ("Who set the level?", ["1"]),
        ("Which unit do your scales show?", ["1"]),
        ("What do the scales say?", ["5", "7", ".", "2", "enter"]),
    ):
        first.see(seen)
        first.press(*pressed)
        keys += len(pressed)
    assert keys - 1 <= MOST
    first.see("Saved: name Ruth, food level 5, drink level 2 and weight 57.2 kg.", "57.2 kg")
    first.press("q")
    assert first.end() == 0

    kept = open_companion(folder)
    assert [type(one.entry) for one in kept.diary.written()] == [PersonFact, Decision, Decision, Weighed]
    assert {one.entry.via for one in kept.diary.written()} == {"full"}
    assert kept.plan.in_force().food_level.decided_by == "a swallowing therapist"  # type: ignore[union-attr]
    assert kept.settings.welcome is False
    opens_on_today(program(size=size))


@pytest.mark.slow
def test_all_of_it_can_be_left_out_with_enter_alone(program: Open, folder: Path) -> None:
    first = program()
    for seen in (
        "Enter takes 1",
        "Welcome to Companion",
        "Whose diary is this?",
        "Which food level?",
        "Which drink level?",
        "Which unit do your scales show?",
    ):
        first.see(seen)
        first.press("enter")
    first.see("Nothing was written down.", "kcal eaten")
    first.press("q")
    first.end()
    assert open_companion(folder).diary.written() == []
    opens_on_today(program())


@pytest.mark.slow
def test_who_leaves_at_once_is_not_asked_again_but_for_the_setting(program: Open, folder: Path) -> None:
    first = program("--full")
    first.see("Welcome to Companion")
    first.press("0")
    first.see("Next", "kcal eaten")
    first.press("q")
    first.end()
    opens_on_today(program())
    open_companion(folder).preferences.set("welcome", "yes")
    again = program("--full")
    again.see("Welcome to Companion")


@pytest.mark.slow
def test_what_was_asked_for_on_the_command_line_comes_instead(program: Open) -> None:
    first = program("session", "start", "hands_wrists", "--full")
    seen = first.see("How tired are you right now?")
    assert "Welcome" not in seen


def opens_on_today(terminal: Terminal) -> None:
    """The day is what comes up."""
    terminal.see("Next", "kcal eaten")
    assert "Welcome" not in terminal.written
    terminal.press("q")
    assert terminal.end() == 0


async def test_back_and_forth_keeps_what_was_answered(companion: Companion) -> None:
    app = CompanionApp(companion)
    async with app.run_test(size=(80, 24)) as pilot:
        await see(pilot, "Next")
        greet(app)
        await see(pilot, "Welcome to Companion")
        await walk(
            pilot,
            ("1", "Whose diary"),
            ([*"Ruth", "enter"], "Which food level?"),
            ("0", "Ruth"),
            (["enter"], "Which food level?"),
            ("n", "Which drink level?"),
            ("q", "› N Not known yet"),
            ("5", "Which drink level?"),
            (["enter"], "Who set the level?"),
            ("4", "› N Nobody weighed yet"),
            (["enter"], "Saved: name Ruth and food level 5."),
        )
        await see(pilot, "Morning range of motion")  # the day is read again
    assert companion.plan.in_force().food_level.decided_by == "someone not known"  # type: ignore[union-attr]


async def test_0_again_and_again_keeps_the_drink_level_and_the_unit_that_were_chosen(
    companion: Companion,
) -> None:
    app = CompanionApp(companion)
    async with app.run_test(size=(40, 24)) as pilot:
        await see(pilot, "Next")
        greet(app)
        await see(pilot, "Welcome to Companion")
        await walk(
            pilot,
            ("1", "Whose diary"),
            (["enter"], "Which food level?"),
            ("5", "› N Not known yet"),
            ("2", "Who set the level?"),
            ("1", "Which unit"),
            ("2", "What do the scales say?"),
            ("q", "› 2 Pounds"),
            ("0", "› 1 Swallowing therapist"),
            ("0", "› 2 Mildly thick"),
            ("0", "› 0 Thin"),
            ("0", "0 then Enter Thin"),
            ("2", "› 1 Swallowing therapist"),
            (["enter"], "› 2 Pounds"),
        )


async def test_who_leaves_is_told_once_how_to_be_asked_again(companion: Companion) -> None:
    app = CompanionApp(companion)
    async with app.run_test(size=(80, 24)) as pilot:
        await see(pilot, "Next")
        greet(app)
        await see(pilot, "Welcome to Companion")
        await walk(pilot, ("0", "The first questions can be asked again: Settings, First questions."))


async def test_it_is_over_even_where_the_setting_cannot_be_saved(
    companion: Companion, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise Failure("disk_full", file="settings.toml")

    monkeypatch.setattr(companion.preferences, "set", full)
    app = CompanionApp(companion)
    async with app.run_test(size=(80, 24)) as pilot:
        await see(pilot, "Next")
        greet(app)
        await see(pilot, "Welcome to Companion")
        await walk(pilot, ("0", "The disk is full"))
        assert type(app.screen) is Today
        assert not app.workers  # the questions are over
        await walk(pilot, ("4", "Tiredness"))


def test_it_is_due_only_while_nothing_was_ever_written_down(companion: Companion) -> None:
    assert companion.welcome.due()
    companion.fatigue.log(3)
    assert not companion.welcome.due()
    companion.history.undo()
    assert not companion.welcome.due()


def test_it_is_not_due_for_a_caregiver_the_demo_or_by_the_setting(companion: Companion) -> None:
    companion.by = "Karim"
    assert not companion.welcome.due()
    companion.by, companion.demo = None, True
    assert not companion.welcome.due()
    companion.demo, companion.settings = False, Settings(welcome=False)
    assert not companion.welcome.due()


def test_it_is_not_due_over_a_diary_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text("{", encoding="utf-8")
    assert not open_companion(tmp_path).welcome.due()


@pytest.mark.parametrize("size", [(80, 24), (40, 24)], ids=["80x24", "40x24"])
async def test_over_ssh_today_says_whole_what_was_saved_last(
    ruth: Companion, clock: Any, size: tuple[int, int]
) -> None:
    ruth.caregivers.add("Maria", "caregiver")
    facts: Any = {"diary": ruth.unasked, "content": ruth.content, "settings": ruth.settings, "clock": clock}
    maria = Companion(**facts, by="Maria", gated=True)
    maria.intake.quick("Cod with pea cream and potatoes", kcal=340)
    clock.go(minutes=2)
    app = CompanionApp(maria)
    async with app.run_test(size=size) as pilot:
        await see(pilot, "Next")
        kept(app)
        await pilot.pause()
        notice = app.screen.notice  # type: ignore[attr-defined]
        assert notice.text == "Saved last, 2 minutes ago: Cod with pea cream and potatoes, 340 kcal."
        assert notice.get_content_height_now() <= notice.size.height
