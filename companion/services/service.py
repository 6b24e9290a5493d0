"""A service of Companion, imported and made when it is first asked for: most commands need few of them."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from companion.services.companion import Companion

S = TypeVar("S")


def read_all() -> None:
    """Import every service, for a face that stays open: an update may replace them on the disk meanwhile.

    The models that are made on demand come with them: each is some service's.
    """
    for file in sorted(Path(__file__).parent.glob("[a-z]*.py")):
        import_module(f"companion.services.{file.stem}")


class Service(Generic[S]):
    """`meals: Service["Meals"] = Service("meals.Meals")`: that class of that module, made once and kept."""

    def __init__(self, where: str) -> None:
        self._module, _, self._class = where.partition(".")

    def __set_name__(self, owner: type["Companion"], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, companion: None, owner: type["Companion"]) -> Self: ...
    @overload
    def __get__(self, companion: "Companion", owner: type["Companion"]) -> S: ...
    def __get__(self, companion: "Companion | None", owner: type["Companion"]) -> Self | S:
        if companion is None:
            return self
        made: S = getattr(import_module(f"companion.services.{self._module}"), self._class)(companion)
        kept: S = vars(companion).setdefault(self._name, made)  # where Python looks before it asks this again
        return kept
