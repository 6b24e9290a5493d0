"""The words of the day's card about tiredness, fluid and what the day is judged by."""

from datetime import timedelta

import pytest

from companion.services.companion import Companion
from companion.wording import fatigue_course, intake_day, today


def figure(companion: Companion, name: str) -> today.Figure:
    """The figure of this name."""
    return next(one for one in today.figures(companion.today.view()) if one.name == name)


def test_a_rating_of_yesterday_does_not_stand_as_todays(ruth: Companion, clock) -> None:
    ruth.fatigue.log(6, when="day")
    assert figure(ruth, "Tiredness").beside.startswith("still learning")
    clock.go(days=1)
    told = today.lines(ruth.today.view(), "kg")
    assert any(line.startswith("Tiredness: 6 of 10, yesterday, still learning") for line in told)
    assert figure(ruth, "Tiredness").beside == "yesterday. 4 asks for today"


def test_a_rating_around_a_session_is_named_and_the_day_still_asked_for(ruth: Companion) -> None:
    ruth.fatigue.log(6, when="after")
    told = today.lines(ruth.today.view(), "kg")
    assert any(line.startswith("Tiredness: 6 of 10, after a session") for line in told)
    assert "Due: No tiredness rating for today yet." not in told
    assert any(line.startswith("Due: No tiredness rating for the day itself yet.") for line in told)
    ruth.fatigue.log(5, when="day")
    assert not any("No tiredness rating" in line for line in today.lines(ruth.today.view(), "kg"))


def test_the_fluid_says_of_how_many_feeds_and_drinks_it_is_not_known(ruth: Companion, clock) -> None:
    ruth.weight.log(57)
    ruth.intake.drink(200)
    ruth.tube.log(250, kcal_per_ml=1.5)
    ruth.tube.log(250)
    ruth.intake.quick("Toast", kcal=120)  # what is eaten is no drink
    fluid = figure(ruth, "Fluid")
    assert (fluid.value, fluid.beside, fluid.short) == ("200 mL", "2 not known, of 1,700 mL", "2 not known")
    assert "Fluid: 200 of 1,700 mL, 2 not known." in today.lines(ruth.today.view(), "kg")
    assert "2 of unknown fluid." in intake_day.sentences(ruth.intake.day(), [], today=True)


def test_a_day_that_runs_is_judged_once_most_is_eaten_or_its_last_part_begins(ruth: Companion, clock) -> None:
    ruth.weight.log(57)
    clock.now = clock.now.replace(hour=9, minute=31)
    ruth.intake.quick("Breakfast", kcal=400, protein_g=40)
    assert (ruth.intake.day().spared.ok, ruth.intake.day().spared.advice) == (None, None)
    assert not any("Add carbohydrate" in line for line in today.lines(ruth.today.view(), "kg"))
    clock.now = clock.now.replace(hour=22, minute=30)
    assert ruth.intake.day().spared.advice == "add_carb_or_fat"
    clock.go(days=1, hours=-12)
    assert ruth.intake.day(ruth.today_date() - timedelta(days=1)).spared.advice == "add_carb_or_fat"


@pytest.mark.parametrize(("kcal", "advice"), [(1139, None), (1140, "add_carb_or_fat")])
def test_most_is_a_share_of_the_target(ruth: Companion, kcal: int, advice: str | None) -> None:
    ruth.weight.log(57)
    ruth.intake.quick("All", kcal=kcal, protein_g=80)  # 60 % of 1,900: own design
    assert ruth.intake.day().spared.advice == advice


def test_how_tiredness_is_counted_is_told_in_plain_words(ruth: Companion) -> None:
    *_, (_, told) = fatigue_course.explained(ruth.fatigue.course(42))
    words, _, source = told.partition("The methods")
    assert "Mann-Kendall" in source
    assert all(jargon not in words for jargon in ("Z of", "Mann", "less 0.85"))
