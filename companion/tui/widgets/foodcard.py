"""What one should know of a food before writing it down, in a fixed number of rows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from companion.domain.entries import FoodEaten
from companion.domain.foods import Food
from companion.domain.frozen import frozen
from companion.domain.intake_usual import Usual
from companion.services.foods_lookup import Hit
from companion.tui.widgets.font import blocks
from companion.tui.widgets.words import LEAD, QUIET, fit, words
from companion.tui.widths import NORMAL, WIDE
from companion.wording import foods, numbers

if TYPE_CHECKING:
    from companion.services.companion import Companion

GAP = "  "
NAME = 2  # rows at most for the name
NAME_WIDE = 4
NUMBER = 3  # rows of the number


@frozen
class FoodFacts:
    """A name, its energy as a number and what that is of, two lines beside it, measures, small print."""

    name: str
    kcal: str
    beside: tuple[str, str]
    measures: tuple[str, ...] = ()
    small: tuple[str, ...] = ()


class FoodCard(Widget):
    """Name, energy in block letters, protein, household measures, and where the figures are from."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: FoodFacts | None = None

    def set(self, facts: FoodFacts | None) -> None:
        """Show another food, or none; the card keeps its size."""
        if facts != self.facts:
            self.facts = facts
            self.refresh()

    def render(self) -> Content:
        """All rows."""
        width, high = self.content_size
        if self.facts is None or width < 1:
            return Content()
        return Content("\n").join(self._lines(self.facts, width, high)[:high])

    def _lines(self, facts: FoodFacts, width: int, high: int) -> list[Content]:
        columns = self.app.size.width
        small = _wrapped(facts.small, width, QUIET)
        if columns < WIDE:
            name, most = _wrapped((facts.name,), width, LEAD), min(NAME, high - NUMBER)
            if columns >= NORMAL or len(name) > most:
                name = [words(fit(facts.name, width).rstrip(), LEAD)]
            return [*name, *_number(facts, width, (*facts.beside, *facts.measures)), *small]
        name = _wrapped((facts.name,), width, LEAD)[:NAME_WIDE]
        parts = [part for text in facts.measures for part in text.split(": ")]
        groups = [name, _number(facts, width, facts.beside), _wrapped(parts, width), small]
        return [line for group in groups if group for line in (*group, Content())]


def _number(facts: FoodFacts, width: int, beside: Sequence[str]) -> list[Content]:
    """The number, and beside it as many lines as it is high."""
    rows = blocks(facts.kcal, 1)
    texts = [*beside, *[""] * len(rows)]
    return [
        Content.assemble(row, GAP, (_cut(text, width - len(row) - len(GAP)), "" if n else LEAD))
        for n, (row, text) in enumerate(zip(rows, texts, strict=False))
    ]


def _cut(text: str, width: int) -> str:
    """Without its last parts, where the whole is too long."""
    while cell_len(text) > width and ", " in text:
        text = text.rpartition(", ")[0]
    return fit(text, width).rstrip()


def _wrapped(texts: Sequence[str], width: int, style: str = "") -> list[Content]:
    return [line.rstrip() for text in texts for line in words(text, style).wrap(width)]


def facts(companion: "Companion", hit: Hit | None) -> FoodFacts | None:
    """What the card says of a row: a food, or what the same again holds."""
    if hit is None:
        return None
    if hit.usual is not None:
        return _again(companion, hit.usual)
    return _food(companion, hit.food) if hit.food is not None else None


def _texture(companion: "Companion", food: str) -> str:
    """Its texture: of one's own as somebody gave it, of any other that it is not known."""
    own = companion.foods.own().get(food)
    return f"{foods.capital_texture(own)}." if own is not None else foods.TEXTURE


def _food(companion: "Companion", food: Food) -> FoodFacts:
    origin = companion.content.sources.get(food.origin)  # one's own foods have none
    unit = foods.unit(per_serving=companion.foods.per_serving(food.id))
    return FoodFacts(
        food.name,
        numbers.figure(food.kcal),
        (f"kcal in {unit}", foods.protein(food.protein_g)),
        tuple(foods.measure(food, unit, grams) for unit, grams in food.portions.items()),
        (_texture(companion, food.id), foods.source(food, origin)),
    )


def _again(companion: "Companion", usual: Usual) -> FoodFacts:
    taken, amount = usual.entry.nutrients, foods.taken_amount(usual.entry)
    return FoodFacts(
        usual.entry.name,
        numbers.figure(taken.kcal),
        (f"kcal, {amount}" if amount else "kcal", foods.protein(taken.protein_g)),
        (foods.often(usual, companion.today_date()),),
        (_texture(companion, usual.entry.food),) if isinstance(usual.entry, FoodEaten) else (),
    )
