"""Sums in which unknown stays unknown."""

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.nutrients import NOTHING, Nutrients

amounts = st.none() | st.floats(0, 1000)
some = st.builds(Nutrients, amounts, amounts, amounts, amounts, amounts)


def test_unknown_and_unknown_is_unknown():
    assert (Nutrients() + Nutrients()).kcal is None
    assert (Nutrients() * 2).kcal is None


def test_unknown_adds_nothing_to_what_is_known():
    assert Nutrients(kcal=100) + Nutrients() == Nutrients(kcal=100)


@given(some, some)
def test_the_order_of_a_sum_does_not_matter(one, other):
    assert one + other == other + one
    assert one + NOTHING == one


@given(some)
def test_once_is_the_same(one):
    assert one * 1 == one
