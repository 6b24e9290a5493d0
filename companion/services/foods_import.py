"""Foods from a download of USDA FoodData Central, into a table of the person's own."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from companion.config.paths import OWN_CONTENT
from companion.content.food_tables import foods, written
from companion.content.kinds import USDA, USDA_BEFORE
from companion.content.usda_download import MEGABYTE, Archive
from companion.domain.foods_usda import KINDS, UNITS, Bounds, Gathering, Taken
from companion.domain.frozen import frozen
from companion.errors import CompanionError, Failure, Malformed, NotAllowed, Refused
from companion.resources import CONTENT
from companion.store import disk

if TYPE_CHECKING:
    from companion.domain.foods import Food
    from companion.services.companion import Companion

NEEDED = ("food.csv", "food_category.csv", "food_nutrient.csv", "food_portion.csv", "nutrient.csv")
NUMBERS = {"sr_legacy_food": "sr_legacy_food.csv", "foundation_food": "foundation_food.csv"}
MEASURES = "measure_unit.csv"  # may be missing where no portion names one of its units
SHARED, PRIVATE = (0o660, 0o2770), (0o600, 0o700)


@frozen
class Kept:
    """Where the table is, and where the one before is now, if there was one."""

    table: Path
    before: Path | None


def read(companion: "Companion", file: Path, heard: Callable[[float], None]) -> Taken:
    """The foods of a download; raises Malformed for the first thing wrong with it, NotAllowed over SSH."""
    companion.actor.require("arrange")
    if companion.via == "ssh":
        raise NotAllowed("download_from_afar")
    content = companion.content
    raw = _bytes(file, int(content.limit("limits.usda_bytes")))
    most = int(content.limit("limits.usda_unpacked_bytes"))
    lines = int(content.limit("limits.usda_lines"))
    archive = Archive(str(file), raw, most=most, lines=lines, heard=heard)
    numbers = [table for table in NUMBERS.values() if table in archive]
    measures = [MEASURES] if MEASURES in archive else []
    archive.want([*NEEDED, *numbers, *measures])
    bounds = Bounds(
        kcal=content.bounds("usda_kcal"), grams=content.bounds("usda_grams"),
        portion=content.bounds("grams"), portions=int(content.limit("limits.usda_portions")),
    )  # fmt: skip
    gathering = _described(archive, file, bounds, int(content.limit("limits.usda_foods")))
    _units(archive, file)
    for kind, table in NUMBERS.items():
        if gathering.kinds[kind]:
            archive.want([*NEEDED, *measures, table])  # without it a food would be there twice
    for table in numbers:
        for row in archive.rows(table, ("fdc_id", "NDB_number")):
            gathering.number(*row)
    gathering.figures(archive.rows("food_nutrient.csv", ("fdc_id", "nutrient_id", "amount")))
    categories = archive.pairs("food_category.csv", "id", "description")
    units = archive.pairs(MEASURES, "id", "name") if measures else {}
    portion = ("fdc_id", "seq_num", "amount", "measure_unit_id", "portion_description", "modifier")
    for row in archive.rows("food_portion.csv", (*portion, "gram_weight")):
        gathering.portion(row, units)
    if gathering.measured and not measures:
        archive.want([MEASURES])
    packaged = tuple(foods(CONTENT / USDA))
    taken = gathering.taken(categories, packaged)
    if not taken.foods:
        raise Malformed("download_no_energy", file=str(file))
    return replace(taken, gone=_gone(companion.folder, (*packaged, *taken.foods)))


def save(companion: "Companion", taken: Taken) -> Kept:
    """Make them the person's table, each one before kept beside it; raises Refused where it is the same."""
    companion.actor.require("arrange")
    folder = companion.folder
    if folder is None:
        raise Failure("unwritable", file=USDA, fault="the diary has no folder")
    place = folder / OWN_CONTENT
    raw = written(taken.foods)
    with companion.diary.shelf.lock(companion.actor.name, companion.clock()):
        old = disk.read(place / USDA)
        if old == raw:
            raise Refused("download_same", file=str(place / USDA))
        with disk.plainly(place / USDA):
            mode, inside = SHARED if disk.shared(folder) else PRIVATE
            if not place.is_dir():
                place.mkdir()
                place.chmod(inside)
            before = None if old is None else _beside(place, old, mode)
            disk.replace(place / USDA, raw, mode)
    return Kept(place / USDA, before)


def _beside(place: Path, old: bytes, mode: int) -> Path:
    """Where the table before is kept: under the first name that is free, or that has just this already."""
    file, number = place / f"{USDA_BEFORE}.csv", 1
    while (there := disk.read(file)) not in (None, old):
        number += 1
        file = place / f"{USDA_BEFORE}-{number}.csv"
    if there is None:
        disk.replace(file, old, mode)
    return file


def _gone(folder: Path | None, then: Iterable["Food"]) -> int:
    """How many foods of the table here would be in no table; 0 where there is none that can be read."""
    table = folder and folder / OWN_CONTENT / USDA
    try:
        here = {food.id for food in foods(table)} if table and table.is_file() else set[str]()
    except CompanionError:
        return 0
    return len(here - {food.id for food in then})


def _bytes(file: Path, most: int) -> bytes:
    """The whole file, if it is one, and not too large."""
    try:
        return disk.named(file, most)
    except disk.UnreadError as error:
        if error.why == "unreadable":
            raise Failure("unreadable", file=str(file), fault=error.fault) from None
        if error.why == "no_file":
            raise Malformed("download_not_there", file=str(file)) from None
        if error.why == "too_large":
            raise Malformed("download_too_large", file=str(file), most=most // MEGABYTE) from None
        raise Malformed("download_no_file", file=str(file), instead=error.why) from None


def _described(archive: Archive, file: Path, bounds: Bounds, most: int) -> Gathering:
    gathering = Gathering(bounds)
    columns = ("fdc_id", "data_type", "description", "food_category_id", "publication_date")
    for row in archive.rows("food.csv", columns):
        gathering.food(*row)
        if len(gathering) > most:
            raise Malformed("download_many", file=str(file), most=most)
    if not gathering:
        named = [kind for kind, _ in gathering.kinds.most_common() if kind not in KINDS]
        raise Malformed("download_no_food", file=str(file), kinds=named[:3])
    return gathering


def _units(archive: Archive, file: Path) -> None:
    """Hold the numbers of the nutrients to the units in which they are taken."""
    known = archive.pairs("nutrient.csv", "id", "unit_name")
    for number, units in UNITS.items():
        if number in known and known[number].upper() not in units:
            raise Malformed("download_unit", file=str(file), table="nutrient.csv", nutrient=number)
