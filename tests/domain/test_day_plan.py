"""A day's plan: only from what is allowed, enough where that can be, nothing twice without need."""

from datetime import datetime, timedelta, timezone
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.content.library import Library
from companion.domain.day import SLOTS
from companion.domain.day_plan import Chosen, Place, Wanted, choose, pending
from companion.domain.entries import MealEaten, Planned
from companion.domain.limits import DayPlanLimits
from companion.domain.meals import Meal, MealOffer
from companion.domain.meals_next import Candidate
from companion.domain.nutrients import Nutrients

NAMES = ("breakfast", "lunch", "evening")
LIMITS = Library().limits(DayPlanLimits, "day_plan")
AT = datetime(2026, 4, 14, 12, 0, tzinfo=timezone(timedelta(hours=2)))


def candidate(id: str, kcal: float, slots: tuple[str, ...] = NAMES, **facts: float) -> Candidate:
    meal = Meal.model_construct(id=id, name=id, kind="food", slots=slots, tags=(), iddsi=("4",))
    return Candidate(MealOffer(meal, "4", int(facts.pop("steps", 0))), Nutrients(kcal, **facts), 300)


def places(*names: str, room: int = 2) -> list[Place]:
    shares = {"breakfast": 0.4, "lunch": 0.4, "evening": 0.2}
    return [Place(n, n, shares.get(n, 0.14), room, late=n == "evening") for n in names]


def kcal(chosen: Chosen) -> float:
    return chosen.total.kcal or 0.0


candidates = st.lists(
    st.tuples(
        st.integers(50, 700),
        st.sets(st.sampled_from(NAMES), min_size=1),
        st.integers(0, 40),
        st.integers(0, 300),
        st.integers(0, 3),
    ),
    max_size=8,
).map(
    lambda rows: [
        candidate(f"m{n}", k, tuple(sorted(s)), protein_g=p, fluid_ml=f, steps=steps)
        for n, (k, s, p, f, steps) in enumerate(rows)
    ]
)
wishes = st.builds(
    Wanted,
    kcal=st.integers(0, 4000).map(float),
    held=st.one_of(st.none(), st.integers(0, 900)).map(lambda k: Nutrients(k)),
    protein=st.one_of(st.none(), st.just((45.0, 85.0))),
    fluid_ml=st.one_of(st.none(), st.just(1700.0)),
    used=st.sets(st.sampled_from(["m0", "m1"])).map(frozenset),
    lately=st.sets(st.sampled_from(["m2", "m3"])).map(frozenset),
)
rooms = st.lists(st.integers(0, 2), min_size=3, max_size=3).map(
    lambda r: [
        Place(n, n, s, k, late=n == "evening") for n, s, k in zip(NAMES, (0.4, 0.4, 0.2), r, strict=True)
    ]
)


@given(candidates, rooms, wishes)
def test_nothing_is_planned_that_is_not_allowed_or_has_no_room(pool, where, wanted):
    chosen = choose(pool, where, wanted, LIMITS)
    assert {item.candidate.id for item in chosen.items} <= {one.id for one in pool}
    for at, place in enumerate(where):
        here = [item.candidate for item in chosen.items if item.at == at]
        assert len(here) <= place.room
        assert all(place.standard in one.offer.meal.slots for one in here)


@given(candidates, rooms, wishes)
def test_the_target_is_reached_whenever_the_allowed_meals_can(pool, where, wanted):
    chosen = choose(pool, where, wanted, LIMITS)
    held = wanted.held.kcal or 0.0
    most = held + sum(
        place.room * max((c.kcal for c in pool if place.standard in c.offer.meal.slots), default=0)
        for place in where
    )
    assert chosen.reached == (most >= wanted.kcal)
    assert chosen.reached == (kcal(chosen) >= wanted.kcal)


@given(candidates.filter(lambda pool: len(pool) <= 5), rooms, wishes)
def test_no_dish_comes_twice_where_the_target_is_reached_without(pool, where, wanted):
    chosen = choose(pool, where, wanted, LIMITS)
    if chosen.repeated:
        assert _most_without_twice(pool, where, wanted) < wanted.kcal


def _most_without_twice(pool: list[Candidate], where: list[Place], wanted: Wanted) -> float:
    """Every way to give each dish one place or none."""
    free = [one for one in pool if one.id not in wanted.used]
    best = 0.0
    for places_of in product(range(-1, len(where)), repeat=len(free)):
        fits = all(
            at < 0 or where[at].standard in c.offer.meal.slots for at, c in zip(places_of, free, strict=True)
        )
        if fits and all(places_of.count(at) <= place.room for at, place in enumerate(where)):
            best = max(best, sum(c.kcal for at, c in zip(places_of, free, strict=True) if at >= 0))
    return best + (wanted.held.kcal or 0.0)


@given(candidates, rooms, wishes, st.randoms())
def test_the_same_question_has_the_same_answer(pool, where, wanted, chance):
    shuffled = list(pool)
    chance.shuffle(shuffled)
    assert choose(pool, where, wanted, LIMITS) == choose(shuffled, where, wanted, LIMITS)


@given(candidates, rooms, wishes)
def test_no_dish_of_the_evening_could_change_places_with_a_smaller_one_before(pool, where, wanted):
    items = choose(pool, where, wanted, LIMITS).items
    for late, early in product(items, items):
        if where[late.at].late and not where[early.at].late and late.candidate.kcal > early.candidate.kcal:
            swappable = (
                where[early.at].standard in late.candidate.offer.meal.slots
                and where[late.at].standard in early.candidate.offer.meal.slots
            )
            assert not swappable


def test_protein_is_brought_into_the_range_where_the_energy_stays():
    lean, rich = candidate("lean", 500, protein_g=5), candidate("rich", 500, protein_g=60)
    chosen = choose([lean, rich], places("lunch", room=1), Wanted(500, protein=(45, 85)), LIMITS)
    assert [item.candidate.id for item in chosen.items] == ["rich"]


def test_a_plan_does_not_bring_much_more_than_the_target():
    pool = [candidate(f"m{n}", 300 + n) for n in range(8)]
    chosen = choose(pool, places(*NAMES), Wanted(900), LIMITS)
    assert 900 <= kcal(chosen) < 1000


def test_what_is_planned_or_eaten_counts_and_is_not_taken_again():
    pool = [candidate("porridge", 500), candidate("soup", 400)]
    chosen = choose(pool, places("lunch"), Wanted(900, Nutrients(500), used=frozenset({"porridge"})), LIMITS)
    assert [item.candidate.id for item in chosen.items] == ["soup"]
    assert chosen.repeated == ()


def test_a_meal_of_unknown_energy_is_never_planned():
    unknown = Candidate(candidate("x", 1).offer, Nutrients(None, 20), 300)
    assert choose([unknown], places("lunch"), Wanted(500), LIMITS).items == ()


@pytest.mark.parametrize("food", ["3", "4", "5", "6", "7EC", "7"])
@pytest.mark.parametrize("drink", ["0", "1", "2", "3", "4"])
def test_a_whole_day_of_1900_kcal_is_planned_at_every_pair_of_levels(library, food, drink):
    from companion.domain.meals import allowed, nutrients

    offers = allowed(library.meals.values(), food, drink, thicker_ok=False)
    pool = [Candidate(o, nutrients(o.meal, library.foods), 300) for o in offers]
    shares = (0.2, 0.11, 0.23, 0.12, 0.19, 0.1, 0.05)
    whole = [Place(n, n, s, 2, late=n in {"evening", "night"}) for n, s in zip(SLOTS, shares, strict=True)]
    chosen = choose(pool, whole, Wanted(1900, protein=(45, 85), fluid_ml=1900), LIMITS)
    assert chosen.reached
    assert kcal(chosen) < 1900 * 1.15
    assert not chosen.repeated or sum(one.kcal for one in pool) < 1900
    assert 45 <= (chosen.total.protein_g or 0) <= 85


def planned(id: str, meal: str, slot: str = "supper", minute: int = 0) -> Planned:
    when = AT + timedelta(minutes=minute)
    facts = {"by": "Ruth", "role": "owner", "via": "command", "version": "1", "at": when, "recorded": when}
    return Planned(id=id, on=AT.date(), slot=slot, meal=meal, name=meal, kcal=400, **facts)


def eaten(meal: str, slot: str = "supper", minute: int = 10) -> MealEaten:
    when = AT + timedelta(minutes=minute)
    facts = {"by": "Ruth", "role": "owner", "via": "command", "version": "1", "at": when, "recorded": when}
    return MealEaten(id=f"e{minute}", slot=slot, meal=meal, name=meal, eaten=0.5, **facts)


@pytest.mark.parametrize(
    ("plans", "meals", "left"),
    [
        ([planned("a", "cod")], [], ["a"]),
        ([planned("a", "cod")], [eaten("cod")], []),
        ([planned("a", "cod")], [eaten("soup")], ["a"]),
        ([planned("a", "cod")], [eaten("cod", "evening")], []),
        ([planned("a", "cod"), planned("b", "cod", "evening")], [eaten("cod", "evening")], ["a"]),
        ([planned("a", "cod"), planned("b", "cod")], [eaten("cod")], ["b"]),
        ([planned("a", "cod", minute=20)], [eaten("cod", minute=10)], ["a"]),
    ],
    ids=[
        "not eaten",
        "eaten",
        "another dish",
        "another slot",
        "its own slot first",
        "one of two",
        "eaten before",
    ],
)
def test_a_planned_dish_is_pending_until_it_is_eaten(plans, meals, left):
    assert [one.id for one in pending(plans, meals)] == left
