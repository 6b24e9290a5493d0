"""What is asked during a guided session: the way back, what holds its clock, and the offer to end."""

from functools import partial

import pytest
from disk import full

from companion.domain.sessions import Phase
from companion.errors import Failure
from companion.flows import guided_choices as choices
from companion.flows.guided import Guided
from companion.flows.steps import Read, Say


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
        patch.setattr(guided.session, "gentler", partial(full, None))
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


def test_a_question_that_cannot_be_asked_is_said_and_the_session_goes_on(heard, monkeypatch):
    guided = heard().until(Phase.MOVE, 1)

    def broken(_exercise, _about, _pain=None):
        raise Failure("disk_full", file="2026-04.json")

    monkeypatch.setattr(guided.session, "said", broken)
    guided.take("word", "little")
    assert guided.step.id == choices.ID
    assert "disk is full" in guided.said[-1]


def test_a_session_taken_up_again_asks_first_what_was_not_answered(heard, companion):
    first = heard().until(Phase.REST, 1).take("tired", 5, None)
    assert first.step.id == "offer"
    again = Guided(companion, companion.sessions.resume())
    assert again.step.id == "offer"
    again.answer("go_on")
    assert again.step.title.startswith("Head turns, 3 times.")
