"""What next and the day's plan through the services: only what is allowed, and marked once it is not."""

from datetime import timedelta

import pytest

from companion.errors import Malformed, Refused
from companion.flows.plan import set_plan
from companion.wording import day_plan as words
from companion.wording import errors, meals_next


@pytest.fixture
def planned(ruth):
    """Supper of today is planned."""
    return ruth.day_plan.plan("turkey_bolognese", slot="supper").entries[0]


def eat(companion, meal, slot, hours_ago=0.0, eaten=1.0):
    return companion.meals.log(meal, eaten, slot=slot, at=companion.clock() - timedelta(hours=hours_ago))


def test_next_suggests_only_what_the_plan_allows(ruth):
    allowed = {offer.meal.id for offer in ruth.meals.allowed(slot="supper")}
    found = ruth.meals_next.next("supper", 100)
    assert {one.candidate.id for one in found} == allowed
    assert len(ruth.meals_next.next("supper")) == 5


def test_what_was_eaten_yesterday_or_is_planned_comes_last(ruth, clock):
    first, second = (one.candidate.id for one in ruth.meals_next.next("supper", 2))
    eat(ruth, first, "supper")
    clock.go(days=1)
    ruth.day_plan.plan(second, slot="supper")
    last = [one.candidate.id for one in ruth.meals_next.next("supper", 100)[-2:]]
    assert set(last) == {first, second}
    clock.go(days=1)
    assert ruth.meals_next.next("supper", 1)[0].candidate.id == first


def test_a_tired_day_asks_for_few_bites(ruth):
    eat(ruth, "cod_white_sauce", "lunch", 4, 3.0)  # so that the day is not behind
    assert not ruth.meals_next.need("supper").tired
    ruth.fatigue.log(8)
    assert ruth.meals_next.need("supper").tired
    assert "tired day" in meals_next.order(ruth.meals_next.need("supper"))


def test_without_a_level_nothing_is_suggested(companion):
    with pytest.raises(Malformed, match="no_level"):
        companion.meals_next.next()


def test_a_plan_reaches_the_target_with_what_is_eaten(ruth):
    eat(ruth, "porridge_banana_minced", "breakfast", 8)
    proposal = ruth.day_plan.propose()
    assert proposal.chosen.reached
    assert (proposal.chosen.total.kcal or 0) >= 1900
    slots = [one.slot for one in proposal.items]
    assert set(slots) <= {"afternoon", "supper", "evening", "night"}  # it is a quarter past four
    assert "supper" in slots
    allowed = {offer.meal.id for offer in ruth.meals.allowed()}
    assert {one.candidate.id for one in proposal.items} <= allowed - {"porridge_banana_minced"}


def test_a_plan_for_tomorrow_covers_the_whole_day_and_is_there_tomorrow(ruth, clock):
    tomorrow = ruth.today_date() + timedelta(days=1)
    accepted = ruth.day_plan.accept(ruth.day_plan.propose(tomorrow))
    assert {entry.slot for entry in accepted.entries} >= {"breakfast", "lunch", "supper"}
    assert ruth.day_plan.planned() == ()
    clock.go(days=1)
    assert [dish.entry for dish in ruth.day_plan.planned()] == list(accepted.entries)
    clock.go(days=1)
    assert ruth.day_plan.planned() == ()


def test_without_a_target_it_says_what_is_missing(companion):
    companion.plan.set("food-level", "5", decided_by="A. Lee")
    with pytest.raises(Refused, match="plan_needs_target") as refused:
        companion.day_plan.propose()
    assert "the weight is missing" in errors.sentence(refused.value)


def test_only_today_and_tomorrow_are_planned(ruth):
    for days in (-1, 2):
        with pytest.raises(Refused, match="plan_which_day"):
            ruth.day_plan.propose(ruth.today_date() + timedelta(days=days))


def test_what_is_not_allowed_cannot_be_planned(ruth):
    with pytest.raises(Refused, match="plan_not_allowed"):
        ruth.day_plan.plan("meatloaf_gravy")


def test_planning_is_not_eating(ruth, planned):
    assert ruth.intake.day().day.entries == ()
    assert [dish.entry for dish in ruth.today.view().planned] == [planned]


def test_what_is_eaten_is_planned_no_more_until_that_is_undone(ruth, planned):
    eat(ruth, "turkey_bolognese", "supper", eaten=0.5)
    assert ruth.day_plan.planned() == ()
    ruth.history.undo()
    assert [dish.entry for dish in ruth.day_plan.planned()] == [planned]


def test_one_undo_takes_a_whole_plan_back(ruth):
    ruth.day_plan.accept(ruth.day_plan.propose())
    ruth.history.undo()
    assert ruth.day_plan.planned() == ()


def test_a_planned_dish_can_be_taken_out(ruth, planned):
    ruth.history.remove(planned.id)
    assert ruth.day_plan.planned() == ()


def test_planning_again_fills_only_what_is_missing(ruth):
    ruth.day_plan.accept(ruth.day_plan.propose())
    again = ruth.day_plan.propose()
    assert again.items == ()
    assert again.chosen.reached
    with pytest.raises(Refused, match="nothing_to_plan"):
        ruth.day_plan.accept(again)


@pytest.mark.parametrize(
    ("meal", "key", "value", "said"),
    [
        ("turkey_bolognese", "food-level", "4", "no longer fits food level 4"),
        ("lassi_mango", "drink-level", "3", "no longer fits drink level 3"),
        ("soup_chicken_cream", "drink-level", "4", "no longer fits drink level 4"),
        ("turkey_bolognese", "food-level", "6", ""),
    ],
)
def test_a_planned_dish_that_no_longer_fits_is_marked_in_words(ruth, meal, key, value, said):
    ruth.day_plan.plan(meal, slot="supper")
    ruth.plan.set(key, value, decided_by="A. Lee", confirmed=True)
    (dish,) = ruth.day_plan.planned()
    assert words.misfit(dish) == said
    assert ("no longer fits" in words.name(dish)) == bool(said)


def test_what_the_person_no_longer_eats_is_marked(ruth, planned):
    ruth.people.set("avoid", "milk")
    (dish,) = ruth.day_plan.planned()
    assert words.misfit(dish) == "no longer fits what is not eaten"


def test_a_dish_of_a_plan_can_be_changed_or_left_out(ruth):
    first = ruth.day_plan.propose()
    item = first.items[0]
    other = ruth.day_plan.instead(first, item)[0]
    changed = ruth.day_plan.propose(swap={item.candidate.id: other.id})
    assert [one.candidate.id for one in changed.items] == [
        other.id,
        *(i.candidate.id for i in first.items[1:]),
    ]
    shorter = ruth.day_plan.propose(swap={item.candidate.id: ""})
    assert len(shorter.items) == len(first.items) - 1
    assert (shorter.chosen.total.kcal or 0) < (first.chosen.total.kcal or 0)


def test_today_names_what_is_planned_for_now_else_an_idea(ruth, clock):
    clock.go(hours=5)  # in the evening a meal comes before a session
    upcoming = ruth.today.next()
    assert (upcoming.code, upcoming.planned) == ("eat", None)
    assert upcoming.idea == ruth.meals_next.next(n=1)[0]
    ruth.day_plan.plan("lassi_mango")
    upcoming = ruth.today.next()
    assert (upcoming.planned.entry.meal, upcoming.idea) == ("lassi_mango", None)


def test_hints_leave_out_what_is_not_eaten(ruth):
    (offer,) = (o for o in ruth.meals.allowed() if o.meal.id == "cod_white_sauce")
    assert "oil_canola" in {hint.food.id for hint in ruth.meals_next.fortify(offer)}
    ruth.people.set("diet", "vegan")
    assert {hint.food.diet for hint in ruth.meals_next.fortify(offer) if hint.name} <= {"vegan"}


def test_what_was_eaten_today_is_not_planned_again(ruth):
    dish = ruth.day_plan.propose().items[0]
    eat(ruth, dish.candidate.id, "breakfast", 8, 0.25)
    assert dish.candidate.id not in {one.candidate.id for one in ruth.day_plan.propose().items}


@pytest.mark.parametrize(
    ("level", "said"), [("3", ["1 planned dish no longer fits. Eaten shows it."]), ("5", [])]
)
def test_a_new_level_says_what_of_the_plan_no_longer_fits(ruth, planned, level, said):
    flow = set_plan(ruth, key="food-level", value=level, decided_by="A. Lee", confirmed=True)
    assert [step.text for step in flow][1:] == said
