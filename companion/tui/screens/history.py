"""What happened, day by day, the newest first; Enter takes an entry back or brings it back."""

from functools import partial
from itertools import groupby
from typing import ClassVar

from companion.flows.history import DAYS, rows, take_back
from companion.flows.roles import CORRECT, not_yours, refusal
from companion.tui.doors import go
from companion.tui.screens.listing import Listing, Rows, labelled, paragraphs
from companion.tui.screens.watching import MOVES
from companion.tui.widgets.keys import Key
from companion.tui.widgets.paragraphs import Paragraph
from companion.tui.widgets.picker import Column
from companion.tui.widgets.sections import HEADING
from companion.wording import history_rows
from companion.wording.commands import typed

ROOM = 63  # columns at 80 for what happened and who did it
WRITER = 5, 14  # columns at 80 for a name, at least and at most


class History(Listing):
    """Opens on the last seven days."""

    heading = "History"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Take back, or bring back", "take_back", needs=CORRECT),
        Key("space", "The same", "take_back", shown=False, needs=CORRECT),
        Key("u", "Undo what you did last", "undo", shown=False, needs=CORRECT),
        MOVES,
        Key("o", "Details", "details"),
        Key("m", "More", "more"),
        Key("e", "Steps", "everything"),
        Key("0", "Back", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.days = DAYS[0]
        self.everything = False
        self.found: dict[str, history_rows.Row] = {}

    def fact(self) -> tuple[str, str]:
        """How far back it goes."""
        return history_rows.span(self.days), history_rows.span(self.days)

    def fitting(self) -> tuple[Column, ...]:
        """At 40 columns who did it stands on the card; at 120 the face has a column."""
        if self.narrow:
            return Column("", 5), Column("", 29)
        if self.wide:
            return Column("", 5), Column("", 64), Column("", 14), Column("", 15)
        by = self.needed([row.by for row in self.found.values()], *WRITER)
        return Column("", 5), Column("", ROOM - by), Column("", by)

    def bar(self) -> tuple[Key, ...]:
        """Enter as the row under the cursor has it, if at all; at 40 columns the rarest key is left out."""
        row = self.found.get(self.key)
        enter = Key("enter", history_rows.BRING if row and row.removed else history_rows.TAKE, "take_back")
        rest = [key for key in super().bar() if key.action != "take_back"]
        kept = [key for key in rest if key.action != "everything" or not self.narrow]
        return (enter, *kept) if row is None or self._may(row) else (*kept,)

    def rows(self) -> Rows:
        """Day by day."""
        today = self.companion.today_date()
        found = rows(self.companion, self.days, everything=self.everything)
        self.found = {row.id: row for row in found}
        listed: Rows = []
        for which, of_day in groupby(found, lambda row: row.day):
            listed.append((f"{HEADING}{which}", self.cells(history_rows.day(which, today), "", "", "")))
            listed += [(row.id, self.cells(f"{row.at:%H:%M}", row.title, row.by, row.face)) for row in of_day]
        return listed

    def show_card(self) -> None:
        """More about the row under the cursor, and what Enter does with it."""
        super().show_card()
        self.print_keys()

    def card(self, key: str) -> list[Paragraph]:
        """The whole of it, who wrote it, the note, and what Enter does."""
        row = self.found.get(key)
        if row is None:
            return []
        enter = history_rows.AGAIN if row.removed else history_rows.BACK
        lines = paragraphs(row.title, [history_rows.signed(row)], [enter] if self._may(row) else [])
        if row.entry.note:
            lines.insert(2, labelled(history_rows.NOTE, row.entry.note))
        return lines

    def nothing(self) -> str:
        """What will be here, the key that begins, and the one that looks further back."""
        return history_rows.EMPTY if self.days == DAYS[-1] else f"{history_rows.EMPTY} {history_rows.FURTHER}"

    def why_not(self, action: str) -> str:
        """What needs an entry, and where the list ends."""
        if self.trouble and action != "back":
            return self.trouble
        if action in ("take_back", "details") and not self.found:
            return history_rows.EMPTY
        row = self.found.get(self.key) if action == "take_back" else None
        if row and (why := not_yours(self.companion, row.entry)):
            return why
        return typed(history_rows.NO_MORE) if action == "more" and self.days == DAYS[-1] else ""

    def _may(self, row: history_rows.Row) -> bool:
        """Whether whoever acts may take this entry back."""
        return not (refusal(self.companion, CORRECT) or not_yours(self.companion, row.entry))

    # What the keys do

    def action_take_back(self) -> None:
        """Take the entry under the cursor back, or bring it back."""
        if row := self.found.get(self.key):
            make = partial(take_back, self.companion, id=row.id, back=row.removed)
            self.companion_app.begin(make, lambda _: self.look())

    def action_undo(self) -> None:
        """Take back what one did last, wherever the cursor stands."""
        go(self.companion_app, "undo", lambda _: self.look())

    def action_details(self) -> None:
        """Everything about the entry under the cursor."""
        if row := self.found.get(self.key):
            self.companion_app.open("page", history_rows.ENTRY, history_rows.details(row))

    def action_more(self) -> None:
        """More days."""
        self.days = DAYS[DAYS.index(self.days) + 1]
        self.again()

    def action_everything(self) -> None:
        """Every step of a session, or each session in one row."""
        self.everything = not self.everything
        self.again()
