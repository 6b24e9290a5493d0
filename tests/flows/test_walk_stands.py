"""A walk in which something stands for long: an old menu, and an answer that cannot be kept yet."""

from functools import partial

import pytest

from companion.domain.entries import MealEaten
from companion.errors import Busy, Failure, Refused
from companion.flows.menus import meals, today
from companion.flows.steps import Menu, Number, Option, Read, RunSession, Say, Text
from companion.flows.walk import Into, Out, Talk, Walk
from companion.wording.menus import CHANGED

SIGNS = Read("Warning signs", (("", "Call."),))


def begun(companion, flow):
    first = Into(lambda _: Menu(id="main", title="Main", options=(Option(Out(), "Leave"),)))
    return Walk(companion, first, Talk(flow))


def take(walk, label):
    walk.answer(next(option.value for option in walk.step.options if option.label == label))


# Menus


def standing(companion, names):
    """A menu whose choices are the names that there are by now."""
    kept = []

    def one(name, _companion):
        kept.append(name)
        yield Say(f"It is {name}.")

    def menu(_companion):
        return Menu(
            id="m", title="M", options=tuple(Option(Talk(partial(one, name)), name) for name in names)
        )

    return Walk(companion, Into(menu)), kept


def test_a_menu_left_standing_takes_nothing_that_moved_and_says_so(companion, clock):
    names = ["Porridge", "Soup"]
    walk, kept = standing(companion, names)
    was = walk.step.options[1].value
    names.insert(0, "Tea")
    clock.go(hours=14)
    walk.answer(was)
    assert walk.step == Say(CHANGED, "notice")
    walk.answer()
    assert [option.label for option in walk.step.options] == ["Tea", "Porridge", "Soup"]
    assert kept == []
    take(walk, "Soup")
    assert kept == ["Soup"]


@pytest.mark.parametrize("brings", ["day", "slot", "saved", "setting"])
def test_a_menu_is_made_anew_before_a_way_is_taken_once_anything_differs(ruth, clock, brings):
    walk, kept = standing(ruth, names := ["Porridge"])
    was = walk.step.options[0].value
    names[0] = "Soup"
    if brings == "day":
        clock.go(days=1)
    elif brings == "slot":
        clock.go(hours=3)
    elif brings == "saved":
        ruth.weight.log(61)
    else:
        ruth.preferences.set("bell", "off")
    walk.answer(was)
    assert (walk.step, kept) == (Say(CHANGED, "notice"), [])


def test_while_nothing_differs_a_menu_is_not_made_again(companion):
    walk, kept = standing(companion, names := ["Porridge"])
    was = walk.step.options[0].value
    names[0] = "Soup"
    walk.answer(was)
    assert kept == ["Porridge"]


def test_a_menu_that_is_no_more_leads_back_when_its_way_is_taken(companion, clock):
    there = [True]
    stay = Menu(id="inner", title="Inner", options=(Option(SIGNS, "Read"),))
    inner = Into(lambda _: stay if there else None)
    walk = Walk(companion, Into(lambda _: Menu(id="main", title="Main", options=(Option(inner, "In"),))))
    take(walk, "In")
    there.clear()
    clock.go(days=1)
    walk.answer(SIGNS)
    assert walk.step == Say(CHANGED, "notice")
    walk.answer()
    assert walk.step.id == "main"


@pytest.mark.parametrize("ways", [(), (meals.EVERY,), (meals.CLOSER,)])
def test_a_list_of_meals_that_stood_overnight_writes_for_the_morning(ruth, clock, ways):
    walk = Walk(ruth, Into(meals.menu))
    for way in ways:
        take(walk, way)
    clock.go(hours=16)
    labels = [option.label for option in walk.step.options]
    while isinstance(walk.step, Menu):
        walk.answer(walk.step.options[labels.index(meals.SEARCH) + 1 if ways == (meals.CLOSER,) else 0].value)
        while isinstance(walk.step, Say):
            walk.answer()
        if walk.step.id == "meal":
            clock.go(hours=24)
            take(walk, "Eaten")
    walk.answer(1.0)
    assert [entry.slot for entry in ruth.diary.of(MealEaten)] == ["breakfast"]


def test_a_part_of_the_day_that_was_chosen_stays(ruth, clock):
    walk = Walk(ruth, Into(meals.menu))
    take(walk, "Another time")
    take(walk, "Supper")
    take(walk, meals.EVERY)
    clock.go(hours=16)
    walk.answer(walk.step.options[0].value)
    walk.answer(1.0)
    assert [entry.slot for entry in ruth.diary.of(MealEaten)] == ["supper"]


def test_the_first_menu_opens_where_the_folder_cannot_be_read(companion, monkeypatch):
    def gone(*_kinds, **_since):
        raise Failure("unreadable", file="diary", fault="gone")

    monkeypatch.setattr(companion.diary, "changed", gone)
    walk = Walk(companion, today.FIRST)
    take(walk, "Day and more")
    assert not walk.over


# Answers


def keeping(*errors):
    """A conversation whose last act fails with each of these in turn, then keeps."""
    failing, kept = list(errors), []

    def flow(_companion):
        name = yield Text(id="name", title="Name")
        much = yield Number(id="much", title="How much", low=1, high=9, whole=True)
        if failing:
            raise failing.pop(0)
        kept.append((name, much))
        yield Say("Saved.")

    return flow, kept


@pytest.mark.parametrize(
    "error", [Busy("busy"), Failure("disk_full", file="f"), Failure("unwritable", file="f", fault="gone")]
)
def test_what_cannot_be_kept_now_loses_nothing_that_was_answered(companion, error):
    flow, kept = keeping(error, error)
    walk = begun(companion, flow)
    walk.answer("Ann")
    for _ in range(2):
        walk.answer("3")
        assert walk.step.level == "notice"
        walk.answer()
        assert (walk.step.id, walk.step.default, kept) == ("much", 3, [])
    walk.answer(walk.step.default)
    assert (walk.step, kept) == (Say("Saved."), [("Ann", 3)])


def test_a_busy_diary_loses_no_weight(companion, monkeypatch):
    from companion.flows.weight import log_weight

    walk = begun(companion, log_weight)
    with monkeypatch.context() as patch:
        patch.setattr(companion.diary, "append", _busy)
        walk.answer("61.5")
        while not isinstance(walk.step, Say):
            walk.answer(walk.step.default)
        assert "is saving" in walk.step.text
        walk.answer()
        assert walk.depth == 1
    while walk.depth:
        walk.answer(getattr(walk.step, "default", None))
    assert [entry.kg for entry in companion.diary.entries("weight")] == [61.5]


def _busy(*_entries):
    raise Busy("busy", who="Ann", since=None)


def test_what_will_not_pass_ends_the_conversation(companion):
    flow, kept = keeping(Refused("empty_text", what="Name"))
    walk = begun(companion, flow)
    walk.answer("Ann")
    walk.answer("3")
    walk.answer()
    assert (walk.step.id, kept) == ("main", [])


def test_a_session_is_not_begun_twice_because_its_end_could_not_be_kept(companion):
    companion.fatigue.log(3, when="before")
    began = []

    def flow(companion):
        began.append(companion.sessions.start("energy_mini"))
        yield RunSession(began[0])
        raise Busy("busy")

    walk = begun(companion, flow)
    for answer in ("end", "enough", None, None):
        walk.answer(answer)
    assert "is saving" in walk.step.text
    walk.answer()
    assert (walk.step.id, len(began)) == ("main", 1)


# Reading


def test_a_text_is_read_over_a_question_once_and_the_question_stays(companion):
    walk = begun(companion, keeping()[0])
    walk.answer("Ann")
    walk.read(SIGNS)
    walk.read(SIGNS)
    assert walk.step is SIGNS
    walk.back()
    assert walk.step.id == "much"
    walk.back()
    assert walk.step.default == "Ann"


def test_a_text_over_a_session_holds_its_clock(companion, clock):
    companion.fatigue.log(3, when="before")

    def flow(companion):
        yield RunSession(companion.sessions.start("hands_wrists"))

    walk = begun(companion, flow)
    for _ in range(60):
        if walk.wait() and walk.step.options[0].label == "Done":
            break
        walk.answer(None if isinstance(walk.step, Say) else walk.step.options[0].value)
    walk.read(SIGNS)
    clock.go(minutes=20)
    walk.answer()
    assert walk.step.title.startswith("Paused.")
