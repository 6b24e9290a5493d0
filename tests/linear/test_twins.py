"""The same meal by two people, as it is heard in plain lines."""

from functools import partial

import pytest

from companion.flows.meals import eat_meal, log_meal

COD = "cod_white_sauce"


@pytest.fixture
def both(ruth, clock):
    """Maria wrote down half of the cod two minutes ago."""
    ruth.by = "Maria"
    ruth.meals.log(COD, 0.5, slot="supper")
    clock.go(minutes=2)
    ruth.by = None
    return ruth


def test_the_question_is_heard_once_and_one_digit_answers(both, lines):
    heard = lines(partial(log_meal, meal=COD, slot="supper"), "1", "1", "1")
    assert " ".join(heard.split()).count("Maria wrote down supper 2 minutes ago: Half of Flaked cod") == 1
    assert "1. Add it too" in heard
    assert "3. Leave it" in heard
    assert "9. More" not in heard
    assert [e.by for e in both.intake.day().day.entries] == ["Maria", "Ruth"]


@pytest.mark.parametrize("asks", ["?", "."])
def test_the_whole_question_is_heard_on_asking(both, lines, asks):
    heard = " ".join(lines(partial(log_meal, meal=COD, slot="supper"), "1", asks, "3").split())
    assert heard.count("Add this, or put it in its place?") == 1
    assert "Nothing was written down." in heard


def test_0_leads_back_to_how_much_and_nothing_is_written(both, lines):
    heard = lines(partial(log_meal, meal=COD, slot="supper"), "1", "0", "0", "1")
    assert " ".join(heard.split()).count("How much was eaten?") == 2
    assert [e.by for e in both.intake.day().day.entries] == ["Maria"]


def test_a_meal_that_is_no_twin_needs_no_answer_more(both, lines):
    lines(partial(log_meal, meal=COD, slot="lunch"), "1", "1")
    assert [e.slot for e in both.intake.day().day.entries] == ["supper", "lunch"]


def test_a_level_decided_while_one_was_asked_is_heard_before_it_is_written(ruth, lines):
    def log(companion):
        eating = eat_meal(companion, meal=COD)
        step = next(eating)
        companion.plan.set("food-level", "4", decided_by="Dr Lee")
        answer = yield step
        try:
            while True:
                answer = yield eating.send(answer)
        except StopIteration as end:
            return end.value

    said = " ".join(lines(log, "2", "1", "1", "1", "1", "1").split())
    told = "The food level is 4 now, decided by Dr Lee at 16:15. Write this down all the same?"
    assert said.count(told) == 1
    assert said.index("decided by Dr Lee") < said.index("Saved: ")
