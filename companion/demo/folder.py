"""The folder of the demo: made afresh when it is missing, another version's or another day's."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from companion import __version__
from companion.config.clock import Clock
from companion.config.paths import INVENTED as MARK  # says here what the folder was made by; written last
from companion.config.settings import Settings
from companion.domain.day import day_of
from companion.errors import Busy
from companion.store import lock
from companion.store.diary import Diary, home
from companion.store.disk import plainly
from companion.store.month import document
from companion.store.shelf import WAIT_SECONDS, FolderShelf

if TYPE_CHECKING:
    from companion.domain.entries import Entry


def prepare(folder: Path, clock: Clock) -> None:
    """See to it that the demo of today stands there. What was added to it today is kept.

    It is built beside and renamed, so that nobody meets half of it. Raise Busy where somebody else is at it
    for too long, Failure where it cannot be written.
    """
    mark = f"{__version__} {day_of(clock(), Settings().day_start)}\n"
    if _marked(folder) == mark:
        return
    with plainly(folder), _alone(folder):
        if _marked(folder) == mark:
            return
        fresh, old = (folder.with_name(f".{folder.name}.{word}") for word in ("new", "old"))
        for leftover in (fresh, old):
            shutil.rmtree(leftover, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        _write(fresh, clock)
        (fresh / MARK).write_text(mark, encoding="utf-8")
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


def _marked(folder: Path) -> str | None:
    try:
        return (folder / MARK).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    folder.parent.mkdir(parents=True, exist_ok=True)
    held = lock.taken(folder.with_name(f".{folder.name}.lock"), 0o600, WAIT_SECONDS)
    if held is None:
        raise Busy("busy", who="", since=None)
    try:
        yield
    finally:
        lock.release(held)


def _write(folder: Path, clock: Clock) -> None:
    from companion.demo.story import Story  # seldom needed: once a day at most

    diary = Diary(FolderShelf(folder), clock)
    story = Story(diary, clock)
    _keep(diary, story.plan())
    _keep(diary, story.days())


def _keep(diary: Diary, entries: "Iterable[Entry]") -> None:
    """Write entries, whose ids tell when each was recorded, in one go per file."""
    for name, batch in groupby(entries, key=home):
        with diary.edit(name) as db:
            for entry in batch:
                db.table(entry.kind).insert(document(entry))
