"""The offer of a talk about a feeding tube, from the diary to the day."""

from datetime import timedelta

import pytest

from companion.domain.tube_talk import TalkReason
from companion.wording import remarks, tube_talk


def lost(companion, kg="57.6"):
    """Somebody who weighed 64 kilograms before."""
    companion.people.set("reference-weight", "64")
    companion.weight.log(float(kg), unit="kg")
    return companion


def due(companion):
    return [remark for remark in companion.today.view().due if remark.code == "tube_talk"]


def test_a_tenth_of_the_weight_lost_brings_the_offer_with_its_numbers(companion):
    lost(companion)
    (remark,) = due(companion)
    assert remarks.sentence(remark) == (
        "The weight is 10.0 % below the reference; the limit is 10 %. "
        "A talk about a feeding tube may be worth having early; it decides nothing."
    )


def test_a_smaller_loss_needs_trouble_at_meals(companion, clock):
    lost(companion, "60.8")  # exactly 5 %
    assert due(companion) == []
    meal = next(iter(companion.content.meals))
    for _ in range(3):
        companion.meals.log(meal, coughs=1)
        clock.go(hours=5)
    assert [r.code for r in companion.tube_talk.due()] == ["loss", "coughs"]


def test_low_intake_over_two_weeks_is_a_reason_and_unknown_days_are_none(companion, clock):
    companion.plan.set("energy", "2000", decided_by="J. Okafor")
    for _ in range(10):
        for slot in ("breakfast", "lunch", "supper"):
            companion.intake.quick("Soup", kcal=480, protein_g=20, slot=slot)
        clock.go(days=1)
    assert [r.code for r in companion.tube_talk.due()] == ["intake"]
    companion.intake.quick("Cake", kcal=1, slot="lunch", at=clock() - timedelta(days=1))  # protein not known
    assert companion.tube_talk.due() == ()


def test_an_answer_ends_the_offer_and_undo_brings_it_back(companion):
    lost(companion).tube_talk.answer("no")
    assert due(companion) == []
    companion.history.undo()
    assert len(due(companion)) == 1


@pytest.mark.parametrize(("answer", "again"), [("later", True), ("talked", False), ("no", False)])
def test_only_later_comes_again_after_three_months(companion, clock, answer, again):
    lost(companion)
    said = tube_talk.answered(companion.tube_talk.answer(answer))
    clock.go(days=89)
    assert due(companion) == []
    clock.go(days=1)
    assert bool(due(companion)) is again
    assert ("in 90 days" in said) is again


def test_the_limit_is_a_number_that_a_team_can_change(companion, clock):
    lost(companion).tube_talk.answer("later")
    companion.plan.set("limits", "tube_talk.again_days=30", decided_by="J. Okafor")
    clock.go(days=30)
    assert companion.tube_talk.due()


def test_where_a_tube_is_in_use_nothing_is_offered(companion):
    lost(companion)
    companion.tube.log(200, kcal_per_ml=1.5)
    assert companion.tube_talk.reasons() == ()


@pytest.mark.parametrize("word", ["need", "must", "should"])
def test_nothing_orders_anybody(companion, word):
    texts = [record.text for record in companion.content.section("tube_talk").values()]
    said = " ".join([*texts, tube_talk.OFFER, tube_talk.SHORT, tube_talk.NO_REASON]).lower()
    assert f"you {word}" not in said


def test_each_reason_is_a_sentence_with_its_number_its_limit_and_its_days():
    said = tube_talk.because(
        [
            TalkReason("loss", 5.04, 5),
            TalkReason("long_meals", 9, 30, 14, 14),
            TalkReason("coughs", 4, 3, 50, 14),
            TalkReason("intake", 0.732, 0.75, 12, 14),
        ]
    )
    assert said == (
        "The weight is 5.0 % below the reference; the limit is 5 %."
        " In the last 14 days meals took longer than 30 minutes on 9 of 14 days with a time; the limit is"
        " most of them. In the last 14 days 4 of 50 meals came with coughing; the limit is 3."
        " In the last 14 days, 12 of them known, what was eaten was 73 % of the energy target; the limit is"
        " 75 %."
    )
