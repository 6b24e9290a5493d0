"""The state of the diary's files and of the installation, in sentences."""

from collections.abc import Callable, Mapping
from typing import Any

from companion.services.health import Finding
from companion.store.repairs import FileState, Repaired
from companion.wording import errors

Facts = Mapping[str, Any]


def state(found: FileState) -> str:
    """2026-11.json: whole, 42 entries. Or what is wrong, and the command that repairs it."""
    if found.ok:
        return f"{found.file}: whole, {found.entries} entries."
    way_out = errors.way_back(found.name, found.copy)
    return f"{found.file}: {errors.fault(found.fault or '', found.detail)}. {way_out}"


def no_files() -> str:
    """For a diary in which nothing was written down."""
    return "There is no diary yet; the first entry begins it."


def repaired(name: str, result: Repaired) -> str:
    """2026-11 was brought back from a copy; the damaged file is kept."""
    aside = f" The damaged file is kept as {result.set_aside}." if result.set_aside else ""
    return f"{name} was brought back from {result.copy}.{aside}"


def accepted(name: str, entries: int) -> str:
    """2026-11 holds 42 valid entries and was accepted."""
    return f"{name} holds {entries} valid entries and was accepted."


def finding(found: Finding) -> str:
    """ok, or what to do."""
    return f"{'ok' if found.ok else 'look'}: {FINDINGS[found.code](found.facts)}"


def _fault(f: Facts) -> str:
    return errors.sentence(f["error"])


FINDINGS: dict[str, Callable[[Facts], str]] = {
    "versions": lambda f: ", ".join(f"{name} {version}" for name, version in f.items()) + ".",
    "folder": lambda f: f"the diary is in {f['folder']}.",
    "no_folder": lambda f: f"the diary will be in {f['folder']}; nothing was written down yet.",
    "private": lambda _: "only you can read it.",
    "open": lambda f: f"{f['count']} files or folders can be read by others: companion doctor --fix",
    "mended": lambda f: f"{f['count']} files or folders could be read by others, and no longer can.",
    "space": lambda f: f"{f['mb']:,} MB are free on the disk.",
    "diary": lambda f: f"the diary is whole: {f['files']} files, {f['entries']} entries.",
    "damaged": lambda f: state(f["state"]),
    "content": lambda _: "exercises, meals, foods and texts are whole.",
    "content_fault": _fault,
    "settings": lambda _: "the settings can be read.",
    "broken": _fault,
    "encoding": lambda f: f"texts are written as {f['encoding']}.",
    "no_unicode": lambda f: (
        f"texts are written as {f['encoding']}, which lacks letters: set LANG to a UTF-8 locale."
    ),
    "terminal": lambda f: f"the terminal is {f['term']}.",
    "no_terminal": lambda _: "no terminal here; the full screen needs one, commands do not.",
}
