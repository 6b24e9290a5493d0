"""Who and what a report tells of: hands by the day of the diary, names of the house, own words."""

from datetime import timedelta
from typing import get_args

import pytest

from companion.domain.entries import FoodEaten, SessionEnded, WhyEnded
from companion.services.companion import Companion
from companion.services.reports import Report
from companion.wording import sessions


def by(companion: Companion, name: str) -> Companion:
    return Companion(
        diary=companion.diary, content=companion.content, settings=companion.settings,
        clock=companion.clock, by=name,
    )  # fmt: skip


def hands(report: Report) -> list[tuple[str, int, int]]:
    return [(one.role, one.number, one.entries) for one in report.hands]


def test_what_is_written_at_night_counts_to_the_day_before(companion, clock) -> None:
    clock.go(hours=9)  # a quarter past one: the day still goes on
    companion.weight.log(56.8)
    assert hands(companion.reports.gather(1)) == [("owner", 1, 1)]
    before = clock.now - timedelta(days=6)  # the night before its first day
    companion.weight.log(57, at=before - timedelta(days=1))
    assert hands(companion.reports.gather(1)) == [("owner", 1, 1)]


def test_falls_rests_and_decisions_have_hands_that_can_be_told_apart(companion) -> None:
    by(companion, "Jon").sessions_notes.note("fall")
    by(companion, "Ann").sessions_notes.note("near_fall")
    companion.sessions.rest()
    companion.plan.set("energy", "1900", decided_by="J. Okafor", confirmed=True)
    report = companion.reports.gather(1)
    assert hands(report) == [("caregiver", 1, 1), ("caregiver", 2, 1), ("owner", 1, 2)]
    assert {report.hand(one.by, one.role).number for one in report.happened} == {1, 2}


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("Annika Meier", False),
        ("annika", False),
        ("Ruth", False),
        ("my wife Ruthie", False),
        ("J. Okafor", True),
        ("Dana Ellis, swallowing therapist", True),
    ],
)
def test_who_decided_is_named_unless_they_are_of_the_house(companion, clock, who, told) -> None:
    companion.people.set("name", "Ruth Ellert")
    clock.go(days=-60)  # long before the report
    by(companion, "Annika Meier").fatigue.log(3, when="morning")
    clock.go(days=60)
    assert companion.reports.gather(1).decider(who) == (who if told else None)
    assert companion.reports.gather(1, names=True).decider(who) == who


def test_own_words_are_told_with_notes_alone_and_the_contents_words_always(companion) -> None:
    own = "supper at Annika's"
    mine = [
        companion.intake.quick(own, kcal=300).entry,
        companion.intake.drink(200, what=own).entry,
        companion.swallowing.tell(own).entry,
        companion.fatigue.explain(own),
        companion.sign(SessionEnded, outcome="rested", reason=own),
        companion.sign(FoodEaten, food="nowhere", name=own, slot="lunch", grams=10),
    ]
    egg = next(iter(companion.content.foods.values()))
    known = [
        companion.intake.log_food(egg.id, grams=50).entry,
        companion.intake.drink(200).entry,
        companion.fatigue.explain("poor_night"),
        companion.sign(SessionEnded, outcome="rested", reason="tired"),
    ]
    plain, told = (companion.reports.gather(1, notes=notes) for notes in (False, True))
    assert [plain.words(one) for one in mine] == [None] * len(mine)
    assert [told.words(one) for one in mine] == [own] * len(mine)
    assert [plain.words(one) for one in known] == [egg.name, known[1].name, "poor_night", "tired"]
    assert (plain.slot("lunch"), plain.slot("Annika visits")) == ("lunch", None)


def test_the_reasons_that_are_told_are_those_that_can_be_chosen() -> None:
    assert get_args(WhyEnded) == tuple(sessions.REASONS)
