"""One switch: everything by presses alone, at most six rows with Back among them, and nothing by accident."""

from collections.abc import Callable, Sequence
from datetime import time

import pytest

from companion.errors import Unknown
from companion.flows.intake import log_drink
from companion.flows.meals import log_meal
from companion.flows.menus import foods, meals
from companion.flows.sessions import start_session
from companion.flows.steps import (
    Choose,
    Clock,
    Confirm,
    Flow,
    Menu,
    Number,
    Option,
    Read,
    Say,
    Text,
)
from companion.flows.switch import Scanner, Switched
from companion.flows.switch_choosing import BACK, LETTERS_AT_ONCE, MOST
from companion.flows.switch_pace import calibrate
from companion.flows.walk import FIND, Into, Out, Talk, Walk
from companion.services.companion import Companion
from companion.wording import switch as words
from companion.wording.errors import sentence

OWN_PACE = 2  # bouts of breathing in this programme, which nobody hurries
RATING = tuple(Option(n, f"Tired {n}") for n in range(11))


class Hand:
    """A person with one switch: waits until a row is told, then presses half a second later."""

    def __init__(self, companion: Companion, clock, *flows: Callable[..., Flow], rows: Sequence[Option] = ()):
        options = tuple(Option(Talk(flow), flow.__name__) for flow in flows) + tuple(rows)
        walk = Walk(companion, Into(lambda _: Menu(id="main", title="Main", options=options)))
        self.walk, self.clock, self.began = Switched(walk), clock, clock()
        self.scanner = Scanner(companion, self.walk, aloud=False)
        self.presses, self.told, self.said = 0, [], []

    @property
    def at(self) -> float:
        return (self.clock() - self.began).total_seconds()

    @property
    def title(self) -> str:
        self.look()
        return self.walk.step.title

    @property
    def labels(self) -> list[str]:
        self.look()
        return [row.label for row in self.walk.step.options]

    def look(self) -> str | None:
        """What a face does between presses."""
        self.said += [cue.text for cue in self.walk.due()]
        while not self.walk.over and isinstance(self.walk.step, Say):
            self.said.append(self.walk.step.text)
            self.walk.answer()
        if self.walk.over:
            return None
        new = self.scanner.look(self.at)
        self.told += [new] if new else []
        return new

    def let_pass(self, seconds: float) -> None:
        """Look whenever there is something to look at."""
        end = self.at + seconds
        self.look()
        while (wait := self.scanner.wait(self.at)) is not None and self.at + wait <= end:
            self.clock.go(seconds=wait + 0.001)
            self.look()
        self.clock.go(seconds=end - self.at)

    def press(self, *wanted: str) -> None:
        """Press as each of these is offered, the rows' labels or how they begin."""
        for label in wanted:
            self.look()
            for _ in range(MOST * 4):
                row = self.scanner.row
                if row is None and self.told[-1] == words.PAUSED:
                    self.once()
                    row = self.scanner.row
                if row is not None and self.walk.step.options[row].label.startswith(label):
                    break
                wait = self.scanner.wait(self.at)
                assert wait is not None, f"{label!r} is not offered: {self.labels}"
                self.clock.go(seconds=wait + 0.001)
                self.look()
            else:
                raise AssertionError(f"{label!r} is not offered: {self.labels}")
            self.once()

    def once(self) -> None:
        """Press, a little after what was told."""
        self.clock.go(seconds=0.7)
        self.presses += 1
        assert self.scanner.press(self.at)
        self.look()


@pytest.fixture
def hand(ruth, clock):
    """One switch over a menu of these conversations."""
    return lambda *flows, **kept: Hand(ruth, clock, *flows, **kept)


def asks(step, kept: list | None = None) -> Callable[[Companion], Flow]:
    """A conversation of one question, which keeps its answer."""

    def ask(_: Companion) -> Flow:
        answer = yield step
        if kept is not None:
            kept.append(answer)

    return ask


def closer(companion: Companion) -> Menu:
    """Every meal, to be looked at."""
    return meals.every(companion, meals.Keeps("food", None), closer=True)


def found_alike(_: Companion) -> Menu:
    """Finds two things of one name, which cannot be told apart by it."""
    alike = Choose(id="c", title="Alike", options=(Option(1, "One"),))
    found = lambda _: (Option(Talk(asks(alike)), "Alike"), Option(Talk(asks(alike)), "Alike"))  # noqa: E731
    return Menu(id="m", title="Room", options=(Option(FIND, "Find"),), find=found)


def test_a_usual_meal_takes_at_most_three_presses(hand, ruth):
    person = hand(log_meal)
    person.press("log_meal")
    person.press(person.labels[0], "All")
    assert person.presses == 3
    (eaten,) = [entry for entry in ruth.diary.entries() if entry.kind == "meal"]
    assert eaten.eaten == 1.0


def test_a_rating_offers_the_answer_of_last_time_first(hand):
    kept: list = []
    person = hand(asks(Choose(id="r", title="How tired", options=RATING, default=4), kept))
    person.press("ask", "4, ")
    assert (kept, person.presses) == ([4], 2)


@pytest.mark.parametrize("value", range(11))
def test_every_rating_is_two_presses_away(hand, value):
    kept: list = []
    person = hand(asks(Choose(id="r", title="How tired", options=(*RATING, Option(None, "No answer"))), kept))
    person.press("ask", "0 to 3" if value < 4 else "4 to 7" if value < 8 else "8 to 10", f"{value}, ")
    assert (kept, person.presses) == ([value], 3)


def test_a_rating_can_be_left_open_and_gone_back_from(hand):
    kept: list = []
    step = Choose(id="r", title="How tired", options=(*RATING, Option(None, "No answer")))
    person = hand(asks(step, kept))
    person.press("ask", "8 to 10", "Back", "Back", "ask", "No answer")
    assert kept == [None]


def test_a_number_is_built_up_and_told(hand):
    kept: list = []
    person = hand(asks(Number(id="n", title="How much?", low=0, high=999, unit="mL", whole=True), kept))
    person.press("ask", "0 to 4", "2", "5 to 9", "5")
    assert person.title == "So far: 25"
    person.press("Take back", "5 to 9", "5", "0 to 4", "0")
    assert person.labels[0] == "Done"  # no digit more would do
    person.press("Done")
    assert kept == [250]


def test_a_drink_of_a_usual_amount_takes_no_digits(companion, hand):
    companion.intake.drink(180)
    drinking = hand(log_drink)
    drinking.press("log_drink")
    assert drinking.labels[:3] == ["180 mL", "150 mL", "200 mL"]
    drinking.press("200 mL")
    assert drinking.walk.step.id == "what"


def test_a_number_with_a_likely_value_takes_one_press(hand):
    kept: list = []
    step = Number(
        id="n", title="How much?", low=0, high=999, unit="mL", whole=True, default=250, optional=True
    )
    person = hand(asks(step, kept))
    person.press("ask")
    assert person.labels == ["Keep 250 mL", "Leave it out", "Another number", "Back"]
    person.press("Keep 250", "ask", "Leave it out", "ask", "Another", "Back", "Keep")
    assert kept == [250, None, 250]


def test_a_number_may_have_a_point_and_is_only_done_within_its_limits(hand):
    kept: list = []
    person = hand(asks(Number(id="n", title="Weight?", low=20, high=300), kept))
    person.press("ask", "5 to 9", "5")
    assert "Done" not in person.labels
    person.press("5 to 9", "6", "Point", "5 to 9", "8", "Done")
    assert kept == [56.8]


def test_a_time_that_was_given_before_is_kept_as_it_is_written(hand):
    kept: list = []
    person = hand(asks(Clock(id="c", title="When?", limit=5, default=time(8, 30)), kept))
    person.press("ask", "Keep 08:30")
    assert kept == [time(8, 30)]


def test_a_time_of_day(hand):
    kept: list = []
    person = hand(asks(Clock(id="c", title="When?", limit=5, default="18:00"), kept))
    person.press("ask", "Another time", "0 to 4", "1", "5 to 9", "8", "0 to 4", "3", "0 to 4", "0", "Done")
    assert str(kept) == "[datetime.time(18, 30)]"


def test_a_text_is_written_in_letters_spaces_and_signs(hand):
    kept: list = []
    person = hand(asks(Text(id="t", title="A note?", optional=True), kept))
    person.press("ask", "Write", "f to j", "h", "f to j", "i", "More", "Space", "More", "u to y", "y")
    assert person.title == "So far: hi y"
    person.press("More", "Take back", "More", "z, digits", "0 to 4", "4", "More", "Done")
    assert kept == ["Hi 4"]


def test_a_text_may_be_left_out_and_left(hand):
    kept: list = []
    person = hand(asks(Text(id="t", title="A note?", optional=True, default="soup"), kept))
    person.press("ask", "Leave it out", "ask", "Keep soup", "ask", "Write", "Back", "Back", "ask", "Leave")
    assert kept == ["", "soup", ""]


def test_what_is_found_is_offered_while_it_is_written(hand):
    foods = [Option(name, name) for name in ("Apple", "Apricot", "Bread", "Butter")]
    kept: list = []
    found = lambda typed: tuple(o for o in foods if o.label.lower().startswith(typed))  # noqa: E731
    person = hand(asks(Choose(id="food", title="Which?", options=tuple(foods[:1]), find=found), kept))
    person.press("ask", "Find", "a to e", "b", "p to t", "r")
    assert person.labels == ["Bread", "Write on", "Back"]
    person.press("Back", "p to t", "r", "Write on", "a to e", "e", "Bread")
    assert kept == ["Bread"]


S_A_L = ("p to t", "s", "a to e", "a", "k to o", "l")
Q_U_O = ("p to t", "q", "More", "u to y", "u", "k to o", "o")


@pytest.mark.parametrize(
    ("menu", "presses", "leads_to"),
    [
        (meals.menu, ("More", "Find", "Find", *S_A_L, "Salmon and tomato"), "How much was eaten?"),
        (closer, ("Find", *S_A_L, "Salmon and tomato"), "Salmon and tomato bisque"),
        (foods.menu, ("Find", *Q_U_O, "Nothing like that"), "How much energy"),
        (foods.menu, ("Find", *Q_U_O, "New food"), "What is the food called?"),
        (found_alike, ("Find", "a to e", "a", "a to e", "b", "Alike", "Alike"), "Alike"),
    ],
)
def test_what_is_found_in_a_room_is_taken_while_it_is_written(hand, menu, presses, leads_to):
    person = hand(rows=[Option(Into(menu), "Room")])
    person.press("Room", *presses)
    assert person.title.startswith(leads_to)
    assert person.said == []


def test_what_is_found_no_more_is_looked_for_again(hand):
    found = [[Option(Talk(log_meal), "Abacus")], []]
    menu = Menu(id="m", title="Room", options=(Option(FIND, "Find"),), find=lambda _: tuple(found.pop(0)))
    person = hand(rows=[Option(Into(lambda _: menu), "Room")])
    person.press("Room", "Find", "a to e", "a", "a to e", "b", "Abacus")
    assert "Abacus" not in person.labels
    person.press("Back")
    assert not person.walk.over


def test_a_way_that_is_not_there_is_no_answer_that_anybody_hears(ruth):
    menu = Menu(id="m", title="Room", options=(Option(Talk(log_meal), "Eat"),))
    for answer in (Talk(calibrate), "Talk"):
        with pytest.raises(Unknown) as error:
            menu.accept(answer)
        assert "Eat" in sentence(error.value) or "choose again" in sentence(error.value)
        assert "(" not in sentence(error.value)


def test_yes_and_no_begin_with_no(hand):
    kept: list = []
    person = hand(asks(Confirm(id="c", title="Take it back?"), kept))
    person.press("ask")
    assert person.labels == ["No", "Yes", "Back"]
    person.press("Yes")
    assert kept == [True]


def test_what_a_stray_press_should_not_do_is_asked_about_from_no_on(hand):
    kept: list = []
    step = Choose(
        id="c", title="What?", options=(Option("end", "End here", twice=True), Option("on", "Go on"))
    )
    person = hand(asks(step, kept))
    person.press("ask", "End here")
    assert (person.title, person.labels[0], kept) == ("End here: are you sure?", "No", [])
    person.press("No", "End here", "Yes")
    assert kept == ["end"]


def test_leaving_the_program_is_asked_about(hand):
    person = hand(log_meal)
    person.press("Leave", "No", "Leave")
    assert not person.walk.over
    person.press("Yes")
    assert person.walk.over


def test_a_text_is_read_in_pieces(hand):
    sentences = "Sit upright and take small sips. " * 40
    person = hand(rows=[Option(Read("Drinking", (("", sentences),)), "Read")])
    person.press("Read")
    pieces = []
    while "More" in person.labels:
        pieces.append(person.walk.step.told)
        person.press("More")
    pieces.append(person.walk.step.told)
    assert " ".join(pieces) == sentences.strip()
    assert max(map(len, pieces)) <= LETTERS_AT_ONCE
    person.press("Go on")
    assert person.title == "Main"


def test_more_about_a_choice_can_be_heard(hand):
    step = Choose(id="c", title="Which?", help="All are soft.", options=(Option(1, "Soup", "200 kcal"),))
    person = hand(asks(step))
    person.press("ask", words.HELP)
    assert person.walk.step.told == "All are soft. Soup: 200 kcal."
    person.press("Back")
    assert person.title == "Which?"


@pytest.mark.parametrize("count", [1, 4, 5, 6, 9, 10, 29, 30, 31, 140])
def test_every_choice_of_any_list_is_reached_six_rows_at_a_time(companion, count):
    step = Choose(id="c", title="Which?", options=tuple(Option(n, f"n{n}") for n in range(count)))
    reached: set[int] = set()

    def kept(_: Companion) -> Flow:
        reached.add((yield step))

    def ways(path: tuple[int, ...]) -> None:
        walk = Switched(Walk(companion, Into(lambda _: Menu(id="m", title="Main", options=())), Talk(kept)))
        for place in path:
            walk.answer(walk.step.options[place].value)
        if walk.depth == 0:
            return
        assert len(walk.step.options) <= MOST
        assert walk.step.options[-1].value is BACK
        for place in range(len(walk.step.options) - 1):
            ways((*path, place))

    ways(())
    assert reached == set(range(count))


def test_rows_may_be_their_labels_alone(companion):
    step = Menu(
        id="m", title="Main", options=(Option(Out(), "Leave"), Option(Read("T", ()), "Read", "All of it"))
    )
    for details, detail in ((True, "All of it"), (False, "")):
        walk = Switched(Walk(companion, Into(lambda _: step)), details=details)
        assert walk.step.options[0].detail == detail


def test_a_refused_answer_asks_again(hand):
    person = hand(asks(Choose(id="c", title="Which?", options=(Option(1, "One"),))))
    person.press("ask")
    with pytest.raises(Exception, match="unknown_option"):
        person.walk.answer("nothing")
    assert person.title == "Which?"


def test_it_pauses_after_its_rounds_is_silent_and_begins_anew(hand):
    person = hand(log_meal)
    person.let_pass(120)
    assert person.told == ["log_meal", "Leave"] * 3 + [words.PAUSED]
    assert person.scanner.row is None
    assert person.scanner.press(person.at)
    person.look()
    assert person.told[-1] == "log_meal"


def test_bounces_choose_once(hand):
    person = hand(log_meal)
    person.press("log_meal")
    title = person.title
    for _ in range(3):
        person.clock.go(seconds=0.06)
        assert not person.scanner.press(person.at)
    assert person.title == title


def test_only_the_chosen_key_is_the_switch(hand, ruth, clock):
    ruth.preferences.set("switch-key", "space")
    person = hand(log_meal)
    assert [person.scanner.is_switch(key) for key in ("space", "enter", "1")] == [True, False, False]
    ruth.preferences.set("switch-key", "any")
    assert all(hand(log_meal).scanner.is_switch(key) for key in ("space", "enter", "1"))


def test_after_three_misses_the_pace_is_offered_and_never_forced(hand, ruth):
    person = hand(asks(Choose(id="c", title="Which?", options=(Option(1, "One"), Option(2, "Two")))))
    for _ in range(3):
        person.press("ask")
        person.let_pass(1.5 + 6 * 2 + 1)
        person.press("Back")
    assert person.labels[:2] == [words.SET_PACE, "ask"]
    person.press("ask", "One", words.SET_PACE, "Not now")
    assert words.SET_PACE not in person.labels


def press_at_the_word(person: Hand, after: float) -> None:
    """Wait for the word, as it is said after some seconds, and press so long after it."""
    heard = person.said.count(words.NOW)
    for _ in range(20):
        person.look()
        if person.said.count(words.NOW) > heard:
            break
        person.clock.go(seconds=person.scanner.wait(person.at))
    person.clock.go(seconds=after)
    assert person.scanner.press(person.at)
    person.look()


def test_five_presses_find_the_pace_and_one_too_soon_does_not_count(hand, ruth):
    person = hand(calibrate)
    person.press("calibrate", "Begin")
    person.clock.go(seconds=1)
    assert person.scanner.press(person.at)
    person.look()
    assert words.TOO_SOON in person.said
    for _ in range(5):
        press_at_the_word(person, 1.3)
    assert person.title == words.found_pace(2000)
    person.press("Keep it")
    assert ruth.settings.switch_ms == 2000
    assert person.said[-1] == words.kept_pace(2000)


def test_back_among_the_presses_times_the_press_anew(companion, clock):
    walk = Walk(companion, Into(lambda _: Menu(id="m", title="Main", options=())), Talk(calibrate))
    walk.answer(True)
    for _ in range(2):
        clock.go(seconds=4)
        assert [cue.text for cue in walk.due()] == [words.NOW]
        walk.answer(walk.step.options[0].value)
        walk.back()
    assert walk.wait() > 2


def test_a_whole_session_takes_one_press_a_bout_and_ends_with_a_rating(hand, ruth):
    def move(companion):
        return start_session(companion, programme="energy_mini")

    person = hand(move)
    person.press("move", "0 to 3", "2, ", "Nothing different")
    begun, pressed = person.presses, []
    while not person.title.startswith("And now"):
        pressed.append(person.labels[0])
        person.press(pressed[-1])
        _until_wanted(person)
    assert person.presses - begun == len(pressed)  # the first row each time, with no pause before it
    person.press("No answer")
    (end,) = ruth.diary.entries("session_end")
    assert end.outcome == "finished"
    steps = [entry.outcome for entry in ruth.diary.entries("step")]
    assert steps == ["done"] * len(steps)
    assert pressed.count("Start") == len(steps)
    assert pressed.count("Done") == OWN_PACE


def _until_wanted(person: Hand) -> None:
    """Let time go by while the clock moves or rests, in which nothing need be pressed."""
    for _ in range(500):
        person.look()
        if person.walk.wait() is None:
            return
        person.clock.go(seconds=max(person.scanner.wait(person.at) or 0, 0.01))
