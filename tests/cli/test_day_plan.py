"""companion meal next and meal plan."""


def test_next_names_meals_with_their_reason(person):
    found = person("meal", "next", "--slot", "supper", "--json").json
    assert found["slot"] == "supper"
    assert len(found["meals"]) == 5
    assert all("kcal" in meal["why"] for meal in found["meals"])
    assert found["meals"][0]["id"] in person("meal", "next", "--slot", "supper").out


def test_a_plan_is_only_shown_unless_it_is_accepted(person):
    shown = person("meal", "plan", "--json").json
    assert shown["reached"] is True
    assert shown["total"]["kcal"] >= shown["target_kcal"]
    assert person("today", "--json").json["planned"] == []
    accepted = person("meal", "plan", "--accept", "--json").json
    assert accepted["sentence"].startswith("Planned for today: ")
    planned = person("today", "--json").json["planned"]
    assert [one["meal"] for one in planned] == [one["id"] for one in shown["items"]]


def test_a_planned_meal_stands_in_brackets_in_the_day_and_says_when_it_no_longer_fits(person):
    person("meal", "plan", "--meal", "turkey_bolognese", "--slot", "supper")
    assert "Planned for supper, [Turkey bolognese with minced pasta, 510 kcal]." in person("today").out
    person("plan", "set", "food-level", "4", "--decided-by", "A. Lee")
    assert "510 kcal], no longer fits food level 4." in person("today").out
    assert person("today", "--json").json["planned"][0]["misfit"] == "no longer fits food level 4"


def test_without_a_target_the_plan_says_what_is_missing(companion):
    companion("plan", "set", "food-level", "5", "--decided-by", "A. Lee")
    refused = companion("meal", "plan")
    assert refused.code == 5
    assert "the weight is missing" in refused.err
