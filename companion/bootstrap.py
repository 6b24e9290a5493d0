"""Joins paths, settings, content, diary and clock into one Companion."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from companion.config.clock import Clock, clock_from_environment
from companion.config.paths import OWN_CONTENT, data_folder, invented
from companion.config.settings import Settings, load
from companion.content.library import Library
from companion.domain.people import Via
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import FolderShelf, MemoryShelf

if TYPE_CHECKING:
    from companion.services.backups import Backups
    from companion.services.health import Health


def open_companion(
    folder: Path | None = None,
    *,
    by: str | None = None,
    via: Via = "command",
    demo: bool = False,
    gated: bool = False,
) -> Companion:
    """The Companion of one data folder; nothing is written until something is logged.

    `gated`: only somebody who was let in may act.
    """
    clock = clock_from_environment()
    where = _folder(folder, clock, demo=demo)
    return Companion(
        diary=Diary(FolderShelf(where), clock),
        content=Library(where / OWN_CONTENT, trusting=True),
        settings=load(where),
        clock=clock,
        folder=where,
        by=by,
        via=via,
        demo=demo or invented(where),
        gated=gated,
    )


def open_health(folder: Path | None = None, *, demo: bool = False, who: str = "") -> "Health":
    """What looks after the files of a data folder, whatever state they and the settings are in."""
    from companion.services.health import Health

    clock = clock_from_environment()
    where = _folder(folder, clock, demo=demo)
    diary = Diary(FolderShelf(where), clock)
    return Health(diary, Library(where / OWN_CONTENT), where, who)


def open_backups(folder: Path | None = None, *, by: str | None = None, demo: bool = False) -> "Backups":
    """What makes backups of a data folder and puts them in its place, whatever state that is in."""
    from companion.services.backups import Backups

    clock = clock_from_environment()
    where = _folder(folder, clock, demo=demo)
    diary = Diary(FolderShelf(where), clock)
    plain = Companion(
        diary=diary, content=Library(trusting=True), settings=Settings(), clock=clock, folder=where, by=by,
        demo=demo,
    )  # fmt: skip
    return Backups(plain)


def without_diary() -> Companion:
    """A Companion of nobody, in memory only: for sums that need no diary."""
    clock = clock_from_environment()
    return Companion(
        diary=Diary(MemoryShelf(), clock), content=Library(trusting=True), settings=Settings(), clock=clock
    )


def _folder(given: Path | None, clock: Clock, *, demo: bool) -> Path:
    """The data folder, with the demo in it where that is asked for; nobody else may read what is written."""
    os.umask(0o077)
    where = data_folder(given, demo=demo)
    if demo:
        from companion.demo.folder import prepare

        prepare(where, clock)
    return where
