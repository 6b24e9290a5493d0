"""Keeps watch over a diary: what was written since one looked last."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from companion.store.diary import Diary
    from companion.store.month import Kept


class Lookout:
    """Begins with the diary as it is. A look costs one stat a file; only files that changed are read."""

    def __init__(self, diary: "Diary") -> None:
        self._diary = diary
        self._seen = self._signatures()
        # A head for each file: ids grow within a file, even where the clock of the computer was set back.
        self._heads = {name: diary.binder.newest(name) for name in self._seen}

    def look(self) -> "list[Kept]":
        """What was written since, in that order and as it reads now; raises CompanionError and can go on."""
        now, heads = self._signatures(), dict[str, str]()
        found: list[Kept] = []
        if now == self._seen:
            return []
        for name, signature in now.items():
            if signature == self._seen.get(name):
                continue
            head = self._heads.get(name, "")
            with self._diary.binder.reading(name) as month:
                found.extend(month.after(head))
                heads[name] = max(head, month.newest)
        self._seen = now
        self._heads |= heads
        return sorted(found, key=lambda kept: kept.entry.id)

    def _signatures(self) -> "dict[str, Hashable]":
        shelf = self._diary.shelf
        return {name: shelf.signature(name) for name in shelf.names()}
