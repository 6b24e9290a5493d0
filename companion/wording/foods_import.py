"""Foods from USDA's download, in sentences."""

from typing import TYPE_CHECKING

from companion.wording import numbers

if TYPE_CHECKING:
    from companion.domain.foods_usda import Taken
    from companion.services.foods_import import Kept

CALLED = {"FDC SR Legacy": "SR Legacy", "FDC Foundation": "Foundation Foods"}
NOTHING_CHANGED = "Nothing was changed."
FROM_NOW = "They are searched from now on; a window that is open finds them once it is opened again."


def told(taken: "Taken", kept: "Kept | None") -> list[str]:
    """What came in, or without `kept` what would; what was left out; and where the table before is."""
    which = numbers.listed([CALLED[origin] for origin in sorted(taken.origins)])
    when = f", published {numbers.dated(taken.published)}" if taken.published else ""
    lines = [
        f"{_count(len(taken.foods))} of USDA {which}{when}, {'came' if kept else 'would come'} in.",
        _places(taken, done=kept is not None),
    ]
    if taken.gone:
        lines.append(f"Not in it, so searched no more: {_count(taken.gone)} of the table before.")
    if taken.no_energy:
        lines.append(f"Left out, as their energy is not published: {_count(taken.no_energy)}.")
    if taken.impossible:
        lines.append(f"Left out as not possible, so not known: {numbers.count(taken.impossible, 'figure')}.")
    if kept is None:
        return [*lines, NOTHING_CHANGED]
    lines += [FROM_NOW, f"The table: {kept.table}"]
    return [*lines, f"The table before: {kept.before}"] if kept.before else lines


def progress(percent: int) -> str:
    """How far the reading is."""
    return f"{percent} % is read."


def _places(taken: "Taken", *, done: bool) -> str:
    new = len(taken.foods) - taken.replaced
    takes = "took" if done else "would take"
    is_new = "would be" if not done else "was" if new == 1 else "were"
    return f"{taken.replaced:,} {takes} the place of foods that the program brings, {new:,} {is_new} new."


def _count(number: int) -> str:
    return f"{number:,} food{'' if number == 1 else 's'}"
