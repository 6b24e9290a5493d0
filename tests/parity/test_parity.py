"""Every flow gives the same rows and the same sentences by keys in the full screen and as a command."""

import inspect
import re
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter
from typing import Any

import pytest
from parity.case import LEVELS, Case, known, newest, together
from parity.cases import CASES
from walk import walk

import companion.flows
from companion.bootstrap import open_companion
from companion.domain.plan import KEYS as PLAN_KEYS
from companion.flows.intake import quick_entry
from companion.flows.steps import Confirm
from companion.resources import PACKAGE
from companion.services.people import KEYS as PERSON_KEYS
from companion.tui.app import CompanionApp

PLAYED = {
    "start_session",
    "resume_session",
    "check_in",
    "settle",
    "note_step",
    "stop_session",
    "end_session",
}  # only in the player
LOOKED = {"choose_tag"}  # narrows a list and writes nothing
SEVERAL = {"first_run"}  # several commands at once: tests/flows/test_welcome.py holds its rows against theirs
WITHIN = {"add_slot", "change_slot", "ask_before", "ask_whole"}  # parts of set_preference and start_session
BUILT = {"edit_programme"}  # many steps; `plan import` keeps the same: tests/cli/test_plan.py
# After a session of before; `fatigue log --when later` keeps the same: tests/flows/test_sessions_after.py
AFTER = {"ask_after"}
PRESSED = {"calibrate"}  # times one switch, which has no full screen; it sets switch-ms
# Asked before any face is there: tests/cli/test_faces.py. Before the first menu where one step at a time is
# shown; in the full screen it is what stands under Next: tests/ssh/test_dropped.py
FIRST = {"choose_face", "offer_session"}
HANDED = {"hand_over"}  # writes a file for others; `report` makes the same: tests/flows/test_reports.py
LATER: set[str] = set()  # a command each; the full screen has no way to them yet


@pytest.mark.parametrize("cases", together(CASES), ids=lambda cases: cases[0].name)
async def test_both_faces_keep_and_say_the_same(cases, command, screen, kept, tmp_path):
    for line in cases[0].given:
        for folder in (tmp_path / "command", tmp_path / "screen"):
            assert command(line, folder).code == 0, line
    by_command = []
    for case in cases:
        ids = {"id": newest(open_companion(tmp_path / "command"))} if case.newest else {}
        by_command.append(command(case.command, **case.answers, **ids))
    by_keys = await screen(*((case.flow, case.answers, known(case)) for case in cases))
    assert kept(tmp_path / "screen") == kept(tmp_path / "command")
    for case, typed, pressed in zip(cases, by_command, by_keys, strict=True):
        assert typed.code == case.code, typed.said
        assert " ".join(pressed.said) == " ".join(typed.said) != ""
        _every_question_has_an_option(case, pressed.asked)


async def test_the_meal_screen_keeps_and_says_what_the_command_does(command, kept, tmp_path):
    for line in LEVELS:
        for folder in (tmp_path / "command", tmp_path / "screen"):
            assert command(line, folder).code == 0
    app = CompanionApp(open_companion(tmp_path / "screen", via="full"))
    async with app.run_test(size=(80, 24)) as pilot:
        await walk(pilot, ([], "Next"), ("2", "Enter Eaten"))
        meal = app.screen.offer().meal.id  # type: ignore[attr-defined]
        await walk(pilot, (["enter"], "How much was eaten?"), ("3", "Saved: half of"))
        said = app.screen.notice.text  # type: ignore[attr-defined]
    assert command("meal log {meal} --eaten half", meal=meal).said == [said]
    assert kept(tmp_path / "screen") == kept(tmp_path / "command")
    assert kept(tmp_path / "screen")[-2]["meal"] == meal


def _every_question_has_an_option(case: Case, asked: list[Any]) -> None:
    """What the dialogs asked can be said on the command line, and all the answers were asked for."""
    assert {step.id for step in asked} == set(case.answers)
    options = {name.partition("[")[0] for _, name, _, _ in Formatter().parse(case.command) if name}
    for step in asked:
        if not isinstance(step, Confirm):
            assert step.id in options | case.unsaid, f"no option answers {step.id}"


def flows() -> set[str]:
    """Every conversation there is."""
    found = set()
    for module in iter_modules(companion.flows.__path__):
        here = import_module(f"companion.flows.{module.name}")
        for name, thing in vars(here).items():
            own = inspect.isgeneratorfunction(thing) and thing.__module__ == here.__name__ and name[0] != "_"
            if own and "companion" in inspect.signature(thing).parameters:
                found.add(name)
    return found


def test_every_flow_has_a_case():
    assert (
        flows()
        - PLAYED
        - LOOKED
        - SEVERAL
        - WITHIN
        - FIRST
        - BUILT
        - AFTER
        - LATER
        - PRESSED
        - HANDED
        - {case.flow.__name__ for case in CASES}
        == set()
    )
    assert (
        not (PLAYED | LOOKED | SEVERAL | WITHIN | FIRST | BUILT | AFTER | LATER | PRESSED | HANDED) - flows()
    )


def test_every_part_of_the_plan_and_every_fact_and_setting_has_a_case(companion):
    from companion.config.settings import names

    keys = {case.answers.get("key") for case in CASES}
    slots = {name for name in names(companion.settings) if name.startswith("slots.")}
    assert {*PLAN_KEYS, *PERSON_KEYS, *names(companion.settings)} - slots <= keys
    assert keys & slots


def test_the_full_screen_has_a_way_to_every_flow():
    files = [
        *(PACKAGE / "tui").rglob("*.py"),
        *(PACKAGE / "flows" / name for name in ("doors.py", "today.py")),
    ]
    source = "\n".join(file.read_text(encoding="utf-8") for file in files)
    away = {name for name in flows() if not re.search(rf"\b{name}\b", source)}
    assert away <= LATER | WITHIN | FIRST | PRESSED


async def test_a_meal_that_somebody_else_wrote_is_asked_about_by_keys_alone(command, screen, kept, tmp_path):
    """A command asks nobody: it keeps the same row, says the same sentence, and warns that there are two."""
    for line in (*LEVELS, "quick Soup --kcal 150 --by Maria"):
        for folder in (tmp_path / "command", tmp_path / "screen"):
            assert command(line, folder).code == 0
    answers = {"name": "Stew", "kcal": 300, "twins": "add"}
    (pressed,) = await screen((quick_entry, answers, lambda _: {}))
    typed = command("quick {name} --kcal {kcal}", **answers)
    assert kept(tmp_path / "screen") == kept(tmp_path / "command")
    assert pressed.asked[-1].id == "twins"
    assert typed.said[:1] == pressed.said
    assert [word.partition(" ")[0] for word in typed.said[1:]] == ["Maria"]
