"""The kinds of content in TOML files: what a file of them is called, its tables, and their model."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel

from companion.domain.energy import Equation
from companion.domain.exercises import Dose, Exercise, Flag, ModeRecord
from companion.domain.fortify import Enricher
from companion.domain.meals import Fortifier, Ingredient, Meal
from companion.domain.programmes import Item, Programme
from companion.domain.records import Origin, TextRecord, Threshold
from companion.domain.textures import Level, Test

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Kind(Generic[M]):
    """Records of one kind live in `name`.toml or in the files of the folder `name`, as [[table]].

    `parts` names the fields that hold models of their own.
    """

    name: str
    table: str
    model: type[M]
    parts: Mapping[str, type[BaseModel]] = field(default_factory=dict)


EXERCISES = Kind("exercises", "exercise", Exercise, {"dose": Dose})
FLAGS = Kind("flags", "flag", Flag)
MODES = Kind("modes", "mode", ModeRecord)
SOURCES = Kind("sources", "source", Origin)
PROGRAMMES = Kind("programmes", "programme", Programme, {"items": Item})
MEALS = Kind("meals", "meal", Meal, {"ingredients": Ingredient, "fortify": Fortifier})
ENRICHERS = Kind("fortify", "enricher", Enricher)
LEVELS = Kind("levels", "level", Level)
TESTS = Kind("tests", "test", Test)
EQUATIONS = Kind("equations", "equation", Equation)
THRESHOLDS = Kind("thresholds", "threshold", Threshold)
TEXTS = Kind("texts", "text", TextRecord)

FOODS = "foods.csv"
USDA, USDA_BEFORE = "usda.csv", "usda.before"  # of one's own: imported, and how those before that begin
TABLES = re.compile(r"foods\.csv|usda(\.before(-\d+)?)?\.csv")
FOOD_WORDS = "food_words"
KINDS = (
    SOURCES, FLAGS, MODES, EXERCISES, PROGRAMMES, TESTS, LEVELS, MEALS, ENRICHERS, EQUATIONS,
    THRESHOLDS, TEXTS,
)  # fmt: skip
NAMES = frozenset({kind.name for kind in KINDS} | {FOOD_WORDS})
