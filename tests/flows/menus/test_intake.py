"""A day's food and drink by digits: every entry, what can be added, other days."""

from datetime import date, timedelta

import pytest

from companion.domain.entries import Drunk, MealEaten, QuickEaten
from companion.flows.doors import DOORS
from companion.flows.history import edit
from companion.flows.menus import intake
from companion.flows.steps import Read
from companion.wording import intake_day

TODAY = date(2026, 4, 14)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def day(ruth):
    """Ruth, with a soup at noon and a pudding now."""
    ruth.intake.quick("Soup", kcal=150, at=ruth.clock() - timedelta(hours=4))
    ruth.intake.quick("Pudding", kcal=200)
    return ruth


def taken(companion, on=TODAY):
    return [(type(e), e.name, e.slot) for e in companion.taken(on, on)]


def test_it_tells_the_sum_and_names_the_newest_first(day, stand):
    menu = stand(day, intake.menu).step
    assert (menu.title, menu.told) == ("Eaten today", "350 of at least 1,900 kcal.")
    assert [option.label for option in menu.options][:3] == ["Add", "Pudding", "Soup"]
    assert menu.options[2].detail == "150 kcal, 12:15"


def test_two_of_one_name_are_told_apart_by_their_time(day, stand):
    day.intake.quick("Soup", kcal=120)
    options = {option.label: option.detail for option in stand(day, intake.menu).step.options}
    assert options["Soup, 16:15"] == "120 kcal"
    assert options["Soup, 12:15"] == "150 kcal"
    assert options["Pudding"] == "200 kcal, 16:15"


def test_undo_says_what_it_takes_back(day, stand):
    assert stand(day, intake.menu).details["Undo"] == "Pudding, 200 kcal"
    day.history.undo()
    assert stand(day, intake.menu).details["Undo"] == DOORS["undo"].about


def test_an_unknown_energy_is_told_beside_the_sum(day, stand):
    day.intake.drink(200, what="elderflower")
    assert stand(day, intake.menu).step.told == "350 of at least 1,900 kcal, 1 of unknown energy."


def test_an_empty_day_says_so(ruth, stand):
    assert stand(ruth, intake.menu).step.told == "Nothing eaten yet."
    assert stand(ruth, intake.menu).take("Day before").step.told == "Nothing was written down that day."


def test_a_change_is_what_the_flow_writes_and_one_stays_with_the_entry(day, stand):
    walker = stand(day, intake.menu).take("Soup", "Change", "Energy", 180)
    assert walker.said == ["Changed: Soup, 150 kcal. Now: Soup, 180 kcal."]
    assert (walker.step.id, walker.step.told) == ("eaten_entry", "180 kcal, 12:15, lunch.")
    by_menu = day.diary.written()[-1].entry
    soup = next(e for e in day.taken(TODAY, TODAY) if e.name == "Soup")
    list(edit(day, id=soup.id, changes={"kcal": 180.0}))
    assert day.diary.written()[-1].entry.changes == by_menu.changes


def test_the_same_again_now_another_part_of_the_day_and_a_note(day, stand):
    walker = stand(day, intake.menu).take("Soup", "Again now")
    assert taken(day)[-1] == (QuickEaten, "Soup", "afternoon")
    walker.take("Part of the day", "Supper", "Note", "with cream")
    soup = next(e for e in day.taken(TODAY, TODAY) if e.name == "Soup" and e.slot != "afternoon")
    assert (soup.slot, soup.note) == ("supper", "with cream")


def test_what_is_taken_out_leads_back_to_the_day(day, stand):
    walker = stand(day, intake.menu).take("Soup", "Take out")
    assert walker.said == ["Removed: Soup, 150 kcal. Undo brings it back."]
    assert walker.step.id == "eaten"
    assert "Soup" not in walker.labels
    walker.take("Undo")
    assert "Soup" in walker.labels


def test_all_about_an_entry_is_what_the_room_shows(day, stand):
    walker = stand(day, intake.menu).take("Pudding", "All about it")
    pudding = day.taken(TODAY, TODAY)[-1]
    assert walker.step == Read(intake_day.ABOUT, tuple(intake_day.record(pudding)))
    walker.back()
    assert walker.step.id == "eaten_entry"


def test_a_planned_dish_is_eaten_or_taken_out(ruth, stand):
    ruth.day_plan.accept(ruth.day_plan.propose())
    first, second, *_ = ruth.day_plan.planned()
    walker = stand(ruth, intake.menu).take(f"Planned: {first.entry.name}")
    assert walker.labels == ["Eaten", "Take out"]
    assert walker.step.told.startswith(
        f"{first.entry.slot.capitalize()}, {first.entry.kcal:.0f} kcal, protein "
    )
    walker.take("Eaten", 0.5)
    assert taken(ruth) == [(MealEaten, first.entry.name, first.entry.slot)]
    assert walker.step.id == "eaten"
    walker.take(f"Planned: {second.entry.name}", "Take out")
    assert second.entry.id not in {dish.entry.id for dish in ruth.day_plan.planned()}


def test_what_no_longer_fits_can_only_be_taken_out(ruth, stand):
    ruth.day_plan.accept(ruth.day_plan.propose())
    ruth.plan.set("food-level", "3", decided_by="J. Okafor")
    gone = next(dish for dish in ruth.day_plan.planned() if dish.misfit)
    walker = stand(ruth, intake.menu).take(f"No longer fits: {gone.entry.name}")
    assert walker.labels == ["Take out"]
    assert "no longer fits" in walker.step.told


def test_what_is_added_goes_to_this_part_of_today_or_to_a_named_one(ruth, stand):
    walker = stand(ruth, intake.menu).take("Add", "Quick entry", "Cake", 300)
    walker.take("Another part of the day", "Lunch", "Drink", 150, "")
    assert taken(ruth) == [(QuickEaten, "Cake", "afternoon"), (Drunk, "Water, tap", "lunch")]


def test_what_is_added_on_another_day_goes_to_that_day_and_slot(day, stand):
    stand(day, intake.menu).take("Day before", "Add", "Supper", "Quick entry", "Stew", 400)
    stew = day.taken(YESTERDAY, YESTERDAY)[0]
    assert (stew.name, stew.slot, f"{stew.at:%H:%M}") == ("Stew", "supper", day.settings.slots["supper"])


def test_a_past_day_is_copied_to_the_day_shown(ruth, stand):
    ruth.intake.quick("Porridge", kcal=300, at=ruth.clock() - timedelta(days=2))
    walker = stand(ruth, intake.menu).take("Day before", "Add", "Afternoon", "Copy")
    walker.take((TODAY - timedelta(days=2), "afternoon"))
    assert taken(ruth, YESTERDAY) == [(QuickEaten, "Porridge", "afternoon")]
    assert taken(ruth) == []


def test_from_day_to_day_and_back_to_today(day, stand):
    walker = stand(day, intake.menu).take("Day before")
    assert walker.step.title == "Eaten on Monday 13 April"
    walker.take("Day before", "Day after")
    assert walker.step.title == "Eaten on Monday 13 April"
    walker.take("Today")
    assert (walker.step.id, "Day after" in walker.labels) == ("eaten", False)


def test_the_sums_name_the_target_who_set_it_and_what_is_to_come(day, stand):
    walker = stand(day, intake.menu).take("Sums and plan", "The sums")
    texts = [text for _, text in walker.step.texts]
    assert texts[0] == "350 of at least 1,900 kcal, set by J. Okafor, 14 April."
    assert texts[-1].endswith("still to come.")


def test_every_way_leads_back(day, explored):
    day.day_plan.accept(day.day_plan.propose())
    menus = explored(day, intake.menu)
    assert all(menu.options for menu in menus)
    assert {
        "eaten",
        "eaten_day",
        "eaten_entry",
        "eaten_planned",
        "eaten_add",
        "eaten_parts",
        "eaten_more",
    } <= {menu.id for menu in menus}


@pytest.mark.parametrize("entries", [0, 1, 5])
def test_what_is_told_is_short(ruth, stand, entries):
    for n in range(entries):
        ruth.intake.quick(f"Dish {n}", kcal=1500.5)
        ruth.intake.drink(200, what="elderflower")
    assert len(stand(ruth, intake.menu).step.told) <= 80
