"""A walk: menus made anew, conversations in them and back, searches, texts to read."""

import pytest
from flows.rooms import SOUP, TEXT, over, way

from companion.errors import Unknown
from companion.flows.steps import Choose, Clock, Menu, Option, Say, Text
from companion.flows.walk import FIND, Into, Out, Talk, Walk
from companion.wording import choices


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
