"""The files of a diary in memory, for tests, demos and sums."""

import threading
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from companion.errors import Busy
from companion.store.layout import HEAD_BYTES
from companion.store.lock import WAIT_SECONDS
from companion.store.spares import DAYS_KEPT, Spare, free


class MemoryShelf:
    """A diary that is gone when the program ends."""

    def __init__(self, wait: float = WAIT_SECONDS) -> None:
        self.files: dict[str, bytes] = {}
        self.dated: dict[str, dict[str, bytes]] = {}
        self.kept: dict[str, bytes] = {}
        self._wait = wait
        self._lock = threading.Lock()
        self._holder: dict[str, object] = {"who": "", "since": None}

    def names(self) -> list[str]:
        """As Shelf says."""
        return sorted(self.files.keys() | self.dated.keys())

    def where(self, name: str) -> str:
        """As Shelf says."""
        return f"{name}.json"

    def read(self, name: str) -> bytes | None:
        """As Shelf says."""
        return self.files.get(name)

    def head(self, name: str) -> bytes:
        """As Shelf says."""
        return self.files.get(name, b"")[:HEAD_BYTES]

    def generation(self) -> Hashable | None:
        """As Shelf says: there is only one."""
        return None

    def signature(self, name: str) -> Hashable | None:
        """As Shelf says: the bytes are their own signature."""
        return self.files.get(name)

    def replace(self, name: str, raw: bytes, day: date | None) -> str | None:
        """As Shelf says."""
        self.files[name] = raw
        if day:
            dated = self.dated.setdefault(name, {})
            dated[day.isoformat()] = raw
            for old in sorted(dated)[:-DAYS_KEPT]:
                del dated[old]
        return None

    def keep(self, name: str, label: str, raw: bytes) -> None:
        """As Shelf says."""
        self.kept[f"{name}.{label}.json"] = raw

    def copies(self, name: str) -> Iterator[tuple[str, bytes]]:
        """As Shelf says."""
        for day, raw in sorted(self.dated.get(name, {}).items(), reverse=True):
            yield f"backup/{name}.{day}.json", raw

    def set_aside(self, name: str, now: datetime) -> str | None:
        """As Shelf says."""
        if name not in self.files:
            return None
        aside = free(f"{name}.json.damaged-{now:%Y%m%dT%H%M%S}", self.kept.keys())
        self.kept[aside] = self.files.pop(name)
        return aside

    @contextmanager
    def lock(self, who: str, since: datetime) -> Iterator[None]:
        """As Shelf says."""
        if not self._lock.acquire(timeout=self._wait):
            raise Busy("busy", **self._holder)
        try:
            self._holder = {"who": who, "since": since}
            yield
        finally:
            self._lock.release()

    def require_there(self) -> None:
        """As Shelf says: it cannot go."""

    def spares(self) -> list[Spare]:
        """As Shelf says."""
        dated = [Spare(name, day, dated=True) for name, days in self.dated.items() for day in days]
        return dated + [Spare(place.partition(".")[0], place, dated=False) for place in self.kept]

    def strangers(self) -> list[str]:
        """As Shelf says: nobody else comes by."""
        return []

    def spare(self, spare: Spare) -> bytes | None:
        """As Shelf says."""
        return self._among(spare).get(spare.place)

    def rewrite(self, spare: Spare, raw: bytes) -> None:
        """As Shelf says."""
        self._among(spare)[spare.place] = raw

    def remove(self, spares: Iterable[Spare], names: Iterable[str]) -> None:
        """As Shelf says."""
        for spare in spares:
            self._among(spare).pop(spare.place, None)
        self.dated = {name: days for name, days in self.dated.items() if days}
        for name in names:
            self.files.pop(name, None)

    def _among(self, spare: Spare) -> dict[str, bytes]:
        return self.dated[spare.name] if spare.dated else self.kept
