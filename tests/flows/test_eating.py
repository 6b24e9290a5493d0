"""Eating with the clock, tube feeds and flow tests: what is asked, and what is offered first."""

import pytest

from companion.flows import intake, meals, plan, textures
from companion.flows.conversation import Conversation
from companion.flows.steps import Choose, Timer


@pytest.fixture
def eating(ruth):
    return lambda: meals.eat_meal(ruth, meal="cod_white_sauce")


def test_eating_reminds_counts_and_writes_down_what_was_seen(ruth, eating, talk):
    told = talk(eating(), ["begin", 27, 0.75, "other", 4, True])
    assert told.ids == ["begin_meal", "meal_clock", "eaten", "coughs_seen", "coughs", "helped"]
    entry = told.result.entry
    assert (entry.eaten, entry.minutes, entry.coughs, entry.helped) == (0.75, 27, 4, True)


def test_before_a_meal_posture_pace_and_talking_are_said(eating):
    asked = next(eating())
    assert isinstance(asked, Choose)
    assert [word in asked.help for word in ("upright", "Small mouthfuls", "No talking", "Rest first")] == [
        True
    ] * 4
    assert "straw" not in asked.help.lower()
    assert "chin" not in asked.help.lower()


def test_before_a_meal_advice_is_said_with_who_and_when_once_recorded(ruth, eating):
    ruth.plan.set("straw", "no", decided_by="K. Weber")
    assert next(eating()).help.splitlines()[-1] == "No straw. Advised by K. Weber, 14 April 2026."


def test_the_clock_suggests_stopping_at_thirty_minutes_without_an_order(eating):
    asking = Conversation(eating)
    asking.answer("begin")
    assert isinstance(asking.step, Timer)
    assert (asking.step.mark, asking.step.unit_s) == (30, 60)
    assert asking.step.at_mark == (
        "You have been eating for 30 minutes. It may be enough for now; a small snack later counts as much."
    )


def test_a_limit_of_the_therapist_moves_the_suggestion(ruth, eating):
    ruth.plan.set("limits", "meal.long_minutes=20", decided_by="K. Weber")
    asking = Conversation(eating)
    asking.answer("begin")
    assert asking.step.mark == 20


def test_going_back_to_the_clock_goes_on_where_it_was_ended(eating):
    asking = Conversation(eating)
    for answer in ("begin", 12):
        asking.answer(answer)
    asking.back()
    assert asking.step.start == 12


def test_without_the_clock_or_in_its_first_minute_the_minutes_are_not_known(eating, talk):
    plain = talk(eating(), ["plain", 1.0, 0, False]).result.entry
    assert (plain.minutes, plain.coughs, plain.helped) == (None, 0, False)
    assert talk(eating(), ["begin", 0, 1.0, None, None]).result.entry.minutes is None


@pytest.mark.parametrize("raw", ["-1", "241", "soon", "nan"])
def test_a_clock_takes_no_number_that_cannot_be(eating, raw):
    from companion.errors import Refused

    asking = Conversation(eating)
    asking.answer("begin")
    with pytest.raises(Refused):
        asking.answer(raw)


def test_the_usual_feed_is_one_answer(companion, clock, talk):
    talk(intake.log_tube(companion), [250, 1.5, "", ""])
    clock.go(hours=6)
    told = talk(intake.log_tube(companion), ["same"])
    assert told.asked[0].options[0].label == "250 mL of Tube feed, 375 kcal"
    assert told.texts == ["Saved: 250 mL of Tube feed, 375 kcal. 750 kcal today."]


def test_another_feed_asks_for_its_figures(companion, clock, talk):
    talk(intake.log_tube(companion), [250, 1.5, 6, 80])
    clock.go(hours=6)
    told = talk(intake.log_tube(companion), ["formula", 500, 1, "", ""])
    assert told.ids == ["tube", "ml", "kcal_per_ml", "protein_per_100ml", "water_per_100ml"]
    assert (told.result.entry.nutrients.kcal, told.result.entry.protein_g) == (500, None)


def test_the_flow_test_is_shown_counted_and_read(ruth, talk):
    told = talk(textures.try_flow(ruth), ["next", "start", 10, 3])
    assert told.ids == ["flow_test", "flow_fill", "flow_count", "left"]
    assert "61.5 mm" in told.asked[0].help
    assert (told.asked[2].mark, told.asked[2].bell) == (10, True)
    assert "level 1. This glass is thinner than planned: your drink level is 2" in told.texts[0]
    assert told.result.level == "1"


def test_a_flow_test_writes_nothing(ruth, talk):
    before = ruth.diary.written()
    talk(textures.try_flow(ruth, left=3.0))
    assert ruth.diary.written() == before


@pytest.mark.parametrize(
    ("key", "old", "new", "said"),
    [
        (
            "food-level",
            "4",
            "6",
            "from level 4, pureed, to level 6, soft and bite-sized: it lets firmer food",
        ),
        ("food-level", "6", "7EC", "from level 6, soft and bite-sized, to level 7EC, easy to chew: it lets"),
        ("drink-level", "2", "0", "from level 2, mildly thick, to level 0, thin: it lets thinner drinks"),
        ("thicker-ok", "no", "yes", "This would allow drinks that are thicker than the drink level."),
    ],
)
def test_loosening_is_asked_about_with_both_levels_named(companion, talk, key, old, new, said):
    companion.plan.set(key, old, decided_by="A. Lee", confirmed=True)
    told = talk(plan.set_plan(companion, key=key, value=new, decided_by="A. Lee"), [False])
    assert said in told.asked[-1].title
    assert told.texts == ["Nothing was changed."]
