"""What can be written down, row by row: its digit, its name, how much of it, and the energy of that."""

from collections.abc import Callable, Sequence

from textual.content import Content

from companion.domain.text import show
from companion.services.foods_lookup import Hit
from companion.tui.widgets.picker import GAP, Column, Picker
from companion.tui.widgets.words import LABEL, QUIET, fit
from companion.tui.widths import NORMAL, WIDE
from companion.wording import foods, numbers

DIGITS = 9  # rows that a digit takes
NAME = 27  # columns of a name at 40
UNIT = "kcal"


def columns(width: int) -> tuple[Column, ...]:
    """The columns for a screen so wide; at 40 without the amount, which the card shows."""
    if width < NORMAL:
        return Column("", 1), Column("", NAME), Column("", 5, right=True)
    return (
        Column("", 1),
        Column("", 38 if width >= WIDE else 40),
        Column("", 21, right=True),
        Column("", 5, right=True),
    )


class FoodPicker(Picker):
    """A list of hits; the first nine have a digit. `per_serving` says so of a food's id.

    `mark` is what stands beside the name of a hit, such as that it has milk; mostly nothing.
    """

    def __init__(
        self, width: int, per_serving: Callable[[str], bool], mark: Callable[[Hit], str] = lambda _: ""
    ) -> None:
        super().__init__(*columns(width), header=False)
        self.hits: dict[str, Hit] = {}
        self._per_serving, self._mark = per_serving, mark

    def show(self, hits: Sequence[Hit], typed: str) -> None:
        """List these; the cursor stays on its row while that is listed."""
        if list(hits) != list(self.hits.values()) or self.row_count != len(hits):
            before = self.value
            self.hits = {hit.key: hit for hit in hits}
            self.fill([(hit.key, self._cells(n, hit, typed)) for n, hit in enumerate(hits, 1)], before)

    def heading(self, label: str) -> Content:
        """What the list is, and at its right end the unit of the last column."""
        room = sum(part.width + len(GAP) for part in self.parts) - len(GAP) - len(UNIT)
        return Content.assemble((fit(show(label), room), LABEL), (UNIT if self.hits else "", QUIET))

    @property
    def current(self) -> Hit | None:
        """The row under the cursor."""
        return self.hits.get(self.value or "")

    def digit(self, number: int) -> Hit | None:
        """The row with this digit, the cursor on it."""
        if number > len(self.hits):
            return None
        self.go(list(self.hits)[number - 1])
        return self.current

    def _cells(self, number: int, hit: Hit, typed: str) -> list[str]:
        digit, narrow = str(number) if number <= DIGITS else "", len(self.parts) == len(columns(0))
        name, amount, kcal = "", "", None
        marks = [self._mark(hit)]
        if hit.usual is not None:
            entry = hit.usual.entry
            name, kcal = entry.name, entry.nutrients.kcal
            amount = foods.taken_amount(entry)
            if typed and narrow:
                marks.append(foods.AGAIN)
            elif typed:
                amount = foods.again(amount)
        elif hit.food is not None:
            name, kcal = hit.food.name, hit.food.kcal
            amount = foods.unit(per_serving=self._per_serving(hit.food.id))
        beside = "".join(f"{GAP}{mark}" for mark in marks if mark)
        if beside:
            name = f"{fit(name, self.parts[1].width - len(beside))}{beside}"
        return [digit, name, *([] if narrow else [amount]), numbers.figure(kcal)]
