"""What next: energy before protein before fluid, the densest on a hard day, nothing twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.content.library import Library
from companion.domain.limits import NextLimits
from companion.domain.meals import Meal, MealOffer
from companion.domain.meals_next import Candidate, Need, behind, rank, why
from companion.domain.nutrients import Nutrients

LIMITS = Library().limits(NextLimits, "next")


def dish(
    id: str,
    kcal: float | None,
    grams: float = 300,
    *,
    steps: int = 0,
    tags: tuple[str, ...] = (),
    **per: float,
):
    meal = Meal.model_construct(id=id, name=id, kind="food", slots=("lunch",), tags=tags, prep_minutes=8)
    return Candidate(MealOffer(meal, "4", steps), Nutrients(kcal, **per), grams)


def order(pool: list[Candidate], need: Need, lately: tuple[str, ...] = ()) -> list[str]:
    return [one.candidate.id for one in rank(pool, need, lately, LIMITS)]


@pytest.mark.parametrize(
    ("better", "worse", "need"),
    [
        (dish("b", 500), dish("a", 200), Need(kcal=500)),
        (dish("b", 500), dish("a", 200), Need()),
        (dish("b", 400), dish("a", 100, protein_g=40, fluid_ml=300), Need(400, 40, 300)),
        (dish("b", 100, protein_g=30), dish("a", 100, fluid_ml=300), Need(0, 30, 300)),
        (dish("b", 100, fluid_ml=300), dish("a", 100), Need(0, 0, 300)),
        (dish("b", 300, 100), dish("a", 500, 500), Need(500, tired=True)),
        (dish("b", 300, 100), dish("a", 500, 500), Need(500, behind=True)),
        (dish("b", 400), dish("a", 400, steps=1), Need(400)),
        (dish("b", 350), dish("a", 520), Need(600, late=True)),
    ],
    ids=["energy", "no target", "energy before protein and fluid", "protein before fluid", "fluid at last",
         "densest when tired", "densest when behind", "prescribed level", "no big dish in the evening"],
)  # fmt: skip
def test_the_better_one_comes_first(better, worse, need):
    assert order([worse, better], need) == ["b", "a"]


def test_on_a_day_as_usual_the_bigger_dish_beats_the_denser_one():
    assert order([dish("b", 300, 100), dish("a", 500, 500)], Need(500)) == ["a", "b"]


def test_what_was_had_lately_comes_last_and_says_so():
    ranked = rank([dish("cod", 500), dish("soup", 100)], Need(500), {"cod"}, LIMITS)
    assert [one.candidate.id for one in ranked] == ["soup", "cod"]
    assert ranked[-1].why[0] == "lately"


pools = st.lists(
    st.tuples(st.one_of(st.none(), st.integers(0, 700)), st.integers(0, 40), st.integers(0, 400)), max_size=8
).map(lambda rows: [dish(f"m{n}", k, protein_g=p, fluid_ml=f) for n, (k, p, f) in enumerate(rows)])
needs = st.builds(
    Need,
    kcal=st.one_of(st.none(), st.integers(-500, 2000)),
    protein_g=st.one_of(st.none(), st.integers(-20, 90)),
    fluid_ml=st.one_of(st.none(), st.integers(-100, 2000)),
    slots=st.integers(1, 7),
    late=st.booleans(),
    tired=st.booleans(),
    behind=st.booleans(),
)


@given(pools, needs, st.sets(st.sampled_from(["m0", "m1"])), st.randoms())
def test_it_ranks_what_it_is_given_and_nothing_else_always_alike(pool, need, lately, chance):
    ranked = rank(pool, need, lately, LIMITS)
    shuffled = list(pool)
    chance.shuffle(shuffled)
    assert {one.candidate.id for one in ranked} == {one.id for one in pool}
    assert ranked == rank(shuffled, need, lately, LIMITS)
    assert all(len(one.why) <= 2 for one in ranked)


@pytest.mark.parametrize(
    ("one", "need", "codes"),
    [
        (dish("a", 480, 300), Need(), ("dense",)),
        (dish("a", 479, 300), Need(), ()),
        (dish("a", 300, protein_g=15), Need(), ("protein",)),
        (dish("a", 300, protein_g=14.9), Need(), ()),
        (dish("a", 300, protein_g=15), Need(protein_g=0), ()),
        (dish("a", 300, fluid_ml=200), Need(), ("fluid",)),
        (dish("a", 600, protein_g=20, tags=("quick",)), Need(), ("protein", "dense")),
        (dish("a", 600, protein_g=20, tags=("quick",)), Need(tired=True), ("dense", "quick")),
    ],
)
def test_a_reason_is_said_from_its_figure_on(one, need, codes):
    assert why(one, need, LIMITS) == codes


@pytest.mark.parametrize(
    ("eaten", "target", "over", "expected"),
    [(799, 2000, 0.5, True), (800, 2000, 0.5, False), (0, 2000, 0.0, False), (None, 2000, 0.5, False),
     (100, None, 0.5, False)],
)  # fmt: skip
def test_a_day_is_behind_below_its_share_by_this_time(eaten, target, over, expected):
    assert behind(eaten, target, over, LIMITS) is expected
