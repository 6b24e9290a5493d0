"""One entry in the place of another: taken out it makes room again, brought back it takes the place."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from companion.domain.entries import Correction, Entry, Taken
from companion.domain.people import same_person

if TYPE_CHECKING:
    from companion.services.companion import Companion


def cleared(companion: "Companion", entry: Entry) -> list[Correction]:
    """The removals in force by which an entry stands in the place of somebody else's.

    None while another of those written with it still stands there.
    """
    if not isinstance(entry, Taken):
        return []
    diary, found = companion.diary, list[Correction]()
    act = diary.act(entry)
    if any(isinstance(one, Taken) and one.id != entry.id and in_force(companion, one) for one in act):
        return []
    for one in act:
        if not isinstance(one, Correction) or one.action != "remove":
            continue
        target = diary.find(one.target).entry
        if same_person(entry, target):  # it was moved here from another month
            found += cleared(companion, target)
        elif in_force(companion, one):
            found.append(one)
    return found


def restored(companion: "Companion", against: Iterable[Entry]) -> list[Correction]:
    """What was undone with these corrections of an entry, about others in whose place it stood."""
    diary = companion.diary
    return [
        one
        for correction in against
        for one in diary.act(correction)
        if isinstance(one, Correction)
        and one.action == "undo"
        and in_force(companion, one)
        and _removal(companion, one)
        and companion.about(one).id != companion.about(correction).id
    ]


def standing(companion: "Companion", corrections: Iterable[Correction]) -> tuple[Entry, ...]:
    """What these corrections are about in the end, as far as it counts now."""
    about = {one.id: one for one in map(companion.about, corrections)}
    return tuple(one for one in about.values() if in_force(companion, one))


def in_force(companion: "Companion", entry: Entry) -> bool:
    """Whether it counts now."""
    return not companion.diary.find(entry.id).removed


def _removal(companion: "Companion", entry: Entry) -> bool:
    """Whether it removes an entry, or is an undo of a removal, or of such an undo."""
    while isinstance(entry, Correction) and entry.action == "undo":
        entry = companion.diary.find(entry.target).entry
    return isinstance(entry, Correction) and entry.action == "remove"
