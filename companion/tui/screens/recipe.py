"""One recipe, all of it: what is in it, how it is made, and the tests of its texture."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from companion.domain.meals import MealOffer
from companion.flows.meals import eat_meal
from companion.tui.screens.page import BULLET, Reading
from companion.tui.widgets.keys import Key
from companion.tui.widgets.pages import Piece
from companion.tui.widgets.words import LABEL, LEAD, QUIET, chip, words
from companion.wording import allergens, meals, meals_next, numbers, swallowing

if TYPE_CHECKING:
    from companion.domain.entries import Decision

NOTES = ("card.1", "card.2", "card.3", "card.4", "card.5")
CREDIT = ("card.attribution", "level.credit")


class Recipe(Reading):
    """A meal on offer, in pages."""

    heading = "Recipe"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("space", "More", "more"),
        Key("enter", "Eat now", "eat"),
        Key("0", "Back", "back"),
        Key("q", "Back", "leave", shown=False),
    )

    def __init__(self, offer: MealOffer) -> None:
        super().__init__()
        self.offer = offer

    def advised(self) -> "list[Decision]":
        """What a swallowing therapist advised; on drinks, and nothing where nothing was written down."""
        return self.companion.swallowing.advice() if self.offer.meal.kind == "drink" else []

    def action_eat(self) -> None:
        """Eat it with the clock, and write down what was eaten."""
        from companion.tui.dialogs.eaten import asked_of

        app, meal = self.companion_app, self.offer.meal
        app.begin(partial(eat_meal, app.companion, meal=meal.id), present={"eaten": asked_of(meal.name)})

    def pieces(self) -> list[Piece]:
        """Everything a cook needs, the tests before the small print."""
        companion, meal = self.companion, self.offer.meal
        content = companion.content
        foods = companion.meals.names(meal)
        per, more = companion.meals.nutrients(meal), companion.meals_next.fortify(self.offer)
        return [
            Piece(words(meal.name, LEAD)),
            Piece(Content.assemble(chip(meals.badge(self.offer)), " ", meals.whose(self.offer))),
            Piece(words(f"{numbers.sentence(meals.serving(per))} {numbers.sentence(meals.making(meal))}")),
            *([Piece(words(f"{meals.OWN_LEAD} {own}"))] if (own := meals.texture(meal)) else []),
            *_section("In it", [meals.amount(part, foods[part.food]) for part in meal.ingredients]),
            *_section("How", meal.method, numbered=True),
            *_section("Test it", companion.meals.tests(meal, self.offer.level)),
            *_section("Advised", swallowing.advice(self.advised(), content)),
            *_section("Take care", meal.cautions),
            *_section("More energy", [meals_next.more_energy(h) for h in more]),
            *_section("Contains", [allergens.contents(meal.allergens)] if meal.allergens else []),
            *_section("For every recipe", [content.text(note).text for note in NOTES]),
            *[Piece(words(content.text(credit).text, QUIET), gap=True) for credit in CREDIT],
        ]


def _section(title: str, lines: "list[str] | tuple[str, ...]", *, numbered: bool = False) -> list[Piece]:
    """A label and its lines; nothing where there are none."""
    if not lines:
        return []
    marks = [f"{n}. " for n in range(1, len(lines) + 1)] if numbered else [BULLET] * len(lines)
    return [
        Piece(words(title, LABEL), gap=True, leads=True),
        *[Piece(words(line), mark) for line, mark in zip(lines, marks, strict=True)],
    ]
