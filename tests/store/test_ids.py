"""Ids sort as they were minted, and tell when."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from companion.store.ids import EPOCH, instant, mint

MOMENTS = st.integers(0, 2**44 * 1000).map(lambda n: EPOCH + timedelta(microseconds=n))


@given(MOMENTS)
def test_an_id_tells_its_moment_to_the_millisecond(moment: datetime):
    told = instant(mint(moment))
    assert told is not None
    assert timedelta(0) <= moment - told < timedelta(milliseconds=1)


@given(st.lists(MOMENTS, min_size=2, max_size=10))
def test_each_id_is_greater_than_the_one_before_whatever_the_clock_says(moments: list[datetime]):
    ids = [""]
    for moment in moments:
        ids.append(mint(moment, ids[-1]))
    assert ids == sorted(set(ids))


@given(MOMENTS, MOMENTS)
def test_ids_sort_like_their_moments(one: datetime, other: datetime):
    if other - one >= timedelta(milliseconds=1):
        assert mint(one) < mint(other)


def test_what_is_no_id_has_no_moment():
    assert instant("") is None
    assert instant("1m810vyc06hhp!") is None
