"""Axes of pictures: even steps that hold both ends, and the nearest lines within reach."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.axes import reach, scale

VALUES = st.floats(0, 300, allow_nan=False)


@given(VALUES, VALUES)
def test_a_scale_holds_both_ends_in_even_steps(one: float, other: float) -> None:
    low, high = sorted((one, other))
    numbers = scale(low, high, 5, (0.2, 1, 2, 4, 10, 20, 40, 100))
    assert numbers[0] <= low + 1e-9
    assert numbers[-1] >= high - 1e-9
    assert len(numbers[::2]) <= 5
    assert len({round(b - a, 6) for a, b in pairwise(numbers)}) == 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([56.8, 59.3], (54.1, 60.1)),
        ([62.0], (60.1, 62.0)),
        ([50.0, 52.0], (50.0, 54.1)),
        ([57.1], (54.1, 60.1)),
    ],
)
def test_the_nearest_lines_are_within_reach(values: list[float], expected: tuple[float, float]) -> None:
    assert reach(values, [60.1, 57.1, 54.1]) == expected
