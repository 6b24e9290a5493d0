"""What a walk says: errors, signs, and clocks and sessions within it."""

import pytest
from flows.rooms import over, way

from companion.errors import Failure, Refused, Unknown
from companion.flows.levels import Cue
from companion.flows.steps import Read, RunSession, Say, Text, Timer


def test_a_sentence_that_was_said_is_not_gone_back_behind(walk, rooms):
    walk.answer(way(walk, "Talk"))
    walk.answer("Ann")
    walk.answer(3)
    assert walk.step == Say("Saved.")
    walk.back()
    assert rooms.kept == [("Ann", 3)]
    assert walk.step == Say("Ann it is.")


def test_an_answer_that_cannot_be_leaves_the_step_where_it_is(walk):
    walk.answer(way(walk, "Talk"))
    walk.answer("Ann")
    with pytest.raises(Refused):
        walk.answer("12")
    assert walk.step.id == "much"
    walk.back()
    walk.back()
    with pytest.raises(Unknown):
        walk.answer("no such way")
    assert walk.step.id == "main"


def test_what_a_flow_could_not_do_is_said_and_the_walk_goes_on(companion):
    def flow(_companion):
        yield Text(id="name", title="Name")
        raise Refused("empty_text", what="Name")

    walk = over(companion, flow, lambda _, result: "Left." if result is None else "Kept.")
    walk.answer("Ann")
    assert isinstance(walk.step, Say)
    assert walk.step.level == "notice"
    walk.answer()
    assert walk.step == Say("Left.")
    walk.answer()
    assert (walk.step.id, walk.over) == ("main", False)


@pytest.mark.parametrize("raises", ["at once", "going back"])
def test_a_conversation_that_cannot_be_asked_leaves_one_where_one_stood(companion, raises):
    asked = []

    def flow(_companion):
        asked.append(1)
        if raises == "at once" or len(asked) > 1:
            raise Refused("empty_text", what="Name")
        yield Text(id="name", title="Name")
        yield Text(id="other", title="Other")

    walk = over(companion, flow)
    if raises == "going back":
        walk.answer("Ann")
        walk.back()
    assert isinstance(walk.step, Say)
    walk.answer()
    assert (walk.step.id, walk.depth) == ("main", 0)


def test_signs_are_said_and_the_warning_signs_follow(companion):
    def flow(_companion):
        yield Say("Call now.", "signs")
        yield Text(id="name", title="Name", optional=True)

    walk = over(companion, flow)
    assert walk.step == Say("Call now.", "signs")
    walk.answer()
    assert isinstance(walk.step, Read)
    assert walk.step.title == "Warning signs"
    walk.answer()
    assert walk.step.id == "name"


def test_back_out_of_a_clock_that_cannot_be_asked_again_is_said(companion):
    asked = []

    def flow(companion):
        asked.append(1)
        if len(asked) > 1:
            raise Failure("unreadable", file="2026-04.json", fault="gone")
        yield from timing([])(companion)

    walk = over(companion, flow)
    walk.answer("Ann")
    walk.back()
    assert "cannot be read" in walk.step.text
    walk.answer()
    assert walk.step.id == "main"


def timing(got):
    def flow(_companion):
        name = yield Text(id="name", title="Name")
        got.append((yield Timer(id="clock", title="It runs", mark=30, at_mark="Half an hour.", unit="minutes",
                                unit_s=60, end="Finished", most=240, resumes=True)))  # fmt: skip
        more = yield Text(id="more", title="More", optional=True)
        return name, more

    return flow


def test_a_clock_runs_in_the_walk_and_goes_on_where_it_was_ended(companion, clock):
    got = []
    walk = over(companion, timing(got))
    walk.answer("Ann")
    assert walk.wait() == 1800
    clock.go(minutes=30)
    assert walk.due() == [Cue("Half an hour.")]
    walk.answer("end")
    assert (walk.step.id, got) == ("more", [30])
    walk.back()
    clock.go(minutes=4)
    assert walk.due() == []
    walk.answer("end")
    assert got[-1] == 34


def test_back_from_a_clock_asks_the_question_before(companion):
    walk = over(companion, timing([]))
    walk.answer("Ann")
    walk.back()
    assert walk.step.id == "name"


def test_nothing_is_due_while_there_is_something_to_hear(companion, clock):
    walk = over(companion, timing([]))
    walk.answer("Ann")
    walk.answer("so_far")
    clock.go(minutes=40)
    walk.answer()
    assert walk.due() == [Cue("Half an hour.")]


def test_a_session_is_guided_within_the_walk_and_tells_its_end(companion, clock):
    companion.fatigue.log(3, when="before")
    ended = []

    def flow(companion):
        running = companion.sessions.start("energy_mini")
        yield RunSession(running)
        return running

    walk = over(companion, flow, lambda _, running: ended.append(running.ended.outcome) or "Well done.")
    assert (walk.step.id, walk.depth) == ("session", 2)
    walk.back()
    assert walk.depth == 2
    walk.answer("stay")
    walk.answer("how")
    assert isinstance(walk.step, Read)
    walk.answer()
    walk.answer("end")
    walk.answer("enough")
    walk.answer(None)
    assert walk.step.text.startswith("Saved: 0 of ")
    walk.answer()
    assert (walk.step, ended) == (Say("Well done."), ["stopped"])
    walk.answer()
    assert walk.step.id == "main"
