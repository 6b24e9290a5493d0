"""The same again: what is usual, one of it, a past meal or day; and one undo for what was one act."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entries import QuickEaten
from companion.domain.intake_usual import usual
from companion.errors import Refused, Unknown
from companion.wording import intake


def eat(companion, name, days_ago, slot="lunch", kcal=100):
    at = companion.clock() - timedelta(days=days_ago)
    return companion.intake.quick(name, kcal=kcal, slot=slot, at=at).entry


def names(companion, slot="lunch"):
    return [one.entry.name for one in companion.intake.usual(slot)]


def test_what_is_eaten_often_at_this_slot_comes_first(companion):
    for ago in (1, 2, 3):
        eat(companion, "Porridge", ago, "breakfast")
    eat(companion, "Soup", 5)
    eat(companion, "Soup", 6)
    eat(companion, "Cake", 2)
    assert names(companion) == ["Soup", "Cake", "Porridge"]
    assert names(companion, "breakfast")[0] == "Porridge"


def test_the_same_thing_stands_once_with_its_last_amount_at_this_slot(companion):
    for ago, kcal in ((3, 100), (2, 150)):
        eat(companion, "Soup", ago, kcal=kcal)
    eat(companion, "soup", 1, "supper", kcal=300)
    (found,) = companion.intake.usual("lunch")
    assert (found.entry.kcal, found.times, found.last) == (150, 3, date(2026, 4, 13))


def test_a_recipe_that_the_levels_no_longer_allow_is_not_brought_up(ruth):
    ruth.meals.log("cod_white_sauce", 1.0)
    assert [u.entry.kind for u in ruth.intake.usual("supper")] == ["meal"]
    ruth.plan.set("food-level", "3", decided_by="A. Lee", confirmed=True)
    assert not any(u.entry.kind == "meal" for u in ruth.intake.usual("supper"))


def test_a_drink_thinner_than_decided_is_not_brought_up(ruth):
    ruth.intake.drink(150, what="Lemonade", level="0")
    ruth.intake.drink(150, what="Nectar", level="2")
    assert [u.entry.name for u in ruth.intake.usual("afternoon")] == ["Nectar"]


def test_what_has_no_known_texture_is_brought_up_only_where_it_was_eaten_at_this_level(companion, clock):
    companion.plan.set("food-level", "7", decided_by="A. Lee", confirmed=True)
    companion.intake.log_food("apple_raw_peeled", grams=100, slot="lunch")
    companion.intake.quick("Toast", kcal=90, slot="lunch")
    companion.intake.drink(150, what="Beer", slot="lunch")
    assert set(names(companion)) == {"Apple, raw, peeled", "Toast", "Beer"}
    clock.go(days=1)
    companion.plan.set("food-level", "4", decided_by="A. Lee")
    assert names(companion) == []
    companion.intake.quick("Custard", kcal=90, slot="lunch")
    clock.go(hours=1)
    companion.plan.set("food-level", "5", decided_by="A. Lee", confirmed=True)  # looser: it still fits
    assert names(companion) == ["Custard"]


def test_a_drink_thicker_than_decided_is_brought_up_only_where_the_plan_allows_thicker_ones(ruth):
    ruth.intake.drink(150, what="Shake", level="3")
    assert ruth.intake.usual("afternoon") == ()
    ruth.plan.set("thicker-ok", "yes", decided_by="A. Lee", confirmed=True)
    assert [u.entry.name for u in ruth.intake.usual("afternoon")] == ["Shake"]


def test_what_the_person_does_not_eat_is_not_brought_up_whenever_it_was_eaten(companion, clock):
    companion.people.set("avoid", "nuts, milk")
    clock.go(days=1)
    for food in ("almonds_blanched", "cheddar", "oil_canola"):
        companion.intake.log_food(food, grams=20, slot="lunch")
    for drink in ("milk", "water"):
        companion.intake.drink(150, what=drink, slot="lunch")
    companion.intake.quick("Soup at Ana's", kcal=200, slot="lunch")
    assert {*names(companion)} == {"Canola (rapeseed) oil", "Water, tap", "Soup at Ana's"}
    clock.go(days=1)
    companion.people.set("avoid", "nuts, milk, celery")
    assert {*names(companion)} == {
        "Canola (rapeseed) oil",
        "Water, tap",
    }  # of a name alone nobody knows what was in it


def test_what_goes_through_a_tube_is_brought_up_under_any_level(companion, clock):
    companion.tube.log(200, kcal_per_ml=1.5, slot="lunch")
    clock.go(days=1)
    companion.plan.set("food-level", "3", decided_by="A. Lee")
    assert [one.entry.kind for one in companion.intake.usual("lunch")] == ["tube"]


def test_a_past_meal_that_is_not_known_to_fit_any_more_says_so(companion, clock):
    eat(companion, "Toast", 1)
    (meal, *_), (day, *_) = companion.intake.past(slot="lunch")
    assert meal.fits
    assert day.fits
    companion.plan.set("food-level", "4", decided_by="A. Lee")
    (meal, *_), (day, *_) = companion.intake.past(slot="lunch")
    for one in (meal, day):
        assert intake.past(one, companion.today_date())[1].endswith(f"100 kcal; {intake.NOT_ALL_FITS}")


def test_what_was_refused_is_not_usual(ruth):
    ruth.meals.log("cod_white_sauce", 0.0)
    assert ruth.intake.usual("supper") == ()


def test_again_keeps_the_amount_but_not_the_note_the_minutes_or_the_coughs(ruth):
    first = ruth.meals.log("cod_white_sauce", 0.5, minutes=40, coughs=3, note="slow").entry
    again = ruth.intake.again(first.id).entry
    assert (again.eaten, again.kcal, again.minutes, again.coughs, again.note) == (
        0.5, first.kcal, None, None, None
    )  # fmt: skip


@pytest.mark.parametrize(
    ("write", "key", "amount"),
    [
        (lambda c: c.intake.log_food("butter", grams=10), "grams", 20),
        (lambda c: c.intake.drink(200), "ml", 150),
        (lambda c: c.intake.quick("Soup", kcal=150), "kcal", 90),
        (lambda c: c.meals.log("cod_white_sauce", 1.0), "eaten", 0.25),
    ],
)
def test_again_takes_another_amount_of_every_kind(companion, write, key, amount):
    first = write(companion).entry
    again = companion.intake.again(first.id, amount=amount).entry
    assert getattr(again, key) == amount
    assert again.id != first.id


def test_again_refuses_an_impossible_amount_and_saves_nothing(companion):
    first = companion.intake.drink(200).entry
    with pytest.raises(Refused):
        companion.intake.again(first.id, amount=-1)
    assert len(companion.intake.day().day.entries) == 1


def test_again_is_only_for_what_was_eaten_or_drunk(companion):
    weighed = companion.weight.log(57).entry
    with pytest.raises(Unknown):
        companion.intake.again(weighed.id)


def test_something_for_a_past_day_is_about_the_beginning_of_its_slot(companion):
    yesterday = companion.today_date() - timedelta(days=1)
    at = companion.intake.moment(yesterday, "supper")
    assert f"{at:%Y-%m-%d %H:%M}" == "2026-04-13 17:30"
    assert companion.intake.moment(companion.today_date(), "supper") is None
    with pytest.raises(Refused):
        companion.intake.moment(companion.today_date() + timedelta(days=1), "supper")


def test_a_slot_after_midnight_belongs_to_the_day_before(companion):
    companion.preferences.set("slots.late", "01:30")
    yesterday = companion.today_date() - timedelta(days=1)
    assert f"{companion.intake.moment(yesterday, 'late'):%Y-%m-%d %H:%M}" == "2026-04-14 01:30"


def test_a_copied_day_can_go_to_another_day(companion):
    for slot in ("lunch", "supper"):
        eat(companion, slot, 2, slot)
    yesterday = companion.today_date() - timedelta(days=1)
    companion.intake.copy(companion.today_date() - timedelta(days=2), to=yesterday)
    copied = companion.intake.day(yesterday).day.entries
    assert [(e.name, f"{e.at:%H:%M}") for e in copied] == [("lunch", "12:00"), ("supper", "17:30")]


def test_one_undo_takes_a_copied_day_back_and_one_more_brings_it_again(companion):
    for name in ("Soup", "Bread", "Cake"):
        eat(companion, name, 1)
    companion.intake.copy(companion.today_date() - timedelta(days=1))
    undone = companion.history.undo()
    assert len(undone.targets) == 3
    assert companion.intake.day().day.entries == ()
    assert companion.history.undone()
    companion.history.undo()
    assert len(companion.intake.day().day.entries) == 3
    assert not companion.history.undone()


def test_a_session_written_down_without_guidance_is_taken_back_whole(companion):
    id = next(iter(companion.content.programmes))
    companion.sessions.log(id, done=1)
    companion.history.undo()
    assert [k for k in companion.history.recent() if not k.removed and k.entry.kind != "correction"] == []
    assert companion.sessions.unfinished() is None


def test_undoing_a_move_to_another_month_leaves_one_entry(companion, clock):
    entry = companion.intake.quick("Soup", kcal=150).entry
    companion.history.edit(entry.id, at=clock() - timedelta(days=40))
    companion.history.undo()
    assert companion.intake.day().day.total.kcal == 150
    assert companion.intake.day(companion.today_date() - timedelta(days=40)).day.entries == ()


def test_past_meals_and_days_are_offered_newest_first(companion):
    eat(companion, "Soup", 3)
    eat(companion, "Stew", 1, "supper")
    meals, days = companion.intake.past(slot="lunch")
    assert [(p.on.day, p.kcal) for p in meals] == [(11, 100)]
    assert [(p.on.day, len(p.entries)) for p in days] == [(13, 1), (11, 1)]


def test_any_entry_can_be_taken_back_and_brought_back(companion):
    first = eat(companion, "Soup", 0)
    eat(companion, "Cake", 0)
    assert companion.history.take_back(first.id).now is None
    assert companion.intake.day().day.total.kcal == 100
    assert companion.history.take_back(first.id).now.name == "Soup"
    assert companion.intake.day().day.total.kcal == 200


def test_taking_back_to_and_fro_always_ends_as_said(companion):
    entry = eat(companion, "Soup", 0)
    for n in range(1, 6):
        companion.history.take_back(entry.id)
        assert bool(companion.intake.day().day.entries) == (n % 2 == 0)


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 27), st.sampled_from(["lunch", "supper"])),
        max_size=20,
    )
)
def test_usual_names_each_thing_once_and_counts_every_entry(ate):
    from datetime import UTC, datetime

    now = datetime(2026, 4, 14, 12, tzinfo=UTC)
    entries = [
        QuickEaten(
            id=f"{n:04}", at=now - timedelta(days=ago), recorded=now, by="R", role="owner", via="full",
            version="1", slot=slot, name=name, kcal=1,
        )
        for n, (name, ago, slot) in enumerate(ate)
    ]  # fmt: skip
    found = usual(entries, "lunch", now.date(), 4)
    assert sorted(u.entry.name for u in found) == sorted({name for name, _, _ in ate})
    assert sum(u.times for u in found) == len(ate)
    with_lunch = {name for name, _, slot in ate if slot == "lunch"}
    assert all(u.entry.slot == "lunch" for u in found if u.entry.name in with_lunch)


def test_copying_what_no_longer_fits_says_so_once(ruth, clock):
    for hours in (24, 25):
        ruth.meals.log("cod_white_sauce", 1.0, at=clock() - timedelta(hours=hours))
    ruth.plan.set("food-level", "3", decided_by="A. Lee", confirmed=True)
    copied = ruth.intake.copy(ruth.today_date() - timedelta(days=1))
    assert [remark.code for remark in copied.remarks] == ["outside_level"]


def test_copying_what_stands_there_already_is_said_once(companion, clock):
    for name in ("Soup", "Bread"):
        companion.intake.quick(name, kcal=100, slot="lunch", at=clock() - timedelta(days=1))
    yesterday = companion.today_date() - timedelta(days=1)
    assert companion.intake.copy(yesterday, slot="lunch").remarks == ()
    assert [remark.code for remark in companion.intake.copy(yesterday, slot="lunch").remarks] == ["again"]


def test_after_a_long_pause_what_was_usual_then_is_brought_up(companion):
    eat(companion, "Soup", 60)
    assert names(companion) == ["Soup"]
    eat(companion, "Cake", 3)
    assert names(companion) == ["Cake"]
