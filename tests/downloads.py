"""Makes downloads of FoodData Central, as the USDA packs them, of invented foods."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

INSIDE = "FoodData_Central_sr_legacy_food_csv_2018-04/"
HEADS = {
    "food.csv": ("fdc_id", "data_type", "description", "food_category_id", "publication_date"),
    "food_nutrient.csv": ("id", "fdc_id", "nutrient_id", "amount", "data_points", "derivation_id", "min",
                          "max", "median", "footnote", "min_year_acquired"),
    "food_portion.csv": ("id", "fdc_id", "seq_num", "amount", "measure_unit_id", "portion_description",
                         "modifier", "gram_weight", "data_points", "footnote", "min_year_acquired"),
    "nutrient.csv": ("id", "name", "unit_name", "nutrient_nbr", "rank"),
    "food_category.csv": ("id", "code", "description"),
    "measure_unit.csv": ("id", "name"),
    "sr_legacy_food.csv": ("fdc_id", "NDB_number"),
    "foundation_food.csv": ("fdc_id", "NDB_number", "footnote"),
}  # fmt: skip
NUTRIENTS = (
    ("1003", "Protein", "G"), ("1004", "Total lipid (fat)", "G"),
    ("1005", "Carbohydrate, by difference", "G"),
    ("1008", "Energy", "KCAL"), ("1051", "Water", "G"), ("1062", "Energy", "kJ"),
    ("1079", "Fiber, total dietary", "G"), ("1093", "Sodium, Na", "MG"),
    ("2047", "Energy (Atwater General Factors)", "KCAL"),
    ("2048", "Energy (Atwater Specific Factors)", "KCAL"),
)  # fmt: skip
FIXED = {
    "nutrient.csv": [(*one, "0", "1") for one in NUTRIENTS],
    "food_category.csv": [("1", "0100", "Dairy and Egg Products"), ("9", "0900", "Fruits and Fruit Juices")],
    "measure_unit.csv": [("1000", "cup"), ("1001", "tablespoon"), ("1118", "RACC"), ("9999", "undetermined")],
}  # fmt: skip
Rows = Iterable[Sequence[str]]


def table(name: str, rows: Rows) -> str:
    """A table with every cell in quotes, as they are written."""
    quoted = (
        ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in (HEADS[name], *rows)
    )
    return "\n".join(quoted) + "\n"


def food(
    fdc_id: int, name: str, ndb: int | None, figures: Mapping[int, object], *portions: Sequence[str],
    kind: str = "sr_legacy_food", category: str = "1", published: str = "2019-04-01",
) -> dict[str, list[Sequence[str]]]:  # fmt: skip
    """The rows of one food; figures by nutrient; portions as amount, unit, description, modifier, grams."""
    id_ = str(fdc_id)
    numbers = [] if ndb is None else [(id_, str(ndb))]
    return {
        "food.csv": [(id_, kind, name, category, published)],
        "food_nutrient.csv": [
            (str(n), id_, str(nutrient), str(amount), "1", "46", "", "", "", "", "")
            for n, (nutrient, amount) in enumerate(figures.items())
        ],
        "food_portion.csv": [(str(n), id_, str(n), *one, "", "", "") for n, one in enumerate(portions)],
        "sr_legacy_food.csv": numbers if kind == "sr_legacy_food" else [],
        "foundation_food.csv": [(*one, "") for one in numbers] if kind == "foundation_food" else [],
    }


def tables(*foods: Mapping[str, Rows]) -> dict[str, str]:
    """The tables of these foods, by name; a table of numbers only where there are some."""
    rows: dict[str, list[Sequence[str]]] = {name: list(FIXED.get(name, ())) for name in HEADS}
    for one in foods:
        for name, found in one.items():
            rows[name] += found
    told = {name: table(name, found) for name, found in rows.items()}
    return {name: text for name, text in told.items() if rows[name] or not name.endswith("_food.csv")}


def packed(texts: Mapping[str, str | bytes], inside: str = INSIDE) -> bytes:
    """The tables in a ZIP, in the folder in which they come."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(inside + name, text)
    return out.getvalue()


PLAIN = {1003: 3.2, 1004: 3.3, 1005: 4.8, 1008: 61, 1051: 88.1, 1079: 0, 1062: 255, 1093: 43}
FOODS = (
    food(171265, "Milk, whole, as it comes", 1077, PLAIN, ("2", "9999", "", "cup", "488"),
         ("1", "9999", "", "tbsp; level", "15.25")),
    food(167512, "Quince pudding, cold", 99901, {**PLAIN, 1008: 120}, ("1", "1000", "", "sliced", "150"),
         ("1", "1118", "", "", "99"), category="9"),
    food(170000, "Quince water (Includes foods for USDA's Food Distribution Program)", None,
         {1008: 12}, category="44"),
)  # fmt: skip


def small() -> dict[str, str]:
    """The tables of three foods: one that the program brings too, one that is new, one without a number."""
    return tables(*FOODS)


def large(file: Path, foods: int = 8_000, nutrients: int = 81, first: int = 100_000) -> None:
    """A download of the size of SR Legacy: 8,000 foods with 81 nutrients each."""
    wanted = list(PLAIN)
    numbers = [*wanted, *range(1100, 1100 + nutrients - len(wanted))]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        made = [
            food(first + n, f"Invented food {n}, kind {n % 7}, cooked", 200_000 + n,
                 {number: (number + n) % 97 for number in numbers}, ("1", "9999", "", "cup", "120"))
            for n in range(foods)
        ]  # fmt: skip
        for name, text in tables(*made).items():
            archive.writestr(INSIDE + name, text)
