"""A weight: slips are asked about, what is not the person is taken off, and units stay what they are."""

import pytest

from companion.errors import Refused
from companion.flows import (
    history,
    weight,
)
from companion.flows.conversation import Conversation
from companion.wording import history_rows
from companion.wording.errors import words


def test_a_weight_that_looks_like_a_slip_is_asked_about(companion, clock, talk):
    assert talk(weight.log_weight(companion), ["57"]).ids == ["kg"]
    clock.go(days=7)
    told = talk(weight.log_weight(companion), ["75", False, "57.5"])
    assert told.ids == ["kg", "confirm", "kg"]
    assert "far from the last weight" in told.asked[1].title
    assert [entry.kg for entry in companion.diary.entries("weight")] == [57, 57.5]
    assert talk(weight.log_weight(companion), ["75", True]).ids == ["kg", "confirm"]
    with pytest.raises(Refused):
        talk(weight.log_weight(companion, amount=90, confirmed=False))


def test_a_first_weight_is_asked_about_where_it_is_unusual(companion, talk):
    told = talk(weight.log_weight(companion), ["228", False, "57"])
    assert told.asked[1].title == "228 kg is unusual. Is it right?"
    assert [entry.kg for entry in companion.diary.entries("weight")] == [57]


def test_a_slip_is_a_question(companion, talk):
    companion.weight.log(62)
    titles = [talk(weight.log_weight(companion), [kg, False, "62"]).asked[1].title for kg in ("50", "620")]
    assert titles == [
        "50 kg is far from the last weight, 62.0 kg. Is it right?",
        "620 kg is far from the last weight, 62.0 kg. Perhaps 62.0 kg was meant. Is 620 kg right?",
    ]


@pytest.mark.parametrize(
    ("unit", "shown", "high"), [("kg", ["80"], 60), ("lb", ["180"], 135.9), ("st", ["12", "7"], 9.3)]
)
def test_no_more_can_be_taken_off_than_leaves_a_person(companion, talk, unit, shown, high):
    told = talk(weight.log_weight(companion, unit=unit, ask_tare=True, confirmed=True), [*shown, "0.5"])
    step = told.asked[-1]
    assert (step.id, step.high) == ("tare", high)
    with pytest.raises(Refused):
        step.accept(str(high + 0.1))


def test_a_tare_is_asked_for_with_what_the_scales_show_and_offered_only_where_it_fits(companion, talk):
    companion.weight.log(100, tare=43)
    titles = {}
    for shown, tare in (("100", "43"), ("60", "3")):
        step = talk(weight.log_weight(companion, ask_tare=True, confirmed=True), [shown, tare]).asked[1]
        titles[step.title] = step.default
    assert titles == {"How much of the 100 kg is not you?": 43, "How much of the 60 kg is not you?": None}


def test_a_weight_with_the_chair_asks_for_both_and_offers_the_chair_of_last_time(companion, clock, talk):
    told = talk(weight.log_weight(companion, ask_tare=True), ["80.5", "23.5"])
    assert told.ids == ["kg", "tare"]
    assert told.texts == ["Saved: 57.0 kg, 23.5 kg taken off."]
    clock.go(days=7)
    told = talk(weight.log_weight(companion, ask_tare=True), ["180", "23.5", False, "80", "23.5"])
    assert told.ids == ["kg", "tare", "confirm", "kg", "tare"]
    assert told.asked[1].default == 23.5
    assert companion.weight.latest().kg == 56.5
    assert talk(weight.log_weight(companion, tare=23.5, ask_tare=True), ["80"]).ids == ["kg"]


def test_stones_come_with_their_pounds(companion, talk):
    companion.preferences.set("weight-unit", "st")
    told = talk(weight.log_weight(companion), ["9", "3"])
    assert (told.ids, told.texts) == (["kg", "pounds"], ["Saved: 9 st 3.0 lb."])
    for answers, said in ((["9", ""], "9 st 0.0 lb"), (["9.5"], "9 st 7.0 lb")):
        told = talk(weight.log_weight(companion), answers)
        assert told.texts[0].startswith(f"Saved: {said}.")
    assert companion.weight.log(9.5).entry.kg == told.result.entry.kg


def test_what_is_taken_off_in_stones_comes_with_its_pounds_and_is_offered_so_again(companion, clock, talk):
    companion.preferences.set("weight-unit", "st")
    told = talk(weight.log_weight(companion, ask_tare=True), ["12", "7", "3", "4"])
    assert told.ids == ["kg", "pounds", "tare", "tare_pounds"]
    assert told.texts == ["Saved: 9 st 3.0 lb, 3 st 4.0 lb taken off."]
    clock.go(days=7)
    told = talk(weight.log_weight(companion, ask_tare=True), ["12", "7", "3", ""])
    assert [step.default for step in told.asked[2:]] == [3, 4]


def test_a_weight_is_told_in_its_unit_wherever_it_is_told(companion, talk):
    companion.preferences.set("weight-unit", "st")
    companion.weight.log(9.5)
    with pytest.raises(Refused) as slip:
        companion.weight.log(13)
    told = words(slip.value).sentence
    assert "kg" not in told
    assert "9 st 7.0 lb" in told
    assert talk(history.undo(companion), []).texts[0].startswith("Undone: weight 9 st 7.0 lb.")
    kept = companion.history.recent(1)
    assert "Weight 9 st 7.0 lb" in {
        row.what for row in history_rows.rows(kept, companion.content, 4, unit="st")
    }


def test_stones_that_look_like_a_slip_are_asked_again_with_what_was_typed(companion, clock):
    companion.preferences.set("weight-unit", "st")
    companion.weight.log(9.5)
    clock.go(days=7)
    conversation = Conversation(lambda: weight.log_weight(companion))
    for typed in ("12", "6", False):
        conversation.answer(typed)
    assert (conversation.step.id, conversation.step.default) == ("kg", 12)
    conversation.answer("9")
    assert (conversation.step.id, conversation.step.default) == ("pounds", 6)
    conversation.answer("6")
    assert conversation.step.text == "Saved: 9 st 6.0 lb."
