"""A clock as steps: one press ends it, the mark is said once, and the minutes so far are told on demand."""

import pytest

from companion.config.settings import Settings
from companion.flows.levels import Cue
from companion.flows.steps import Say, Timer
from companion.flows.timed import Timed

AT_MARK = "Half an hour has passed."


def timer(**changed):
    given = {
        "id": "minutes", "title": "The clock runs", "mark": 30, "at_mark": AT_MARK, "unit": "minutes",
        "unit_s": 60, "end": "Finished", "most": 240,
    }  # fmt: skip
    return Timer(**{**given, **changed})


def test_ending_it_comes_first_and_gives_whole_minutes(companion, clock):
    timed = Timed(companion, timer())
    assert [option.label for option in timed.step.options] == ["Finished", "Minutes so far"]
    clock.go(minutes=12, seconds=40)
    timed.answer(timed.step.options[0].value)
    assert (timed.done, timed.result) == (True, 12)


@pytest.mark.parametrize(
    ("minutes", "said"), [(1, "1 minute so far."), (0, "0 minutes so far."), (12, "12 minutes so far.")]
)
def test_the_minutes_are_told_to_who_asks(companion, clock, minutes, said):
    timed = Timed(companion, timer())
    clock.go(minutes=minutes)
    timed.answer("so_far")
    assert timed.step == Say(said)
    timed.answer(None)
    assert timed.step.id == "minutes"
    assert not timed.done


@pytest.mark.parametrize(("bell", "wanted", "rings"), [(True, True, 1), (True, False, 0), (False, True, 0)])
def test_the_mark_is_said_once_and_rings_only_where_both_want_it(companion, clock, bell, wanted, rings):
    companion.settings = Settings(bell=bell)
    timed = Timed(companion, timer(bell=wanted))
    assert timed.wait() == 1800
    clock.go(minutes=29)
    assert (timed.due(), timed.wait()) == ([], 60)
    clock.go(minutes=50)
    assert timed.due() == [Cue(AT_MARK, rings)]
    assert (timed.due(), timed.wait()) == ([], None)


def test_it_goes_on_where_it_was_ended_and_says_no_mark_again(companion, clock):
    timed = Timed(companion, timer(start=31))
    clock.go(minutes=5)
    assert timed.due() == []
    timed.answer("end")
    assert timed.result == 36


def test_it_counts_no_further_than_its_end_and_a_clock_set_back_counts_nothing(companion, clock):
    timed = Timed(companion, timer())
    clock.go(hours=9)
    assert timed.passed == 240
    clock.go(days=-1)
    assert timed.passed == 0


def test_a_clock_of_less_than_seconds_offers_nothing_beside_its_end(companion):
    assert len(Timed(companion, timer(unit="milliseconds", unit_s=0.001)).step.options) == 1
