"""The first menu and the day: what has a digit, what is next, and everything else by digits."""

from datetime import timedelta
from functools import partial

import pytest

from companion.domain.entries import MealEaten
from companion.errors import Failure
from companion.flows.menus import today
from companion.flows.pages import pages
from companion.flows.steps import Read
from companion.services.companion import Companion
from companion.services.today import Today
from companion.wording import today as told

PROMPT = "Your choice: "
MAIN = 120  # letters of the first menu in plain lines
DIGITS = ["Move", "Eat", "Drink", "Tiredness", "Eaten", "Weight", "Note", "Day and more"]


@pytest.fixture
def busy(ruth: Companion) -> Companion:
    """Ruth on a day with something of everything."""
    ruth.weight.log(56.8)
    ruth.fatigue.log(4)
    ruth.intake.drink(200)
    ruth.intake.quick("Soup", kcal=150)
    return ruth


def test_the_first_menu_has_the_digits_of_the_day_and_fits_its_budget(busy, stand):
    walker = stand(busy, today.main)
    assert walker.labels == DIGITS
    (page,) = pages(walker.step)
    rows = "".join(f"{row.key}. {row.label}\n" for row in page)
    assert len(f"Main menu. {len(page)} choices.\n{rows}{PROMPT}") <= MAIN
    assert walker.step.told == ""
    assert walker.step.help == "Tuesday 14 April, Ruth."


def test_each_door_has_its_value(busy, stand):
    details = stand(busy, today.main).details
    assert details["Eaten"] == "150 of 1,900 kcal"
    assert details["Tiredness"].startswith("4 of 10")
    assert details["Weight"] == "56.8 kg"
    assert details["Drink"].startswith("200 of ")
    assert details["Move"] != "" == details["Eat"]


def test_what_is_not_known_has_no_value(companion, stand):
    details = stand(companion, today.main).details
    assert details["Drink"] == "0 mL"
    assert {name for name, value in details.items() if value} <= {"Move", "Drink", "Day and more"}


def test_a_day_that_cannot_be_read_says_why_and_keeps_every_door(ruth, stand, monkeypatch):
    def broken(_: Today) -> None:
        raise Failure("unexpected")

    monkeypatch.setattr(Today, "view", broken)
    step = stand(ruth, today.main).step
    assert step.told != ""
    assert [option.label for option in step.options] == DIGITS


def test_what_is_next_is_said_and_is_the_first_choice(busy, stand):
    walker = stand(busy, today.main).take("Day and more")
    assert walker.step.told.startswith("Next: ")
    assert walker.labels[:2] == ["Begin", "Trends"]  # at any hour
    walker.take("Begin")
    assert walker.step.is_rating


def test_a_notice_comes_before_what_is_next(ruth, stand):
    for days in range(30, 0, -1):
        at = ruth.clock() - timedelta(days=days, hours=8)
        ruth.fatigue.log(6 if days < 5 else 3, when="morning", at=at)
    ruth.fatigue.log(6, when="morning", at=ruth.clock() - timedelta(hours=8))
    walker = stand(ruth, today.main)
    assert "more tired than usual" in walker.details["Day and more"]
    walker.take("Day and more")
    assert "more tired than usual. Next: " in walker.step.told
    assert len(walker.step.told) <= 100


def test_a_planned_meal_is_next_and_asks_how_much(ruth, stand):
    ruth.sessions.rest()
    ruth.day_plan.accept(ruth.day_plan.propose())
    dish = ruth.today.next().planned
    walker = stand(ruth, today.day).take("Eaten", 0.5)
    (entry,) = ruth.diary.of(MealEaten)
    assert (entry.meal, entry.slot, entry.eaten) == (dish.entry.meal, dish.entry.slot, 0.5)
    assert walker.said[0].startswith("Saved: half of")


def test_without_a_plan_an_idea_is_looked_at(ruth, stand):
    ruth.sessions.rest()
    idea = ruth.today.next().idea
    walker = stand(ruth, today.day).take("Choose a meal")
    assert walker.step.title == idea.candidate.offer.meal.label


def test_without_a_level_it_is_asked_for(companion, stand):
    companion.sessions.rest()
    walker = stand(companion, today.day).take("Write it down")
    assert walker.step.title == "Which food level?"


def test_what_is_asked_after_a_session_is_a_choice(busy, stand, clock):
    assert told.asked(busy.today.view()) == ""
    busy.people.set("reference-weight", "65")
    walker = stand(busy, today.main)
    asked = told.asked(busy.today.view())
    assert walker.details["Day and more"] == asked != ""
    walker.take("Day and more", asked)
    assert walker.step.id == "about"


def test_the_day_and_its_reasons_are_read_in_the_words_of_the_full_screen(busy, stand):
    walker = stand(busy, today.words)
    reads = {option.label: option.value for option in walker.step.options}
    view = busy.today.view()
    assert reads["The day in words"].texts == (("", "\n".join(told.lines(view, "kg"))),)
    assert list(reads[told.WHY_TITLE].texts) == told.why(view)
    walker.take("Levels")
    assert isinstance(walker.step, Read)
    assert walker.step.texts[0][0].startswith("Level ")


def test_undo_is_two_choices_away(busy, stand):
    walker = stand(busy, today.main).take("Day and more", "Undo")
    assert [entry.name for entry in busy.intake.day().day.entries] == ["Water, tap"]
    assert "Soup" in walker.said[0]


@pytest.mark.parametrize("menu", [today.words, today.write], ids=["words", "write"])
def test_every_way_leads_back(busy, explored, menu):
    assert next(found.id for found in explored(busy, menu)) == menu.__name__


def test_a_way_that_the_day_begins_on_leads_back_to_it(busy, stand):
    walker = stand(busy, today.main).take("Day and more")
    for option in list(walker.step.options):
        if not isinstance(option.value, Read) and option.label != "Undo":
            walker.take(option.label)
            walker.back()
        assert walker.step.id == "day"
    walker.back()
    assert walker.step.id == "main"


def test_the_first_menu_is_left_by_going_back(busy, stand):
    walker = stand(busy, partial(today.main)).back()
    assert walker.walk.over


@pytest.fixture
def maria(ruth: Companion, clock) -> Companion:
    """Maria over SSH, who wrote down a soup two minutes ago."""
    ruth.caregivers.add("Maria", "caregiver")
    maria = Companion(
        diary=ruth.unasked, content=ruth.content, settings=ruth.settings, clock=clock, by="Maria", gated=True
    )
    maria.intake.quick("Soup", kcal=150)
    clock.go(minutes=2)
    return maria


def last(companion):
    return [said for said in today.opening(companion) if said.startswith("Saved last")]


def test_over_ssh_it_says_what_was_kept_last(maria, clock):
    assert last(maria) == ["Saved last, 2 minutes ago: Soup, 150 kcal."]
    maria.history.undo()
    assert last(maria) == ["Saved last, just now: took back: Soup, 150 kcal."]
    clock.go(minutes=15)
    assert last(maria) == []


def test_what_somebody_else_wrote_is_not_what_one_saved_last(ruth, maria):
    ruth.weight.log(57)
    assert last(maria) == ["Saved last, 2 minutes ago: Soup, 150 kcal."]
    ruth.history.remove(maria.history.newest().id)
    assert last(maria) == ["Saved last, 2 minutes ago: Soup, 150 kcal, taken back since."]
    assert last(ruth) == [], "at home no line drops"


def test_several_saved_at_once_are_counted(ruth, maria, clock):
    clock.go(days=1)
    maria.intake.copy(maria.today_date() - timedelta(days=1))
    ruth.weight.log(57)
    (said,) = last(maria)
    assert said == "Saved last, just now: Soup, 150 kcal."
    clock.go(days=1)
    maria.intake.quick("Toast", kcal=90, at=clock() - timedelta(days=1))
    maria.intake.copy(maria.today_date() - timedelta(days=1))
    (said,) = last(maria)
    assert said.endswith(" and 1 more.")
