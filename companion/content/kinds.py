"""The kinds of content in TOML files: what a file of them is called, its tables, and their model."""

import re
from collections.abc import Mapping
from dataclasses import field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.domain.energy import Equation
    from companion.domain.exercises import Exercise, Flag, ModeRecord
    from companion.domain.fortify import Enricher
    from companion.domain.meals import Meal
    from companion.domain.programmes import Programme
    from companion.domain.records import Origin, TextRecord, Threshold
    from companion.domain.textures import Level, Test

M = TypeVar("M", bound=BaseModel)


@frozen
class Kind(Generic[M]):
    """Records of one kind live in `name`.toml or in the files of the folder `name`, as [[table]].

    `of` is their model, "exercises.Exercise" for a class of domain/exercises.py, imported when one is read;
    `holds` names the fields that hold models of their own.
    """

    name: str
    table: str
    of: str
    holds: Mapping[str, str] = field(default_factory=dict)

    @property
    def model(self) -> type[M]:
        """The model of a record."""
        found: type[M] = _model(self.of)
        return found

    def part(self, name: str) -> type[BaseModel] | None:
        """The model of what a field holds, where it has one."""
        return _model(self.holds[name]) if name in self.holds else None


@cache
def _model(of: str) -> Any:
    module, _, name = of.partition(".")
    return getattr(import_module(f"companion.domain.{module}"), name)


EXERCISES: "Kind[Exercise]" = Kind("exercises", "exercise", "exercises.Exercise", {"dose": "exercises.Dose"})
FLAGS: "Kind[Flag]" = Kind("flags", "flag", "exercises.Flag")
MODES: "Kind[ModeRecord]" = Kind("modes", "mode", "exercises.ModeRecord")
SOURCES: "Kind[Origin]" = Kind("sources", "source", "records.Origin")
PROGRAMMES: "Kind[Programme]" = Kind(
    "programmes", "programme", "programmes.Programme", {"items": "programmes.Item"}
)
MEALS: "Kind[Meal]" = Kind(
    "meals", "meal", "meals.Meal", {"ingredients": "meals.Ingredient", "fortify": "meals.Fortifier"}
)
ENRICHERS: "Kind[Enricher]" = Kind("fortify", "enricher", "fortify.Enricher")
LEVELS: "Kind[Level]" = Kind("levels", "level", "textures.Level")
TESTS: "Kind[Test]" = Kind("tests", "test", "textures.Test")
EQUATIONS: "Kind[Equation]" = Kind("equations", "equation", "energy.Equation")
THRESHOLDS: "Kind[Threshold]" = Kind("thresholds", "threshold", "records.Threshold")
TEXTS: "Kind[TextRecord]" = Kind("texts", "text", "records.TextRecord")

FOODS = "foods.csv"
USDA, USDA_BEFORE = "usda.csv", "usda.before"  # of one's own: imported, and how those before that begin
TABLES = re.compile(r"foods\.csv|usda(\.before(-\d+)?)?\.csv")
FOOD_WORDS = "food_words"
KINDS = (
    SOURCES, FLAGS, MODES, EXERCISES, PROGRAMMES, TESTS, LEVELS, MEALS, ENRICHERS, EQUATIONS,
    THRESHOLDS, TEXTS,
)  # fmt: skip
NAMES = frozenset({kind.name for kind in KINDS} | {FOOD_WORDS})
