"""Energy, protein and what else is counted; unknown stays unknown."""

from collections.abc import Iterable

from companion.domain.frozen import frozen


def _add(one: float | None, other: float | None) -> float | None:
    return other if one is None else one if other is None else one + other


@frozen
class Nutrients:
    """Amounts in kcal, grams and millilitres. None is "not known", which a sum treats as nothing to add."""

    kcal: float | None = None
    protein_g: float | None = None
    carb_g: float | None = None
    fat_g: float | None = None
    fluid_ml: float | None = None

    def __add__(self, other: "Nutrients") -> "Nutrients":
        return Nutrients(  # by name, as years of entries are added up
            _add(self.kcal, other.kcal),
            _add(self.protein_g, other.protein_g),
            _add(self.carb_g, other.carb_g),
            _add(self.fat_g, other.fat_g),
            _add(self.fluid_ml, other.fluid_ml),
        )

    def __mul__(self, factor: float) -> "Nutrients":
        return Nutrients(*(None if (v := getattr(self, n)) is None else v * factor for n in NAMES))


NAMES = ("kcal", "protein_g", "carb_g", "fat_g", "fluid_ml")
NOTHING = Nutrients()


class Sum:
    """Amounts as they are added up, by the thousand: an object for each step would take most of the time."""

    __slots__ = ("_figures",)

    def __init__(self) -> None:
        self._figures: list[float | None] = [None] * len(NAMES)

    def add(self, amounts: Iterable[float | None]) -> None:
        """Add amounts in the order of NAMES."""
        self._figures = list(map(_add, self._figures, amounts))

    @property
    def nutrients(self) -> Nutrients:
        """What it came to."""
        return Nutrients(*self._figures)
