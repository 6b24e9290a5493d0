"""A guided session one step at a time: what is heard and what can be done."""

import pytest
from flows.heard import Heard

from companion.config.settings import Settings
from companion.domain.sessions import Phase
from companion.flows import guided_choices as choices


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


def test_time_left_is_told_on_demand(heard):
    guided = heard().until(Phase.REST, 1).pass_(5).take("time")
    assert guided.guided.step.text.startswith("10 seconds left. Step 2 of 10, about ")
