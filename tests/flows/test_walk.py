"""A walk: menus made anew, conversations in them and back, errors said, searches, texts, sessions, clocks."""

from functools import partial

import pytest

from companion.errors import Failure, Refused, Unknown
from companion.flows.levels import Cue
from companion.flows.steps import (
    Choose,
    Clock,
    Menu,
    Number,
    Option,
    Read,
    RunSession,
    Say,
    Text,
    Timer,
)
from companion.flows.walk import FIND, Into, Out, Talk, Walk
from companion.wording import choices

SOUP = (Option("soup", "Soup"), Option("stew", "Stew"))
TEXT = Read("About", (("", "All about it."),))


class Rooms:
    """Menus over a list that conversations change; counts how often each was made."""

    def __init__(self):
        self.made, self.kept, self.gone = 0, [], False

    def main(self, _companion):
        self.made += 1
        options = (
            Option(Talk(self.talk, lambda _, kept: f"{kept} it is." if kept else ""), "Talk"),
            Option(Into(self.inner), "Further in"),
            Option(TEXT, "About"),
            Option(Out(), "Leave"),
        )
        return Menu(id="main", title="Main", told=f"{len(self.kept)} kept.", options=options)

    def inner(self, _companion):
        if self.gone:
            return None
        find = lambda word: tuple(  # noqa: E731
            Option(Talk(partial(self.named, o.value)), o.label) for o in SOUP if word in o.value
        )
        return Menu(id="inner", title="Inner", options=(Option(Out(), "Back"),), find=find)

    def talk(self, _companion):
        name = yield Text(id="name", title="Name")
        much = yield Number(id="much", title="How much", low=1, high=9, whole=True)
        self.kept.append((name, much))
        yield Say("Saved.")
        return name

    def named(self, name, _companion):
        self.kept.append(name)
        yield Say(f"Saved: {name}.")
        return name


@pytest.fixture
def rooms():
    return Rooms()


@pytest.fixture
def walk(companion, rooms):
    return Walk(companion, Into(rooms.main))


def way(walk, label):
    """The value of the option with these words."""
    return next(option.value for option in walk.step.options if option.label == label)


def over(companion, flow, then=None):
    """A walk that begins with one conversation, over a menu."""
    first = Into(lambda _: Menu(id="main", title="Main", options=(Option(Out(), "Leave"),)))
    return Walk(companion, first, Talk(flow, then))


def test_a_menu_is_made_anew_when_one_stands_there_again(walk, rooms):
    assert walk.step.told == "0 kept."
    walk.answer(way(walk, "Talk"))
    for answer in ("Ann", "3", None):
        walk.answer(answer)
    assert walk.step == Say("Ann it is.")
    walk.answer()
    assert (walk.step.told, walk.depth) == ("1 kept.", 0)
    assert rooms.kept == [("Ann", 3)]


def test_back_asks_the_question_before_and_from_the_first_one_leads_to_the_menu(walk, rooms):
    walk.answer(way(walk, "Talk"))
    walk.answer("Ann")
    walk.back()
    assert (walk.step.id, walk.step.default, walk.depth) == ("name", "Ann", 1)
    walk.back()
    assert (walk.step.id, walk.depth, rooms.kept) == ("main", 0, [])


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


def test_back_and_out_of_the_first_menu_end_the_walk(companion, rooms):
    for leave in (Walk.back, lambda walk: walk.answer(way(walk, "Leave"))):
        walk = Walk(companion, Into(rooms.main))
        assert not walk.over
        leave(walk)
        assert walk.over


def test_a_menu_within_a_menu_leads_back_to_it(walk):
    walk.answer(way(walk, "Further in"))
    assert (walk.step.id, walk.depth) == ("inner", 1)
    walk.answer(way(walk, "Back"))
    assert (walk.step.id, walk.depth) == ("main", 0)


def test_a_menu_that_is_no_more_leads_back_by_itself(walk, rooms):
    walk.answer(way(walk, "Further in"))
    rooms.gone = True
    walk.answer(FIND)
    walk.answer("soup")
    walk.answer(walk.step.options[0].value)
    walk.answer()
    assert walk.step.id == "main"


def test_a_text_of_a_menu_is_read_and_leads_back(walk):
    for leave in (walk.answer, walk.back):
        walk.answer(way(walk, "About"))
        assert walk.step is TEXT
        leave()
        assert walk.step.id == "main"


def test_what_a_menu_finds_is_gone_into_and_a_search_can_be_left(walk, rooms):
    walk.answer(way(walk, "Further in"))
    walk.answer(FIND)
    assert walk.step.id == "search"
    walk.answer("zzz")
    assert walk.step == Say(choices.NOTHING_FOUND)
    walk.answer()
    assert walk.step.id == "search"
    walk.answer("stew")
    walk.answer(walk.step.options[0].value)
    assert walk.step == Say("Saved: stew.")
    walk.answer()
    assert (walk.step.id, rooms.kept) == ("inner", ["stew"])
    walk.answer(FIND)
    walk.back()
    assert (walk.step.id, walk.depth) == ("inner", 1)


def test_a_question_offers_its_texts_and_a_search_whose_find_is_its_answer(companion):
    got = []

    def flow(_companion):
        find = lambda word: tuple(o for o in SOUP if word in o.value)  # noqa: E731
        got.append((yield Choose(id="meal", title="Which?", options=SOUP[:1], reads=(TEXT,), find=find)))

    walk = over(companion, flow)
    assert [option.label for option in walk.step.options] == ["Soup", "Find by a word", "About"]
    walk.answer(TEXT)
    assert walk.step is TEXT
    walk.answer()
    assert walk.step.id == "meal"
    walk.answer(FIND)
    walk.answer("stew")
    walk.answer("stew")
    assert (got, walk.depth) == (["stew"], 0)


def test_a_time_of_day_is_taken_as_it_was_typed(companion):
    got = []

    def flow(_companion):
        got.append((yield Clock(id="at", title="When?")))

    over(companion, flow).answer("18:30")
    assert [f"{time:%H:%M}" for time in got] == ["18:30"]


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


def test_the_way_to_search_is_offered_once_where_a_menu_has_a_place_for_it(companion):
    options = (Option(FIND, "Look for soup"), Option(Out(), "Leave"))
    first = Into(lambda _: Menu(id="main", title="Main", options=options, find=lambda _: SOUP))
    assert [option.label for option in Walk(companion, first).step.options] == ["Look for soup", "Leave"]


def test_a_word_is_no_way_of_a_menu_that_searches(companion, walk):
    walk.answer(way(walk, "Further in"))
    with pytest.raises(Unknown):
        walk.answer("soup")


def test_what_comes_after_may_be_another_conversation(companion):
    def asks(id):
        def flow(_companion):
            return (yield Text(id=id, title=id))

        return flow

    walk = over(companion, asks("one"), lambda _, result: Talk(asks("two")) if result else None)
    walk.answer("yes")
    assert walk.step.id == "two"
    walk.back()
    assert walk.step.id == "main"


def test_conversations_to_begin_with_come_one_after_the_other(companion):
    begun = []

    def asks(id):
        def flow(_companion):
            begun.append(id)
            yield Text(id=id, title=id)

        return Talk(flow)

    first = Into(lambda _: Menu(id="main", title="Main", options=(Option(Out(), "Leave"),)))
    walk = Walk(companion, first, asks("one"), asks("two"))
    assert (walk.step.id, begun) == ("one", ["one"])
    walk.answer("a")
    assert (walk.step.id, begun) == ("two", ["one", "two"])
    walk.back()
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
