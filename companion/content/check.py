"""Is the content whole and consistent? For tests and `companion doctor`; a run of the program needs less."""

from collections.abc import Callable, Iterator
from functools import partial

from companion.content import kinds
from companion.content.library import Library
from companion.content.loader import broken
from companion.content.references import Faults, faults
from companion.domain.allergens import DIETS, fits
from companion.domain.exercises import Exercise
from companion.domain.foods import Food
from companion.domain.meals import Meal
from companion.domain.programmes import Programme
from companion.errors import Failure


def check(library: Library) -> list[Failure]:
    """Everything that is wrong with the content, broken files first, each as the error it would be."""
    found = list(unreadable(library))
    return found or [*_records(library), *_foods(library), *_texts(library)]


def unreadable(library: Library) -> Iterator[Failure]:
    """Every kind of content that cannot be loaded, as the error it would be."""
    names = (*(kind.name for kind in kinds.KINDS), "foods", "food_words")
    looks: list[Callable[[], object]] = [*(partial(getattr, library, name) for name in names), library.usda]
    for look in looks:
        try:
            look()
        except Failure as failure:
            yield failure


def _records(library: Library) -> Iterator[Failure]:
    for kind in kinds.KINDS:
        if kind is kinds.EQUATIONS:
            continue
        for record in getattr(library, kind.name).values():
            for key, fault in (
                *faults(record, lambda name: getattr(library, name)),
                *_faults(record, library),
            ):
                yield broken(library.file(kind, record.id), record.id, key, fault)


def _faults(record: object, library: Library) -> Faults:
    if isinstance(record, Exercise) and record.effort > library.limit("session.effort_ceiling"):
        yield "effort", "is above the ceiling of the program"
    elif isinstance(record, Programme):
        yield from _programme(record, library)
    elif isinstance(record, Meal):
        yield from _meal(record, library)


def _programme(programme: Programme, library: Library) -> Faults:
    for at, item in enumerate(programme.items):
        for stage in set(programme.stages) - set(library.exercises[item.exercise].stages):
            yield f"items.{at}.exercise", f"{item.exercise} is not meant for stage {stage}"


def _meal(meal: Meal, library: Library) -> Faults:
    foods = [library.foods[part.food] for part in meal.ingredients]
    marks = {mark for food in foods for mark in food.allergens}
    if marks != set(meal.allergens):
        yield "allergens", f"its ingredients have {', '.join(sorted(marks)) or 'none'}"
    for tag in DIETS:
        if all(fits(food, tag) for food in foods) != (tag in meal.tags):
            yield "tags", f"{tag} does not agree with the ingredients"
    for part in meal.fortify:
        yield from _fortifier(meal, library.foods[part.food], part.note, marks)
    for name in meal.iddsi:
        level = library.levels[name]
        for test in set(level.food_tests if meal.kind == "food" else level.drink_tests) - set(meal.tests):
            yield "tests", f"level {name} needs {test}"


def _fortifier(meal: Meal, food: Food, note: str, marks: set[str]) -> Faults:
    if set(food.allergens) - marks and "adds" not in note and "no longer" not in note:
        yield (
            "fortify",
            f"{food.id} adds {', '.join(sorted(set(food.allergens) - marks))}, which its note does not say",
        )
    for tag in DIETS:
        if tag in meal.tags and not fits(food, tag) and "no longer" not in note:
            yield "fortify", f"with {food.id} it is no longer {tag}, which its note does not say"


def _foods(library: Library) -> Iterator[Failure]:
    for food in (*library.foods.values(), *library.usda()):
        if food.origin not in library.sources:
            yield broken(
                library.file(kinds.SOURCES, food.origin), food.id, "source", f"{food.origin} is not known"
            )


def _texts(library: Library) -> Iterator[Failure]:
    for id_ in library.texts:
        file = library.file(kinds.TEXTS, id_)
        if file.stem != id_.partition(".")[0]:
            yield broken(file, id_, "id", f"belongs in {id_.partition('.')[0]}.toml")
