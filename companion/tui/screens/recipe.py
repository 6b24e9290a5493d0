"""One recipe, all of it: what is in it, how it is made, and the tests of its texture."""

from textual.content import Content

from companion.domain.meals import MealOffer
from companion.tui.screens.page import BULLET, Reading
from companion.tui.widgets.pages import Piece
from companion.tui.widgets.words import LABEL, LEAD, QUIET, chip, words
from companion.wording import meals, numbers

NOTES = ("card.1", "card.2", "card.3", "card.4", "card.5")
CREDIT = ("card.attribution", "level.credit")


class Recipe(Reading):
    """A meal on offer, in pages."""

    heading = "Recipe"

    def __init__(self, offer: MealOffer) -> None:
        super().__init__()
        self.offer = offer

    def pieces(self) -> list[Piece]:
        """Everything a cook needs, the tests before the small print."""
        companion, meal = self.companion, self.offer.meal
        content = companion.content
        foods = content.foods
        per = companion.meals.nutrients(meal)
        return [
            Piece(words(meal.name, LEAD)),
            Piece(Content.assemble(chip(meals.badge(self.offer)), " ", meals.whose(self.offer))),
            Piece(words(f"{numbers.sentence(meals.serving(per))} {numbers.sentence(meals.making(meal))}")),
            *_section("In it", [meals.amount(part, foods[part.food].name) for part in meal.ingredients]),
            *_section("How", meal.method, numbered=True),
            *_section("Test it", [content.tests[test].text for test in meal.tests]),
            *_section("Take care", meal.cautions),
            *_section(
                "More energy", [f"{meals.amount(f, foods[f.food].name)}: {f.note}" for f in meal.fortify]
            ),
            *_section("Contains", [numbers.listed(meal.allergens)] if meal.allergens else []),
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
