"""The words of household measures."""

import pytest

from companion.wording import foods


@pytest.mark.parametrize(
    ("unit", "one", "half"),
    [
        ("pieces", "1 piece", "Half a piece"),
        ("slices (1/4 in thick)", "1 slice (1/4 in thick)", "Half a slice (1/4 in thick)"),
        ("berries", "1 berry", "Half a berry"),
        ("leaves", "1 leaf", "Half a leaf"),
        ("glass", "1 glass", "Half a glass"),
        ("tbsp", "1 tablespoon", "Half a tablespoon"),
        ("fl oz", "1 fluid ounce", "Half a fluid ounce"),
        ("egg", "1 egg", "Half an egg"),
    ],
)
def test_a_measure_is_told_for_one_of_it(unit: str, one: str, half: str) -> None:
    assert (foods.portion(unit), foods.half(unit)) == (one, half)
