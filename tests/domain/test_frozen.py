"""Fixed records behave as frozen dataclasses with slots do."""

import copy
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace
from typing import Any

import pytest

from companion.domain.frozen import frozen


@frozen
class Meal:
    """A record as the program has many."""

    name: str
    kcal: float | None = None
    parts: list[str] = field(default_factory=list)


@frozen
class Dinner(Meal):
    """One that has more."""

    late: bool = False


@dataclass(frozen=True, slots=True)
class Model:
    """The same, made by dataclasses."""

    name: str
    kcal: float | None = None
    parts: list[str] = field(default_factory=list)


def test_it_is_made_shown_and_taken_apart_as_a_dataclass() -> None:
    given: tuple[Any, ...] = ("Soup", 90.0)
    one, model = Meal(*given), Model(*given)
    assert repr(one) == repr(model).replace("Model", "Meal")
    assert asdict(one) == asdict(model)
    assert asdict(replace(one, kcal=80, parts=["leek"])) == {"name": "Soup", "kcal": 80, "parts": ["leek"]}
    assert (Dinner("Stew", late=True).late, Dinner("Stew").name) == (True, "Stew")
    assert one.parts is not Meal("Soup").parts


@pytest.mark.parametrize("facts", [{}, {"name": "Soup", "salt": 1}])
def test_too_little_or_too_much_is_no_record(facts: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Meal(**facts)


def test_nothing_of_it_changes() -> None:
    soup: Any = Meal("Soup")
    with pytest.raises(FrozenInstanceError):
        soup.name = "Stew"
    with pytest.raises(FrozenInstanceError):
        del soup.name
    with pytest.raises(FrozenInstanceError):
        soup.salt = 1
    assert not hasattr(soup, "__dict__")


def test_two_with_the_same_facts_are_one_and_another_class_is_another() -> None:
    parts = ("leek",)
    assert Meal("Soup", 90, parts) == Meal("Soup", 90, parts)  # type: ignore[arg-type]
    assert len({Meal("Soup", 90, parts), Meal("Soup", 90, parts)}) == 1  # type: ignore[arg-type]
    assert Meal("Soup") != Meal("Soup", 1)
    assert Meal("Soup") != Dinner("Soup")
    assert Meal("Soup") != "Soup"


def test_a_copy_is_the_same() -> None:
    soup = Meal("Soup", 90, ["leek"])
    assert copy.deepcopy(soup) == soup == copy.copy(soup)
