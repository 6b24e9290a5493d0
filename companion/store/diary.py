"""The diary: entries go in, what is in force comes out. Nothing in it is changed in place."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from companion.domain.entries import ENVELOPE, KINDS, Correction, Entry
from companion.errors import Refused, Unknown, first_fault
from companion.store import ids, repairs
from companion.store.binder import Binder
from companion.store.migrations import MIGRATIONS, Document, Migration
from companion.store.month import CORRECTION, Kept, document
from companion.store.shelf import NAME, PLAN, Shelf, month_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
    from datetime import date, datetime

    from tinydb import TinyDB

    from companion.store.repairs import FileState, Repaired

E = TypeVar("E", bound=Entry)
T = TypeVar("T")
FIXED = ENVELOPE - {"at", "note"}  # what no edit may touch
NEAR = 3


class Diary:
    """Everything kept about one person, on a shelf. `remarks` holds warnings, such as a copy that failed."""

    def __init__(
        self,
        shelf: Shelf,
        clock: Callable[[], datetime],
        kinds: Mapping[str, type[Entry]] = KINDS,
        migrations: Mapping[int, Migration] = MIGRATIONS,
        wall: Callable[[], datetime] = ids.wall,
    ) -> None:
        self.shelf = shelf
        self.clock = clock
        # ids tell the order of writing, which a clock frozen for a test or a demo would lose
        self.wall = wall
        self.last = ""
        self.binder = Binder(shelf, kinds, migrations)

    @property
    def remarks(self) -> list[str]:
        """Warnings about saves that went well otherwise."""
        return self.binder.remarks

    def steady(self) -> AbstractContextManager[None]:
        """Around reads that belong together: one look at each file. Raise Busy where it was restored."""
        return self.binder.steady()

    def found(self, asked: Hashable, find: Callable[[], T]) -> T:
        """What `find` finds, within `steady` once a key: `asked` holds all it depends on beside the diary."""
        return self.binder.found(asked, find)

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

    def entries(self, *kinds: str, since: date | None = None, until: date | None = None) -> list[Entry]:
        """What is in force, edits applied, by time. No kinds means all; the local dates are inclusive."""
        wanted = kinds or tuple(kind for kind in self.binder.kinds if kind != CORRECTION)
        asked = (wanted, since, until)
        return list(self.found(asked, lambda: self._entries(*asked)))

    def _entries(self, kinds: tuple[str, ...], since: date | None, until: date | None) -> list[Entry]:
        found: list[Entry] = []
        with self.binder.together():
            for name in self._homes(kinds, since, until):
                with self.binder.reading(name) as month:
                    found.extend(month.entries(kinds, since, until))
        return sorted(found, key=lambda entry: (entry.at.timestamp(), entry.id))

    def of(self, model: type[E], *, since: date | None = None, until: date | None = None) -> list[E]:
        """What is in force of one kind, with its own type."""
        return [one for one in self.entries(model.kind, since=since, until=until) if isinstance(one, model)]

    def facts(
        self, kind: str, *names: str, since: date | None = None, until: date | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """Some facts of each entry in force of a kind, as JSON holds them."""
        found: list[tuple[Any, ...]] = []
        with self.binder.together():
            for file in self._homes((kind,), since, until):
                with self.binder.reading(file) as month:
                    found.extend(month.facts(kind, names, since, until))
        return iter(found)

    def history(self, since: date | None = None, until: date | None = None) -> list[Kept]:
        """Everything about these days in the order it was written: removed entries and corrections too."""
        found: list[Kept] = []
        with self.binder.together():
            for name in self._files(since, until):
                with self.binder.reading(name) as month:
                    found.extend(month.kept(since, until))
        return sorted(found, key=lambda kept: kept.entry.id)

    def written(self) -> list[Kept]:
        """Everything there is, as it was written and in that order; for whoever takes it elsewhere."""
        found: list[Kept] = []
        for name in self.shelf.names():
            with self.binder.reading(name) as month:
                found.extend(month.written())
        return sorted(found, key=lambda kept: kept.entry.id)

    def find(self, identity: str) -> Kept:
        """The entry with this id. Raise Unknown with ids that look like it."""
        name, kind, written = self._locate(identity)
        with self.binder.reading(name) as month:
            return month.keep(kind, written)

    def act(self, entry: Entry) -> list[Entry]:
        """What was written in one go with this entry, in the order of writing.

        An act is named by the id of its first entry, which need not name it itself.
        """
        if entry.act is None:
            return [entry]
        found: list[Entry] = []
        for name in self.shelf.names():
            if self.binder.newest(name) >= entry.act:
                with self.binder.reading(name) as month:
                    found.extend(month.act(entry.act))
        return sorted(found, key=lambda one: one.id)

    def once(self, model: type[E], corrections: Iterable[Correction]) -> list[E]:
        """What would be in force of a kind of the plan, once these corrections were written."""
        with self.binder.reading(PLAN) as month:
            found = list(month.once(model.kind, [document(one) for one in corrections]))
        return [one for one in found if isinstance(one, model)]

    def ever(self, model: type[E]) -> list[E]:
        """Every entry of a kind of the plan, removed ones too."""
        with self.binder.reading(PLAN) as month:
            found = [kept.entry for kept in month.kept(None, None)]
        return [one for one in found if isinstance(one, model)]

    def against(self, identity: str) -> list[Entry]:
        """The corrections in force that keep this entry out of the day."""
        name, _, _ = self._locate(identity)
        with self.binder.reading(name) as month:
            return list(month.against(identity))

    def newest(self, by: str | None = None, role: str | None = None, *, but: str = "") -> Kept | None:
        """The last thing that somebody of this name and role wrote, corrections included; None is any.

        `but` is a kind that is left out, with the corrections of it. Reads as few files as it can.
        """
        best: Kept | None = None
        heads = sorted(((self.binder.newest(name), name) for name in self.shelf.names()), reverse=True)
        for head, name in heads:
            if best and head and head <= best.entry.id:
                break
            with self.binder.reading(name) as month:
                candidate = month.newest_by(by, role, but)
            if candidate and (best is None or candidate.entry.id > best.entry.id):
                best = candidate
        return best

    def changed(self, *kinds: str, since: date | None = None) -> Hashable:
        """A cheap token that differs once anybody saved: compare it with the last one.

        With `kinds` or `since` only the files are looked at in which such entries may be.
        """
        names = self._homes(kinds, since, None) if kinds else self._files(since, None)
        return tuple((name, self.binder.seen.signature(name)) for name in names)

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

    def _homes(self, kinds: Iterable[str], since: date | None, until: date | None) -> list[str]:
        """The files in which entries of these kinds may be; the folder is not listed for the plan alone."""
        homes = {self.binder.kinds[kind].home for kind in kinds}
        if homes == {"plan"}:
            return [PLAN]
        return [name for name in self._files(since, until) if name != PLAN or "plan" in homes]

    def _files(self, since: date | None, until: date | None) -> list[str]:
        first, last = month_of(since) if since else "", month_of(until) if until else "9999-99"
        return [name for name in self.binder.seen.names() if name == PLAN or first <= name <= last]

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

    def _locate(self, identity: str) -> tuple[str, str, Document]:
        """File, kind and document of an id: first where its time points, then from the newest back."""
        names = self.shelf.names()[::-1]
        minted = ids.instant(identity)
        likely = [PLAN, month_of(minted)] if minted else [PLAN]
        for name in sorted(names, key=lambda name: name not in likely):
            with self.binder.reading(name) as month:
                if found := month.find(identity):
                    return name, *found
        raise Unknown("unknown_entry", id=identity, near=_near(self.binder, identity, names))


def home(entry: Entry) -> str:
    """The file an entry belongs to: the plan, or the month of its local date."""
    return PLAN if entry.home == "plan" else month_of(entry.at)


def _near(binder: Binder, identity: str, names: list[str]) -> list[str]:
    from difflib import get_close_matches

    recent: list[str] = []
    for name in names[:NEAR]:
        with binder.reading(name) as month:
            recent += month.identities()
    return get_close_matches(identity, recent, n=NEAR)
