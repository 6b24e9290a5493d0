"""Models that are made when they are first asked for.

Pydantic takes a third of a millisecond for each class. A command needs few of the models that a package
has, so it has a module for each topic, which the package imports when a name of it is asked for.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, TypeVar

T = TypeVar("T")


def on_demand(package: str, modules: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """The `__getattr__` of a package, which finds these names in these modules of it."""
    homes = {name: module for module, names in modules.items() for name in names}

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return find


class Named(Mapping[str, T]):
    """What a package holds, each under a key of its own; `names` says by which name it is found there."""

    def __init__(self, names: Mapping[str, str], find: Callable[[str], Any]) -> None:
        self._names = names
        self._find = find
        self._found: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._found:
            self._found[key] = self._find(self._names[key])
        return self._found[key]

    def __contains__(self, key: object) -> bool:
        return key in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
