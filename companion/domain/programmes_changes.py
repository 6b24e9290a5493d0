"""What is different between two programmes: exercises added, changed, removed and moved."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from companion.domain.entries import Change, Scalar

if TYPE_CHECKING:
    from companion.domain.exercises import Exercise
    from companion.domain.programmes import Item, Programme

DOSE = ("sets", "reps", "sides", "move_s", "hold_s", "rest_s")
ABOUT = (
    "name",
    "for_whom",
    "position",
    "mode",
    "stages",
    "description",
    "frequency",
    "easier",
    "mini",
    "gentle",
)


def changes(
    old: "Programme | None", new: "Programme", exercises: Mapping[str, "Exercise"]
) -> tuple[Change, ...]:
    """What the new one does differently, in its order; of a programme that was not there all is added."""
    if old is None:
        return tuple(Change(what="added", exercise=item.exercise) for item in new.items)
    return (*_about(old, new), *_items(old, new, exercises))


def _about(old: "Programme", new: "Programme") -> Iterator[Change]:
    for key in ABOUT:
        before, after = _plain(getattr(old, key)), _plain(getattr(new, key))
        if before != after:
            yield Change(what="changed", key=key, before=before, after=after)


def _items(old: "Programme", new: "Programme", exercises: Mapping[str, "Exercise"]) -> Iterator[Change]:
    """The exercises that stayed in their order are compared; of the others those in both have moved."""
    stayed = _in_both([item.exercise for item in old.items], [item.exercise for item in new.items])
    gone = [n for n in range(len(old.items)) if n not in stayed]
    places = {at: n for n, at in stayed.items()}
    for at, item in enumerate(new.items):
        if at in places:
            yield from _compared(old, old.items[places[at]], new, item, exercises)
        elif moved := [n for n in gone if old.items[n].exercise == item.exercise]:
            gone.remove(moved[0])
            yield Change(what="moved", exercise=item.exercise)
            yield from _compared(old, old.items[moved[0]], new, item, exercises)
        else:
            yield Change(what="added", exercise=item.exercise)
    for n in gone:
        yield Change(what="removed", exercise=old.items[n].exercise)


def _compared(
    old: "Programme", before: "Item", new: "Programme", after: "Item", exercises: Mapping[str, "Exercise"]
) -> Iterator[Change]:
    """What of one exercise is different, the dose as it is done: what the item leaves open counts too."""
    was, now = before.dose(exercises[before.exercise]), after.dose(exercises[after.exercise])
    found: list[tuple[str, Scalar, Scalar]] = [("mode", before.mode, after.mode)]
    found += [("position", old.position_of(before), new.position_of(after))]
    found += [(key, getattr(was, key), getattr(now, key)) for key in DOSE]
    found += [("reposition_s", before.reposition_s, after.reposition_s)]
    for key, then, later in found:
        if then != later:
            yield Change(what="changed", exercise=after.exercise, key=key, before=then, after=later)


def _in_both(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """The longest run of ids that both have in the same order: place in the old to place in the new."""
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for n in reversed(range(len(old))):
        for at in reversed(range(len(new))):
            same = old[n] == new[at]
            longest[n][at] = (
                longest[n + 1][at + 1] + 1 if same else max(longest[n + 1][at], longest[n][at + 1])
            )
    found, n, at = dict[int, int](), 0, 0
    while n < len(old) and at < len(new):
        if old[n] == new[at]:
            found[n], n, at = at, n + 1, at + 1
        elif longest[n + 1][at] >= longest[n][at + 1]:
            n += 1
        else:
            at += 1
    return found


def _plain(value: object) -> Scalar:
    """A value as an entry keeps it: several stages as one text."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value if isinstance(value, str | int | float | bool) else None
