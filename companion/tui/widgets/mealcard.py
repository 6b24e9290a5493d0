"""What one should know of a meal before choosing it, in a fixed number of rows."""

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from companion.domain.meals import MealOffer
from companion.domain.nutrients import Nutrients
from companion.tui.widgets.font import blocks
from companion.tui.widgets.words import LABEL, LEAD, chip, words
from companion.tui.widths import NORMAL
from companion.wording import meals, numbers

ONE_LINE = 36  # columns from which the amounts stand beside the number in one line
TITLE = 2  # rows kept for the name, so that nothing below it moves
MORE = " …"


class MealCard(Widget):
    """Name, level, energy in block letters, protein, time, tests, ingredients, and how to add energy."""

    def __init__(self) -> None:
        super().__init__()
        self.offer: MealOffer | None = None
        self.per = Nutrients()
        self.tests: tuple[str, ...] = ()
        self.foods: dict[str, str] = {}
        self.advised, self.more = "", ""

    def set(
        self,
        offer: MealOffer | None,
        per: Nutrients,
        tests: tuple[str, ...],
        foods: dict[str, str],
        advised: str = "",
        more: str = "",
    ) -> None:
        """Show another meal, or none; the card keeps its size."""
        if offer is not self.offer or advised != self.advised:
            self.offer, self.per, self.tests, self.foods = offer, per, tests, foods
            self.advised, self.more = advised, more
            self.refresh()

    def render(self) -> Content:
        """All rows."""
        width, high = self.content_size
        if self.offer is None or width < 1:
            return Content()
        return Content("\n").join(self._lines(self.offer, width, high)[:high])

    def _lines(self, offer: MealOffer, width: int, high: int) -> list[Content]:
        meal, narrow = offer.meal, self.app.size.width < NORMAL
        name = [] if narrow else [*_cut(words(meal.name, LEAD), width, TITLE, fill=True), Content()]
        level = Content.assemble(chip(meals.badge(offer)), " ", meals.whose(offer))
        top = [*name, level, *([] if narrow else [Content()]), *self._energy(offer, width)]
        return [*top, *self._low(offer, width, high - len(top), loose=not narrow)]

    def _low(self, offer: MealOffer, width: int, rest: int, *, loose: bool) -> list[Content]:
        """Tests, ingredients and energy: apart where there is room, cut evenly where there is not."""
        parts = [Content.assemble((title, LABEL), "  ", words(text)) for title, text in self._parts(offer)]
        whole = [_cut(part, width, rest) for part in parts]
        if loose and sum(len(lines) + 1 for lines in whole) <= rest:
            return [line for lines in whole for line in (Content(), *lines)]
        low = [Content()] if loose else []
        for n, part in enumerate(parts):
            low += _cut(part, width, max(1, -(-(rest - len(low)) // (len(parts) - n))))
        return low

    def _energy(self, offer: MealOffer, width: int) -> list[Content]:
        number = blocks(numbers.figure(self.per.kcal), 1)
        protein, made = numbers.grams(self.per.protein_g), meals.making(offer.meal)
        if width >= ONE_LINE:
            beside = ["kcal", f"{protein} protein", made]
            return [_beside(row, text, n) for n, (row, text) in enumerate(zip(number, beside, strict=True))]
        rows = [
            _beside(row, text, n)
            for n, (row, text) in enumerate(zip(number, ["kcal", protein, "protein"], strict=True))
        ]
        return [*rows, words(made)]

    def _parts(self, offer: MealOffer) -> list[tuple[str, str]]:
        meal = offer.meal
        inside = ", ".join(
            meals.amount(part, meals.brief(self.foods[part.food])) for part in meal.ingredients
        )
        own = [(meals.OWN.capitalize(), meals.texture(meal))] if meals.texture(meal) else []
        parts = [
            *own,
            ("Test it", "; ".join(meals.test(test) for test in self.tests)),
            *([("Advised", self.advised)] if self.advised else []),
            ("In it", inside),
        ]
        if self.more:
            parts.append(("Add energy", self.more))
        return parts


def _beside(row: str, text: str, number: int) -> Content:
    return Content.assemble(row, "  ", (text, "" if number else LEAD))


def _cut(text: Content, width: int, most: int, *, fill: bool = False) -> list[Content]:
    """At most so many rows; what is left out shows as …, and the recipe has it all."""
    lines = [line.rstrip() for line in text.wrap(width)]
    if len(lines) > most:
        last = lines[most - 1]
        if cell_len(last.plain) > width - cell_len(MORE) and " " in last.plain.strip():
            last = last[: last.plain.rindex(" ")]  # a word is left out whole
        last = last.truncate(width - cell_len(MORE)).rstrip(" ,;")
        lines = [*lines[: most - 1], Content.assemble(last, MORE)]
    return lines + [Content()] * (most - len(lines)) if fill else lines
