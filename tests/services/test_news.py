"""What others write is told once; what one writes oneself never; a change of the plan always."""

import pytest

from companion.config.settings import Settings
from companion.domain.entries import Correction, StepDone
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.wording.news import LONGEST, told


@pytest.fixture
def other(ruth, clock, library):
    """Opens the same diary for somebody else, as another process does."""

    def opened(name, **facts):
        diary = Diary(ruth.diary.shelf, clock)
        return Companion(diary=diary, content=library, settings=Settings(), clock=clock, by=name, **facts)

    return opened


@pytest.fixture
def hears(ruth, library):
    """What is told at the next look; the first look is over."""
    ruth.news.look()
    return lambda: told(ruth.news.look(), library)


def test_nothing_that_was_there_before_is_news(ruth, other):
    other("Maria").intake.quick("Soup", kcal=150)
    assert ruth.news.look() == []
    assert ruth.news.look() == []


def test_what_somebody_else_wrote_is_told_once_with_the_name(hears, other):
    other("Maria").intake.quick("Soup", kcal=150)
    assert hears() == ["Maria wrote down Soup, 150 kcal."]
    assert hears() == []


def test_what_one_wrote_oneself_is_no_news_in_whatever_face(ruth, hears, other):
    ruth.intake.quick("Soup", kcal=150)
    other(None).intake.quick("Toast", kcal=150)
    other("ruth").weight.log(61)
    assert hears() == []


def test_what_the_person_wrote_under_an_earlier_name_is_no_news(hears, other):
    elsewhere = other(None)
    elsewhere.intake.quick("Soup", kcal=150)
    elsewhere.people.set("name", "Rosa")
    assert hears() == []


@pytest.mark.parametrize("via", ["import", "demo"])
def test_what_nobody_typed_just_now_is_no_news(hears, other, via):
    other("Maria", via=via).intake.quick("Soup", kcal=150)
    assert hears() == []


def test_what_was_taken_back_in_one_go_is_one_piece_of_news(hears, other, clock):
    maria = other("Maria")
    for name in ("Soup", "Toast", "Tea"):
        maria.intake.quick(name, kcal=90)
    yesterday = clock().date()
    clock.go(hours=24)
    maria.intake.copy(yesterday)
    hears()
    maria.history.undo()
    (said,) = hears()
    assert said.startswith("Maria took back ")
    assert "things" not in said


def test_several_are_counted_and_the_last_is_told(hears, other):
    maria = other("Maria")
    maria.intake.quick("Soup", kcal=150)
    maria.weight.log(61)
    maria.intake.quick("Toast", kcal=90)
    assert hears() == ["Maria wrote down 3 things; the last: Toast, 90 kcal."]
    other("Tom").intake.quick("Tea", kcal=5)
    maria.history.undo()
    assert hears() == ["Tom and Maria wrote down 2 things; the last: took back Toast, 90 kcal."]


def test_what_was_taken_back_between_two_looks_is_no_news_and_later_it_is(hears, other):
    maria = other("Maria")
    maria.intake.quick("Soup", kcal=150)
    maria.history.undo()
    assert hears() == []
    maria.history.undo()
    assert hears() == ["Maria brought back Soup, 150 kcal."]


def test_an_entry_changed_before_anybody_heard_of_it_is_told_as_it_reads_now(hears, other):
    maria = other("Maria")
    entry = maria.intake.quick("Soup", kcal=150).entry
    maria.history.edit(entry.id, kcal=200)
    assert hears() == ["Maria wrote down Soup, 200 kcal."]


def test_a_weight_is_told_with_a_colon_and_in_the_unit_of_who_looks(ruth, hears, other, library):
    other("Maria").weight.log(61)
    assert told(ruth.news.look(), library, "lb") == ["Maria wrote down: weight 134.5 lb."]


def test_a_session_of_somebody_else_is_told_when_it_begins_and_when_it_ends(ruth, hears, other, clock):
    maria = other("Maria")
    maria.fatigue.log(3, when="before")
    hears()
    running = maria.sessions.start("hands_wrists")
    assert hears() == ["Maria began Hands and wrists."]
    while not ruth.diary.of(StepDone):
        clock.go(seconds=20)
        running.go_on()
    assert hears() == []
    running.stop("enough")
    assert hears() == ["Maria ended Hands and wrists early."]


def test_a_session_done_in_one_go_is_one_piece_of_news(hears, other):
    maria = other("Maria")
    maria.sessions.log("hands_wrists", 2)
    (said,) = hears()
    assert "Hands and wrists" in said
    assert "things" not in said


@pytest.mark.parametrize("by", ["Maria", None])
def test_a_change_of_the_plan_is_told_first_whoever_wrote_it_elsewhere(ruth, hears, other, by):
    if by:
        other(by).intake.quick("Soup", kcal=150)
    other(None).plan.set("food-level", "4", decided_by="Dr Lee, hospital", confirmed=True)
    said = hears()
    assert said[0] == "Dr Lee decided food level 4, pureed, at 16:15, noted by Ruth."
    assert said[1:] == (["Maria wrote down Soup, 150 kcal."] if by else [])


def test_a_change_of_the_plan_that_was_made_here_is_no_news(ruth, hears):
    ruth.plan.set("food-level", "4", decided_by="Dr Lee", confirmed=True)
    assert hears() == []


def test_a_change_of_the_plan_that_was_taken_back_is_told(ruth, hears, other):
    elsewhere = other(None)
    elsewhere.plan.set("food-level", "4", decided_by="Dr Lee", confirmed=True)
    hears()
    elsewhere.history.undo(confirmed=True)
    (said,) = hears()
    assert said.startswith("Ruth took back food level 4")


def test_every_sentence_is_short(ruth, hears, other):
    maria = other("Maria with a name that is as long as anybody may have")
    maria.intake.quick("A dish with a very long name that somebody typed " * 2, kcal=150)
    other(None).plan.set("energy", "2000", decided_by="Doctor " * 9, confirmed=True)
    said = hears()
    assert len(said) == 2
    assert all(len(one) <= LONGEST for one in said)


def test_while_the_diary_cannot_be_read_there_is_no_news_and_then_all_of_it(ruth, hears, other, monkeypatch):
    from companion.errors import Failure

    def gone():
        raise Failure("unreadable", file="diary", fault="gone")

    other("Maria").intake.quick("Soup", kcal=150)
    with monkeypatch.context() as patch:
        patch.setattr(ruth.diary.shelf, "names", gone)
        assert hears() == []
    assert hears() == ["Maria wrote down Soup, 150 kcal."]


def test_a_look_with_nothing_new_reads_no_file(ruth, monkeypatch):
    ruth.news.look()
    monkeypatch.setattr(ruth.diary.shelf, "read", None)
    monkeypatch.setattr(ruth.diary.shelf, "head", None)
    assert ruth.news.look() == []


def test_of_a_level_decided_twice_the_later_is_told_and_the_newest_first(hears, other):
    dana = other(None)
    for key, value in (("food-level", "4"), ("drink-level", "2"), ("food-level", "3")):
        dana.plan.set(key, value, decided_by="Dana", confirmed=True)
    food, drink = hears()
    assert food.startswith("Dana decided food level 3")
    assert drink.startswith("Dana decided drink level 2")


def test_who_is_let_in_is_no_news(ruth, hears, other):
    ruth.caregivers.add("Maria", "patient")
    theirs = other(None)
    entry = theirs.caregivers.add("Tom", "caregiver").entry
    maria = other("Maria")
    maria.news.look()
    theirs.caregivers.remove("Tom")
    theirs.keep(theirs.sign(Correction, at=entry.at, target=entry.id, action="undo"))
    assert maria.news.look() == []


def test_who_wrote_a_decision_down_is_named_where_somebody_else_decided(hears, other):
    theirs = other(None)
    theirs.plan.set("food-level", "4", decided_by="J. Okafor, dietitian")
    assert hears() == ["J. Okafor decided food level 4, pureed, at 16:15, noted by Ruth."]
    theirs.plan.set("protein", "70", decided_by="ruth")
    assert hears() == ["ruth decided protein 70 g a day, at 16:15."]


def test_a_long_name_costs_the_time_before_the_level(hears, other):
    other(None).plan.set("food-level", "4", decided_by="Professor Johanna Okafor-Lindqvist MD")
    (said,) = hears()
    assert "decided food level 4, pureed, noted by Ruth." in said
