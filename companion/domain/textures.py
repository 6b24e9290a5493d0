"""Texture levels: which is softer, which is thicker, and the tests of each. Names are facts of IDDSI."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeVar

from companion.domain.frozen import frozen
from companion.domain.records import Record, Spoken
from companion.errors import Refused

if TYPE_CHECKING:
    from companion.domain.limits import TextureLimits

L = TypeVar("L", bound=str)

FoodLevel = Literal["3", "4", "5", "6", "7EC", "7"]
DrinkLevel = Literal["0", "1", "2", "3", "4"]
FOOD_LEVELS: tuple[FoodLevel, ...] = ("3", "4", "5", "6", "7EC", "7")  # softest first
DRINK_LEVELS: tuple[DrinkLevel, ...] = ("0", "1", "2", "3", "4")  # thinnest first
POURS: FoodLevel = "3"  # a dish of this level can be drunk, and counts as a drink of this level


class Level(Record):
    """One level: its name as food and as drink (either may be empty) and the tests of each."""

    food: str = ""
    drink: str = ""
    spoken: str = ""
    colour: str
    food_tests: tuple[str, ...] = ()
    drink_tests: tuple[str, ...] = ()

    @property
    def aloud(self) -> str:
        """The level's number as it is said."""
        return self.spoken or self.id


class Test(Spoken):
    """One test of a batch of food or drink."""

    __test__ = False  # not for pytest


def food_level(raw: object) -> FoodLevel | None:
    """The food level written so, None for None; raises Refused for one that does not exist."""
    return _known(FOOD_LEVELS, raw)


def drink_level(raw: object) -> DrinkLevel | None:
    """The drink level written so, None for None; raises Refused for one that does not exist."""
    return _known(DRINK_LEVELS, raw)


def softness(prescribed: FoodLevel, level: str) -> int:
    """How many levels softer than prescribed; negative is firmer."""
    return _place(FOOD_LEVELS, prescribed) - _place(FOOD_LEVELS, level)


def thickness(prescribed: DrinkLevel, level: str) -> int:
    """How many levels thicker than prescribed; negative is thinner."""
    return _place(DRINK_LEVELS, level) - _place(DRINK_LEVELS, prescribed)


@frozen
class FlowRead:
    """What a flow test showed: its level, or the two that it lies between, by the mL left.

    Steps are levels thicker than prescribed, negative is thinner; None on the line or without a level.
    """

    left_ml: float
    level: DrinkLevel | None
    between: tuple[DrinkLevel, DrinkLevel] | None = None
    prescribed: DrinkLevel | None = None

    @property
    def steps(self) -> int | None:
        """How many levels thicker than prescribed."""
        if self.level is None or self.prescribed is None:
            return None
        return thickness(self.prescribed, self.level)


def flow_test(left_ml: float, limits: "TextureLimits", prescribed: DrinkLevel | None = None) -> FlowRead:
    """Read a flow test by the mL left. On an end that two levels share it has to be repeated.

    The last edge is a full syringe: nothing ran out, so it is read as level 4; fork and spoon tests decide.
    Judged is the tenth of a millilitre that is shown, so that number and level never contradict each other.
    """
    *shared, full = limits.flow_edges
    if not 0 <= left_ml <= limits.flow_ml:
        raise Refused("out_of_range", what="left", value=left_ml, low=0, high=limits.flow_ml, unit="mL")
    left_ml = round(left_ml, 1)
    for edge, between in zip(shared, pairwise(DRINK_LEVELS), strict=False):
        if round(abs(left_ml - edge) - limits.flow_near, 6) <= 0:
            return FlowRead(left_ml, None, between, prescribed)
    passed = sum(left_ml >= edge for edge in (*shared, full))
    return FlowRead(left_ml, DRINK_LEVELS[passed], None, prescribed)


def _known(levels: tuple[L, ...], raw: object) -> L | None:
    if raw is None:
        return None
    typed = str(raw).strip().upper()
    for level in levels:
        if level == typed:
            return level
    raise Refused("bad_level", value=raw, known=list(levels))


def _place(levels: Sequence[str], level: str) -> int:
    return levels.index(level)
