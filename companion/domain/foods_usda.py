"""USDA FoodData Central's download, table by table: which of its foods are taken, and what of each.

Columns and numbers as in USDA's "Download Field Descriptions" (October 2020) and the tables of the releases
2018-04 (SR Legacy) and 2019-12 to 2026-04 (Foundation Foods).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from companion.domain.foods import Food
from companion.domain.foods_words import fold
from companion.domain.frozen import frozen
from companion.domain.text import clean

# The kinds of foods that are taken, and the id of the Origin of each. Samples and purchases, of which
# Foundation Foods are made up, branded foods and survey dishes are not.
KINDS = {"sr_legacy_food": "FDC SR Legacy", "foundation_food": "FDC Foundation"}
# The numbers of the nutrients that are taken, and their units. Energy in kilojoules (1062) is not; Foundation
# Foods often have it by Atwater's factors only, of which the specific go before the general.
ENERGY = ("1008", "2048", "2047")
PROTEIN, CARB, FAT, FIBRE, WATER = FIGURES = ("1003", "1005", "1004", "1079", "1051")
UNITS = {**dict.fromkeys(ENERGY, ("KCAL",)), **dict.fromkeys(FIGURES, ("G", "GRAM"))}
NO_UNIT, UNDETERMINED = {"", "9999"}, "undetermined"  # by number, by name
MEANT = {"RACC": "serving"}  # the reference amount customarily consumed
PROGRAMME = (
    "(includes foods for usda's food distribution program)"  # at the end of a name: of no use to eaters
)
LONGEST_NAME, LONGEST_UNIT, LONGEST_GROUP = 180, 60, 40
NDB_DIGITS, MOST_DIGITS = 5, 12
MOST_PORTIONS, MOST_KINDS = 100, 100  # that are looked at
OTHER = "Other foods"
# What the program calls the shelves of the table, on which the search looks.
GROUPS = {
    "American Indian/Alaska Native Foods": "Native foods", "Baby Foods": "Baby foods",
    "Baked Products": "Baked", "Beef Products": "Beef", "Breakfast Cereals": "Cereals",
    "Cereal Grains and Pasta": "Grains and pasta", "Dairy and Egg Products": "Dairy and eggs",
    "Fast Foods": "Fast food", "Fats and Oils": "Fats", "Finfish and Shellfish Products": "Fish",
    "Fruits and Fruit Juices": "Fruit", "Lamb, Veal, and Game Products": "Lamb veal game",
    "Legumes and Legume Products": "Legumes", "Meals, Entrees, and Side Dishes": "Meals",
    "Nut and Seed Products": "Nuts and seeds", "Pork Products": "Pork", "Poultry Products": "Poultry",
    "Restaurant Foods": "Restaurant", "Sausages and Luncheon Meats": "Sausages",
    "Soups, Sauces, and Gravies": "Soups and sauces", "Spices and Herbs": "Spices",
    "Vegetables and Vegetable Products": "Vegetables",
}  # fmt: skip


@frozen
class Bounds:
    """What can be: energy and grams in 100 g, grams of a portion; and how many portions are kept."""

    kcal: tuple[float, float]
    grams: tuple[float, float]
    portion: tuple[float, float]
    portions: int


@dataclass(slots=True)
class Described:
    """A food of the download while its tables are read."""

    kind: str
    name: str
    category: str
    published: str
    ndb: str = ""
    figures: dict[str, float] = field(default_factory=dict)  # by the number of the nutrient
    portions: list[tuple[int, str, float]] = field(default_factory=list)  # place, unit, grams of one


@frozen
class Taken:
    """What comes in: foods; how many of each Origin; how many of them are in the place of packaged ones.

    `published` is the newest date of theirs, where one is known; `no_energy` counts foods left out, since
    nothing could be counted with them, and `impossible` figures left out. `gone` counts the foods of the
    table before that are in no table then.
    """

    foods: tuple[Food, ...]
    origins: Mapping[str, int]
    replaced: int
    published: date | None
    no_energy: int
    impossible: int
    gone: int = 0


class Gathering:
    """Takes the rows of the tables, food.csv first, and makes foods of them."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._foods: dict[str, Described] = {}
        self._impossible = 0
        self.kinds: Counter[str] = Counter()
        self.measured = False  # whether some portion names its unit by number

    def __len__(self) -> int:
        return len(self._foods)

    def food(self, fdc_id: str, kind: str, name: str, category: str, published: str) -> None:
        """A row of food.csv."""
        if kind in self.kinds or len(self.kinds) < MOST_KINDS:
            self.kinds[kind] += 1
        called = _name(name)
        if kind in KINDS and called and _number(fdc_id):
            self._foods[fdc_id] = Described(kind, called, category, _day(published))

    def number(self, fdc_id: str, ndb: str) -> None:
        """A row of sr_legacy_food.csv or foundation_food.csv."""
        if fdc_id in self._foods and _number(ndb) and int(ndb):
            self._foods[fdc_id].ndb = ndb.lstrip("0").zfill(NDB_DIGITS)

    def figures(self, rows: Iterable[tuple[str, ...]]) -> None:
        """The rows of food_nutrient.csv, each a food, a nutrient and its amount: over half a million."""
        foods, wanted = self._foods, UNITS
        for fdc_id, nutrient, amount in rows:
            if nutrient in wanted and amount and fdc_id in foods:
                low, high = self._bounds.kcal if nutrient in ENERGY else self._bounds.grams
                if (figure := _amount(amount, low, high)) is None:
                    self._impossible += 1
                else:
                    foods[fdc_id].figures.setdefault(nutrient, figure)

    def portion(self, row: tuple[str, ...], units: Mapping[str, str]) -> None:
        """A row of food_portion.csv; units by their number."""
        fdc_id, place, amount, number, description, modifier, weight = row
        if fdc_id not in self._foods or len(self._foods[fdc_id].portions) == MOST_PORTIONS:
            return
        if number not in NO_UNIT:
            self.measured = True
            if number not in units:
                return
        unit = units.get(number, UNDETERMINED)
        said = ("" if unit == UNDETERMINED else MEANT.get(unit, unit), description or modifier)
        label = clean(", ".join(part for part in said if part).replace(";", ","), limit=LONGEST_UNIT)
        grams, of = _amount(weight or "0", 0, float("inf")), _amount(amount or "1", 0, float("inf"))
        if not (any(map(str.isalpha, label)) and grams and of):
            return
        low, high = self._bounds.portion
        if low <= (one := grams / of) <= high:
            order = int(place) if _number(place) else 0
            self._foods[fdc_id].portions.append((order, label.replace("=", " "), one))

    def taken(self, categories: Mapping[str, str], packaged: Iterable[Food]) -> Taken:
        """The foods: one for each NDB number, the newest. Categories by their number.

        A food of the packaged table without a number keeps its id where it is called the same.
        """
        there = {food.id: food for food in packaged}
        unnumbered = {fold(food.name): food.id for food in there.values() if not food.ndb}
        made: dict[str, Food] = {}
        no_energy = 0
        for fdc_id, one in sorted(self._foods.items(), key=lambda item: (item[1].published, int(item[0]))):
            kcal = next((one.figures[number] for number in ENERGY if number in one.figures), None)
            if kcal is None:
                no_energy += 1
                continue
            id_ = one.ndb or f"fdc-{fdc_id}"
            if id_ not in there and (same := unnumbered.get(fold(one.name), id_)) not in made:
                id_ = same
            made[id_] = self._food(id_, one, kcal, categories.get(one.category, ""))
        days = [_published(food) for food in made.values()]
        return Taken(
            tuple(made[id_] for id_ in sorted(made)),
            Counter(food.origin for food in made.values()),
            len(made.keys() & there.keys()),
            max((date.fromisoformat(day) for day in days if day), default=None),
            no_energy,
            self._impossible,
        )

    def _food(self, id_: str, one: Described, kcal: float, category: str) -> Food:
        portions: dict[str, float] = {}
        for _, unit, grams in sorted(one.portions):
            if len(portions) < self._bounds.portions:
                portions.setdefault(unit, grams)
        figure = one.figures.get
        origin = KINDS[one.kind]
        return Food(
            id=id_, ndb=one.ndb, name=one.name, aliases=(),
            group=GROUPS.get(category) or clean(category, limit=LONGEST_GROUP) or OTHER, kcal=kcal,
            protein_g=figure(PROTEIN), carb_g=figure(CARB), fat_g=figure(FAT), fibre_g=figure(FIBRE),
            water_g=figure(WATER),
            portions=portions, source=f"{origin}; published {one.published}" if one.published else origin,
        )  # fmt: skip


def _published(food: Food) -> str:
    return food.source.partition("; published ")[2]


def _name(text: str) -> str:
    """A name without what a terminal or a spreadsheet would take for an order; "" for one without letters."""
    called = " ".join(clean(text, limit=LONGEST_NAME * 2).split()).lstrip("=+-@ ")
    if called.lower().endswith(PROGRAMME):
        called = called[: -len(PROGRAMME)]
    called = called[:LONGEST_NAME].strip()
    return called if any(map(str.isalpha, called)) else ""


def _number(text: str) -> bool:
    """Whether it is a whole number as the tables have it."""
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS


def _amount(text: str, low: float, high: float) -> float | None:
    """A figure, if it is one that can be."""
    try:
        figure = float(text)
    except ValueError:
        return None
    return figure if low <= figure <= high and figure != float("inf") else None


def _day(text: str) -> str:
    """A date as 2019-04-01, of which the oldest releases make 4/1/2019; "" for anything else."""
    month, _, rest = text.partition("/")
    day, _, year = rest.partition("/")
    try:
        return str(date(int(year), int(month), int(day)) if rest else date.fromisoformat(text))
    except ValueError:
        return ""
