"""Foods and what is in them."""

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from companion.domain.frozen import frozen
from companion.domain.nutrients import Nutrients

if TYPE_CHECKING:
    from companion.domain.entries import OwnFood

# The fourteen that have to be named on labels in the EU (Regulation 1169/2011, annex II); crustaceans and
# molluscs are one here.
ALLERGENS = frozenset(
    {"milk", "gluten", "egg", "soy", "fish", "celery", "treenut", "mustard", "sesame", "shellfish", "peanut",
     "lupin", "sulphite"}
)  # fmt: skip
WORTH_HALVING = 60  # grams of a household measure: half of less is a bite
DIETS = frozenset({"", "vegan", "vegetarian", "meat"})


@frozen
class Food:
    """A food; figures per 100 grams of what is eaten. None is "not published", which is not zero.

    `ndb` is the USDA's number; `portions` are grams of one unit; `g_per_ml` is the density. `source` begins
    with the id of an Origin; `diet` is "vegan", "vegetarian" or "meat" (fish too), empty where not known.
    A plain dataclass: there are ten thousand of them.
    """

    id: str
    ndb: str
    name: str
    aliases: tuple[str, ...]
    group: str
    kcal: float | None
    protein_g: float | None
    carb_g: float | None
    fat_g: float | None
    fibre_g: float | None
    water_g: float | None
    g_per_ml: float | None = None
    allergens: tuple[str, ...] = ()
    portions: Mapping[str, float] = field(default_factory=dict)
    source: str = ""
    diet: str = ""

    @property
    def per_100g(self) -> Nutrients:
        """What 100 grams hold; the water counts as fluid, a gram as a millilitre."""
        return Nutrients(self.kcal, self.protein_g, self.carb_g, self.fat_g, self.water_g)

    @property
    def origin(self) -> str:
        """The id of the source of its figures."""
        return self.source.partition(";")[0]


def as_food(entry: "OwnFood") -> Food:
    """A food of one's own as a food; of one that is counted in servings, 100 grams stand for one."""
    return Food(
        id=entry.id, ndb="", name=entry.name, aliases=(), group="own foods", source="own food",
        kcal=entry.kcal, protein_g=entry.protein_g, carb_g=entry.carb_g, fat_g=entry.fat_g, fibre_g=None,
        water_g=entry.fluid_ml,
    )  # fmt: skip
