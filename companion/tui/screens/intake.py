"""The calorie tracker: a day by slot against its floor, every entry with the keys that change it."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult

from companion.domain.intake import to_come
from companion.flows.roles import LOG, not_yours
from companion.tui.doors import go
from companion.tui.keyed import WARNING_SIGNS
from companion.tui.screens.watching import MOVES, Watching
from companion.tui.widgets.daylist import DayList, DayRow, More, columns, day_rows
from companion.tui.widgets.daysum import DaySum, Sentences
from companion.tui.widgets.keys import Key
from companion.wording import day_plan, intake_day, intake_week

if TYPE_CHECKING:
    from companion.domain.entries import Taken
    from companion.services.day_plan import PlannedDish
    from companion.services.intake import DayIntake
    from companion.tui.conversation import Present

NEEDS_ENTRY = frozenset({"again", "edit('slot')", "edit('note')", "remove", "details"})
LAST = {"by(1)": intake_day.NOT_YET, "by(0)": intake_day.THIS_IS_TODAY}
CORRECTS = frozenset({"change", "edit('slot')", "edit('note')", "remove"})
NEEDS_NO_DAY = frozenset({"door('undo')", "door('plan')", "back", "by(-1)", "by(1)", "by(0)"})


class Intake(Watching):
    """Opens on today, at this part of the day."""

    heading = "Eaten today"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Change this entry, or add one here", "change", needs=LOG),
        Key("space", "The same", "change", needs=LOG),
        MOVES,
        Key("a", "Add to this part of the day", "add", needs=LOG),
        Key("g", "The same again, now", "again", needs=LOG),
        Key("u", "Undo, or redo", "door('undo')"),
        Key("k", "Quick entry: a name and its energy", "quick", needs=LOG),
        Key("d", "A drink", "drink", needs=LOG),
        Key("y", "Copy a past meal or day to this one", "copy", needs=LOG),
        Key("v", "Move it to another part of the day", "edit('slot')", needs=LOG),
        Key("n", "Write a note to it", "edit('note')", needs=LOG),
        Key("x", "Take it out", "remove", needs=LOG),
        Key("i", "All about it", "details"),
        Key("l", "The day before", "by(-1)"),
        Key("r", "The day after", "by(1)"),
        Key("t", "Today", "by(0)"),
        Key("p", "Targets and plan", "door('plan')"),
        Key("m", "Plan the meals of a day", "door('meal plan')"),
        Key("w", "Protein over the week", "week"),
        Key("0", "Back", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.on: date | None = None  # the day shown; None follows the clock
        self.day: DayIntake | None = None
        self.rows: list[DayRow] = []
        self.list: DayList | None = None
        self.redoes = False
        self.told_at: str | None = None  # the row under the cursor when something was said

    # What is shown

    def body(self) -> ComposeResult:
        """The sum and its sentences, the list, a line about the row under the cursor."""
        yield DaySum(self.day)
        self.list = DayList(columns(self.app.size.width, self.rows), header=self.wide)
        yield self.list
        yield More(classes="quiet", markup=False)
        yield Sentences(id="about")

    def bar(self) -> tuple[Key, ...]:
        """The keys most wanted, in as few words as can be."""
        return (
            Key("enter", self.row.enter if self.row else "Add", "change"),
            Key("a", "Add", "add"),
            Key("g", "Again", "again"),
            Key("u", "Redo" if self.redoes else "Undo", "door('undo')"),
            Key("0", "Back", "back"),
            WARNING_SIGNS,
        )

    def fitting(self) -> int:
        """The width of the screen."""
        return self.app.size.width

    def on_mount(self) -> None:
        """Show the day at this part of it."""
        self.show(self.slot_now)

    def token(self) -> tuple[object, ...]:
        """Differs in other colours as well, since some rows have one of their own."""
        return *super().token(), self.app.theme

    def load(self) -> None:
        """Read the day."""
        companion = self.companion
        self.day, self.redoes = companion.intake.day(self.on), companion.history.undone()
        nothing = intake_day.NOTHING if self.on else intake_day.NOTHING_YET
        planned = () if self.on else companion.day_plan.planned()  # a plan for a day that is over is gone
        self.rows = day_rows(self.day.day, list(companion.settings.slots), nothing, planned)

    def draw(self) -> None:
        """Which day it is, whether it can be read or not."""
        today = self.companion.today_date()
        on = self.on or today
        fact, short = intake_day.head(on, today)
        self.head.set(title=intake_day.title(on, today, short=self.narrow), fact=fact, short=short)
        super().draw()

    def show(self, slot: str = "") -> None:
        """Everything in its place; the cursor goes to `slot`, if any."""
        if self.day is None:
            return
        coming = [] if self.on else to_come(self.day.day, list(self.companion.settings.slots), self.slot_now)
        self.query_one(DaySum).set(self.day, coming, today=self.on is None)
        picker = self.query_one(DayList)
        first = next((row.key for row in self.rows if row.slot == slot), None)
        picker.show(self.rows, columns(self.app.size.width, self.rows), first)
        self.told_at = picker.value
        self.show_row()

    def show_row(self) -> None:
        """What the row under the cursor leaves out, and the keys that concern it."""
        cut = bool(self.list and self.row and cell_len(self.row.name) > self.list.fields["name"].width)
        if self.planned:
            said = day_plan.beneath(self.planned, named=cut)
        else:
            said = intake_day.beneath(self.entry, named=cut or self.narrow)
        self.query_one("#about", Sentences).set(said)
        self.print_keys()

    @property
    def slot_now(self) -> str:
        """The part of the day it is."""
        return self.companion.intake.slot(None, self.companion.clock())

    @property
    def row(self) -> DayRow | None:
        """The row under the cursor."""
        return self.list.row if self.list else None

    @property
    def entry(self) -> "Taken | None":
        """The entry under the cursor, where there is one."""
        return self.row.entry if self.row else None

    @property
    def planned(self) -> "PlannedDish | None":
        """The planned dish under the cursor, where there is one."""
        return self.row.planned if self.row else None

    def on_data_table_row_highlighted(self) -> None:
        """The cursor moved, away from what was said about the row before."""
        if self.query_one(DayList).value != self.told_at:
            self.tell("")
        self.show_row()

    def tell(self, text: str, level: str = "info") -> None:
        """Say a sentence; it stands until the cursor moves."""
        super().tell(text, level)
        self.told_at = self.row.key if self.row else None

    # What the keys do

    def why_not(self, action: str) -> str:
        """A row without an entry has nothing to change, and no day to come has entries."""
        if self.trouble and action not in NEEDS_NO_DAY:
            return self.trouble
        if action in NEEDS_ENTRY and self.entry is None and not (self.planned and action == "remove"):
            return day_plan.NOT_EATEN if self.planned else intake_day.NO_ENTRY
        if action in CORRECTS and self.entry is not None:
            return not_yours(self.companion, self.entry)
        return LAST.get(action, "") if self.on is None else ""

    def place(self) -> dict[str, Any]:
        """The slot under the cursor and the day shown, for what is written down here; no time means now."""
        slot = self.row.slot if self.row and self.row.slot in self.companion.settings.slots else None
        return {"slot": slot, "at": self.companion.intake.moment(self.on, slot) if self.on else None}

    def begin(self, flow: Callable[..., Any], present: "Present | None" = None, **facts: Any) -> None:
        """Ask and write; the day is read again afterwards."""
        app = self.companion_app
        app.begin(partial(flow, app.companion, **facts), lambda _: self.look(), present=present)

    def on_data_table_row_selected(self) -> None:
        """Enter or a click on a row."""
        self.action_change()

    def action_change(self) -> None:
        """Correct a fact of the entry; say how much was eaten of what was planned; else add something."""
        if self.planned and not self.planned.misfit:
            from companion.flows.meals import log_meal
            from companion.tui.dialogs.eaten import asked_of

            dish = self.planned.entry
            self.begin(log_meal, {"eaten": asked_of(dish.name)}, meal=dish.meal, slot=dish.slot)
        elif self.entry is None and not self.planned:
            self.action_add()
        else:
            self.action_edit(None)

    def action_edit(self, key: str | None) -> None:
        """Correct a fact of the entry, or first ask which."""
        from companion.flows.history import edit

        one = self.planned.entry if self.planned else self.entry
        if one is not None:
            self.begin(edit, id=one.id, key=key)

    def action_remove(self) -> None:
        """Take the entry, or what was planned, out of the day."""
        from companion.flows.history import remove

        one = self.planned.entry if self.planned else self.entry
        if one is not None:
            self.begin(remove, id=one.id)

    def action_again(self) -> None:
        """The same thing, the same amount, today and now."""
        from companion.flows.intake import log_again

        if self.entry is not None:
            self.begin(log_again, entry=self.entry.id)

    def action_add(self) -> None:
        """What is eaten often, or any food, for this slot of this day."""
        self.companion_app.open("foods", self.on, self.place()["slot"])

    def action_quick(self) -> None:
        """A name and its energy, for this slot of this day."""
        from companion.flows.intake import quick_entry

        self.begin(quick_entry, **self.place())

    def action_drink(self) -> None:
        """A drink, for this slot of this day."""
        from companion.flows.intake import log_drink

        self.begin(log_drink, **self.place())

    def action_copy(self) -> None:
        """A past meal of this slot, or a whole past day, into the day shown."""
        from companion.flows.intake import copy_day

        self.begin(copy_day, slot=self.place()["slot"], to=self.on)

    def action_door(self, name: str) -> None:
        """Somewhere else, such as the targets; the day is read again afterwards."""
        go(self.companion_app, name, lambda _: self.look())

    def action_week(self) -> None:
        """Whether protein was spared over the last week, and why it says so."""
        parts = intake_week.explained(self.companion.intake_week.view())
        self.companion_app.open("page", intake_week.TITLE, parts)

    def action_details(self) -> None:
        """All about the entry under the cursor."""
        if self.entry is not None:
            self.companion_app.open("page", intake_day.ABOUT, intake_day.record(self.entry))

    def action_by(self, days: int) -> None:
        """So many days on or back; 0 is today."""
        today = self.companion.today_date()
        self.turn((self.on or today) + timedelta(days=days) if days else today)

    def turn(self, to: date) -> None:
        """Another day; the cursor stays at its part of the day, and what was said goes."""
        slot = self.row.slot if self.row else ""
        self.on = to if to < self.companion.today_date() else None
        self.tell("")
        self.read()
        self.draw()
        if not self.trouble:
            self.show(slot)
