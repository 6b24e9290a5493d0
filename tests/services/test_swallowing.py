"""Flow tests against the plan, advice in force, and telling the swallowing therapist."""

import pytest

from companion.errors import Refused
from companion.wording import remarks, swallowing, today


def cough(companion, clock, days=3):
    """A meal with coughing on each of these days; what was said after the last."""
    for _ in range(days):
        clock.go(days=1)
        logged = companion.meals.log("cod_white_sauce", coughs=1)
    return [remark for remark in logged.remarks if remark.code == "swallowing"]


def due(companion):
    return [remark.code for remark in companion.today.view().due].count("swallowing")


def test_the_third_meal_with_coughing_says_so_and_stands_in_what_is_due(ruth, clock):
    assert cough(ruth, clock, 2) == []
    assert due(ruth) == 0
    (said,) = cough(ruth, clock, 1)
    assert remarks.sentence(said).startswith(
        "In the last 7 days 3 meals came with coughing. It is worth telling the swallowing therapist."
    )
    assert due(ruth) == 1
    assert today.why(ruth.today.view())[-1][1] == remarks.sentence(said)  # W on Today


def test_it_is_said_once_and_not_again_at_the_next_meal(ruth, clock):
    assert cough(ruth, clock, 3)
    assert cough(ruth, clock, 1) == []
    clock.go(days=1)
    assert due(ruth) == 0


def test_a_long_meal_counts_and_says_the_minutes(ruth, clock):
    for _ in range(3):
        clock.go(days=1)
        logged = ruth.meals.log("cod_white_sauce", minutes=31)
    assert "3 meals took longer than 30 minutes" in remarks.sentence(logged.remarks[-1])


def test_telling_is_written_down_and_quiets_it(ruth, clock):
    cough(ruth, clock)
    clock.go(minutes=5)
    told = ruth.swallowing.tell("K. Weber")
    assert swallowing.described(told.entry) == "K. Weber was told of coughing or long meals"
    assert due(ruth) == 0
    ruth.history.undo()
    assert due(ruth) == 1


def test_what_was_told_is_not_told_again_until_there_is_more_of_it(ruth, clock):
    cough(ruth, clock)
    clock.go(minutes=5)
    first = ruth.swallowing.tell("K. Weber").entry
    clock.go(days=1)
    again = ruth.swallowing.tell("K. Weber")
    assert swallowing.told(again.entry, again=again.again) == (
        f"Nothing new to tell since {first.at.day} {first.at:%B}."
    )
    assert len(ruth.diary.entries("told")) == 1
    cough(ruth, clock, 1)
    clock.go(minutes=5)
    assert not ruth.swallowing.tell("K. Weber").again


def test_what_is_due_names_the_key_and_the_command(ruth, clock):
    told = remarks.sentence(cough(ruth, clock)[-1])
    assert "V on Today, or companion meal told" in told


def test_nobody_can_be_told_without_a_name(ruth):
    with pytest.raises(Refused):
        ruth.swallowing.tell(" ")
    assert ruth.diary.entries("told") == []


def test_a_limit_of_the_therapist_counts(ruth, clock):
    ruth.plan.set("limits", "meal.cough_meals=2", decided_by="K. Weber")
    assert len(cough(ruth, clock, 2)) == 1


def test_advice_is_there_only_once_it_was_recorded(companion):
    assert companion.swallowing.advice() == []
    companion.plan.set("straw", "no", decided_by="K. Weber, swallowing therapist")
    companion.plan.set("chin-tuck", "yes", decided_by="K. Weber, swallowing therapist")
    by = "Advised by K. Weber, swallowing therapist, 14 April 2026."
    assert swallowing.advice(companion.swallowing.advice(), companion.content) == [
        f"Chin down a little, towards the chest, for each swallow. {by}",
        f"No straw. {by}",
    ]


@pytest.mark.parametrize(
    ("level", "left", "said"),
    [
        ("2", 3, "This glass is thinner than planned: your drink level is 2, mildly thick."),
        ("2", 6, "Your drink level is 2, mildly thick: this glass is at that level."),
        ("2", 9, "This glass is thicker than planned"),
        ("3", 10, "the fork and spoon tests show which of 3 and 4 this glass is."),
        ("4", 10, "the fork and spoon tests show which of 3 and 4 this glass is."),
        (None, 6, "No drink level has been decided yet"),
        ("2", 4, "On the line between two levels. Stir, and repeat the test. Levels 1 and 2 meet there."),
    ],
)
def test_a_flow_test_says_what_it_means_for_this_person(companion, level, left, said):
    if level:
        companion.plan.set("drink-level", level, decided_by="K. Weber")
    told = " ".join(swallowing.shown(companion.swallowing.flow_test(left), companion.content))
    assert said in told
    assert "safe" not in told.lower()
