"""The state of the diary's files and of the installation, in sentences."""

from typing import TYPE_CHECKING

from companion.wording import health_found

if TYPE_CHECKING:
    from companion.domain.health import Finding
    from companion.store.repairs import FileState, Repaired

OPEN_FOLDER = f"Others can look into the folder of the diary. To mend it: {health_found.FIX}"


def state(found: "FileState") -> str:
    """2026-11.json: whole, 42 entries. Or what is wrong, and the command that repairs it."""
    return health_found.state(found)


def no_files() -> str:
    """For a diary in which nothing was written down."""
    return "There is no diary yet; the first entry begins it."


def repaired(name: str, result: "Repaired") -> str:
    """2026-11 was brought back from a copy; the damaged file is kept."""
    aside = f" The damaged file is kept as {result.set_aside}." if result.set_aside else ""
    return f"{name} was brought back from {result.copy}.{aside}"


def accepted(name: str, entries: int) -> str:
    """2026-11 holds 42 valid entries and was accepted."""
    return f"{name} holds {entries} valid entries and was accepted."


def finding(found: "Finding") -> str:
    """ok, or what is wrong."""
    return f"{'ok' if found.ok else 'look'}: {health_found.SAID[found.code](found.facts)}"


def mend(found: "Finding") -> str:
    """How to put it right; empty where there is nothing to do, or the finding says it itself."""
    told = None if found.ok else health_found.MENDS.get(found.code)
    return told(found.facts) if told else ""


def line(found: "Finding") -> str:
    """A finding and how to put it right."""
    return f"{finding(found)} {mend(found)}".rstrip()
