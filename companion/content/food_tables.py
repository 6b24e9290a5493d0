"""Reads food tables: one food a line, checked by hand, since one of them has ten thousand lines."""

import csv
import io
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import fields
from math import inf
from operator import itemgetter
from pathlib import Path

from companion.content.loader import broken, raw
from companion.domain.foods import ALLERGENS, DIETS, Food

COLUMNS = tuple(field.name for field in fields(Food))
NEEDED = ("id", "name", "group", "kcal", "source")


class Foods(Mapping[str, Food]):
    """The foods of a packaged table by id, each made when it is first asked for: a dish has few of hundreds.

    Only for what tests have read whole: each food there is a line.
    """

    def __init__(self, file: Path) -> None:
        header, *lines = raw(file).decode().splitlines()
        self._file = file
        self._pick = _picked(file, next(csv.reader([header])))
        self._lines = {line.partition(",")[0]: line for line in lines}
        self._made: dict[str, Food] = {}

    def __getitem__(self, id_: str) -> Food:
        if id_ not in self._made:
            (cells,) = csv.reader([self._lines[id_]])
            self._made[id_] = _food(self._file, self._pick([*cells, ""]))
        return self._made[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def foods(file: Path, *, besides: Container[str] = ()) -> Iterator[Food]:
    """The foods of a table. The first line names its columns, in any order; an empty cell is not known.

    Those with an id in `besides` are passed over, which is quicker than making them. Aliases are separated
    by |, allergens by ; and portions by "; ", each written "cup=227".
    """
    try:
        with file.open(encoding="utf-8", newline="") as stream:
            yield from _rows(file, csv.reader(stream), besides)
    except (UnicodeDecodeError, csv.Error) as fault:
        raise broken(file, "", "", str(fault)) from None
    except OSError as fault:
        raise broken(file, "", "", fault.strerror or str(fault)) from None


def written(foods: Iterable[Food]) -> bytes:
    """A table as `foods` reads it."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(COLUMNS)
    for food in foods:
        lines.writerow(_cell(getattr(food, column)) for column in COLUMNS)
    return out.getvalue().encode()


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case float():
            return f"{value:.2f}".rstrip("0").rstrip(".")
        case dict():
            return "; ".join(f"{unit}={_cell(grams)}" for unit, grams in value.items())
        case tuple():
            return ";".join(value)
    return str(value)


def _rows(file: Path, lines: Iterator[list[str]], besides: Container[str]) -> Iterator[Food]:
    header = next(lines, [])
    pick = _picked(file, header)
    seen: set[str] = set()
    for line in lines:
        if len(line) != len(header):
            raise broken(file, line[0] if line else "", "", f"{len(line)} cells, but {len(header)} columns")
        if (cells := pick([*line, ""]))[0] in besides:
            continue
        food = _food(file, cells)
        if food.id in seen:
            raise broken(file, food.id, "id", "comes twice")
        seen.add(food.id)
        yield food


def _picked(file: Path, header: list[str]) -> Callable[[list[str]], tuple[str, ...]]:
    """What puts the cells of a line, and one empty cell after them, into the order of COLUMNS."""
    for name in (*(set(header) - set(COLUMNS)), *(set(NEEDED) - set(header))):
        raise broken(
            file, "", name, "is not a column of foods" if name in header else "this column is missing"
        )
    return itemgetter(*(header.index(name) if name in header else -1 for name in COLUMNS))


def _food(file: Path, cells: tuple[str, ...]) -> Food:
    id_, ndb, name, aliases, group, *figures, allergens, portions, source, diet = cells
    if not (id_ and name and group and figures[0] and source):
        key = next(key for key in NEEDED if not cells[COLUMNS.index(key)])
        raise broken(file, id_, key, "is empty")
    try:
        kcal, protein, carb, fat, fibre, water, density = map(_figure, figures)
        grams = _portions(portions) if portions else {}
    except ValueError:
        raise broken(file, id_, *_culprit(cells)) from None
    if allergens and not ALLERGENS.issuperset(marks := allergens.split(";")):
        raise broken(file, id_, "allergens", f"{', '.join(set(marks) - ALLERGENS)} is not known")
    if diet not in DIETS:
        raise broken(file, id_, "diet", f"{diet!r} is not known")
    return Food(
        id_, ndb, name, tuple(aliases.split("|")) if aliases else (), group,
        kcal, protein, carb, fat, fibre, water, density,
        tuple(allergens.split(";")) if allergens else (), grams, source, diet,
    )  # fmt: skip


def _figure(cell: str) -> float | None:
    if not cell:
        return None
    figure = float(cell)
    if not 0 <= figure < inf:
        raise ValueError(cell)
    return figure


def _portions(cell: str) -> dict[str, float]:
    pairs = (pair.rpartition("=") for pair in cell.split("; "))
    return {unit: float(grams) for unit, _, grams in pairs}


def _culprit(cells: tuple[str, ...]) -> tuple[str, str]:
    """The first cell that is not the number it has to be, and what is wrong."""
    for key, cell in zip(COLUMNS[5:12], cells[5:12], strict=True):
        try:
            _figure(cell)
        except ValueError:
            return key, f"{cell!r} is not an amount"
    return "portions", f"{cells[COLUMNS.index('portions')]!r} is not written as unit=grams; unit=grams"
