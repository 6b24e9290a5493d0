"""A day as a list: a row for each thing taken, by slot, and one for each slot that has nothing yet."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.widgets import Static

from companion.domain.entries import Taken
from companion.domain.frozen import frozen
from companion.domain.intake import Day, in_slots
from companion.domain.nutrients import NOTHING, Nutrients
from companion.services.day_plan import PlannedDish
from companion.tui.themes import token
from companion.tui.widgets.picker import Column, Picker
from companion.tui.widgets.rows import ABOVE, BELOW
from companion.tui.widths import NORMAL, WIDE
from companion.wording import day_plan, foods, intake_day, numbers

SLOT = 9  # columns of a slot's name, at least
LEAST = 8  # columns of a name on a very narrow screen

FACTS: dict[str, Callable[[Taken], str]] = {
    "amount": foods.taken_amount,
    "protein": lambda entry: intake_day.protein(entry.nutrients),
    "writer": intake_day.writer,
    "clock": lambda entry: numbers.clock(entry.at),
    "kcal": lambda entry: intake_day.energy(entry.nutrients),
    "kcal_if_several": lambda entry: intake_day.energy(entry.nutrients),
}


@frozen
class DayRow:
    """An entry, a planned dish, or a slot without either, and what it is called.

    `total` is what the slot adds up to, in its first row only: what was eaten, else what is planned.
    `alone` is whether that is the only row.
    """

    key: str
    slot: str
    name: str
    entry: Taken | None
    total: Nutrients | None
    alone: bool = True
    planned: PlannedDish | None = None

    @property
    def enter(self) -> str:
        """What Enter does here; what no longer fits is not offered as something to eat."""
        if self.planned is not None and not self.planned.misfit:
            return "Eaten"
        return "Change" if self.entry or self.planned else "Add"


def day_rows(
    day: Day, slots: Sequence[str], nothing: str, planned: Sequence[PlannedDish] = ()
) -> list[DayRow]:
    """A row an entry, slot by slot, then what is planned; `nothing` is what a slot without either says."""
    rows: list[DayRow] = []
    here = in_slots(day, [*slots, *(dish.entry.slot for dish in planned)])
    for slot, entries in here.items():
        plans = [dish for dish in planned if dish.entry.slot == slot]
        if not entries and not plans:
            rows.append(DayRow(f"slot {slot}", slot, nothing, None, NOTHING))
        total, alone = day.by_slot.get(slot, NOTHING), len(entries) + len(plans) == 1
        waiting = Nutrients(kcal=day_plan.total(plans))
        rows += [
            DayRow(entry.id, slot, entry.name, entry, None if n else total, alone=alone)
            for n, entry in enumerate(entries)
        ]
        rows += [
            DayRow(
                dish.entry.id, slot, day_plan.name(dish), None, None if n or entries else waiting, alone, dish
            )
            for n, dish in enumerate(plans)
        ]
    return rows


def columns(width: int, rows: Sequence[DayRow]) -> dict[str, Column]:
    """What stands beside each other at a width: more at 120, at 40 only slot, name and energy.

    The name takes what the others leave; every column needs two more, the first three, and the margins.
    """
    slot = max(SLOT, *(cell_len(row.slot) for row in rows), 0)
    kcal, total = Column("kcal", 5, right=True), Column("In all", 7, right=True)
    if width < NORMAL:
        fixed: dict[str, Column] = {"kcal": kcal}
        margins = 0
    elif width < WIDE:
        several = {} if all(row.alone for row in rows) else {"kcal_if_several": kcal}
        fixed, margins = {"amount_by": Column("", 14), **several, "total": total}, 3
    else:
        fixed = {
            "amount": Column("How much", 14), "protein": Column("Protein", 7, right=True),
            "writer": Column("Written by", 14), "clock": Column("At", 5),
            "kcal": kcal, "total": total,
        }  # fmt: skip
        margins = 9
    taken = sum(column.width + 2 for column in fixed.values())
    name = max(LEAST, width - margins - taken - (slot + 3) - 2)
    return {"slot": Column("", slot), "name": Column("Eaten", name), **fixed}


def cell(row: DayRow, name: str, room: int) -> str:
    """What stands in a column of a row, in so many columns of the screen."""
    if name == "slot":
        return numbers.capital(row.slot) if row.total is not None else ""
    if name == "name":
        return row.name
    if row.planned is not None and name == "total":
        return day_plan.energy(row.total.kcal) if row.total is not None else ""
    if row.planned is not None and name in {"kcal", "kcal_if_several"}:
        return day_plan.energy(row.planned.entry.kcal) if name == "kcal" or not row.alone else ""
    if row.entry is None:
        return intake_day.NONE if name in {"kcal", "total"} else ""
    if name == "amount_by":
        long, short = intake_day.amount_by(row.entry)
        return long if cell_len(long) <= room else short
    if name == "total":
        return intake_day.energy(row.total) if row.total is not None else ""
    return "" if name == "kcal_if_several" and row.alone else FACTS[name](row.entry)


class DayList(Picker):
    """The rows of a day. Left and right, 4 and 6 go through the days."""

    BINDINGS: ClassVar = [
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
        Binding("left,4", "screen.press('l')", show=False),
        Binding("right,6", "screen.press('r')", show=False),
    ]

    def __init__(self, fields: Mapping[str, Column], *, header: bool) -> None:
        super().__init__(*fields.values(), header=header)
        self.fields = fields
        self.day_rows: list[DayRow] = []
        self._look: object = None

    @property
    def row(self) -> DayRow | None:
        """The row under the cursor."""
        at = self.cursor_row
        return self.day_rows[at] if 0 <= at < len(self.day_rows) else None

    @property
    def more(self) -> str:
        """Whether there are rows out of view, in words."""
        top, high = int(self.scroll_y), self.size.height - self.header_height * self.show_header
        return BELOW if top + high < self.row_count else ABOVE if top else ""

    def show(self, rows: Sequence[DayRow], fields: Mapping[str, Column], go: str | None = None) -> None:
        """Show these rows. The cursor goes to the key `go`, else keeps its row, or the place of one gone."""
        if fields != self.fields:  # they share the same width in another way
            self.fields, self.parts = fields, tuple(fields.values())
            self.relabel(*(column.label for column in self.parts))
        quiet = token(self.app.current_theme, "quiet")  # its variables follow a new theme a moment later
        cells = [(row.key, [cell(row, n, c.width) for n, c in self.fields.items()]) for row in rows]
        fresh = cells, quiet
        before, top, keys = self.row, self.scroll_y, [row.key for row in rows]
        self.day_rows = list(rows)
        if fresh != self._look:
            at = min(self.cursor_row, len(rows) - 1)
            kept = before.key if before and before.key in keys else keys[at] if keys else None
            self._look = fresh
            self.fill(cells, kept)
            self._soften(quiet)
            if top:
                self.call_after_refresh(self._scroll_back, top)
        if go is not None:
            self.go(go)

    def _scroll_back(self, top: float) -> None:
        """Where the list was before it was filled anew, if the cursor is in view there."""
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self._scroll_cursor_into_view()

    def _soften(self, colour: str) -> None:
        """Slots without an entry are quiet."""
        for row in self.day_rows:
            if row.entry is None and row.planned is None:
                for text in self.get_row(row.key):
                    text.stylize(colour)


class More(Static):
    """Below the list: whether there are rows out of view."""

    def on_mount(self) -> None:
        """Look whenever the list scrolls, grows or gets another size."""
        picker = self.screen.query_one(DayList)
        for fact in ("scroll_y", "virtual_size", "container_size"):
            self.watch(picker, fact, self.look)

    def look(self) -> None:
        """The list knows its own size once it is drawn."""
        self.call_after_refresh(self.tell)

    def tell(self) -> None:
        """Say it, in a row that is always there."""
        for picker in self.screen.query(DayList) if self.is_attached else ():  # a list built anew has its own
            self.update(picker.more, layout=False)
