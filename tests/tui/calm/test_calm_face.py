"""What the calm screen shows, says and takes, step by step."""

from collections.abc import Callable
from typing import Any

import pytest
from tui.calm.conftest import flow_of

from companion.config.settings import Settings
from companion.flows.ask import Ask
from companion.flows.steps import (
    Choose,
    Clock,
    Confirm,
    Menu,
    Number,
    Option,
    Read,
    Say,
    SlotName,
    Text,
)
from companion.flows.walk import Cue, Into, Out, Talk
from companion.services.companion import Companion
from companion.tui.calm.lines import CHARACTERS, SHORTER, Act
from companion.wording import calm

Sit = Callable[..., Any]
FEW = Choose(id="few", title="Which one?", options=tuple(Option(n, f"Choice {n}") for n in range(1, 4)))
MANY = Choose(id="many", title="Which?", options=tuple(Option(n, f"Choice number {n}") for n in range(1, 20)))
LEVELS = Choose(
    id="level", title="Which level?", options=tuple(Option(n, f"Level {n}", key=str(n)) for n in range(5))
)
AMOUNT = Number(id="ml", title="How much was drunk, in mL?", low=1, high=2000, unit="mL")
NAME = Text(id="name", title="Whose diary is this?", optional=True)
YES_NO = Confirm(id="sure", title="Take it out?")
TEXTS = tuple(
    (f"Part {n}", " ".join(f"Sentence {m} of {n} is here. It has another one after it." for m in range(9)))
    for n in range(4)
)
STEPS = {
    "few": FEW,
    "many": MANY,
    "levels": LEVELS,
    "number": AMOUNT,
    "text": NAME,
    "clock": Clock(id="at", title="When was it?", default="18:30", limit=5),
    "slot": SlotName(id="slot", title="Its name?", limit=16),
    "confirm": YES_NO,
    "read": Read("The plan", TEXTS),
    "warning": Say("Rest today. Call the team tomorrow.", "warning"),
}


@pytest.fixture(params=STEPS.values(), ids=STEPS.keys())
def step(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.mark.parametrize("size", [(80, 24), (40, 24)], ids=["80x24", "40x24"])
def test_every_row_of_every_step_is_one_place_with_its_label_on_it(sit: Sit, step: Any, size: Any) -> None:
    seat = sit(step, size=size)
    seat.press(*["up"] * 30)
    assert seat.face.at == 0
    for at, text in enumerate(seat.rows):
        assert seat.face.at == at
        shown = seat.face.view.draw(seat.rows, seat.face.at)
        assert shown.rows[shown.row] == text.rstrip() != ""
        seat.press("down")
    assert seat.said == calm.END


@pytest.mark.parametrize("size", [(80, 24), (40, 24)], ids=["80x24", "40x24"])
def test_a_new_screen_says_no_more_than_a_listener_can_keep(sit: Sit, step: Any, size: Any) -> None:
    seat = sit(step, size=size)
    if not isinstance(step, Read):  # a text is chosen to be read
        assert sum(map(len, seat.rows)) <= CHARACTERS
        assert len(seat.rows) == len(set(seat.rows))


def test_back_stands_on_every_screen_but_before_a_warning(sit: Sit, step: Any) -> None:
    acts = [line.act for line in sit(step).face.sheet.lines]
    assert (Act.BACK in acts) is not isinstance(step, Say)


def test_the_first_menu_says_leave_and_0_only_leads_there(sit: Sit) -> None:
    seat = sit()
    assert seat.rows == ["Bare", "1. Stay", "0. Leave"]
    seat.press("0")
    assert (seat.row, seat.said, seat.face.ended) == ("0. Leave", calm.LEAVES, False)
    seat.press("0")
    assert not seat.face.ended
    assert seat.press("enter") == ["Leave the program?", "1. No", "2. Yes", "0. Back"]
    assert seat.press("1") == ["Bare", "1. Stay", "0. Leave"]
    seat.press("0", "enter", "2")
    assert seat.face.ended


def test_a_menu_beneath_the_first_goes_back_with_0(sit: Sit) -> None:
    seat = sit()
    assert seat.press("1")[-1] == "0. Leave"  # the same menu, deeper, has a word of its own for it
    seat.press("0")
    assert seat.face.walk.depth == 0
    assert seat.row == "1. Stay"


def test_what_is_told_stands_before_the_choices(sit: Sit) -> None:
    def told(_: Companion) -> Menu:
        return Menu(id="day", title="The day", told="495 kcal to go.", options=(Option(Into(told), "Eat"),))

    seat = sit(menu=told)
    assert seat.rows == ["The day", "495 kilocalories to go.", "1. Eat", "0. Leave"]
    assert seat.row == "1. Eat"


def test_all_values_of_a_page_stand_behind_their_labels_or_none(sit: Sit) -> None:
    options = [Option(n, f"Meal {n}", "chicken with rice and a sauce, 480 kcal") for n in range(1, 7)]
    rows = sit(Choose(id="m", title="Which?", options=tuple(options))).rows
    assert (rows[1], rows[6]) == ("1. Meal 1", "6. Meal 6")
    rows = sit(Choose(id="m", title="Which?", options=tuple(options[:3]))).rows
    assert rows[1] == "1. Meal 1, chicken with rice and a sauce, 480 kilocalories"
    assert rows[3] == "3. Meal 3, chicken with rice and a sauce, 480 kilocalories"


def test_arrows_do_not_wrap_and_say_the_end_once(sit: Sit) -> None:
    seat = sit(FEW)
    seat.press("down", "down", "down")
    assert (seat.row, seat.said) == ("0. Back", "")
    before = seat.face.view.draw(seat.rows, seat.face.at)
    seat.press("down")
    assert (seat.row, seat.said) == ("0. Back", calm.END)
    after = seat.face.view.draw(seat.rows, seat.face.at)
    seat.press("down", "down")
    assert seat.face.view.draw(seat.rows, seat.face.at) == after != before


def test_down_says_nothing_and_tab_says_the_row(sit: Sit) -> None:
    seat = sit(FEW)
    seat.press("down")
    assert (seat.row, seat.said) == ("2. Choice 2", "")
    seat.press("tab")
    assert (seat.row, seat.said) == ("3. Choice 3", "3. Choice 3")
    seat.press("shift+tab")
    assert (seat.row, seat.said) == ("2. Choice 2", "2. Choice 2")


@pytest.mark.parametrize("keys", [("2",), ("down", "enter"), ("down", "space")])
def test_a_digit_or_the_row_answers(sit: Sit, keys: tuple[str, ...]) -> None:
    seat = sit(FEW)
    seat.press(*keys)
    assert seat.results == [[2]]


def test_9_shows_more_and_comes_round(sit: Sit) -> None:
    seat = sit(MANY)
    first = seat.rows
    assert first[-2:] == ["9. More", "0. Back"]
    second = seat.press("9")
    assert second[1] == "1. Choice number 9"
    assert seat.row == second[1]
    assert seat.press("9", "9") == first
    seat.press("9", "1")
    assert seat.results == [[9]]


def test_a_wrong_key_says_which_there_are_and_stays(sit: Sit) -> None:
    seat = sit(MANY)
    seat.press("x")
    assert seat.said == "Keys here: 1 to 9, 0."
    assert seat.rows[0] == "Which?"
    assert sit(FEW).press("8")[0] == "Which one?"


def test_0_among_answers_only_leads_to_its_row(sit: Sit) -> None:
    seat = sit(LEVELS)
    assert seat.rows[-1] == "q. Back"
    seat.press("down", "0")
    assert (seat.row, seat.said, seat.results) == ("0. Level 0", "0. Level 0", [])
    seat.press("enter")
    assert seat.results == [[0]]


def test_a_rating_answers_at_once_and_t_is_ten(sit: Sit, companion: Companion) -> None:
    rating = Ask(companion).rating("fatigue")
    for key, number in (("0", 0), ("9", 9), ("t", 10), ("n", None)):
        seat = sit(rating)
        seat.press(key)
        assert seat.results == [[number]]
    seat = sit(FEW, rating)
    seat.press("1", "q")
    assert seat.rows[0] == "Which one?"


def test_0_in_a_rating_that_somebody_came_back_to_only_leads_there(sit: Sit, companion: Companion) -> None:
    seat = sit(Ask(companion).rating("fatigue"), FEW)
    seat.press("4", "0", "0", "0")
    assert (seat.row, seat.results) == ("0. Not tired at all", [])


def test_who_looks_for_the_row_reads_every_word_of_a_rating(sit: Sit, companion: Companion) -> None:
    rating = Ask(companion).rating("fatigue")
    heard = sit(rating).rows
    assert heard[4] == "3"
    assert sum(map(len, heard)) <= CHARACTERS
    companion.settings = Settings(calm_mark="row")
    assert sit(rating).rows[4] == "3. Somewhat tired"


def test_every_number_of_a_rating_can_be_heard_in_words(sit: Sit, companion: Companion) -> None:
    seat = sit(Ask(companion).rating("fatigue"))
    seat.press("down", "down", "down", ".")
    assert seat.said == "3. Somewhat tired"


def test_a_long_label_goes_on_below_and_is_said_whole(sit: Sit) -> None:
    long = "Porridge with cream, honey and a little cinnamon on the top"
    seat = sit(Choose(id="m", title="Which?", options=(Option(1, long), Option(2, "x" * 90))), size=(40, 24))
    assert seat.rows[1:3] == ["1. Porridge with cream, honey and a", "   little cinnamon on the top"]
    assert all(len(row) <= 40 for row in seat.rows)
    seat.press("down")
    assert (seat.row[:5], seat.said) == ("2. xx", "2. " + "x" * 90)
    seat.press("up")
    assert (seat.row, seat.said) == ("1. Porridge with cream, honey and a", f"1. {long}")


def test_a_long_detail_is_shortened_at_a_word_and_said_whole(sit: Sit) -> None:
    detail = "with cream, honey and a little cinnamon"
    seat = sit(Choose(id="m", title="Which?", options=(Option(1, "Porridge", detail),)), size=(40, 24))
    assert seat.row == "1. Porridge, with cream, honey and a" + SHORTER
    seat.press(".")
    assert seat.said == f"1. Porridge, {detail}"


def test_confirm_begins_on_no(sit: Sit) -> None:
    seat = sit(YES_NO)
    assert (seat.rows, seat.row) == (["Take it out?", "1. No", "2. Yes", "0. Back"], "1. No")
    seat.press("enter")
    assert seat.results == [[False]]


def test_what_a_question_is_about_is_read_before_it_where_it_is_long(sit: Sit) -> None:
    seat = sit(
        Confirm(
            id="sure",
            title="Keep it?",
            help="\n".join(f"This is change number {n}, from one level to another." for n in range(9)),
        )
    )
    assert seat.rows[-2:] == ["1. More", "0. Back"]
    seen = []
    for _ in range(20):
        if "1. No" in seat.rows:
            break
        seen += seat.rows
        seat.press("enter")
    assert "This is change number 8, from one level to another." in seen
    seat.press("2")
    assert seat.results == [[True]]


def test_a_short_explanation_stands_above_yes_and_no(sit: Sit) -> None:
    rows = sit(Confirm(id="sure", title="Keep it?", help="It is 3 kg less than on Sunday.")).rows
    assert rows[:2] == ["Keep it?", "It is 3 kilograms less than on Sunday."]


def test_a_number_is_typed_on_the_row_of_its_label(sit: Sit) -> None:
    seat = sit(AMOUNT)
    assert (seat.row, seat.face.typing) == ("Millilitres: ", True)
    seat.press("2", "5x", "0")
    assert seat.face.field.text == "250"
    seat.press("space")
    assert seat.results == [[250]]


def test_a_refused_number_says_so_and_the_next_digit_replaces_it(sit: Sit) -> None:
    seat = sit(AMOUNT)
    seat.press("9999", "enter")
    assert "2000" in seat.said
    seat.press("3")
    assert seat.face.field.text == "3"


def test_enter_on_nothing_keeps_what_is_offered(sit: Sit) -> None:
    step = Number(id="ml", title="How much?", low=1, high=2000, unit="mL", default=250)
    seat = sit(step)
    assert "Enter. Keep 250" in seat.rows
    seat.press("enter")
    assert seat.results == [[250]]


def test_enter_on_nothing_leaves_out_or_goes_back(sit: Sit) -> None:
    seat = sit(FEW, AMOUNT)
    seat.press("1", "enter")
    assert seat.rows[0] == "Which one?"
    optional = Number(id="g", title="How much?", low=0, high=9, optional=True)
    seat = sit(optional)
    assert "Enter. Leave it out" in seat.rows
    seat.press("enter")
    assert seat.results == [[None]]


def test_q_and_the_row_below_go_back_from_a_number(sit: Sit) -> None:
    for keys in (("q",), ("down", "q"), ("down", "down", "enter"), ("escape",)):
        seat = sit(FEW, AMOUNT)
        seat.press("1", *keys)
        assert seat.rows[0] == "Which one?"


def test_words_are_typed_mended_and_kept(sit: Sit) -> None:
    seat = sit(NAME)
    seat.press("Ru th0", "backspace", "enter")
    assert seat.results == [["Ru th"]]
    seat = sit(Text(id="note", title="A note?", default="Slept badly"))
    assert (seat.row, seat.face.field.text) == ("A note: ", "Slept badly")
    seat.press(".", "down", "enter")
    assert seat.results == [["Slept badly."]]


def test_a_paste_is_cut_and_does_nothing_outside_a_field(sit: Sit) -> None:
    from companion.tui.calm.keys import paste

    seat = sit(NAME, FEW)
    paste(seat.face, "\x1b[31mRuth\n" + "1" * 1_000_000)
    assert len(seat.face.field.text) == 80
    assert seat.face.field.text.isprintable()
    seat.press("enter")
    paste(seat.face, "111")
    assert (seat.rows[0], seat.results) == ("Which one?", [])


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


def test_help_over_a_field_keeps_what_was_typed(sit: Sit) -> None:
    seat = sit(AMOUNT)
    seat.press("25", "?")
    assert seat.rows[0] == "Help"
    seat.press("0", "0", "enter")
    assert seat.results == [[250]]


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


def test_the_cursor_is_where_it_was_when_a_menu_comes_back(sit: Sit, companion: Companion) -> None:
    def menu(_: Companion) -> Menu:
        return Menu(
            id="m",
            title="Main",
            options=(Option(Into(other), "One"), Option(Into(other), "Two"), Option(Out(), "Leave")),
        )

    def other(_: Companion) -> Menu:
        return Menu(id="o", title="Other", options=(Option(Into(menu), "On"),))

    seat = sit(menu=menu)
    seat.press("2", "0")
    assert seat.row == "2. Two"


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (7, 3), (40, 4), (200, 2)])
def test_any_size_draws_and_comes_back_as_it_was(sit: Sit, step: Any, size: tuple[int, int]) -> None:
    seat = sit(step)
    seat.press("down")
    key, rows = seat.face.line.key, seat.rows
    seat.face.resize(*size)
    shown = seat.face.view.draw(seat.rows, seat.face.at)
    assert len(shown.rows) == size[1]
    assert 0 <= shown.row < size[1]
    seat.face.resize(80, 24)
    assert seat.rows == rows
    assert not key or seat.face.line.key == key


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


def test_nothing_is_said_while_somebody_types(sit: Sit) -> None:
    seat = sit(AMOUNT)
    seat.face.walk.wait = lambda typing=False, **_: None if typing else 1.0
    assert seat.face.wait() == 1.0
    seat.press("2")
    assert seat.face.wait() is None


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


def test_only_keys_that_stand_on_the_screen_act(sit: Sit) -> None:
    seat = sit(Choose(id="c", title="Which?", options=(Option(1, "One", key="N"), Option(2, "Two"))))
    seat.press("n", "q")
    assert (seat.rows[0], seat.said) == ("Which?", "Keys here: 1 to 2, 0.")


def test_the_rows_beside_a_field_have_no_key_that_would_be_typed(sit: Sit) -> None:
    assert sit(AMOUNT).rows[-2:] == ["Enter. Keep", "q. Back"]
    assert sit(NAME).rows[-2:] == ["Enter. Leave it out", "Back"]


def test_a_menu_begins_at_its_first_page_but_where_a_choice_of_it_led_back(sit: Sit) -> None:
    def menu(_: Companion) -> Menu:
        return Menu(id="m", title="Main", options=(Option(Into(many), "Many"),))

    def many(_: Companion) -> Menu:
        return Menu(id="x", title="Many", options=tuple(Option(Into(menu), f"Way {n}") for n in range(12)))

    seat = sit(menu=menu)
    seat.press("1", "9", "2", "0")
    assert (seat.rows[0], seat.row) == ("Many", "2. Way 9")
    assert seat.press("0", "1")[1] == "1. Way 0"
    assert seat.row == "1. Way 0"


def test_pages_stay_what_they_are_when_a_result_was_said(sit: Sit) -> None:
    def menu(_: Companion) -> Menu:
        eat = Talk(flow_of(Say("Saved: " + "a meal, " * 11)))
        ways = tuple(Option(eat, f"Meal {n}", "with butter and a little bread") for n in range(4))
        return Menu(id="m", title="Main", options=ways)

    seat = sit(menu=menu)
    before = seat.rows
    after = seat.press("1")
    assert [row.removesuffix(", with butter and a little bread") for row in before] == after != before
    assert len(seat.said) + sum(map(len, after)) <= CHARACTERS


def test_help_ends_its_sentences_once(sit: Sit) -> None:
    seat = sit(Choose(id="c", title="Which?", options=(Option(1, "One", "It is caught."), Option(2, "Two"))))
    assert "caught." in (said := " ".join(seat.press("?")))
    assert ".." not in said
