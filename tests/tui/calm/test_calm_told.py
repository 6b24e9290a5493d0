"""What a calm screen tells: results, warnings, texts, help, and what time brings."""

from collections.abc import Callable
from typing import Any

from tui.calm.steps import FEW, TEXTS, YES_NO

from companion.config.settings import Settings
from companion.flows.steps import Choose, Option, Read, Say
from companion.flows.walk import Cue
from companion.services.companion import Companion
from companion.wording import calm

Sit = Callable[..., Any]


def test_results_are_said_with_the_next_screen(sit: Sit) -> None:
    seat = sit(FEW, Say("Saved: 250 mL."), Say("Enough for now.", "notice"))
    seat.press("1")
    assert (seat.rows[0], seat.said) == ("Bare", "Saved: 250 millilitres. Enough for now.")


def test_a_warning_waits_rings_once_and_is_answered(sit: Sit) -> None:
    seat = sit(FEW, Say("Rest today.", "warning"))
    seat.press("1")
    assert seat.rows == ["Warning. Rest today.", "1. Go on"]
    assert seat.face.bells == 1
    seat.press("down", "x")
    assert seat.face.bells == 1
    seat.press("1")
    assert seat.rows[0] == "Bare"


def test_signs_follow_where_they_are_led_to(sit: Sit) -> None:
    seat = sit(Say("Tell the team.", "signs"))
    seat.press("enter")
    assert seat.rows[0].startswith("Warning signs. Page 1 of ")


def test_texts_are_read_in_pages_whole_and_left_with_0(sit: Sit) -> None:
    seat = sit(Read("The plan", TEXTS))
    seen: list[str] = []
    for _ in range(20):
        if "1. More" not in seat.rows:
            break
        seen += seat.rows
        seat.press("space")
    seen += seat.rows
    for title, text in TEXTS:
        assert title in seen
        assert text.split(". ")[0] in " ".join(seen)
    assert " ".join(seen).count("It has another one after it.") == 36
    seat.press("enter")
    assert seat.rows[0] == "Bare"


def test_enter_on_a_line_of_a_text_reads_on(sit: Sit) -> None:
    seat = sit(Read("The plan", TEXTS))
    before = seat.rows
    assert seat.press("up", "up", "enter") != before


def test_help_is_read_in_place_and_the_step_stays(sit: Sit) -> None:
    seat = sit(FEW)
    seat.press("?")
    assert seat.rows[0] == "Help"
    assert "Choice 2." in " ".join(seat.rows)
    for _ in range(9):
        if "Help" not in seat.rows[0]:
            break
        seat.press("space")
    assert (seat.rows[0], seat.results) == ("Which one?", [])


def test_a_full_stop_takes_it_away_and_writes_it_again(sit: Sit) -> None:
    seat = sit(FEW, Say("Saved."))
    seat.press("1")
    first = seat.face.view.draw(seat.rows, seat.face.at).rows
    seat.press(".")
    second = seat.face.view.draw(seat.rows, seat.face.at).rows
    assert (first[-1], second[-1]) == ("Saved.", "")
    seat.face.view.is_hushed = False
    assert seat.face.view.draw(seat.rows, seat.face.at).rows == first


def test_a_long_result_is_heard_before_the_next_step(sit: Sit, companion: Companion) -> None:
    seat = sit(FEW, Say("Sessions are cut by half, with longer rests. " * 5), YES_NO)
    assert seat.press("1")[0] == "Page 1 of 2"
    assert seat.press("enter")[-2:] == ["1. Go on", "2. Page before"]
    assert seat.press("2")[-1] == "1. More"
    assert seat.press("1", "1")[0] == "Take it out?"
    companion.settings = Settings(calm_mark="row")
    seat = sit(FEW, Say("Sessions are cut by half, with longer rests. " * 5), YES_NO)
    assert seat.press("1")[0] == "Take it out?"


def test_a_full_stop_where_nothing_was_said_says_where_one_is(sit: Sit) -> None:
    seat = sit(FEW)
    seat.press(".")
    assert seat.said == "Which one? 1. Choice 1"


class Ringing:
    """A walk in which time goes by."""

    over, depth = False, 1

    def __init__(self) -> None:
        self.step = FEW
        self.cues: list[Cue] = []

    def due(self, **_: bool) -> list[Cue]:
        cues, self.cues = self.cues, []
        return cues

    def wait(self, **_: bool) -> float:
        return 5.0


def test_what_is_due_is_announced_and_rung_and_the_rows_stay(companion: Companion) -> None:
    from companion.tui.calm.face import Face

    walk = Ringing()
    face = Face(companion, walk)  # type: ignore[arg-type]
    face.move(1)
    rows = face.sheet
    walk.cues = [Cue("30 seconds."), Cue("Rest over.", 1)]
    face.tick()
    assert (face.view.said, face.bells, face.sheet, face.at) == ("30 seconds. Rest over.", 1, rows, 2)
    face.tick()
    assert face.view.said == "30 seconds. Rest over."


def test_a_step_that_time_brings_is_shown_with_its_cue(companion: Companion) -> None:
    from companion.tui.calm.face import Face

    walk = Ringing()
    face = Face(companion, walk)  # type: ignore[arg-type]

    def due(**_: bool) -> list[Cue]:
        walk.step = YES_NO
        return [Cue("Done.")]

    walk.due = due  # type: ignore[method-assign]
    face.tick()
    assert (face.sheet.lines[0].text, face.view.said) == ("Take it out?", "Done.")


LONG = Choose(
    id="welcome", title="Hello", help="A sentence about it. " * 20, options=(Option("on", "Go on"),)
)


def test_a_text_before_its_one_answer_ends_with_it(sit: Sit) -> None:
    seat = sit(LONG, FEW)
    assert seat.rows[0] == "Hello. Page 1 of 3"
    assert seat.press("1", "1")[-3:] == ["1. Go on", "2. Page before", "0. Back"]
    assert seat.press("2")[0] == "Hello. Page 2 of 3"
    assert seat.press("1", "1")[0] == "Which one?"
    assert seat.press("0")[0] == "Hello. Page 1 of 3"


def test_0_never_skips_the_first_questions_unasked(sit: Sit) -> None:
    seat = sit(LONG, FEW)
    assert seat.press("0") == [calm.NO_QUESTIONS, "1. No", "2. Yes", "0. Back"]
    assert seat.press("1")[0] == "Hello. Page 1 of 3"
    assert seat.press("0", "2")[0] == "Bare"


def test_help_ends_its_sentences_once(sit: Sit) -> None:
    seat = sit(Choose(id="c", title="Which?", options=(Option(1, "One", "It is caught."), Option(2, "Two"))))
    assert "caught." in (said := " ".join(seat.press("?")))
    assert ".." not in said
