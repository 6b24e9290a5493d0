"""Fixed records behave as frozen dataclasses with slots do."""

import copy
from dataclasses import FrozenInstanceError, InitVar, asdict, dataclass, field, replace
from typing import Any

import pytest

from companion.domain.frozen import frozen, frozen_by_name


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


@frozen
class Supper(Meal):
    """One that has no more, and yet is another."""


@frozen
class Tag:
    """One that says itself what it counts as in a set, and whose fields are called as the makers are."""

    put: str = "shelf"
    MISSING: tuple[str, ...] = field(default_factory=tuple)

    def __hash__(self) -> int:
        return 7


@frozen
class Nothing:
    """One that holds nothing."""


@frozen_by_name
class Cup:
    """One whose fields have names only."""

    drink: str = "tea"
    parts: list[str] = field(default_factory=list)


@frozen_by_name
class Mug(Cup):
    """One that has more, without a default."""

    ml: int


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


def test_by_name_a_field_without_a_default_may_follow_one_that_has_it() -> None:
    mug = Mug(ml=200)
    assert asdict(mug) == {"drink": "tea", "parts": [], "ml": 200}
    assert asdict(replace(mug, drink="milk")) == {"drink": "milk", "parts": [], "ml": 200}
    assert (copy.deepcopy(mug), repr(Cup())) == (mug, "Cup(drink='tea', parts=[])")


@pytest.mark.parametrize(("given", "facts"), [((200,), {}), ((), {}), ((), {"ml": 200, "salt": 1})])
def test_by_name_nothing_is_taken_by_its_place(given: tuple[Any, ...], facts: dict[str, Any]) -> None:
    for _ in range(2):  # the first one made, and those after it
        with pytest.raises(TypeError):
            Mug(*given, **facts)


def test_by_place_and_by_name_are_not_mixed() -> None:
    with pytest.raises(TypeError, match="field with an option"):
        frozen(type("Glass", (Cup,), {"__annotations__": {"ml": int}}))
    with pytest.raises(TypeError, match="field with an option"):
        frozen_by_name(type("Soup", (Meal,), {"__annotations__": {"ml": int}}))


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


def test_two_of_two_types_differ_whichever_is_asked() -> None:
    meal: Any = Meal("Soup")
    for other in (Supper("Soup"), Dinner("Soup"), Model("Soup")):
        assert not meal == other  # noqa: SIM201 - `!=` is another question
        assert not other == meal  # noqa: SIM201


def test_a_hash_of_its_own_stays_and_no_name_of_a_field_is_in_the_way() -> None:
    assert hash(Tag("box")) == 7
    assert (Tag().put, Tag().MISSING, Tag("box", ("lid",)).MISSING) == ("shelf", (), ("lid",))
    assert Tag("box") == Tag("box") != Tag()


def test_one_without_fields_is_like_every_other_of_its_kind() -> None:
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
    assert repr(Nothing()) == "Nothing()"
    assert copy.copy(Nothing()) == Nothing() != Tag()


def test_a_copy_is_the_same() -> None:
    soup = Meal("Soup", 90, ["leek"])
    assert copy.deepcopy(soup) == soup == copy.copy(soup)


@pytest.mark.parametrize(
    "option",
    [
        {"init": False, "default": 1}, {"compare": False}, {"repr": False}, {"hash": False},
        {"kw_only": True}, {"metadata": {"unit": "ml"}},
    ],
)  # fmt: skip
def test_an_option_that_it_would_not_keep_is_refused(option: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="field with an option beside its default: ml"):
        frozen(type("Cup", (), {"__annotations__": {"ml": int}, "ml": field(**option)}))


@pytest.mark.parametrize(
    ("annotations", "members", "why"),
    [
        ({"ml": int}, {"__post_init__": lambda _: None}, "__post_init__"),
        ({"ml": InitVar[int]}, {}, "InitVar ml"),
        ({"ml": "InitVar[int]"}, {}, "InitVar ml"),
        ({"_ml": int}, {}, "underscore first: _ml"),
    ],
)
def test_what_it_does_not_do_is_refused(
    annotations: dict[str, Any], members: dict[str, Any], why: str
) -> None:
    with pytest.raises(TypeError, match=why):
        frozen(type("Cup", (), {"__annotations__": annotations, "__module__": __name__, **members}))
