"""The diary: entries go in, what is in force comes out. Nothing in it is changed in place."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from pydantic import ValidationError

from companion.domain.entries import ENVELOPE, KINDS, Correction, Entry
from companion.errors import Refused, Unknown, first_fault
from companion.store import ids, repairs
from companion.store.migrations import MIGRATIONS, Document, Migration
from companion.store.month import CORRECTION, document
from companion.store.reading import NEAR, Reader
from companion.store.shelf import NAME, PLAN, Shelf, month_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from tinydb import TinyDB

    from companion.store.repairs import FileState, Repaired

FIXED = ENVELOPE - {"at", "note"}  # what no edit may touch


class Diary(Reader):
    """Everything kept about one person, on a shelf. `remarks` holds warnings, such as a copy that failed."""

    def __init__(
        self,
        shelf: Shelf,
        clock: Callable[[], datetime],
        kinds: Mapping[str, type[Entry]] = KINDS,
        migrations: Mapping[int, Migration] = MIGRATIONS,
        wall: Callable[[], datetime] = ids.wall,
    ) -> None:
        super().__init__(shelf, kinds, migrations)
        self.clock = clock
        # ids tell the order of writing, which a clock frozen for a test or a demo would lose
        self.wall = wall
        self.last = ""

    @property
    def remarks(self) -> list[str]:
        """Warnings about saves that went well otherwise."""
        return self.binder.remarks

    def append(self, *entries: Entry) -> tuple[Entry, ...]:
        """Add entries under one lock and return them with their ids; on disk when this returns.

        Several files are all made ready before the first is saved, the plan last: where one cannot be read
        or made, or the first not saved, nothing is. Raise Refused for an entry or edit that is not valid,
        Unknown for a correction of nothing or a file that would not be listed, Busy or Failure where it
        cannot be saved.
        """
        if not entries:
            return ()
        now, kept, act = self.clock(), dict[int, Entry](), ""
        with self.binder.locked(entries[0].by, now), ExitStack() as saving:
            files = self._by_file(entries)
            drafts = {
                name: saving.enter_context(self.binder.writing(name, now.date()))
                for name in sorted(files, key=lambda name: name != PLAN)  # saved in the opposite order
            }
            for name, batch in files.items():
                self.last = max(self.last, drafts[name].newest)
                for place, entry in batch:
                    self.last = ids.mint(self.wall(), self.last)
                    act = act or self.last
                    together = {"act": entry.act or act} if len(entries) > 1 else {}
                    kept[place] = entry.model_copy(update={"id": self.last, **together})
                    drafts[name].db.table(entry.kind).insert(document(kept[place]))
        return tuple(kept[place] for place in range(len(entries)))

    @contextmanager
    def edit(self, name: str, who: str = "") -> Iterator[TinyDB]:
        """A stock TinyDB over a file, read under the lock; saved on a clean end, left alone on an exception.

        Whatever was touched is validated before it is saved. Never wait for a person inside.
        """
        self.known(name)
        now = self.clock()
        with self.binder.locked(who, now), self.binder.writing(name, now.date()) as draft:
            yield draft.db

    def check(self) -> list[FileState]:
        """Every file, looked at entry by entry."""
        return [repairs.state(self.binder, name) for name in self.shelf.names()]

    def repair(self, name: str, who: str = "") -> Repaired:
        """Bring back the newest good copy; the damaged file is kept beside it. Raise Failure without one."""
        self.known(name)
        with self.binder.locked(who, now := self.clock()):
            return repairs.repair(self.binder, name, now)

    def accept(self, name: str, who: str = "") -> int:
        """Take a file edited by hand as it is now, once every entry in it is valid. Return how many."""
        self.known(name)
        now = self.clock()
        with self.binder.locked(who, now):
            return repairs.accept(self.binder, name, now.date())

    def known(self, name: str) -> None:
        """Raise Unknown unless a file may have this name."""
        if not NAME.fullmatch(name):
            raise Unknown("unknown_month", name=name, near=self.shelf.names()[-NEAR:])

    def _by_file(self, entries: tuple[Entry, ...]) -> dict[str, list[tuple[int, Entry]]]:
        files: dict[str, list[tuple[int, Entry]]] = {}
        for place, entry in enumerate(entries):
            name, settled = self._settled(entry) if isinstance(entry, Correction) else (home(entry), entry)
            self.known(name)
            files.setdefault(name, []).append((place, settled))
        return files

    def _settled(self, correction: Correction) -> tuple[str, Entry]:
        """The file of a correction's target, and the correction with its changes as kept there."""
        name, kind, written = self._locate(correction.target)
        if correction.action != "edit":
            return name, correction
        if kind == CORRECTION:
            raise Refused("bad_edit", key="target", fault="correction")
        for key in FIXED & correction.changes.keys():
            raise Refused("bad_edit", key=key, fault="fixed")
        with self.binder.reading(name) as month:
            now: Document = month.now(kind, written)
        try:
            edited = self.binder.kinds[kind].model_validate({**now, **correction.changes})
        except ValidationError as error:
            key, fault = first_fault(error)
            raise Refused("bad_edit", key=key, fault=fault) from None
        if home(edited) != name:
            raise Refused("bad_edit", key="at", fault="other_month")
        after = edited.model_dump(mode="json")
        changes = {key: after[key] for key in correction.changes}
        return name, correction.model_copy(update={"changes": changes})


def home(entry: Entry) -> str:
    """The file an entry belongs to: the plan, or the month of its local date."""
    return PLAN if entry.home == "plan" else month_of(entry.at)
