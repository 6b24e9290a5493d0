"""Small fixed records, made quickly.

`dataclass` writes and compiles six methods for each class at every start, which was a third of a command's
time; here one is compiled, once the first of its records is made, and all classes share the others.
"""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """A class of fields as `@dataclass(frozen=True, slots=True)` makes it: `replace` and `asdict` know it.

    Raise TypeError for what it does not do: `__post_init__`, fields made at the start only or by name only,
    options of a field beside its default, and names that begin with an underscore.
    """
    return _made(cls, by_name=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen_by_name(cls: type[T]) -> type[T]:
    """The same, given its fields by name alone: one without a default may follow one that has it."""
    return _made(cls, by_name=True)


def _made(cls: type[T], *, by_name: bool) -> type[T]:
    own = vars(cls).keys()
    for name, method in SHARED.items():
        if name not in own:
            setattr(cls, name, method)
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=by_name)(cls)
    if why := _unable(made, by_name=by_name):
        raise TypeError(f"{cls.__qualname__}: a frozen record has no {why}; use dataclass")
    names = [one.name for one in fields(made)]

    def first(self: Any, *given: Any, **named: Any) -> None:
        made.__init__ = _init(made, by_name=by_name)
        made.__init__(self, *given, **named)

    made.__init__ = first
    made._facts = attrgetter(*names) if names else type
    return made  # type: ignore[no-any-return]


def _unable(cls: Any, *, by_name: bool) -> str:
    """What a class asks for that its `__init__` or the shared methods would leave out; "" is nothing."""
    if hasattr(cls, "__post_init__"):
        return "__post_init__"
    for one in cls.__dataclass_fields__.values():  # `fields` leaves InitVar out
        if "InitVar" in str(one.type):
            return f"InitVar {one.name}"
    for one in fields(cls):
        if one.name.startswith("_"):
            return f"field with an underscore first: {one.name}"
        usual = one.init and one.repr and one.compare and one.hash is None and one.kw_only == by_name
        if not usual or one.metadata:
            return f"field with an option beside its default: {one.name}"
    return ""


def _init(cls: Any, *, by_name: bool) -> Callable[..., None]:
    """The method that takes the fields in their order or by name, defaults where there are any.

    No name of its own can be that of a field, as none of these begins with an underscore.
    """
    known: dict[str, Any] = {"_MISSING": MISSING, "_put": object.__setattr__}
    held = fields(cls)
    taken, lines = ["self", *["*"] * (by_name and bool(held))], []
    for one in held:
        name, value = one.name, one.name
        if one.default is not MISSING:
            known[f"_of_{name}"] = one.default
            taken.append(f"{name}=_of_{name}")
        elif one.default_factory is not MISSING:
            known[f"_of_{name}"] = one.default_factory
            taken.append(f"{name}=_MISSING")
            value = f"_of_{name}() if {name} is _MISSING else {name}"
        else:
            taken.append(name)
        lines.append(f" _put(self, {name!r}, {value})")
    exec(f"def __init__({', '.join(taken)}):\n" + ("\n".join(lines) or " pass"), known)  # noqa: S102 - names of fields only
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _set(_: object, name: str, __: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _equal(self: Any, other: Any) -> bool:
    return self._facts(self) == other._facts(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._facts(self))


def _repr(self: Any) -> str:
    held = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
    return f"{type(self).__qualname__}({', '.join(held)})"


def _reduce(self: Any) -> tuple[Any, ...]:
    return _again, (type(self), {one.name: getattr(self, one.name) for one in fields(self)})


def _again(cls: type[T], facts: dict[str, Any]) -> T:
    return cls(**facts)


SHARED: dict[str, Any] = {
    "__setattr__": _set, "__delattr__": _delete, "__eq__": _equal, "__hash__": _hash, "__repr__": _repr,
    "__reduce__": _reduce,
}  # fmt: skip
