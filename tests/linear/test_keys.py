"""What is typed: sequences, pastes, the filter, the end of input, and what time brings meanwhile."""

import io
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st
from listening import AT_ONCE, listen
from stepped import SteppedClock

from companion.flows.menus.today import begin
from companion.flows.steps import Choose, Confirm, Menu, Number, Option, Read, Say, Text
from companion.flows.walk import Cue, Into, Out, Talk, Walk
from companion.linear.keys import LONGEST
from companion.linear.presses import Presses
from companion.linear.streams import Gone, Lines, heard

TWO = (Option("one", "One"), Option("two", "Two"))
KINDS = [
    Choose(id="c", title="Which", options=TWO),
    Choose(id="c", title="Which", options=tuple(Option(n, str(n)) for n in range(11))),
    Number(id="n", title="How much", low=0, high=9),
    Text(id="t", title="Name"),
    Confirm(id="y", title="Really"),
    Say("Hear this.", "warning"),
    Read("Text", (("", "Words."),)),
]


def asking(*steps):
    def flow(_):
        for step in steps:
            yield Say(f"It is {(yield step)}.")

    return flow


@pytest.mark.parametrize(
    "sequence", ["\x1b[A", "\x1b[1;5C", "\x1bOP", "\x1b[[A", "\x1ba", "\x1b]11;rgb:0/0/0\a"]
)
def test_keys_without_a_letter_are_left_out_whole(lines, sequence):
    said = lines(asking(KINDS[0]), sequence, f"{sequence}2")
    assert "It is two." in said
    assert "Not a choice" not in said


def test_escape_by_itself_takes_no_key_with_it():
    presses = Presses()
    assert presses.read(b"\x1b", 1.0) == ""
    assert presses.read(b"1", 2.0) == "1"
    assert presses.read(b"\x1b", 3.0) + presses.read(b"[", 3.01) + presses.read(b"A2", 3.02) == "2"


@given(st.binary(max_size=200))
def test_whatever_bytes_come_no_escape_passes(data):
    assert "\x1b" not in Presses().read(data, 0.0)


def test_a_letter_that_came_in_two_parts_is_one(lines):
    assert "It is é." in lines(asking(KINDS[3]), b"\xc3", b"\xa9", "\r")


@pytest.mark.parametrize("line", ["1", "1\r", "x" * 70, "\r"])
@pytest.mark.parametrize("step", KINDS[:5], ids=lambda step: type(step).__name__)
def test_a_paste_of_a_megabyte_acts_at_most_once(lines, step, line):
    paste = (line * 1_000_000)[:1_000_000]
    pieces = [paste[at : at + 4096] for at in range(0, len(paste), 4096)]
    said = lines(asking(step, *[KINDS[0]] * 3), *pieces, 1.0)
    assert said.count("It is") <= 1
    assert len(said) < LONGEST * 3


def test_a_line_from_a_file_may_lack_its_end(lines):
    assert "It is two." in lines(asking(KINDS[0]), "2", terminal=False)
    assert "It is two." in lines(asking(KINDS[0]), "x\n\n2\n", terminal=False)


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("step", KINDS, ids=lambda step: type(step).__name__)
def test_the_end_of_input_is_said_and_nothing_is_lost(lines, step, terminal):
    def flow(_):
        yield step

    said = lines(flow, terminal=terminal)
    assert said.endswith("The input has ended. What was answered is saved.\n")


def test_ctrl_d_is_the_end_of_input(lines):
    assert lines(asking(KINDS[0]), "\x04", "1").endswith("is saved.\n")


def presses_of(key, count, gap):
    return [piece for _ in range(count) for piece in (key, gap)]


def held(key, seconds=2):
    return [key, 0.5, *presses_of(key, 30 * seconds, 1 / 30)]  # as keyboards repeat


def test_four_presses_in_a_fifth_of_a_second_are_one_as_the_settings_are_at_first(lines):
    said = lines(asking(*[KINDS[0]] * 4), *presses_of("1", 4, 0.05), 2.0, filtered=True)
    assert said.count("It is one.") == 1
    assert said.count("1. One\n2. Two\n") == 2  # and nothing is said twice because of it


def test_a_held_key_is_one_and_the_step_is_said_again_when_it_was_let_go(lines):
    said = lines(asking(*[KINDS[0]] * 4), *held("1"), 2.0, filtered=True)
    assert said.count("It is one.") == 2  # once as the answer, once as the screen is said again
    assert said.count("1. One\n2. Two\n") == 3


def test_a_held_key_writes_one_meal(ruth, clock):
    before = len(ruth.intake.day().day.entries)
    listen(ruth, begin(ruth), *held("2"), 2, filtered=True, clock=clock)
    assert len(ruth.intake.day().day.entries) <= before + 1


def test_a_held_key_types_nothing_into_the_field_it_opened(lines):
    how_much = Number(id="n", title="How much", low=0, high=99)
    said = lines(asking(KINDS[0], how_much), *held("1"), 1, "7", 0.2, "\r", filtered=True)
    assert "It is 7.0." in said


def test_enter_held_down_answers_one_field(lines):
    kept = Number(id="n", title="How much", low=0, high=99, default=5.0)
    assert lines(asking(kept, kept), *held("\r"), filtered=True).count("Number: \nIt is 5.0.") == 1


def test_with_times_of_none_every_press_counts(lines, companion):
    companion.settings = companion.settings.model_copy(update=AT_ONCE)
    said = lines(asking(*[KINDS[0]] * 4), *presses_of("1", 4, 0.05), filtered=True)
    assert said.count("It is one.") == 4


def test_a_pipe_is_never_too_quick(lines):
    said = lines(asking(*[KINDS[0]] * 3), "1\n1\n1\n", terminal=False, filtered=True)
    assert said.count("It is one.") == 3


def test_presses_apart_are_presses(lines):
    said = lines(asking(*[KINDS[0]] * 4), *presses_of("1", 2, 0.7), filtered=True)
    assert said.count("It is one.") == 2


def test_a_number_keeps_its_digits_and_enter_may_follow_at_once(lines):
    how_much = Number(id="n", title="How much", low=0, high=99)
    assert "It is 22.0." in lines(asking(how_much), *presses_of("2", 2, 0.2), "\r", filtered=True)
    assert "It is 22.0." in lines(asking(how_much), "2", 0.2, "2", 0.05, "\r", filtered=True)


class Ticking(Walk):
    """A walk in which something is due again and again, and then another step is there."""

    def __init__(self, companion, *cues, changed=None):
        self._cues, self._changed = list(cues), changed
        self._began = companion.clock()
        super().__init__(
            companion,
            Into(lambda _: Menu(id="m", title="Menu", options=(Option(Out(), "Leave"),))),
            Talk(asking(KINDS[0], Number(id="n", title="How much", low=0, high=9))),
        )

    @property
    def step(self):
        return self._changed if self._changed and not self._cues else super().step

    def wait(self):
        gone = (self._companion.clock() - self._began).total_seconds()
        return self._cues[0][0] - gone if self._cues else None

    def due(self):
        found = []
        while self._cues and self.wait() <= 0:
            found.append(self._cues.pop(0)[1])
        return found


CUES = (10, Cue("30 seconds left.")), (20, Cue("10 seconds left.")), (30, Cue("Rest over.", 1))


def test_what_is_due_is_said_between_and_rings(companion, clock):
    said = listen(companion, Ticking(companion, *CUES), 60, "1", clock=clock)
    assert said.startswith(
        "Which. 2 choices.\n1. One\n2. Two\nYour choice: "
        "\n30 seconds left.\n10 seconds left.\n\aRest over.\n1\nIt is"
    )


def test_nothing_is_said_while_a_line_is_begun_and_then_the_newest(companion, clock):
    typed = ["1", 1, "5", 60, "\r", 0.1, "6\r"]
    said = listen(companion, Ticking(companion, *CUES), *typed, clock=clock)
    assert "Number: 5\n\aRest over.\n" in said
    assert "30 seconds" not in said
    assert "It is 5.0." in said


def test_a_step_that_time_brought_is_said_and_nothing_answers_it(companion, clock):
    other = Choose(id="c", title="Begin", options=TWO)
    said = listen(companion, Ticking(companion, *CUES[:1], changed=other), 60, clock=clock)
    assert "30 seconds left.\nBegin. 2 choices.\n1. One" in said


def test_lines_are_folded_between_words_where_the_terminal_would_break_them():
    out = io.StringIO()
    Lines(out, lambda: 20).say("Your last 9 ratings average 5.6.", "Short.", prompt="Your choice: ")
    assert out.getvalue() == "Your last 9 ratings\naverage 5.6.\nShort.\nYour choice: "


class Closed(io.StringIO):
    """A pipe that nobody reads any more."""

    def write(self, text):
        raise BrokenPipeError


def test_a_closed_pipe_is_told_apart():
    with pytest.raises(Gone):
        Lines(Closed()).say("Menu.")


@given(st.text())
def test_nothing_that_is_said_can_move_a_cursor(text):
    out = io.StringIO()
    Lines(out).say(text, f"\x1b[2J{text}\x9b1m", prompt="Your choice: ")
    assert not {
        char for char in out.getvalue() if (ord(char) < 32 and char != "\n") or 0x7F <= ord(char) <= 0x9F
    }
    assert heard("495 kcal") == "495 kilocalories"


@given(text=st.text(min_size=1, max_size=60), kind=st.integers(0, 5), typed=st.text(max_size=20))
def test_no_step_writes_an_escape_whatever_is_in_it_or_typed(library, text, kind, typed):
    from datetime import datetime

    from companion.config.settings import Settings
    from companion.services.companion import Companion
    from companion.store.diary import Diary
    from companion.store.shelf import MemoryShelf

    clock = SteppedClock(datetime(2026, 4, 14, 16, 15, tzinfo=UTC))
    companion = Companion(
        diary=Diary(MemoryShelf(), clock), content=library, settings=Settings(), clock=clock
    )
    text = f"\x1b[31m{text}"
    step = [
        Choose(id="c", title=text, help=text, options=(Option(1, text, text), Option(2, text, text, text))),
        Menu(id="m", title=text, told=text, options=(Option(Out(), text),)),
        Number(id="n", title=text, help=text, low=0, high=9, unit=text),
        Text(id="t", title=text, help=text, default=text),
        Say(text, "warning"),
        Read(text, ((text, text),)),
    ][kind]

    def flow(_):
        yield Say(text)
        yield step

    walk = Walk(
        companion, Into(lambda _: Menu(id="m", title="M", options=(Option(Out(), "Leave"),))), Talk(flow)
    )
    said = listen(companion, walk, "?\r", typed, "\r", clock=clock)
    assert "\x1b" not in said
    assert "\x9b" not in said
