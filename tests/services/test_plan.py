"""Decisions and clearances."""

import pytest

from companion.domain.limits import SessionLimits
from companion.errors import Malformed, Refused, Unknown


def test_a_decision_says_who_and_keeps_the_one_before(companion, clock):
    companion.plan.set("food-level", "6", decided_by="A. Lee")
    clock.go(days=3)
    result = companion.plan.set("food-level", "5", decided_by="B. Moor")
    assert result.before.value == "6"
    assert companion.plan.in_force().food_level.decided_by == "B. Moor"
    assert [d.value for d in companion.diary.entries("decision")] == ["6", "5"]


@pytest.mark.parametrize(
    ("key", "old", "new", "asks"),
    [
        ("food-level", "5", "6", True),  # firmer: care.md, Food and drink
        ("food-level", "5", "4", False),
        ("drink-level", "2", "1", True),  # thinner
        ("drink-level", "2", "3", False),
        ("thicker-ok", "no", "yes", True),
    ],
)
def test_loosening_a_texture_has_to_be_confirmed(companion, key, old, new, asks):
    companion.plan.set(key, old, decided_by="A. Lee", confirmed=True)
    if asks:
        with pytest.raises(Refused):
            companion.plan.set(key, new, decided_by="A. Lee")
        assert companion.plan.in_force().value(key) == companion.plan.check(key, old)
    companion.plan.set(key, new, decided_by="A. Lee", confirmed=True)
    assert companion.plan.in_force().value(key) == companion.plan.check(key, new)


@pytest.mark.parametrize(
    ("key", "value", "error"),
    [("food-level", "8", Refused), ("drink-level", "7EC", Refused), ("energy", "99999", Refused),
     ("energy", "many", Refused), ("stage", "9", Refused), ("programme", "nope", Unknown),
     ("colour", "red", Unknown)],
)  # fmt: skip
def test_an_impossible_decision_is_refused(companion, key, value, error):
    with pytest.raises(error):
        companion.plan.set(key, value, decided_by="A. Lee")
    assert companion.diary.entries("decision") == []


def test_a_decision_needs_a_name(companion):
    with pytest.raises(Malformed):
        companion.plan.set("food-level", "5", decided_by=" \u200b ")


def test_a_clearance_is_given_and_taken_back(companion):
    companion.plan.clear("re_row", decided_by="K. Weber")
    exercises = companion.content.exercises
    assert companion.sessions.cleared(exercises["re_row"])
    assert not companion.sessions.cleared(exercises["re_curl"])
    companion.plan.unclear("re_row")
    assert not companion.sessions.cleared(exercises["re_row"])


def test_a_clearance_for_a_kind_covers_each_of_its_exercises(companion):
    companion.plan.clear("resistance", decided_by="K. Weber")
    assert all(
        companion.sessions.cleared(e)
        for e in companion.content.exercises.values()
        if e.category == "resistance"
    )


def test_a_therapists_limit_takes_the_place_of_the_programs(companion):
    assert companion.limits(SessionLimits, "session").before_rating == 7
    companion.plan.set("limits", "session.before_rating=5", decided_by="K. Weber")
    assert companion.limits(SessionLimits, "session").before_rating == 5
    assert companion.limits(SessionLimits, "session").rise_end == 3


def test_the_course_of_a_decision_is_by_when_it_holds_without_what_was_undone(companion, clock):
    for level, who in (("6", "A. Lee"), ("5", "B. Moor"), ("4", "C. Ahn")):
        companion.plan.set("food-level", level, decided_by=who)
        clock.go(days=1)
    companion.plan.set("stage", "3", decided_by="A. Lee")
    companion.history.undo()
    companion.plan.set("food-level", "3", decided_by="D. Roe")
    companion.history.undo(confirmed=True)
    assert [d.value for d in companion.plan.decisions("food-level")] == ["6", "5", "4"]
    assert companion.plan.decisions("stage") == []


def test_the_course_of_a_clearance_keeps_what_was_taken_back(companion):
    companion.plan.clear("re_row", decided_by="K. Weber")
    companion.plan.unclear("re_row")
    assert [c.given for c in companion.plan.clearance_decisions("re_row")] == [True, False]


def limits(companion, value, who, **locks):
    """A decision about limits; locks by the name of the limit, its dot as two underscores."""
    named = {name.replace("__", "."): yes for name, yes in locks.items()}
    return companion.plan.set("limits", value, decided_by=who, lock=named)


def test_a_locked_limit_is_loosened_by_the_same_name_only(companion, clock):
    limits(companion, "session.end_rating=7", "K. Weber", session__end_rating=True)
    clock.go(days=1)
    with pytest.raises(Refused) as caught:
        limits(companion, "session.end_rating=8", "Ruth", session__end_rating=False)
    assert (caught.value.code, caught.value.facts["by"]) == ("limit_locked", "K. Weber")
    limits(companion, "session.end_rating=6", "Ruth")
    limits(companion, "session.end_rating=7", "Ruth")
    limits(companion, "session.end_rating=8", "K. Weber", session__end_rating=False)
    limits(companion, "session.end_rating=9", "Ruth")
    assert companion.plan.in_force().value("limits") == "session.end_rating=9"


def test_a_locked_limit_goes_back_to_the_programs_number_only_where_that_is_stricter(companion):
    limits(companion, "session.end_rating=7", "K. Weber", session__end_rating=True)
    with pytest.raises(Refused):
        limits(companion, "session.end_rating=", "Ruth")
    limits(companion, "session.end_rating=9", "K. Weber", session__end_rating=True)
    limits(companion, "session.end_rating=", "Ruth")
    assert companion.plan.in_force().value("limits") is None
    assert companion.plan.limits.locks().keys() == {"session.end_rating"}


def test_a_limit_whose_looser_way_nobody_said_does_not_move_once_locked(companion):
    limits(companion, "session.resume_hours=10", "K. Weber", session__resume_hours=True)
    for number in (9, 11):
        with pytest.raises(Refused):
            limits(companion, f"session.resume_hours={number}", "Ruth")


def test_undo_takes_no_lock_off(companion, clock):
    limits(companion, "session.end_rating=7", "K. Weber", session__end_rating=True)
    with pytest.raises(Refused):
        companion.history.undo()
    clock.go(days=1)
    limits(companion, "session.end_rating=6", "Ruth")
    companion.history.undo()
    assert companion.plan.in_force().value("limits") == "session.end_rating=7"
    assert companion.plan.limits.locks()["session.end_rating"].by == "K. Weber"


def test_each_limit_says_whose_it_is(companion):
    limits(companion, "session.end_rating=7", "K. Weber", session__end_rating=True)
    limits(companion, "session.rise_end=2", "Ruth")
    ends = {one.name: one for one in companion.plan.limits.group("session")}
    assert (ends["session.end_rating"].by, ends["session.rise_end"].by) == ("K. Weber", "Ruth")
    assert ends["session.rise_choice"].by == "the program"
    assert ends["session.end_rating"].lock.number == 7


@pytest.mark.parametrize("value", ["session.end_rating=11", "session.ready_s=-1"])
def test_a_limit_that_cannot_be_is_refused(companion, value):
    with pytest.raises(Refused) as caught:
        limits(companion, value, "K. Weber")
    assert caught.value.code == "out_of_range"


def test_a_level_is_not_loosened_in_two_steps(companion, clock):
    first = companion.plan.set("food-level", "5", decided_by="A. Lee").entry
    clock.go(days=1)
    companion.history.remove(first.id)
    with pytest.raises(Refused) as caught:
        companion.plan.set("food-level", "7", decided_by="B. Moor")
    assert (caught.value.code, caught.value.facts["old"]) == ("needs_confirm", "5")
    companion.plan.set("food-level", "4", decided_by="B. Moor")
    assert companion.plan.loosens("food-level", "5")


def test_bringing_a_firmer_level_back_is_asked_about_although_none_is_decided(companion, clock):
    firm = companion.plan.set("food-level", "7", decided_by="A. Lee").entry
    clock.go(days=1)
    soft = companion.plan.set("food-level", "5", decided_by="A. Lee").entry
    companion.history.remove(firm.id)
    companion.history.remove(soft.id)
    assert companion.plan.in_force().food_level is None
    with pytest.raises(Refused, match="needs_confirm"):
        companion.history.take_back(firm.id, back=True)


@pytest.mark.parametrize("who", ["\x1b[2J\x07", "...", "7"])
def test_whoever_decides_has_a_letter(companion, who):
    with pytest.raises(Malformed, match="no_decider"):
        companion.plan.set("food-level", "5", decided_by=who)
    with pytest.raises(Malformed, match="no_decider"):
        companion.plan.clear("re_row", decided_by=who)
    with pytest.raises(Refused, match="texture_by_whom"):
        companion.foods.add("Oat cream", kcal=150, food_level="5", texture_by=who)
