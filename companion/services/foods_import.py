"""Foods from a download of USDA FoodData Central, into a table of the person's own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from companion.config.paths import OWN_CONTENT
from companion.content.food_tables import foods, written
from companion.content.kinds import USDA, USDA_BEFORE
from companion.content.usda_download import MEGABYTE, Archive
from companion.domain.foods_usda import KINDS, UNITS, Bounds, Gathering, Taken
from companion.errors import Failure, Malformed, NotAllowed, Refused
from companion.resources import CONTENT
from companion.store import disk

if TYPE_CHECKING:
    from companion.services.companion import Companion

NEEDED = ("food.csv", "food_category.csv", "food_nutrient.csv", "food_portion.csv", "nutrient.csv")
NUMBERS = {"sr_legacy_food": "sr_legacy_food.csv", "foundation_food": "foundation_food.csv"}
MEASURES = "measure_unit.csv"  # may be missing where no portion names one of its units
SHARED, PRIVATE = (0o660, 0o2770), (0o600, 0o700)


@dataclass(frozen=True, slots=True)
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
    archive = Archive(str(file), raw, most=most, heard=heard)
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
    taken = gathering.taken(categories, foods(CONTENT / USDA))
    if not taken.foods:
        raise Malformed("download_no_energy", file=str(file))
    return taken


def save(companion: "Companion", taken: Taken) -> Kept:
    """Make them the person's table, the one before kept beside it; raises Refused where it is the same."""
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
            if old is not None:
                disk.replace(place / USDA_BEFORE, old, mode)
            disk.replace(place / USDA, raw, mode)
    return Kept(place / USDA, None if old is None else place / USDA_BEFORE)


def _bytes(file: Path, most: int) -> bytes:
    """The whole file, if it is one, and not too large."""
    try:
        raw = disk.read(file, most + 1)
    except Failure as failure:
        if failure.code != "not_a_file":
            raise
        raise Malformed("download_no_file", file=str(file), instead=failure.facts["instead"]) from None
    except ValueError:  # no file can have such a name
        raw = None
    if raw is None:
        raise Malformed("download_not_there", file=str(file))
    if len(raw) > most:
        raise Malformed("download_too_large", file=str(file), most=most // MEGABYTE)
    return raw


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
