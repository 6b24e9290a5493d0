"""What comes out of a diary: what is in force, what was written, and what became of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, TypeVar

from companion.domain.entries import Entry
from companion.errors import Unknown
from companion.store import ids
from companion.store.binder import Binder
from companion.store.month import CORRECTION, Kept, Month, Such, document
from companion.store.shelf import PLAN, Shelf, month_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from datetime import date

    from companion.domain.entries import Correction
    from companion.store.migrations import Document, Migration

E = TypeVar("E", bound=Entry)
T = TypeVar("T")
NEAR = 3


class Reader:
    """Reads the entries on a shelf; files are read again only where they changed."""

    def __init__(
        self, shelf: Shelf, kinds: Mapping[str, type[Entry]], migrations: Mapping[int, Migration]
    ) -> None:
        self.shelf = shelf
        self.binder = Binder(shelf, kinds, migrations)

    def steady(self) -> AbstractContextManager[None]:
        """Around reads that belong together: one look at each file. Raise Busy where it was restored."""
        return self.binder.steady()

    def found(self, asked: Hashable, find: Callable[[], T]) -> T:
        """What `find` finds, within `steady` once a key: `asked` holds all it depends on beside the diary."""
        return self.binder.found(asked, find)

    def entries(self, *kinds: str, since: date | None = None, until: date | None = None) -> list[Entry]:
        """What is in force, edits applied, by time. No kinds means all; the local dates are inclusive."""
        wanted = kinds or tuple(kind for kind in self.binder.kinds if kind != CORRECTION)
        asked = (wanted, since, until)
        return list(self.found(asked, lambda: self._entries(*asked)))

    def _entries(self, kinds: tuple[str, ...], since: date | None, until: date | None) -> list[Entry]:
        found = self._gathered(lambda month: month.entries(kinds, since, until), kinds, since, until)
        return sorted(found, key=lambda entry: (entry.at.timestamp(), entry.id))

    def of(self, model: type[E], *, since: date | None = None, until: date | None = None) -> list[E]:
        """What is in force of one kind, with its own type."""
        return [one for one in self.entries(model.kind, since=since, until=until) if isinstance(one, model)]

    def facts(
        self, kind: str, *names: str, since: date | None = None, until: date | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """Some facts of each entry in force of a kind, as JSON holds them."""
        asked = (kind,), since, until
        return iter(self._gathered(lambda month: month.facts(kind, names, since, until), *asked))

    def has(self, kind: str, fact: tuple[str, str], such: Such, since: date) -> bool:
        """Whether something such is in force of which a fact, by its name, begins with a text.

        Looked for in the months from a day on, as JSON holds it, without parsing the others.
        """
        return any(self._gathered(lambda month: [any(map(such, month.saying(kind, *fact)))], (kind,), since))

    def days(self, kind: str, such: Such, starts_at_hour: int, since: date) -> set[date]:
        """The days, in the months from a day on, about which something such is in force, as JSON holds it."""
        return set(self._gathered(lambda month: month.days(kind, such, starts_at_hour), (kind,), since))

    def history(self, since: date | None = None, until: date | None = None) -> list[Kept]:
        """Everything about these days in the order it was written: removed entries and corrections too."""
        found = self._gathered(lambda month: month.kept(since, until), (), since, until)
        return sorted(found, key=lambda kept: kept.entry.id)

    def written(self) -> list[Kept]:
        """Everything there is, as it was written and in that order; for whoever takes it elsewhere."""
        return sorted(self._gathered(lambda month: month.written()), key=lambda kept: kept.entry.id)

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

    def _gathered(
        self,
        look: Callable[[Month], Iterable[T]],
        kinds: Iterable[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> list[T]:
        """What a look finds in each file in which entries of these kinds, or of any, may be."""
        found: list[T] = []
        with self.binder.together():
            for name in self._homes(kinds, since, until) if kinds else self._files(since, until):
                with self.binder.reading(name) as month:
                    found.extend(look(month))
        return found

    def _homes(self, kinds: Iterable[str], since: date | None, until: date | None) -> list[str]:
        """The files in which entries of these kinds may be; the folder is not listed for the plan alone."""
        homes = {self.binder.kinds[kind].home for kind in kinds}
        if homes == {"plan"}:
            return [PLAN]
        return [name for name in self._files(since, until) if name != PLAN or "plan" in homes]

    def _files(self, since: date | None, until: date | None) -> list[str]:
        names = self.binder.seen.names()  # in their order, the plan last
        first, last = month_of(since) if since else "", month_of(until) if until else "9999-99"
        months = names[bisect_left(names, first) : bisect_right(names, last)]
        return [*months, PLAN] if names[-1:] == [PLAN] else months

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


def _near(binder: Binder, identity: str, names: list[str]) -> list[str]:
    from difflib import get_close_matches

    recent: list[str] = []
    for name in names[:NEAR]:
        with binder.reading(name) as month:
            recent += month.identities()
    return get_close_matches(identity, recent, n=NEAR)
