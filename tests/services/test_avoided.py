"""What is avoided and eaten all the same: it is kept, and said once."""

import pytest

from companion.wording import allergens, remarks


def said(logged) -> list[str]:
    return [remarks.sentence(remark) for remark in logged.remarks if remark.code == "avoided"]


@pytest.mark.parametrize(
    "write",
    [
        lambda c: c.meals.log("malt_chocolate"),
        lambda c: c.intake.drink(100, what="milk_whole"),
        lambda c: c.intake.drink(100, what="Milk"),
        lambda c: c.intake.log_food("milk_whole", grams=100),
    ],
)
def test_milk_that_is_avoided_is_kept_and_named(ruth, write, clock):
    assert said(write(ruth)) == []
    ruth.people.set("avoid", "milk")
    clock.go(hours=3)
    first = write(ruth)
    assert said(first) == ["It has milk, which you avoid."]
    clock.go(days=1)
    assert said(ruth.intake.again(first.entry.id)) == ["It has milk, which you avoid."]
    clock.go(days=1)
    assert said(ruth.intake.copy(first.entry.at.date())) == ["It has milk, which you avoid."]


def test_a_diet_that_is_broken_is_named_and_what_nobody_knows_is_not(ruth):
    ruth.people.set("diet", "vegetarian")
    ruth.people.set("avoid", "peanut")
    assert said(ruth.intake.quick("Biscuits", kcal=100)) == []
    assert said(ruth.meals.log("cod_white_sauce")) == ["It is not vegetarian, as your diet is."]


def test_a_row_of_what_is_avoided_says_so(ruth):
    ruth.people.set("avoid", "milk")
    for write in (ruth.meals.log("malt_chocolate"), ruth.intake.drink(100, what="milk_whole")):
        assert allergens.mark(ruth.meals.avoided(write.entry)) == "has milk"
    assert allergens.mark(ruth.meals.avoided(ruth.foods.find("milk_whole"))) == "has milk"
    assert allergens.mark(ruth.meals.avoided(ruth.foods.find("oil_canola"))) == ""
