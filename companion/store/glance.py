"""One glance at a shelf: what was seen of the folder, and found in it, while somebody reads on."""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from companion.store.shelf import Shelf


class Glance:
    """The folder is listed once and each file looked at once; `found` holds what was read by what was asked.

    With it goes any change that comes meanwhile, which the next glance sees.
    """

    def __init__(self, shelf: "Shelf") -> None:
        self.names: Callable[[], list[str]] = cache(shelf.names)
        self.signature: Callable[[str], Hashable | None] = cache(shelf.signature)
        self.generation: Callable[[], Hashable | None] = cache(shelf.generation)
        self.found: dict[Hashable, Any] = {}
