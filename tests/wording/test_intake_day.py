"""The words of the tracker's rows and lines."""

from datetime import date, timedelta
from typing import Any

import pytest

from companion.domain.entries import Drunk, FoodEaten, MealEaten, QuickEaten, Taken
from companion.services.companion import Companion
from companion.wording import intake, intake_day, meals_next
from companion.wording.foods import taken_amount

TODAY = date(2026, 4, 14)


def taken(companion: Companion, model: type[Taken], **facts: Any) -> Taken:
    """An entry that was never written."""
    return companion.sign(model, slot="lunch", name="Soup", **facts)


@pytest.mark.parametrize(
    ("on", "title", "ago"),
    [
        (TODAY, "Eaten today", "Tuesday 14 April"),
        (TODAY - timedelta(days=1), "Eaten on Monday 13 April", "yesterday"),
        (TODAY - timedelta(days=9), "Eaten on Sunday 5 April", "9 days ago"),
        (date(2025, 4, 14), "Eaten on Monday 14 April 2025", "365 days ago"),
    ],
)
def test_the_head_says_which_day(on: date, title: str, ago: str) -> None:
    assert intake_day.title(on, TODAY) == title
    assert intake_day.head(on, TODAY)[0] == ago


@pytest.mark.parametrize(
    ("model", "facts", "said"),
    [
        (MealEaten, {"meal": "soup", "eaten": 1}, "all"),
        (MealEaten, {"meal": "soup", "eaten": 0.6}, "60 %"),
        (MealEaten, {"meal": "soup", "eaten": 1.5}, "1.5 servings"),
        (FoodEaten, {"food": "soup", "grams": 150}, "150 g"),
        (FoodEaten, {"food": "soup", "servings": 1}, "1 serving"),
        (FoodEaten, {"food": "soup", "servings": 0.5}, "0.5 servings"),
        (Drunk, {"ml": 200}, "200 mL"),
        (QuickEaten, {}, ""),
    ],
)
def test_how_much_it_was(
    companion: Companion, model: type[Taken], facts: dict[str, object], said: str
) -> None:
    assert taken_amount(taken(companion, model, **facts)) == said


def test_a_helper_is_named_and_the_person_is_not(companion: Companion) -> None:
    own = taken(companion, MealEaten, meal="soup", eaten=0.75)
    companion.by = "Maria"
    helped = taken(companion, MealEaten, meal="soup", eaten=0.75)
    assert intake_day.amount_by(own) == ("three quarters", "75 %")
    assert intake_day.amount_by(helped) == ("three quarters, Maria", "75 %, Maria")


def test_what_stands_beneath_leaves_out_what_is_not_known(companion: Companion) -> None:
    entry = taken(
        companion, MealEaten, meal="soup", eaten=0.5, protein_g=44, minutes=25, coughs=1, note="with\nDad"
    )
    assert intake_day.beneath(entry, named=True) == [
        "Soup, half.",
        "At 16:15.",
        "Note: With Dad.",
        "Protein 22 g.",
        "25 minutes, 1 cough.",
    ]
    assert intake_day.beneath(taken(companion, QuickEaten), named=False) == ["At 16:15."]


def test_all_about_an_entry_says_unknown_where_it_is(companion: Companion) -> None:
    record = dict(intake_day.record(taken(companion, Drunk, ml=200, fluid_ml=90)))
    assert record["What"] == "200 mL of Soup, energy not known."
    assert record["In it"] == "Protein not known, carbohydrate not known, fat not known, fluid 180 mL."
    assert record["Written down"] == "By the person, command, Tuesday 14 April, 16:15."
    assert "Note" not in record
    assert "While eating" not in record


def test_a_sum_is_not_known_where_nothing_of_what_was_taken_is(ruth: Companion) -> None:
    assert intake.energy_line(ruth.intake.day()) == "0 of at least 1,900 kcal"
    logged = ruth.intake.drink(200, what="Herbal tea")
    assert intake.energy_line(ruth.intake.day()) == "not known, of at least 1,900 kcal"
    assert intake.to_go(ruth.intake.day()) == ""
    assert intake.logged(logged) == "Saved: 200 mL of Herbal tea, energy not known."
    ruth.intake.quick("Toast", kcal=120)
    assert intake.energy_line(ruth.intake.day()) == "120 of at least 1,900 kcal"


def test_partly_unknown_protein_is_the_sum_and_how_many_are_missing(ruth: Companion) -> None:
    ruth.weight.log(57)
    ruth.intake.quick("Toast", kcal=120)
    for _ in range(2):  # wholly unknown first
        day = ruth.intake.day()
        assert (intake.protein(day), intake.protein_unknown(day)) == ("not known", "")
        assert intake_day.beside(day)[2] == "Protein not known, usual advice 46 to 86 g"
        assert intake_day.beside_short(day)[2] == "Protein ?"
        ruth.intake.quick("Toast", kcal=120)
    ruth.intake.quick("Shake", kcal=300, protein_g=30)
    day = ruth.intake.day()
    assert intake_day.beside(day)[2] == "Protein 30 g, 3 not known, range 46 to 86 g"
    assert intake_day.beside_short(day)[2] == "Protein 30 g+?"
    assert "3 of unknown protein." in intake_day.sentences(day, [], today=True, short=True)


def test_a_past_day_without_entries_is_not_a_day_without_food(ruth: Companion) -> None:
    past, today = (ruth.intake.day(TODAY - timedelta(days=ago)) for ago in (1, 0))
    assert intake_day.sentences(past, [], today=False)[0] == "Nothing was written down that day."
    assert intake_day.beside(past)[2] == "Protein not known"
    assert intake.energy_line(past) == "not known, of at least 1,900 kcal"
    assert intake_day.sentences(today, [], today=True)[0].startswith("Nothing eaten yet.")
    assert intake_day.beside(today)[2] == "Protein 0 g"


@pytest.mark.parametrize(
    ("eaten", "line", "to_go"),
    [
        (134.5, "135 of at least 1,900 kcal", "1,765 kcal to go"),
        (134.4, "134 of at least 1,900 kcal", "1,766 kcal to go"),
        (1899.6, "1,900 of at least 1,900 kcal", "floor reached"),
    ],
)
def test_what_is_to_go_adds_up_with_the_figures_beside_it(
    ruth: Companion, eaten: float, line: str, to_go: str
) -> None:
    ruth.intake.quick("Soup", kcal=eaten)
    day = ruth.intake.day()
    assert (intake.energy_line(day), intake.to_go(day)) == (line, to_go)
    asked = meals_next.order(ruth.meals_next.need("supper"))
    assert asked.endswith(f" {to_go}." if to_go[0].isdigit() else "protein and fluid come first.")
