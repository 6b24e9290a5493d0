"""The same meal by two people: held so that somebody is asked, kept beside, or put in its place."""

from datetime import timedelta

import pytest

from companion.errors import NotAllowed, Refused
from companion.services.intake_twins import Beside

HELD = Beside(hold="twins")
COD, SALMON = "cod_white_sauce", "salmon_cream"


@pytest.fixture
def both(ruth, clock):
    """Maria wrote down the cod two minutes ago; now it is Ruth who acts."""
    ruth.caregivers.add("Maria", "caregiver")
    ruth.by = "Maria"
    ruth.cod = ruth.meals.log(COD, 1.0).entry
    clock.go(minutes=2)
    ruth.by = None
    return ruth


def standing(companion):
    return [(e.by, e.name) for e in companion.intake.day().day.entries]


def held(work, **how):
    with pytest.raises(Refused) as refused:
        work(beside=HELD, **how)
    assert refused.value.code == "twins"
    return [one.name for one in refused.value.facts["twins"]]


def test_nothing_is_written_while_somebody_is_to_be_asked(both):
    assert held(lambda **how: both.intake.quick("Soup", kcal=150, **how)) == [both.cod.name]
    assert standing(both) == [("Maria", both.cod.name)]


@pytest.mark.parametrize(
    "work",
    [
        lambda c, **how: c.meals.log(COD, 0.5, **how),
        lambda c, **how: c.intake.log_food("butter", grams=10, **how),
        lambda c, **how: c.intake.quick("Soup", kcal=150, **how),
        lambda c, **how: c.intake.again(c.cod.id, **how),
        lambda c, **how: c.intake.copy(c.today_date(), slot=c.cod.slot, to=c.today_date(), **how),
    ],
    ids=["meal", "food", "quick", "again", "copy"],
)
def test_every_way_food_gets_in_is_held(both, work):
    assert held(lambda **how: work(both, **how)) == [both.cod.name]


def test_a_feed_is_held_only_beside_the_same_feed(both, clock):
    both.by = "Maria"
    both.tube.log(250, kcal_per_ml=1.5)
    clock.go(minutes=3)
    both.by = None
    assert held(lambda **how: both.tube.log(200, **how)) == ["Tube feed"]
    assert both.intake.drink(200, beside=HELD).remarks == ()


def test_where_nobody_is_asked_both_are_kept_and_it_is_said(both):
    logged = both.meals.log(COD, 0.5)
    again = logged.remarks[0]
    assert (again.code, again.facts["entry"].by, again.facts["own"]) == ("again", "Maria", False)
    assert [by for by, _ in standing(both)] == ["Maria", "Ruth"]


def test_a_second_helping_of_ones_own_is_not_held(both, clock):
    both.by = "Maria"
    assert both.meals.log(COD, 0.5, beside=HELD).entry.by == "Maria"


def test_what_was_taken_back_is_no_twin(both):
    both.by = "Maria"
    both.history.undo()
    both.by = None
    assert both.meals.log(COD, 0.5, beside=HELD).remarks == ()


def test_one_takes_the_place_of_the_other_and_one_undo_brings_both_back(both):
    logged = both.meals.log(COD, 0.5, beside=Beside(instead_of=(both.cod.id,)))
    assert ([e.id for e in logged.replaced], logged.remarks) == ([both.cod.id], ())
    assert [by for by, _ in standing(both)] == ["Ruth"]
    undone = both.history.undo()
    assert [by for by, _ in standing(both)] == ["Maria"]
    assert ([e.id for e in undone.targets], [e.id for e in undone.made_room]) == (
        [logged.entry.id], [both.cod.id])  # fmt: skip
    again = both.history.undo()
    assert (again.again, [by for by, _ in standing(both)]) == (True, ["Ruth"])


def test_the_history_names_both_and_who_did_it(both):
    both.meals.log(COD, 0.5, beside=Beside(instead_of=(both.cod.id,)))
    told = [(k.entry.kind, k.entry.by, k.removed) for k in both.history.recent()[:3]]
    assert told == [("meal", "Ruth", False), ("correction", "Ruth", False), ("meal", "Maria", True)]


def test_a_caregiver_may_put_a_meal_in_the_place_of_a_twin_and_of_nothing_else(ruth, clock):
    ruth.caregivers.add("Maria", "caregiver")
    soup = ruth.intake.quick("Soup", kcal=150, slot="lunch").entry
    cod = ruth.meals.log(COD, 1.0, slot="supper").entry
    clock.go(minutes=2)
    ruth.by = "Maria"
    with pytest.raises(Refused, match="no_twin"):
        ruth.meals.log(COD, 0.5, slot="supper", beside=Beside(instead_of=(soup.id,)))
    assert len(standing(ruth)) == 2
    ruth.meals.log(COD, 0.5, slot="supper", beside=Beside(instead_of=(cod.id,)))
    assert sorted(by for by, _ in standing(ruth)) == ["Maria", "Ruth"]
    with pytest.raises(NotAllowed):
        ruth.history.remove(soup.id)


def test_a_caregiver_brings_both_back_as_well(ruth, clock):
    ruth.caregivers.add("Maria", "caregiver")
    cod = ruth.meals.log(COD, 1.0).entry
    ruth.by = "Maria"
    ruth.meals.log(COD, 0.5, beside=Beside(instead_of=(cod.id,)))
    ruth.history.undo()
    assert [by for by, _ in standing(ruth)] == ["Ruth"]


@pytest.mark.parametrize("role", ["viewer", "clinician"])
def test_who_may_not_write_puts_nothing_in_the_place_of_anything(both, role):
    both.caregivers.add("Sam", role)
    both.by = "Sam"
    with pytest.raises(NotAllowed):
        both.intake.quick("Soup", kcal=150, beside=Beside(instead_of=(both.cod.id,)))
    assert standing(both) == [("Maria", both.cod.name)]


def test_ones_own_entry_makes_no_room_that_way(both):
    own = both.intake.quick("Soup", kcal=150).entry
    with pytest.raises(Refused, match="no_twin"):
        both.intake.quick("Soup", kcal=160, beside=Beside(instead_of=(own.id,)))


def test_a_twin_that_is_gone_by_then_is_no_hindrance(both):
    both.by = "Maria"
    both.history.undo()
    both.by = None
    logged = both.meals.log(COD, 0.5, beside=Beside(instead_of=(both.cod.id,)))
    assert (logged.replaced, [by for by, _ in standing(both)]) == ((), ["Ruth"])


def test_a_twin_that_was_moved_to_another_meal_stays(both):
    both.by = "Maria"
    both.history.edit(both.cod.id, slot="lunch")
    both.by = None
    with pytest.raises(Refused, match="no_twin"):
        both.meals.log(COD, 0.5, beside=Beside(instead_of=(both.cod.id,)))


def test_a_copied_part_of_a_day_takes_the_place_of_all_of_it_in_one_act(ruth, clock):
    yesterday = ruth.today_date() - timedelta(days=1)
    for name in ("Soup", "Bread"):
        ruth.intake.quick(name, kcal=100, slot="lunch", at=clock() - timedelta(days=1))
    ruth.by = "Maria"
    theirs = [ruth.intake.quick(name, kcal=90, slot="lunch").entry.id for name in ("Broth", "Roll")]
    ruth.by = None
    copied = ruth.intake.copy(yesterday, slot="lunch", beside=Beside(instead_of=tuple(theirs)))
    assert (len(copied.entries), len(copied.replaced)) == (2, 2)
    assert [name for _, name in standing(ruth)] == ["Soup", "Bread"]
    ruth.history.undo()
    assert [name for _, name in standing(ruth)] == ["Broth", "Roll"]


def test_what_two_people_answer_at_one_moment_is_kept_of_both(both):
    """Each took the other for the twin of what they had seen; nothing that either wrote is lost."""
    both.meals.log(COD, 0.5, beside=Beside(instead_of=(both.cod.id,)))
    both.by = "Jon"
    both.meals.log(COD, 0.75, beside=Beside(instead_of=(both.cod.id,)))
    assert [by for by, _ in standing(both)] == ["Ruth", "Jon"]
