"""A guided session one step at a time: what is heard, what can be done, and that nothing is lost."""

from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.config.settings import Settings
from companion.domain.sessions import Phase
from companion.errors import Failure
from companion.flows import guided_choices as choices
from companion.flows.guided import Guided
from companion.flows.steps import Choose, Confirm, Number, Read, Say, Text
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf

ENDS = ("Rest over.", "Done.", "Session done.")
MOST_SAID = 20  # one after another


class Heard:
    """A guided session, its clock in hand; remembers the cues and what was said."""

    def __init__(self, companion: Companion, clock: Any, programme: str, **options: Any) -> None:
        self.companion, self.clock = companion, clock
        if not companion.diary.entries("fatigue"):
            companion.fatigue.log(3, when="before")
        self.session = companion.sessions.start(programme, **options)
        self.guided = Guided(companion, self.session)
        self.cues: list[Any] = []
        self.said: list[str] = []

    @property
    def step(self) -> Any:
        """The step once everything that was said was heard."""
        self.cues += self.guided.due()
        for _ in range(MOST_SAID):
            if self.guided.done or not isinstance(step := self.guided.step, Say | Read):
                return None if self.guided.done else step
            self.said.append(step.text if isinstance(step, Say) else step.title)
            self.guided.answer(None)
            self.cues += self.guided.due()
        raise AssertionError(f"the same is said again and again: {self.said[-1]}")

    @property
    def ways(self) -> list[Any]:
        return [option.value for option in self.step.options]

    def take(self, *values: Any) -> "Heard":
        for value in values:
            self.step  # noqa: B018 - what was said is heard first
            self.guided.answer(value)
        return self

    def pass_(self, seconds: float) -> "Heard":
        """Let time go by as a face does, which sleeps until something may be due."""
        end = self.clock.now.timestamp() + seconds
        while (wait := self.guided.wait()) is not None and self.clock.now.timestamp() + wait <= end:
            self.clock.go(seconds=wait)
            self.cues += self.guided.due()
        self.clock.go(seconds=max(0.0, end - self.clock.now.timestamp()))
        self.cues += self.guided.due()
        return self

    def until(self, phase: Phase, index: int = 0) -> "Heard":
        """Take the first way until this phase of this part, leaving questions on the way."""
        for _ in range(500):
            view = self.session.view()
            if view.under is phase and view.index >= index and self.step.id == choices.ID:
                return self
            if self.step.id == choices.ID:
                self.guided.answer(self.step.options[0].value)
            else:
                self.guided.back()
        raise AssertionError(f"never came to {phase}")

    @property
    def texts(self) -> list[str]:
        return [cue.text for cue in self.cues]

    @property
    def kept(self) -> list[tuple[int, str]]:
        return [(entry.part, entry.outcome) for entry in self.companion.diary.entries("step")]


@pytest.fixture
def heard(companion, clock):
    def start(programme="morning_full_body", **options):
        return Heard(companion, clock, programme, **options)

    return start


def test_a_new_part_is_named_with_its_side_how_often_and_how_it_begins(heard):
    step = heard().until(Phase.READY, 3).step
    assert step.title.startswith("Arm lift forward, right arm, 3 times. Start with your arm supported")
    assert step.options[0].label == "Start"
    assert step.help.startswith("Step 4 of 10. Take care: ")


def test_who_moves_is_said_and_where_a_helpers_hands_go(heard):
    guided = heard(mode="passive").until(Phase.READY, 3)
    assert guided.step.title.startswith("Helper: before you move anything, agree a stop signal")
    assert guided.ways == ["agreed", "end", "skip", "signs"]
    assert guided.take("agreed").step.title.startswith("Arm lift forward, right arm, a helper moves you, 3")
    assert guided.take("go").until(Phase.READY, 4).step.options[0].label == "Start"  # agreed once


def test_who_becomes_moved_by_a_helper_in_the_middle_is_held_until_the_signal_is_agreed(heard):
    guided = heard().until(Phase.MOVE, 3).take("easier")
    assert guided.step.title == "Go: 3 times, hold 1 second, 21 seconds in all."
    assert guided.said[-1] == "With help now."
    guided.take("easier")
    assert guided.step.options[0].value == "agreed"
    assert guided.session.view().phase is Phase.PAUSED
    guided.take("agreed")
    assert guided.step.title == "Paused. Arm lift forward, right arm, a helper moves you."
    assert guided.take("go").session.view().phase is Phase.MOVE


def test_getting_up_says_first_what_has_to_be_in_place(heard):
    step = heard("early_mobility_band").until(Phase.READY, 5).step
    assert step.title == (
        "Sit to stand, 3 times. Have ready: raised chair with arms and transfer belt (with a helper). "
        "Fall risk: helper beside you, brakes on, shoes on."
    )


@pytest.mark.parametrize("go", [True, False])
def test_nothing_begins_by_itself_after_a_rest_whatever_the_settings(companion, clock, go):
    companion.settings = Settings(wait_for_go=go)
    guided = Heard(companion, clock, "morning_full_body").until(Phase.REST)
    guided.pass_(3600)
    assert guided.session.view().phase is Phase.READY
    assert guided.texts[-1] == "Rest over."
    assert guided.guided.wait() is None


def test_a_rest_says_30_and_10_and_rings_once(heard):
    guided = heard()
    guided.until(Phase.MOVE, 3).take("go")
    for _ in range(3):
        guided.take("more_rest")
    assert guided.session.view().seconds_left == 75
    assert "added by you" in guided.step.title
    guided.cues.clear()
    guided.pass_(80)
    assert guided.texts == ["30 seconds.", "10 seconds.", "Rest over."]
    assert [cue.rings for cue in guided.cues] == [0, 0, 1]
    assert guided.step.options[0].label == "Start"


def test_bells_are_silent_where_the_settings_say_so(companion, clock):
    companion.settings = Settings(bell=False)
    guided = Heard(companion, clock, "energy_mini").until(Phase.REST).pass_(200)
    assert guided.texts[-1] == "Rest over."
    assert not any(cue.rings for cue in guided.cues)


def test_a_laptop_that_slept_gives_one_cue_and_not_twenty(heard, clock):
    guided = heard().until(Phase.MOVE, 3)
    guided.cues.clear()
    clock.go(seconds=300)
    assert [cue.text for cue in guided.guided.due()] == ["Rest over."]
    assert guided.guided.due() == []
    assert guided.session.view().phase is Phase.READY
    assert guided.kept[-1] == (3, "done")


def test_who_presses_done_after_the_clock_has_ended_the_part_starts_nothing(heard, clock):
    guided = heard().until(Phase.MOVE, 3)
    clock.go(seconds=300)
    guided.guided.answer("go")
    assert guided.session.view().phase is Phase.READY
    assert [cue.text for cue in guided.guided.due()] == ["Rest over."]


def test_ending_a_rest_oneself_rings_nothing(heard):
    guided = heard().until(Phase.REST, 1)
    guided.cues.clear()
    assert guided.step.options[0].label == "To the next one"
    guided.take("go")
    assert guided.session.view().phase is Phase.READY
    assert guided.cues == []


def test_the_next_bout_of_the_same_begins_at_once(heard):
    guided = heard("easy_intervals").until(Phase.MOVE, 2).take("go")
    while guided.step.id != choices.ID:
        guided.guided.back()
    assert guided.session.view().under is Phase.REST
    assert guided.step.options[0].label == "Start now"
    assert guided.take("go").session.view().under is Phase.MOVE


def test_back_at_the_session_asks_and_neither_leaves_nor_loses_anything(heard):
    guided = heard().until(Phase.MOVE, 3)
    kept = guided.kept
    assert guided.guided.back()
    assert guided.ways == ["stay", "end"]
    assert guided.session.view().phase is Phase.PAUSED
    guided.take("stay")
    assert guided.session.view().phase is Phase.MOVE
    assert guided.guided.back()
    assert guided.guided.back()
    assert guided.step.title.startswith("Paused.")
    assert guided.kept == kept


def test_back_from_a_question_leads_to_the_session_and_a_rest_goes_on_meanwhile(heard):
    guided = heard().until(Phase.REST, 1).take("tired")
    assert guided.step.id == "fatigue"
    guided.pass_(4)
    assert guided.guided.back()
    assert guided.step.id == choices.ID
    assert ", 11 seconds left." in guided.step.title
    guided.take("tired").pass_(60)
    guided.guided.back()
    assert guided.step.options[0].label == "Start"
    assert guided.texts.count("Rest over.") == 1


def test_a_rest_ends_on_time_while_something_is_asked(heard):
    guided = heard().until(Phase.REST, 1).take("tired").pass_(60)
    assert guided.step.id == "fatigue"
    assert [cue.rings for cue in guided.cues if cue.text == "Rest over."] == [1]
    assert guided.guided.wait() is None
    guided.guided.back()
    assert guided.texts.count("Rest over.") == 1


def test_left_out_is_said_and_can_be_taken_back(heard):
    guided = heard()
    assert "unskip" not in guided.ways
    guided.take("skip")
    assert "unskip" in guided.ways
    assert guided.said[-1] == "Left out: Relaxed belly breathing."
    assert guided.kept == [(0, "skipped")]
    guided.take("unskip")
    assert guided.kept == []
    assert guided.step.title.endswith("Next: Relaxed belly breathing.")


def test_what_cannot_be_done_now_is_not_offered(heard):
    guided = heard()
    assert not {"harder", "unskip", "pause", "more_rest"} & set(guided.ways)
    guided.take("easier")
    assert "harder" in guided.ways
    assert {"pause", "more_rest"} <= set(guided.until(Phase.REST).ways)


def test_too_hard_goes_on_easier_and_pain_leaves_it_out(heard):
    guided = heard().until(Phase.MOVE, 3).take("word")
    assert guided.step.id == "word"
    guided.take("too_hard")
    assert guided.step.id == choices.ID
    assert guided.session.view().part.mode == "active_assisted"
    guided.take("word", "little")
    assert guided.kept[-1][1] == "skipped"


def test_dizzy_in_the_middle_leads_to_the_offer_and_stopping_unwell_to_the_warning_signs(heard):
    guided = heard().until(Phase.REST).take("tired", 3, "breath")
    assert isinstance(guided.guided.step, Say)
    assert guided.guided.step.level == "signs"
    assert guided.step.id == "offer"
    guided.take("end")
    assert guided.step.id == "after"
    guided.take(4)
    assert guided.step is None
    assert guided.guided.result.reason == "unwell"

    again = heard().until(Phase.REST).take("end", "unwell")
    assert isinstance(again.guided.step, Read)
    assert again.guided.step.title == "Warning signs"


def test_the_offer_left_goes_on_as_before(heard):
    guided = heard().until(Phase.REST).take("tired", 5, None)
    assert guided.step.id == "offer"
    guided.guided.back()
    guided.guided.back()
    guided.guided.back()
    assert guided.step.id == choices.ID
    assert guided.session.waiting is None


@pytest.mark.parametrize("back", [1, 2, 5])
def test_an_offer_without_a_way_on_is_asked_again_until_it_is_answered(heard, back):
    guided = heard().until(Phase.REST).take("tired", 3, "breath")
    assert guided.ways == ["end", "gently"]
    for _ in range(back):
        assert guided.guided.back()
        assert guided.step.id == "offer"
    assert guided.session.waiting is not None
    assert guided.take("gently").step.id == choices.ID
    assert guided.session.waiting is None


def test_an_offer_that_cannot_be_taken_is_said_and_asked_again(heard, monkeypatch):
    guided = heard().until(Phase.REST).take("tired", 3, "breath")
    assert guided.step.id == "offer"
    with monkeypatch.context() as patch:
        patch.setattr(guided.session, "gentler", partial(_full, None))
        guided.take("gently")
        assert "disk is full" in guided.guided.step.text
        assert guided.step.id == "offer"


@pytest.mark.parametrize("asks", ["tired", "word", "end"])
def test_the_clock_of_a_movement_stands_while_something_is_asked(heard, asks):
    guided = heard().until(Phase.MOVE, 3)
    left = guided.session.view().seconds_left
    guided.take(asks)
    guided.clock.go(seconds=300)
    guided.guided.back()
    assert guided.step.title.startswith("Paused.")
    assert (guided.session.view().under, guided.session.view().seconds_left) == (Phase.MOVE, left)


@pytest.mark.parametrize("phase", [Phase.READY, Phase.MOVE, Phase.REST])
def test_the_warning_signs_are_the_last_choice_and_hold_a_movement(heard, phase):
    guided = heard().until(phase, 3)
    assert guided.step.options[-1].label == "Warning signs"
    guided.take("signs")
    assert guided.guided.step.title == "Warning signs"
    guided.clock.go(seconds=3)
    guided.guided.answer(None)
    assert (guided.session.view().phase is Phase.PAUSED) == (phase is Phase.MOVE)


def test_what_is_read_over_a_movement_holds_its_clock(heard):
    guided = heard().until(Phase.MOVE, 3)
    left = guided.session.view().seconds_left
    guided.guided.hold()
    guided.clock.go(seconds=300)
    assert guided.step.title.startswith("Paused.")
    assert guided.session.view().seconds_left == left


def test_the_cues_can_be_read_again_and_the_clock_waits_for_that(heard):
    guided = heard().until(Phase.MOVE, 3).take("how")
    read = guided.guided.step
    assert isinstance(read, Read)
    assert read.texts[0][1].startswith("Start with your arm supported")
    assert read.texts[-1][0] == "Take care"
    guided.clock.go(seconds=100)
    guided.guided.answer(None)
    assert guided.step.title.startswith("Paused.")


def test_time_left_is_told_on_demand(heard):
    guided = heard().until(Phase.REST, 1).pass_(5).take("time")
    assert guided.guided.step.text.startswith("10 seconds left. Step 2 of 10, about ")


def test_the_end_is_three_bells_a_rating_and_what_was_done(heard):
    guided = heard("energy_mini")
    while guided.step is not None and guided.step.id != "after":
        guided.guided.answer(guided.step.options[0].value)
    assert guided.cues[-1] == ("Session done.", 3)
    guided.take(3)
    assert guided.step is None
    assert guided.guided.result.outcome == "finished"
    assert guided.said[-1].startswith("Saved: the whole session")


def test_the_end_rating_may_be_left_out(heard):
    guided = heard().take("end", "enough")
    assert guided.step.id == "after"
    guided.guided.back()
    assert guided.guided.done
    assert guided.guided.result.reason == "enough"


def test_what_cannot_be_saved_is_said_once_and_once_that_it_is(heard, monkeypatch):
    guided = heard().until(Phase.MOVE)
    with monkeypatch.context() as patch:
        patch.setattr(guided.companion, "keep", _full)
        guided.take("go").take("more_rest").take("more_rest")
        assert guided.step.id == choices.ID
        assert [text for text in guided.said if "disk is full" in text] == guided.said[-1:]
        assert guided.kept == []
    guided.take("more_rest")
    assert guided.step.id == choices.ID
    assert guided.said[-1] == "Everything is saved again."
    assert guided.kept == [(0, "done")]


def test_the_end_waits_until_it_is_saved(heard, monkeypatch):
    guided = heard()
    with monkeypatch.context() as patch:
        patch.setattr(guided.companion, "keep", _full)
        guided.take("end", "enough", None)
        assert guided.ways == ["save", "leave"]
        assert "disk is full" in guided.take("save").step.title
        guided.guided.back()
        assert guided.ways == ["save", "leave"]
    guided.take("save")
    assert guided.step is None
    assert guided.companion.diary.entries("session_end")[-1].reason == "enough"


def _full(_entry):
    raise Failure("disk_full", file="2026-04.json")


def test_a_question_that_cannot_be_asked_is_said_and_the_session_goes_on(heard, monkeypatch):
    guided = heard().until(Phase.MOVE, 1)

    def broken(_exercise, _about, _pain=None):
        raise Failure("disk_full", file="2026-04.json")

    monkeypatch.setattr(guided.session, "said", broken)
    guided.take("word", "little")
    assert guided.step.id == choices.ID
    assert "disk is full" in guided.said[-1]


@pytest.mark.parametrize("programme", ["morning_full_body", "energy_mini", "hands_wrists", "breathing_5"])
def test_a_whole_session_by_its_first_choice_alone(companion, clock, programme):
    companion.fatigue.log(3, when="before")
    guided = Heard(companion, clock, programme)
    for _ in range(300):
        step = guided.step
        if step is None:
            break
        guided.guided.answer(step.default if step.default is not None else step.options[0].value)
        guided.pass_(200)
    assert guided.guided.result.outcome == "finished"
    assert len(guided.kept) == len(guided.session.started.parts)


WALKS = st.lists(
    st.one_of(
        st.tuples(st.just("take"), st.integers(0, 11)),
        st.tuples(st.just("pass"), st.sampled_from([0.3, 1, 4, 12, 29, 61, 130, 700, 4000])),
        st.tuples(st.just("sleep"), st.sampled_from([2, 35, 90, 900])),
        st.tuples(st.just("back"), st.none()),
    ),
    max_size=40,
)


@given(walk=WALKS, go=st.booleans(), by_hand=st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_is_chosen_and_however_time_passes(library, clock, walk, go, by_hand):
    fresh = Companion(
        diary=Diary(MemoryShelf(), clock), content=library, clock=clock,
        settings=Settings(wait_for_go=go, movement="done" if by_hand else "clock"),
    )  # fmt: skip
    guided = Heard(fresh, clock, "hands_wrists")
    for kind, much in walk:
        if guided.guided.done:
            break
        said, silent = len(guided.cues), guided.guided.wait() is None
        if kind == "take":
            _answer(guided, much)
        elif kind == "back":
            assert guided.guided.back()
        else:
            _let_time_pass(guided, kind, much)
            assert not (silent and len(guided.cues) > said), "nothing comes by itself while it waits"
        _holds(guided)


def _let_time_pass(guided, kind, seconds):
    before = len(guided.cues)
    if kind == "pass":
        guided.pass_(seconds)
        texts = guided.texts[before:]
        assert all(texts.count(end) <= 1 for end in ENDS)
    else:
        guided.clock.go(seconds=seconds)
        guided.cues += guided.guided.due()
        assert len(guided.cues) - before <= 1 or guided.texts[before] == "Session done."
    assert guided.guided.due() == []  # said once


def _answer(guided, place):
    guided.cues += guided.guided.due()
    match guided.guided.step:
        case Say() | Read():
            guided.guided.answer(None)
        case Choose() as step:
            assert step.options
            guided.guided.answer(step.options[place % len(step.options)].value)
        case Confirm() | Number() | Text() as step:
            raise AssertionError(f"a session asked {step.id}")


def _holds(guided):
    view = guided.session.view()
    assert sorted(part for part, _ in guided.kept) == sorted({part for part, _ in guided.kept})
    assert len(guided.kept) == view.parts_done
    if not guided.guided.done and isinstance(guided.guided.step, Choose):
        assert guided.guided.step.options
    for before, now in zip(guided.cues, guided.cues[1:], strict=False):
        assert before != now or before.text not in ("10 seconds.", "30 seconds.", "Session done.")


def test_a_session_taken_up_again_asks_first_what_was_not_answered(heard, companion):
    first = heard().until(Phase.REST, 1).take("tired", 5, None)
    assert first.step.id == "offer"
    again = Guided(companion, companion.sessions.resume())
    assert again.step.id == "offer"
    again.answer("go_on")
    assert again.step.title.startswith("Head turns, 3 times.")
