"""What next and the day's plan as conversations: asked first, written once, or not at all."""

import pytest

from companion.flows.conversation import Conversation
from companion.flows.day_plan import plan_day, what_next


def test_what_next_can_be_eaten(ruth, talk):
    meal = ruth.meals_next.next()[0].candidate.id
    told = talk(what_next(ruth), [meal, "eat", 0.5])
    assert told.ids == ["next", "next_do", "eaten"]
    assert ruth.intake.day().day.entries == (told.result.entry,)


def test_what_next_can_be_planned(ruth, talk):
    meal = ruth.meals_next.next()[0].candidate.id
    told = talk(what_next(ruth), [meal, "plan"])
    assert told.texts[0].startswith("Planned for today: ")
    assert [dish.entry.meal for dish in ruth.day_plan.planned()] == [meal]


def test_not_now_writes_nothing(ruth, talk):
    meal = ruth.meals_next.next()[0].candidate.id
    assert talk(what_next(ruth), [meal, "leave"]).texts == ["Nothing was planned."]
    assert talk(plan_day(ruth), ["today", "not_now"]).texts == ["Nothing was planned."]
    assert ruth.day_plan.planned() == ()


@pytest.mark.parametrize("day", ["today", "tomorrow"])
def test_a_plan_is_shown_with_its_sum_and_accepted(ruth, talk, day):
    told = talk(plan_day(ruth), [day, "accept"])
    shown = told.asked[1]
    assert shown.title.startswith(f"{day.capitalize()}: ")
    assert "of at least 1,900 kcal" in shown.title
    assert len(told.result.entries) == len(shown.options) - 2
    assert all("kcal" in option.detail for option in shown.options[1:-1])


def test_dishes_can_be_changed_one_after_another(ruth, talk):
    first = ruth.day_plan.propose()
    others = [one.id for one in ruth.day_plan.instead(first, first.items[0])]
    told = talk(plan_day(ruth, day="today"), [0, others[0], 0, others[1], 1, "", 0, None, "accept"])
    kept = [entry.meal for entry in told.result.entries]
    assert kept == [others[1], *(one.candidate.id for one in first.items[2:])]


def test_back_from_another_dish_keeps_the_plan(ruth):
    conversation = Conversation(lambda: plan_day(ruth, day="today"))
    before = conversation.step
    conversation.answer(0)
    assert conversation.step.id == "plan_instead"
    leave, nearest, *_ = conversation.step.options  # what Enter takes, then what is worth a look
    assert leave.value is conversation.step.default
    assert nearest.value in ruth.meals.known()
    conversation.back()
    assert conversation.step.options == before.options


def test_a_day_that_is_reached_needs_no_plan(ruth, talk):
    ruth.intake.quick("Feast", kcal=2000)
    assert talk(plan_day(ruth, day="today")).texts == [
        "What is eaten and planned reaches the target already."
    ]
