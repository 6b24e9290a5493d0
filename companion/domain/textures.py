"""Texture levels: which is softer, which is thicker, and the tests of each. Names are facts of IDDSI."""

from collections.abc import Sequence
from typing import Literal, TypeVar

from companion.domain.records import Record, Spoken
from companion.errors import Refused

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
