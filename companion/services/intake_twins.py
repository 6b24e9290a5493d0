"""The same meal twice, over the diary: who wrote it too, and one entry put in the place of another."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from companion.domain.entries import Correction, Entry, Taken
from companion.domain.frozen import frozen
from companion.domain.people import same_person
from companion.domain.twins import Near, repeats, twins
from companion.errors import Refused
from companion.services.remarks import Remark

if TYPE_CHECKING:
    from companion.services.companion import Companion


@frozen
class Beside:
    """What becomes of the same, written down by somebody else: kept beside it, as long as nothing is said.

    `hold` refuses, so that somebody is asked first: where there is a twin, or in any case. `instead_of`
    are the ids of twins whose place it takes.
    """

    hold: Literal["", "twins", "always"] = ""
    instead_of: tuple[str, ...] = ()


KEPT = Beside()
MINUTES = ("twin_minutes", "twin_drink_minutes")


@frozen
class Settled:
    """What is written with new entries: removals of those they replace; and what is to be said."""

    removals: tuple[Correction, ...] = ()
    replaced: tuple[Taken, ...] = ()
    remarks: tuple[Remark, ...] = ()


def settled(companion: "Companion", fresh: Sequence[Taken], day: Sequence[Taken], beside: Beside) -> Settled:
    """Judge new entries beside those of their day as they stand now.

    Raises Refused "twins" where they are held, "no_twin" where one to be replaced is something else.
    """
    near = _near(companion)
    met = _newest_last(twin for one in fresh for twin in twins(one, day, near))
    if beside.hold == "always" or (beside.hold and met):
        raise Refused("twins", twins=met, now=fresh[0].recorded)
    gone = {id for id in beside.instead_of if companion.diary.find(id).removed}
    replaced = tuple(one for one in met if one.id in beside.instead_of)
    if len(gone) + len(replaced) < len(set(beside.instead_of)):
        raise Refused("no_twin")
    removals = [companion.sign(Correction, at=one.at, target=one.id, action="remove") for one in replaced]
    left = [one for one in met if one not in replaced]
    own = [one for each in fresh for one in repeats(each, day, near)]
    return Settled(tuple(removals), replaced, _twice(left or own, fresh, own=not left))


def beside(companion: "Companion", back: Iterable[Entry]) -> tuple[Remark, ...]:
    """That entries which were brought back stand there beside the same, written down by now."""
    found = (companion.diary.find(one.id) for one in back if isinstance(one, Taken))
    again = [kept.entry for kept in found if isinstance(kept.entry, Taken) and not kept.removed]
    ids, near = {one.id for one in again}, _near(companion)
    met: list[Taken] = []
    for one in again:
        day = companion.day_of(one)
        others = [other for other in companion.taken(day, day) if other.id not in ids]
        met += twins(one, others, near) or repeats(one, others, near)
    met = list(_newest_last(met))
    if not met:
        return ()
    own, many = same_person(met[-1], companion.actor), len(met) > 1 or len(again) > 1
    return (Remark("again", {"entry": met[-1], "own": own, "now": companion.clock(), "many": many}),)


def _near(companion: "Companion") -> Near:
    return Near(*(timedelta(minutes=companion.content.limit(f"limits.{name}")) for name in MINUTES))


def _newest_last(found: Iterable[Taken]) -> tuple[Taken, ...]:
    """Each once, in the order of the last time it was met."""
    return tuple({one.id: one for one in found}.values())


def _twice(found: Sequence[Taken], fresh: Sequence[Taken], *, own: bool) -> tuple[Remark, ...]:
    """That it stands there twice now; it is kept all the same."""
    if not found:
        return ()
    many = len(found) > 1 or len(fresh) > 1
    return (Remark("again", {"entry": found[-1], "own": own, "now": fresh[0].recorded, "many": many}),)
