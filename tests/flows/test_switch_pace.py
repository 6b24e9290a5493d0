"""The pace of one switch: rounds and pauses, bounces, misses, and five presses that find it."""

from flows.hand import Hand, asks

from companion.flows.meals import log_meal
from companion.flows.sessions import start_session
from companion.flows.steps import Choose, Menu, Option
from companion.flows.switch_pace import calibrate
from companion.flows.walk import Into, Talk, Walk
from companion.wording import switch as words

OWN_PACE = 2  # bouts of breathing in this programme, which nobody hurries


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
