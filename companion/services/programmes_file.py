"""A therapist's file of programmes: read, cleaned, and held to what the program can guide."""

from pathlib import Path
from typing import TYPE_CHECKING

from companion.content.kinds import PROGRAMMES
from companion.content.loader import broken
from companion.content.loader import read as records
from companion.domain.text import clean
from companion.errors import Failure, NotAllowed

if TYPE_CHECKING:
    from companion.domain.programmes import Programme
    from companion.services.companion import Companion

LETTERS = {
    "name": 60, "short": 30, "spoken": 120, "description": 500, "frequency": 120, "source": 120,
    "review": 120, "version": 12,
}  # fmt: skip
NEEDED = ("name", "version", "source", "review")
ID_LETTERS = 60


def read(companion: "Companion", file: Path) -> tuple["Programme", ...]:
    """The programmes of a file; raises Failure for the first thing wrong with it, NotAllowed over SSH."""
    companion.actor.require("decide")
    if companion.via == "ssh":
        raise NotAllowed("no_file_from_afar")
    _not_too_large(companion, file)
    today = companion.today_date()
    inherited = {"source": "a therapist's file", "reviewed": today, "review": "by who decided it"}
    found = [_cleaned(file, one) for one in records(file, PROGRAMMES, inherited=inherited)]
    if not found:
        raise broken(file, "", "programme", "there is no [[programme]] in it")
    latest = max(today, *(one.reviewed for one in companion.programmes.all().values()))
    seen = set[str]()
    for one in found:
        if one.id in seen:
            raise broken(file, one.id, "id", "is there twice")
        if one.reviewed > latest:
            raise broken(file, one.id, "reviewed", f"{one.reviewed} is still to come")
        seen.add(one.id)
    for fault in faults(companion, file, found):
        raise fault
    return tuple(found)


def faults(companion: "Companion", file: Path, found: list["Programme"]) -> list[Failure]:
    """Everything wrong with programmes that could be read."""
    return [
        broken(file, one.id, key, fault)
        for one in found
        for key, fault in companion.programmes.faults(one, *found)
    ]


def _not_too_large(companion: "Companion", file: Path) -> None:
    most = int(companion.content.limit("limits.programme_bytes"))
    try:
        size = file.stat().st_size if file.is_file() else -1
    except (OSError, ValueError) as fault:
        raise broken(file, "", "", getattr(fault, "strerror", None) or str(fault)) from None
    if size < 0:
        raise broken(file, "", "", "there is no such file")
    if size > most:
        raise broken(file, "", "", f"is larger than {most} bytes")


def _cleaned(file: Path, programme: "Programme") -> "Programme":
    """Without control characters, and no longer than a screen bears."""
    if len(programme.id) > ID_LETTERS:
        raise broken(file, programme.id[:ID_LETTERS], "id", f"is longer than {ID_LETTERS} letters")
    texts = {key: clean(getattr(programme, key), limit=most) for key, most in LETTERS.items()}
    for key in NEEDED:
        if not texts[key]:
            raise broken(file, programme.id, key, "is empty")
    return programme.model_copy(update=texts)
