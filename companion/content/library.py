"""All content, loaded kind by kind when first needed; a folder of one's own overlays it by id."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from companion.content import kinds
from companion.content.loader import broken, files, numbers, read, records, strays, words
from companion.content.rows import Rows
from companion.domain.built import built
from companion.errors import Unknown, first_fault
from companion.resources import CONTENT

if TYPE_CHECKING:
    from companion.content.kinds import Kind
    from companion.content.loader import R
    from companion.domain.energy import Equation
    from companion.domain.exercises import Exercise, Flag, ModeRecord
    from companion.domain.foods import Food
    from companion.domain.fortify import Enricher
    from companion.domain.meals import Meal
    from companion.domain.programmes import Programme
    from companion.domain.records import Origin, TextRecord, Threshold
    from companion.domain.textures import Level, Test

M = TypeVar("M", bound=BaseModel)


class Library:
    """The packaged content, with the records of the folder `own` in place of those with the same id.

    With `trusting` the packaged records are taken as they are: tests and `companion doctor`
    validate them. What is in `own` is always validated.
    """

    def __init__(self, own: Path | None = None, *, trusting: bool = False) -> None:
        self._trusting = trusting
        self._own = own if own and own.is_dir() else None
        self._files: dict[tuple[str, str], Path] = {}
        self._sections: dict[str, Mapping[str, TextRecord]] = {}
        self._groups: dict[str, Mapping[str, Any]] = {}  # the number of each threshold, by id
        self._limits: dict[str, BaseModel] = {}

    @cached_property
    def exercises(self) -> Mapping[str, "Exercise"]:
        """Every exercise."""
        return self._load(kinds.EXERCISES)

    @cached_property
    def flags(self) -> Mapping[str, "Flag"]:
        """What exercises tell one to take care of."""
        return self._load(kinds.FLAGS)

    @cached_property
    def modes(self) -> Mapping[str, "ModeRecord"]:
        """Who does the moving."""
        return self._load(kinds.MODES)

    @cached_property
    def sources(self) -> Mapping[str, "Origin"]:
        """What exercises and food tables name as their source."""
        return self._load(kinds.SOURCES)

    @cached_property
    def programmes(self) -> Mapping[str, "Programme"]:
        """Every programme."""
        return self._load(kinds.PROGRAMMES)

    @cached_property
    def meals(self) -> Mapping[str, "Meal"]:
        """Every recipe, drinks too."""
        return self._load(kinds.MEALS)

    @cached_property
    def fortify(self) -> Mapping[str, "Enricher"]:
        """What brings more energy into any dish of a level."""
        return self._load(kinds.ENRICHERS)

    @cached_property
    def levels(self) -> Mapping[str, "Level"]:
        """The texture levels; descriptions are the texts "level.<id>"."""
        return self._load(kinds.LEVELS)

    @cached_property
    def tests(self) -> Mapping[str, "Test"]:
        """The tests of a texture."""
        return self._load(kinds.TESTS)

    @cached_property
    def equations(self) -> Sequence["Equation"]:
        """Equations for resting energy, a row for each sex and span of ages."""
        mine = self._equations(self._own) if self._own else ()
        replaced = {row.id for row in mine}
        return (*(row for row in self._equations(CONTENT) if row.id not in replaced), *mine)

    @cached_property
    def food_words(self) -> Mapping[str, str]:
        """What people call foods, and what the food tables call the same."""
        roots = (CONTENT, self._own) if self._own else (CONTENT,)
        tables = [words(file) for root in roots for file in files(root, kinds.FOOD_WORDS)]
        return {word: same for table in tables for word, same in table.items()}

    @cached_property
    def thresholds(self) -> Mapping[str, "Threshold"]:
        """Every number that decides something."""
        return self._load(kinds.THRESHOLDS)

    @cached_property
    def foods(self) -> Mapping[str, "Food"]:
        """The kitchen foods that recipes are made of."""
        if self._trusting and self._own is None:
            from companion.content.food_tables import Foods

            return Foods(CONTENT / kinds.FOODS)
        return MappingProxyType(self._foods(kinds.FOODS))

    def usda(self) -> Sequence["Food"]:
        """The whole USDA table, with what was imported. The id of a food is its NDB number, if any."""
        return self._usda

    @cached_property
    def _usda(self) -> Sequence["Food"]:
        return tuple(self._foods(kinds.USDA).values())

    def _foods(self, table: str) -> dict[str, "Food"]:
        """A packaged table by id, with the foods of one's own table in place of those with the same."""
        from companion.content.food_tables import foods

        file = self._own / table if self._own else None
        own = {food.id: food for food in foods(file)} if file and file.is_file() else {}
        return {food.id: food for food in foods(CONTENT / table, besides=own)} | own

    @cached_property
    def texts(self) -> Mapping[str, "TextRecord"]:
        """Every text, for checks; `text` reads less."""
        return self._load(kinds.TEXTS)

    def text(self, id_: str) -> "TextRecord":
        """One text; raises Unknown. Its section, the id up to the first dot, is a file of its own."""
        section = self.section(id_.partition(".")[0])
        if id_ not in section:
            raise Unknown("unknown_text", value=id_, known=list(section))
        return section[id_]

    def section(self, name: str) -> Mapping[str, "TextRecord"]:
        """The texts of one section in their order; empty when there is no such section."""
        if name not in self._sections:
            self._sections[name] = self._section(name)
        return self._sections[name]

    def limit(self, id_: str) -> float:
        """The number of one threshold."""
        value: float | tuple[float, ...] | None = self._group(id_.partition(".")[0]).get(id_)
        if value is None:
            raise broken(CONTENT / kinds.THRESHOLDS.name, id_, "id", "is missing")
        if isinstance(value, tuple):
            raise broken(self.file(kinds.THRESHOLDS, id_), id_, "value", "has to be one number")
        return value

    def bounds(self, what: str) -> tuple[float, float]:
        """The lowest and the highest possible value of something: limits.<what>_low and _high."""
        return self.limit(f"limits.{what}_low"), self.limit(f"limits.{what}_high")

    def limits(self, model: type[M], group: str) -> M:
        """A model of numbers, each field filled by the threshold "group.field"."""
        if group not in self._limits:
            self._limits[group] = self._filled(model, group)
        return self._limits[group]  # type: ignore[return-value]

    def _filled(self, model: type[M], group: str) -> M:
        known = self._group(group)
        try:
            values = {name: known[f"{group}.{name}"] for name in model.model_fields}
        except KeyError as missing:
            raise broken(CONTENT / kinds.THRESHOLDS.name, missing.args[0], "id", "is missing") from None
        if self._trusting and self._own is None:
            return built(model, values)
        try:
            return model(**values)
        except ValidationError as fault:
            field, said = first_fault(fault)
            id_ = f"{group}.{field}"
            raise broken(self.file(kinds.THRESHOLDS, id_), id_, "value", said) from None

    def _group(self, name: str) -> Mapping[str, Any]:
        """The numbers of one group, the id up to the first dot."""
        if name not in self._groups:
            self._groups[name] = self._numbers(name)
        return self._groups[name]

    def _numbers(self, group: str) -> Mapping[str, Any]:
        if self._own is not None:
            return {id_: one.value for id_, one in self.thresholds.items() if id_.startswith(f"{group}.")}
        file = CONTENT / kinds.THRESHOLDS.name / f"{group}.toml"  # of each packaged one a file of its own
        if self._trusting:
            return numbers(file)
        return {one.id: one.value for one in read(file, kinds.THRESHOLDS)}

    def _packaged(self, kind: "Kind[R]", found: list[Path]) -> Mapping[str, "R"]:
        """The records of packaged files; trusted ones are read when they are asked for."""
        if not self._trusting:
            return self._keep(kind, records(found, kind))
        rows = Rows(kind, found)
        self._files |= {(kind.name, id_): rows.file(id_) for id_ in rows}
        return rows

    def file(self, kind: "Kind[Any]", id_: str) -> Path:
        """The file a loaded record came from."""
        return self._files.get((kind.name, id_), CONTENT)

    def _load(self, kind: "Kind[R]") -> Mapping[str, "R"]:
        packaged = self._packaged(kind, files(CONTENT, kind.name))
        if self._own is None:
            return MappingProxyType(packaged)
        merged = dict(packaged)
        for stray in strays(self._own):
            raise broken(stray, "", "", "no kind of content has a file of this name")
        self._overlay(kind, merged, self._keep(kind, records(files(self._own, kind.name), kind)))
        return MappingProxyType(merged)

    def _equations(self, root: Path) -> tuple["Equation", ...]:
        trusted = self._trusting and root == CONTENT
        found = files(root, kinds.EQUATIONS.name)
        return tuple(row for file in found for row in read(file, kinds.EQUATIONS, trusted=trusted))

    def _section(self, name: str) -> Mapping[str, "TextRecord"]:
        place = Path(kinds.TEXTS.name, f"{name}.toml")
        packaged = self._packaged(kinds.TEXTS, [CONTENT / place] * (CONTENT / place).is_file())
        own = self._own / place if self._own else None
        if own is None or not own.is_file():
            return MappingProxyType(packaged)
        return MappingProxyType({**packaged, **self._keep(kinds.TEXTS, records([own], kinds.TEXTS))})

    def _keep(self, kind: "Kind[R]", found: Iterable[tuple[Path, "R"]]) -> dict[str, "R"]:
        kept = {}
        for file, record in found:
            kept[record.id] = record
            self._files[kind.name, record.id] = file
        return kept

    def _overlay(self, kind: "Kind[R]", merged: dict[str, "R"], own: dict[str, "R"]) -> None:
        from companion.content.references import faults

        if kind.name == "thresholds":
            for name in own.keys() - merged.keys():
                raise broken(self.file(kind, name), name, "id", "is not a number the program uses")
        merged |= own

        def look(name: str) -> Mapping[str, Any]:
            return merged if name == kind.name else getattr(self, name)

        for record in own.values():
            for key, fault in faults(record, look):
                raise broken(self.file(kind, record.id), record.id, key, fault)
