"""One session on two devices: only one goes on with it, no step is done twice, and nothing is lost."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stepped import SteppedClock

from companion.config.settings import Settings
from companion.domain.entries import SessionEnded, SessionTaken, StepDone
from companion.domain.sessions import Phase
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf
from companion.wording import sessions as words


@pytest.fixture
def maria(companion: Companion, clock) -> Companion:
    """Somebody else at the same diary, on another device."""
    companion.people.set("name", "Ruth")
    companion.caregivers.add("Maria", "caregiver")
    return elsewhere(companion, clock)


def elsewhere(companion: Companion, clock) -> Companion:
    return Companion(
        diary=companion.diary, content=companion.content, settings=Settings(), clock=clock,
        by="Maria", via="ssh", gated=True,
    )  # fmt: skip


def do(session, clock, parts: int) -> None:
    """Go on until so many more parts are over."""
    wanted = len(session._run.outcomes) + parts
    while len(session._run.outcomes) < wanted and session.left_to is None:
        one_on(session, clock)


def one_on(session, clock) -> None:
    view = session.view()
    if view.phase is Phase.ASK:
        session.rate(None)
        session.answered()
    elif view.seconds_left is None:
        session.go_on()
    else:
        clock.go(seconds=1)


def parts(companion) -> list[int]:
    return [step.part for step in companion.diary.of(StepDone)]


def test_what_was_broken_off_elsewhere_says_whose_when_and_what_is_kept(companion, maria, clock):
    session = companion.sessions.start("morning_full_body")
    do(session, clock, 4)
    clock.go(minutes=2)
    found = maria.sessions.unfinished()
    assert (found.by, found.minutes) == ("Ruth", 2)
    step = found.part.step
    assert words.broke_off(found) == f"Ruth's, 2 minutes ago. Steps 1 to {step - 1} of 10 are kept."
    assert companion.sessions.unfinished().by == ""
    assert words.broke_off(companion.sessions.unfinished()).startswith("Broken off 2 minutes ago.")


def test_a_session_begun_before_the_person_had_a_name_is_theirs(companion, clock):
    do(companion.sessions.start("morning_full_body"), clock, 1)
    companion.people.set("name", "Ruth")
    assert companion.sessions.unfinished().by == ""


def test_whoever_took_it_over_last_had_it(companion, maria, clock):
    do(companion.sessions.start("morning_full_body"), clock, 2)
    maria.sessions.resume()
    assert (companion.sessions.unfinished().by, maria.sessions.unfinished().by) == ("Maria", "")
    companion.sessions.resume()
    assert (companion.sessions.unfinished().by, maria.sessions.unfinished().by) == ("", "Ruth")


def test_who_goes_on_elsewhere_has_it_and_the_first_leaves_it(companion, maria, clock):
    first = companion.sessions.start("morning_full_body")
    do(first, clock, 3)
    second = maria.sessions.resume()
    do(second, clock, 2)
    before = parts(companion)
    view = first.go_on()
    assert isinstance(first.left_to, SessionTaken)
    assert words.left_to(first.left_to, "Ruth").startswith("Maria goes on with this session")
    assert first.go_on() == view == first.skip() == first.stop("tired")
    clock.go(hours=1)
    first.view()
    assert parts(companion) == before == [0, 1, 2, 3, 4]
    assert not companion.diary.of(SessionEnded)
    assert second.left_to is None


def test_by_the_clock_no_step_is_done_where_it_was_left(companion, maria, clock):
    companion.settings = Settings(wait_for_go=False)
    first = companion.sessions.start("morning_full_body")
    do(first, clock, 2)
    maria.sessions.resume()
    for _ in range(600):
        clock.go(seconds=1)
        first.view()
    assert parts(companion) == [0, 1]


def test_a_session_goes_back_and_forth(companion, maria, clock):
    first = companion.sessions.start("morning_full_body")
    do(first, clock, 1)
    second = maria.sessions.resume()
    do(second, clock, 1)
    third = companion.sessions.resume()
    do(third, clock, 1)
    second.view()
    assert words.left_to(second.left_to, "Maria").startswith("Ruth goes on with this session")
    third.view()
    assert third.left_to is None
    assert parts(companion) == [0, 1, 2]


def test_a_step_written_while_it_was_taken_over_is_taken_up(companion, maria, clock):
    first = companion.sessions.start("morning_full_body")
    do(first, clock, 1)
    second = maria.sessions.resume()
    late = companion.diary.of(StepDone)[0]
    second.view()
    companion.diary.append(late.model_copy(update={"part": 1, "id": ""}))
    view = second.go_on()
    assert view.index == 2
    do(second, clock, 1)
    assert parts(companion) == [0, 1, 2]


def test_an_end_elsewhere_is_an_end_here(companion, maria, clock):
    first = companion.sessions.start("energy_mini")
    do(first, clock, 1)
    maria.sessions.resume().stop("enough")
    first.view()
    assert isinstance(first.left_to, SessionEnded)
    assert words.left_to(first.left_to, "Ruth") == "Maria has ended this session. Everything done is kept."
    assert companion.sessions.unfinished() is None


def test_a_rating_given_where_it_was_left_is_kept_and_the_session_is_not_changed(companion, maria, clock):
    first = companion.sessions.start("morning_full_body")
    do(first, clock, 2)
    second = maria.sessions.resume()
    first.rate(9)
    assert [e.rating for e in companion.diary.entries("fatigue")] == [9]
    second.view()
    assert second.left_to is None
    assert companion.sessions.unfinished() is not None


def test_the_same_person_on_two_screens_is_not_named(companion, clock):
    first = companion.sessions.start("morning_full_body")
    do(first, clock, 1)
    companion.sessions.resume()
    first.view()
    said = words.left_to(first.left_to, companion.actor.name)
    assert said.startswith("This session goes on on another screen")


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 40), st.booleans()), max_size=12))
def test_whoever_does_what_no_step_is_written_twice(library, moves):
    clock = SteppedClock(datetime(2026, 4, 14, 9, 0, tzinfo=UTC))
    ruth = Companion(
        diary=Diary(MemoryShelf(), clock), content=library, settings=Settings(), clock=clock, by=None
    )
    ruth.people.set("name", "Ruth")
    ruth.caregivers.add("Maria", "caregiver")
    both = [ruth, elsewhere(ruth, clock)]
    open_ = [ruth.sessions.start("morning_full_body"), None]
    for who, times, take in moves:
        if take and both[who].sessions.unfinished():
            open_[who] = both[who].sessions.resume()
        for _ in range(times):
            if open_[who] is not None:
                one_on(open_[who], clock)
    assert sorted(parts(ruth)) == sorted(set(parts(ruth)))
    has = [one for one in open_ if one is not None and one.view() and one.left_to is None]
    assert len(has) == 1
