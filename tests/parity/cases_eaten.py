"""What a person eats and drinks, case by case."""

from datetime import date

from parity.case import LEVELS, Case

from companion.flows import day_plan, foods, intake, meals, recipes, textures

SOUP = "quick Soup --kcal 150 --at {}"


EATEN = [
    Case(
        meals.log_meal,
        {"meal": "cod_white_sauce", "eaten": 0.5},
        "meal log {meal} --eaten {eaten}",
        LEVELS,
    ),
    Case(
        meals.log_meal,
        {
            "meal": "cod_white_sauce",
            "eaten": "more",
            "share": 1.2,
            "minutes": 45,
            "coughs": 3,
            "helped": True,
        },
        "meal log {meal} --eaten {share} --minutes {minutes} --coughs {coughs} --helped",
        LEVELS,
        frozenset({"eaten", "helped"}),
    ),
    Case(
        meals.eat_meal,
        {
            "meal": "cod_white_sauce",
            "begin_meal": "begin",
            "meal_clock": 0,
            "eaten": 0.5,
            "coughs_seen": "other",
            "coughs": 4,
            "helped": False,
        },
        "meal log {meal} --eaten {eaten} --coughs {coughs} --not-helped",
        LEVELS,
        frozenset({"begin_meal", "meal_clock", "coughs_seen", "helped"}),
    ),
    Case(
        meals.eat_meal,
        {"meal": "cod_white_sauce", "begin_meal": "plain", "eaten": 1.0, "coughs_seen": None, "helped": None},
        "meal log {meal} --eaten {eaten}",
        LEVELS,
        frozenset({"begin_meal", "coughs_seen", "helped"}),
    ),
    Case(meals.tell_therapist, {"whom": "K. Weber"}, "meal told {whom}"),
    Case(
        textures.try_flow,
        {"flow_test": "known", "left": 3},
        "drink test --left {left}",
        LEVELS,
        frozenset({"flow_test"}),
    ),
    Case(
        intake.log_tube,
        {"ml": 250, "kcal_per_ml": 1.5, "protein_per_100ml": 6.3, "water_per_100ml": 78},
        "tube log {ml} --kcal-per-ml {kcal_per_ml} --protein-per-100ml {protein_per_100ml}"
        " --water-per-100ml {water_per_100ml}",
    ),
    Case(
        intake.log_tube,
        {"tube": "amount", "ml": 200},
        "tube log {ml}",
        ("tube log 250 --kcal-per-ml 1.5 --at 2026-04-13T20:00+02:00",),
        frozenset({"tube"}),
    ),
    Case(
        meals.log_meal,
        {"meal": "cod_white_sauce", "eaten": 1.0},
        "meal log {meal} --eaten {eaten}",
        (*LEVELS, "meal log cod_white_sauce --eaten half"),
    ),
    Case(
        day_plan.what_next,
        {"next": "tuna_avocado_mash", "next_do": "eat", "eaten": 0.5},
        "meal log {next} --eaten {eaten}",
        LEVELS,
        frozenset({"next_do"}),
    ),
    Case(
        day_plan.what_next,
        {"next": "tuna_avocado_mash", "next_do": "plan"},
        "meal plan --meal {next}",
        LEVELS,
        frozenset({"next_do"}),
    ),
    Case(
        day_plan.plan_day,
        {"plan_on": "tomorrow", "day_plan": "accept"},
        "meal plan --day {plan_on} --accept",
        (*LEVELS, "plan set energy 1900 --decided-by 'J. Okafor'"),
        frozenset({"day_plan"}),
    ),
    Case(intake.quick_entry, {"name": "Toast, thin", "kcal": 120}, "quick {name} --kcal {kcal}"),
    Case(
        foods.log_food,
        {"food": "buter", "found": "butter", "amount": "grams", "grams": 10.5},
        "food log {found} --grams {grams}",
        unsaid=frozenset({"food", "amount"}),
    ),
    Case(
        foods.log_food,
        {"food": "buter", "found": "butter", "amount": 14.2},
        "food log {found} --grams {amount}",
        unsaid=frozenset({"food"}),
    ),
    Case(
        foods.add_food,
        {"name": "Oat cream", "per": "serving", "kcal": 150, "protein_g": 2, "texture": ""},
        "food add {name} --kcal {kcal} --per {per} --protein {protein_g}",
        unsaid=frozenset({"texture"}),
    ),
    Case(
        foods.add_food,
        {
            "name": "Oat shake",
            "per": "100g",
            "kcal": 90,
            "protein_g": 1,
            "texture": "drink",
            "level": "2",
            "texture_by": "K. Weber",
        },
        "food add {name} --kcal {kcal} --per {per} --protein {protein_g} --drink-level {level}"
        " --texture-by {texture_by}",
        unsaid=frozenset({"texture"}),
    ),
    Case(
        recipes.add_recipe,
        {
            "name": "Mash",
            "ingredient": "boiled potato",
            "found": "potato_boiled",
            "grams": 200,
            "more": "enough",
            "servings": 2,
            "texture": "food",
            "level": "4",
            "texture_by": "K. Weber",
            "slot": "supper",
            "method": "Mash it",
        },
        "meal add {name} --ingredient {found}={grams} --servings {servings} --food-level {level}"
        " --texture-by {texture_by} --slot {slot} --method {method}",
        ("person set avoid milk",),
        frozenset({"ingredient", "more", "texture"}),
    ),
    Case(
        recipes.add_recipe,
        {
            "name": "Mash",
            "ingredient": "butter",
            "found": "butter",
            "grams": 20.5,
            "more": "enough",
            "servings": 1,
            "texture": "",
            "slot": "",
            "method": "",
        },
        "meal add {name} --ingredient {found}={grams} --servings {servings}",
        unsaid=frozenset({"ingredient", "more", "texture", "slot", "method"}),
    ),
    Case(intake.log_drink, {"ml": 200, "what": "whole_milk"}, "drink log {ml} --what {what}"),
    Case(intake.log_drink, {"ml": 150, "what": ""}, "drink log {ml} --what {what}"),
    Case(intake.log_drink, {"ml": 150, "what": "Lemonade"}, "drink log {ml} --what {what}", LEVELS),
    Case(
        intake.copy_day,
        {"day": (date(2026, 4, 12), None)},
        "copy {day[0]}",
        tuple(SOUP.format(at) for at in ("2026-04-12T12:00+02:00", "2026-04-12T18:00+02:00")),
    ),
    Case(
        intake.copy_day,
        {"day": (date(2026, 4, 12), "afternoon")},
        "copy {day[0]} --slot {day[1]}",
        tuple(SOUP.format(at) for at in ("2026-04-12T15:00+02:00", "2026-04-12T18:00+02:00")),
    ),
]
