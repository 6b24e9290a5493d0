"""Backups: what was written, what is in one, and what was put in place."""

from collections.abc import Iterator
from shlex import quote
from typing import TYPE_CHECKING

from companion.domain.text import flat
from companion.wording import numbers

if TYPE_CHECKING:
    from companion.services.backups import Held, Made

MOST_NAMES = 6
KB, MB = 1_000, 1_000_000


def made(done: "Made") -> list[str]:
    """The file, how much is in it, and how it is brought back."""
    closed = ", encrypted" if done.encrypted else ""
    key = " --identity FILE" if done.encrypted else ""
    return [
        f"Everything is in {done.file}: {_entries(done.entries)}, {size(done.bytes)}{closed}.",
        f"To bring it back, here or on another computer: companion restore {quote(done.file)}{key}",
    ]


def beside(done: "Made") -> Iterator[str]:
    """Who can read it, and what could not go with it."""
    if not done.encrypted:
        yield "Whoever has the file can read it. --encrypt-to KEY lets one key open it."
    if done.left_out:
        yield f"No plain files of usual names, so not in it: {_several([*done.left_out])}."


def checked(held: "Held") -> list[str]:
    """What is in a backup."""
    return [*_about(held), "It is whole. Nothing was changed."]


def restored(held: "Held") -> list[str]:
    """What is in place now, where what was there before is kept, and how somebody let in again stays out."""
    told = [*_about(held), f"It is in place now, in {held.folder}."]
    if held.before:
        told.append(f"What was there before is kept in {held.before}.")
        told.append(f"To have that again: {way_back(held.before)}")
    if held.let_in:
        told.append(f"To let them in no longer: companion caregiver remove {quote(flat(held.let_in[0]))}")
    return told


def way_back(before: str) -> str:
    """How a diary that a restore kept is put in place again."""
    return f"companion --data-dir {quote(before)} backup FILE, then companion restore FILE"


def size(count: int) -> str:
    """38 kB, 2.1 MB."""
    return f"{numbers.short(count / MB)} MB" if count >= MB else f"{max(1, round(count / KB))} kB"


def _about(held: "Held") -> Iterator[str]:
    whose = f" of {flat(held.person)}" if held.person else ""
    made = f"{numbers.dated(held.made)}, {numbers.clock(held.made)}"
    yield f"The diary{whose}, backed up on {made}, by version {held.version}."
    days = ""
    if held.first and held.last:
        first, last = numbers.dated(held.first), numbers.dated(held.last)
        days = f", of {first}" if first == last else f", from {first} to {last}"
    yield f"{_entries(held.entries)}{days}, written down by {_several([*held.people])}."
    with_it = ["the settings"] * held.settings
    if held.content:
        with_it.append(f"{numbers.count(held.content, 'file')} of content of one's own")
    if with_it:
        yield f"With it: {numbers.listed(with_it)}."
    if held.demo:
        yield "It comes from the demo: all of it is invented."
    if held.let_in:
        yield f"Let in by this, and not let in now: {_several([*held.let_in])}."


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"


def _several(names: list[str]) -> str:
    """Ruth, Maria and 3 others."""
    told = [flat(name) for name in names[:MOST_NAMES]]
    if more := len(names) - MOST_NAMES:
        told += [f"{more} more"] if more > 0 else []
    return numbers.listed(told)
