"""A recipe to be read: what is in it, how it is made, and the tests of its texture."""

from typing import TYPE_CHECKING, NamedTuple

from companion.flows.steps import Read
from companion.wording import allergens, meals, meals_next, numbers, swallowing

if TYPE_CHECKING:
    from companion.domain.meals import MealOffer
    from companion.services.companion import Companion

NOTES = ("card.1", "card.2", "card.3", "card.4", "card.5")
CREDIT = ("card.attribution", "level.credit")
RECIPE = "Recipe"


class Section(NamedTuple):
    """Some lines of a recipe under one title; `numbered` where their order counts."""

    title: str
    lines: tuple[str, ...]
    numbered: bool = False


def head(companion: "Companion", offer: "MealOffer") -> list[str]:
    """What a serving holds and how long it takes; of one's own who gave the texture."""
    meal = offer.meal
    per = companion.meals.nutrients(meal)
    own = meals.texture(meal)
    held = f"{numbers.sentence(meals.serving(per))} {numbers.sentence(meals.making(meal))}"
    return [held, *([f"{meals.OWN_LEAD} {own}"] if own else [])]


def sections(companion: "Companion", offer: "MealOffer") -> list[Section]:
    """Everything a cook needs, the tests before the small print; nothing that has no lines."""
    meal, content = offer.meal, companion.content
    names, more = companion.meals.names(meal), companion.meals_next.fortify(offer)
    advised = companion.swallowing.advice() if meal.kind == "drink" else []
    found = (
        Section("In it", tuple(meals.amount(part, names[part.food]) for part in meal.ingredients)),
        Section("How", meal.method, numbered=True),
        Section("Test it", companion.meals.tests(meal, offer.level)),
        Section("Advised", tuple(swallowing.advice(advised, content))),
        Section("Take care", meal.cautions),
        Section("More energy", tuple(meals_next.more_energy(hint) for hint in more)),
        Section("Contains", (allergens.contents(meal.allergens),) if meal.allergens else ()),
        Section("For every recipe", tuple(content.text(note).text for note in NOTES)),
    )
    return [section for section in found if section.lines]


def credit(companion: "Companion") -> list[str]:
    """Where recipes and levels come from."""
    return [companion.content.text(name).text for name in CREDIT]


def recipe(companion: "Companion", offer: "MealOffer") -> Read:
    """The whole recipe as a text, a line for each thing."""
    texts = [(one.title, "\n".join(_lines(one))) for one in sections(companion, offer)]
    first = [meals.offered(offer), *head(companion, offer)]
    about = (offer.meal.name, " ".join(map(numbers.sentence, first)))
    return Read(RECIPE, (about, *texts, *(("", text) for text in credit(companion))))


def _lines(section: Section) -> list[str]:
    if not section.numbered:
        return list(section.lines)
    return [f"{n}. {line}" for n, line in enumerate(section.lines, 1)]
