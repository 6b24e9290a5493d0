"""Every flow keeps and says in plain lines, typed digit by digit, what it keeps and says as a command."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from parity.case import Case, known, newest, together
from parity.cases import CASES
from parity.typist import END, Remembering, Typist

from companion.bootstrap import open_companion
from companion.domain.sessions import Phase
from companion.flows.sessions import start_session
from companion.flows.steps import Choose, Flow, Menu, Option, Step
from companion.flows.walk import Into, Out, Talk
from companion.linear.streams import heard
from companion.services.companion import Companion
from companion.services.sessions_before import Before


def nowhere(_: Companion) -> Menu:
    """A menu with nothing in it but the way out."""
    return Menu(id="nowhere", title="Nowhere", options=(Option(Out(), "Leave"),))


def answered(answers: Mapping[str, Any], step: Step) -> Any:
    """The answer of a case to a step; a clock is ended at once, and the menu is the end."""
    if isinstance(step, Menu):
        return END
    value = answers[step.id]
    if isinstance(step, Choose) and value not in [option.value for option in step.options]:
        return step.options[0].value
    return value


def typed(folder: Path, case: Case) -> tuple[Remembering, Typist]:
    """One conversation in plain lines, from its first question to its last word."""
    companion = open_companion(folder, via="linear")

    def flow(companion: Companion) -> Flow:
        return case.flow(companion, **facts)

    facts = known(case)(companion)
    walk = Remembering(companion, Into(nowhere), Talk(flow))
    typist = Typist(walk, partial(answered, case.answers))
    assert typist(companion) == 0
    return walk, typist


def scanned(case: Case) -> bool:
    """Whether digits are no longer asked for afterwards; such a case comes last."""
    return case.answers.get("key") == "switch"


@pytest.mark.parametrize("cases", together(CASES), ids=lambda cases: cases[0].name)
def test_plain_lines_keep_and_say_what_the_command_does(cases, command, kept, tmp_path):
    for line in cases[0].given:
        for folder in (tmp_path / "command", tmp_path / "linear"):
            assert command(line, folder).code == 0, line
    for case in sorted(cases, key=scanned):
        walk, typist = typed(tmp_path / "linear", case)
        ids = {"id": newest(open_companion(tmp_path / "command"))} if case.newest else {}
        assert " ".join(walk.said) == " ".join(command(case.command, **case.answers, **ids).said) != ""
        assert {step.id for step in walk.asked} == set(case.answers)
        assert [text for text in walk.said if heard(text) not in typist.text] == []
        assert "\x1b" not in typist.text
    assert kept(tmp_path / "linear") == kept(tmp_path / "command")


def test_a_whole_session_by_its_first_choices_keeps_what_the_player_keeps(kept, tmp_path):
    """Every question has the answer 3, or the first there is: go, done, to the next one."""

    def first(step: Step) -> Any:
        assert isinstance(step, Choose)
        return END if isinstance(step, Menu) else 3 if step.is_rating else step.options[0].value

    companion = open_companion(tmp_path / "linear", via="linear")
    walk = Remembering(companion, Into(nowhere), Talk(start_session))
    typist = Typist(walk, first)
    assert typist(companion) == 0
    by_player(open_companion(tmp_path / "played", via="full"))
    assert kept(tmp_path / "linear") == kept(tmp_path / "played")
    assert len(kept(tmp_path / "linear")) > 15
    assert heard(walk.said[-1]) in typist.text
    assert sum(walk.asked[at].id == "session" for at in range(len(walk.asked))) > 30


def by_player(companion: Companion) -> None:
    """What the player of the full screen does when Space is pressed at everything."""
    companion.sessions_before.keep(Before(3, "nothing"))
    first = companion.sessions.choices(3).offered[0]
    running = companion.sessions.start(first.programme.id)
    while (view := running.view()).phase is not Phase.DONE:
        if view.phase is Phase.ASK:
            running.rate(3)
            running.answered()
        else:
            running.go_on()
    running.rate(3, "after")
