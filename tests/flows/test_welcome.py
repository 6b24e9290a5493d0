"""The first start: what is asked, that all of it can be left out, and the same rows as by commands."""

import itertools

import pytest

from companion.bootstrap import open_companion
from companion.cli import main
from companion.domain.entries import Decision, PersonFact, Weighed
from companion.errors import NotAllowed, Refused
from companion.flows.conversation import Conversation
from companion.flows.steps import Choose, Number, Text
from companion.flows.welcome import first_run

ALL = ["on", "Ruth", "5", "2", "a swallowing therapist", "kg", "57.2"]
ASKED = ["welcome", "name", "food_level", "drink_level", "decided_by", "unit", "weight"]
NONE = ["on", "", None, None, None]  # the last: nobody weighed, so no weight is asked for
FACE = {"id", "act", "via", "at", "recorded"}  # what may differ


def test_everything_answered(companion, talk):
    told = talk(first_run(companion), ALL)
    assert told.ids == ASKED
    assert told.texts == ["Saved: name Ruth, food level 5, drink level 2 and weight 57.2 kg."]
    assert [type(entry) for entry in companion.diary.entries()].count(Decision) == 2
    assert companion.people.person().name == "Ruth"
    assert companion.plan.in_force().food_level.decided_by == "a swallowing therapist"
    assert companion.weight.latest().kg == 57.2


def test_nothing_answered_keeps_nothing(companion, talk):
    told = talk(first_run(companion), NONE)
    assert told.ids == [id for id in ASKED if id not in ("decided_by", "weight")]
    assert told.texts == [
        "Nothing was written down. What was left out is asked again where it is first needed."
    ]
    assert companion.diary.entries() == []


@pytest.mark.parametrize("given", list(itertools.product([True, False], repeat=4)))
def test_any_answer_can_be_left_out(companion, talk, given):
    name, food, drink, weight = (
        answer if wanted else left
        for answer, left, wanted in zip(
            ["Ruth", "5", "2", ["kg", "57.2"]], ["", None, None, [None]], given, strict=True
        )
    )
    who = ["a doctor"] if food or drink else []
    told = talk(first_run(companion), ["on", name, food, drink, *who, *weight])
    kinds = [entry.key if hasattr(entry, "key") else "weight" for entry in told.result.entries]
    wanted = ["name", "food-level", "drink-level", "weight"]
    assert kinds == [key for key, is_given in zip(wanted, given, strict=True) if is_given]
    assert ("left out" in told.texts[0]) is not all(given)
    assert len(companion.diary.entries()) == sum(given)


def test_nothing_is_written_before_the_last_answer(companion):
    conversation = Conversation(lambda: first_run(companion))
    for answer in ALL:
        assert companion.diary.entries() == []
        conversation.answer(answer)
    assert len(companion.diary.entries()) == 4


def test_leaving_keeps_nothing(companion):
    conversation = Conversation(lambda: first_run(companion))
    for answer in ALL[:-1]:
        conversation.answer(answer)
    while conversation.back():
        pass
    assert companion.diary.entries() == []


def test_enter_leaves_every_question_out(companion, talk):
    for step in talk(first_run(companion), NONE).asked:
        if isinstance(step, Choose):
            values = [option.value for option in step.options]
            assert values in (["on"], [*values[:-1], None])
            assert step.default is None
        else:
            assert isinstance(step, Text | Number)
            assert step.optional


def test_one_undo_takes_all_of_it_back(companion, talk):
    talk(first_run(companion), ALL)
    companion.history.undo()
    assert companion.diary.entries() == []


def test_a_weight_beside_the_last_one_is_checked_for_a_slip(companion, talk, clock):
    companion.weight.log(57)
    clock.go(days=7)
    told = talk(first_run(companion), ["on", "", None, None, "kg", "75", False, "57.5"])
    assert told.ids[-3:] == ["weight", "confirm", "weight"]
    assert companion.weight.latest().kg == 57.5


@pytest.mark.parametrize("shown", ["228", "20"])
def test_an_unusual_first_weight_is_asked_about(companion, talk, shown):
    told = talk(first_run(companion), [*NONE[:-1], "kg", shown, False, "57.5"])
    assert told.asked[-2].title == f"{shown} kg is unusual. Is it right?"
    assert companion.weight.latest().kg == 57.5


@pytest.mark.parametrize(("unit", "low", "high"), [("kg", 20, 300), ("lb", 45, 661), ("st", 4, 46)])
def test_a_weight_that_cannot_be_kept_is_not_taken(companion, talk, unit, low, high):
    step = talk(first_run(companion), [*NONE[:-1], unit, ""]).asked[-1]
    assert (step.low, step.high, step.unit) == (low, high, unit)
    for edge in (low, high + 13.9 / 14 if unit == "st" else high):
        companion.weight.weighed(edge, unit=unit, confirmed=True)


@pytest.mark.parametrize(
    ("answers", "kg", "said"),
    [
        (["lb", "126"], 57.15, "weight 126.0 lb"),
        (["st", "9", "0"], 57.15, "weight 9 st 0.0 lb"),
        (["kg", "126"], 126, "weight 126.0 kg"),
    ],
)
def test_a_weight_is_kept_as_the_scales_show_it(companion, talk, answers, kg, said):
    told = talk(first_run(companion), [*NONE[:-1], *answers])
    assert said in told.texts[0]
    assert companion.weight.latest().kg == pytest.approx(kg, abs=0.01)
    assert companion.settings.weight_unit == answers[0]


def test_the_unit_is_kept_without_a_weight_and_said(companion, talk):
    told = talk(first_run(companion), [*NONE[:-1], "lb", ""])
    assert told.texts[0].startswith("Saved: weights in pounds.")
    assert companion.settings.weight_unit == "lb"


def test_no_unit_is_written_where_it_stays_as_it_was(companion, talk, monkeypatch):
    monkeypatch.delattr(type(companion.preferences), "set")
    assert talk(first_run(companion), ALL).result.unit is None


def test_a_level_that_loosens_what_is_in_force_is_not_kept(companion, talk):
    """The questions are for a new diary; another window may have been quicker."""
    companion.plan.set("food-level", "4", decided_by="A. Lee")
    with pytest.raises(Refused):
        talk(first_run(companion), ["on", "Ruth", "5", None, "a doctor", "lb", "126"])
    assert companion.plan.in_force().value("food-level") == "4"
    assert companion.people.person().name is None
    assert companion.settings.weight_unit == "kg"


def test_who_may_not_arrange_is_told_before_the_first_question(companion):
    companion.by = "Karim"
    with pytest.raises(NotAllowed):
        next(first_run(companion))


def test_the_same_rows_as_the_commands(companion, talk, tmp_path, monkeypatch):
    monkeypatch.setenv("COMPANION_NOW", companion.clock().isoformat())
    monkeypatch.setattr(main, "obey_signals", lambda: None)
    talk(first_run(companion), ALL)
    decided = ["--decided-by", "a swallowing therapist"]
    for words in (
        ["person", "set", "name", "Ruth"],
        ["plan", "set", "food-level", "5", *decided],
        ["plan", "set", "drink-level", "2", *decided],
        ["weight", "log", "57.2"],
    ):
        assert main.run(["--data-dir", str(tmp_path), *words]) == 0
    assert rows(companion.diary) == rows(open_companion(tmp_path).diary)


def rows(diary):
    found = [kept.entry for kept in diary.written()]
    assert [type(entry) for entry in found] == [PersonFact, Decision, Decision, Weighed]
    return [(entry.kind, entry.model_dump(exclude=FACE)) for entry in found]
