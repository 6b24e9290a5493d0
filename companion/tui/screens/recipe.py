"""One recipe, all of it: what is in it, how it is made, and the tests of its texture."""

from functools import partial
from typing import ClassVar

from textual.content import Content

from companion.domain.meals import MealOffer
from companion.flows.meals import eat_meal
from companion.flows.recipes_read import RECIPE, Section, credit, head, sections
from companion.flows.roles import LOG
from companion.tui.screens.page import BULLET, Reading
from companion.tui.widgets.keys import Key
from companion.tui.widgets.pages import Piece
from companion.tui.widgets.words import LABEL, LEAD, QUIET, chip, words
from companion.wording import meals


class Recipe(Reading):
    """A meal on offer, in pages."""

    heading = RECIPE
    keys: ClassVar[tuple[Key, ...]] = (
        Key("space", "More", "more"),
        Key("enter", "Eat now", "eat", needs=LOG),
        Key("0", "Back", "back"),
        Key("q", "Back", "leave", shown=False),
    )

    def __init__(self, offer: MealOffer) -> None:
        super().__init__()
        self.offer = offer

    def action_eat(self) -> None:
        """Eat it with the clock, and write down what was eaten."""
        from companion.tui.dialogs.eaten import asked_of

        app, meal = self.companion_app, self.offer.meal
        app.begin(partial(eat_meal, app.companion, meal=meal.id), present={"eaten": asked_of(meal.name)})

    def pieces(self) -> list[Piece]:
        """Everything a cook needs, the tests before the small print."""
        companion, offer = self.companion, self.offer
        return [
            Piece(words(offer.meal.name, LEAD)),
            Piece(Content.assemble(chip(meals.badge(offer)), " ", meals.whose(offer))),
            *[Piece(words(line)) for line in head(companion, offer)],
            *[piece for section in sections(companion, offer) for piece in _pieces(section)],
            *[Piece(words(text, QUIET), gap=True) for text in credit(companion)],
        ]


def _pieces(section: Section) -> list[Piece]:
    """A label and its lines."""
    count = len(section.lines)
    marks = [f"{n}. " for n in range(1, count + 1)] if section.numbered else [BULLET] * count
    return [
        Piece(words(section.title, LABEL), gap=True, leads=True),
        *[Piece(words(line), mark) for line, mark in zip(section.lines, marks, strict=True)],
    ]
