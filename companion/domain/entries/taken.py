"""Entries of what was eaten and drunk."""

from pydantic import Field

from companion.domain.entries.entry import Entry
from companion.domain.nutrients import NAMES, Nutrients
from companion.domain.textures import DrinkLevel


class Nourishing(Entry):
    """Something to eat or drink in a part of the day, with its figures for one unit."""

    slot: str
    name: str
    kcal: float | None = Field(default=None, ge=0)
    protein_g: float | None = Field(default=None, ge=0)
    carb_g: float | None = Field(default=None, ge=0)
    fat_g: float | None = Field(default=None, ge=0)
    fluid_ml: float | None = Field(default=None, ge=0)

    @property
    def figures(self) -> Nutrients:
        """What one unit holds."""
        return Nutrients(*(getattr(self, name) for name in NAMES))


class Taken(Nourishing):
    """Something eaten or drunk; `factor` says how many units were taken."""

    @property
    def factor(self) -> float:
        """How many units were taken."""
        return 1.0

    @property
    def nutrients(self) -> Nutrients:
        """What was really taken."""
        return self.figures * self.factor


class MealEaten(Taken):
    """A recipe; figures per serving; `eaten` is the share of a serving, 0 to 3."""

    kind = "meal"
    needs = "log"
    meal: str
    eaten: float = Field(ge=0, le=3)
    minutes: int | None = Field(default=None, ge=0)
    coughs: int | None = Field(default=None, ge=0)
    helped: bool | None = None

    @property
    def factor(self) -> float:
        """The share of a serving."""
        return self.eaten


class FoodEaten(Taken):
    """A food; figures per 100 grams, or per serving where servings were counted."""

    kind = "food"
    needs = "log"
    food: str
    grams: float | None = Field(default=None, gt=0)
    servings: float | None = Field(default=None, gt=0)

    @property
    def factor(self) -> float:
        """Hundreds of grams, or servings."""
        return self.grams / 100 if self.grams is not None else self.servings or 1.0


class QuickEaten(Taken):
    """A name and its energy; figures for the whole entry."""

    kind = "quick"
    needs = "log"


class Drunk(Taken):
    """A drink; figures per 100 millilitres; `level` is its IDDSI level where known."""

    kind = "drink"
    needs = "log"
    ml: float = Field(gt=0)
    level: DrinkLevel | None = None

    @property
    def factor(self) -> float:
        """Hundreds of millilitres."""
        return self.ml / 100


class TubeFed(Taken):
    """A feed through a tube; figures per 100 millilitres. Its water is known only where it was said."""

    kind = "tube"
    needs = "log"
    ml: float = Field(gt=0)

    @property
    def factor(self) -> float:
        """Hundreds of millilitres."""
        return self.ml / 100
