"""The key filter: what counts, whatever a hand does to the keys."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.keyfilter import KeyFilter

STARTING = (500, 150, 150)  # same key, any key, same key in a field: milliseconds
HELD = [0.0, *(0.4 + n / 30 for n in range(60))]  # seconds: a key held for about two, as terminals repeat it

presses = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3000), st.booleans()), max_size=40)
times = st.integers(0, 2000)


def counted(
    keys: KeyFilter, way: list[tuple[str, float]], *, in_field: bool = False
) -> list[tuple[str, float]]:
    return [(key, at) for key, at in way if keys.take(key, at, in_field=in_field)]


def in_seconds(gaps: list[tuple[str, int, bool]]) -> list[tuple[str, float, bool]]:
    at, way = 0, []
    for key, gap, field in gaps:
        at += gap
        way.append((key, at / 1000, field))
    return way


@given(presses, times, times, times)
def test_nothing_counts_that_was_not_pressed_and_the_first_press_always_does(
    gaps: list[tuple[str, int, bool]], same: int, any_: int, field: int
) -> None:
    keys = KeyFilter(same, any_, field)
    took = [keys.take(key, at, in_field=typing) for key, at, typing in in_seconds(gaps)]
    assert len(took) == len(gaps)
    assert took[:1] == [True][: len(gaps)]


@given(presses)
def test_with_zero_everything_counts(gaps: list[tuple[str, int, bool]]) -> None:
    keys = KeyFilter(0, 0, 0)
    assert all(keys.take(key, at, in_field=typing) for key, at, typing in in_seconds(gaps))


@given(presses, times, times)
def test_what_counts_is_never_closer_than_the_settings_say(
    gaps: list[tuple[str, int, bool]], same: int, any_: int
) -> None:
    took = counted(KeyFilter(same, any_, same), [(key, at) for key, at, _ in in_seconds(gaps)])
    assert all(later - before >= any_ / 1000 for (_, before), (_, later) in itertools.pairwise(took))
    for name in "abc":
        own = [at for key, at in took if key == name]
        assert all(later - before >= same / 1000 for before, later in itertools.pairwise(own))


@given(st.lists(st.integers(1, 499), max_size=60), st.integers(501, 5000))
def test_a_held_key_counts_once_and_again_after_it_was_let_go(repeats: list[int], pause: int) -> None:
    at, way = 0, [("a", 0.0)]
    for gap in [*repeats, pause]:
        at += gap
        way.append(("a", at / 1000))
    assert len(counted(KeyFilter(*STARTING), way)) == 2


@given(st.integers(0, 140))
def test_a_key_held_down_right_after_another_counts_once(late: int) -> None:
    way = [("b", 0.0), *(("a", late / 1000 + at) for at in HELD)]
    took = counted(KeyFilter(*STARTING), sorted(way, key=lambda press: press[1]))
    assert [key for key, _ in took] == ["b", "a"]


@pytest.mark.parametrize(
    ("way", "counts"),
    [
        ([("a", n * 0.05) for n in range(4)], ["a"]),  # four presses in 200 ms: one (accessibility, check 16)
        ([("a", at) for at in HELD], ["a"]),  # held for two seconds: one
        ([("a", 0.0), ("a", 0.7)], ["a", "a"]),  # 700 ms apart: two
        ([("a", 0.0), ("b", 0.1)], ["a"]),  # a neighbour touched on the way
        ([("a", 0.0), ("b", 0.1), ("b", 0.3)], ["a", "b"]),  # what never counted holds nothing back
        ([("a", 0.0), ("b", 0.2), ("a", 0.4)], ["a", "b"]),  # there and back again is the same key too soon
    ],
)
def test_the_starting_values(way: list[tuple[str, float]], counts: list[str]) -> None:
    assert [key for key, _ in counted(KeyFilter(*STARTING), way)] == counts


def test_in_a_field_no_digit_is_lost_to_the_one_before() -> None:
    way = [("1", 0.0), ("5", 0.12), ("0", 0.24), ("0", 0.30)]
    keys = KeyFilter(*STARTING)
    assert [key for key, _ in counted(keys, way, in_field=True)] == ["1", "5", "0"]
    assert not keys.take("enter", 0.35)  # what comes after the field is held to the other rule again


def test_in_a_field_a_letter_may_come_twice() -> None:
    way = [("5", 0.0), ("5", 0.2), ("5", 0.3), ("5", 0.33)]
    assert [at for _, at in counted(KeyFilter(*STARTING), way, in_field=True)] == [0.0, 0.2]
