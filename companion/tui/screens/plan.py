"""The plan and the person: what was decided, by whom, when; every row changes by Enter."""

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from companion.errors import CompanionError
from companion.flows.plan import add_clearance
from companion.flows.plan_rows import VERBS, change, course, newest, sections
from companion.flows.programmes import edit_programme, import_programme
from companion.flows.roles import CORRECT, Verbs, refusal
from companion.tui.doors import go
from companion.tui.screens.listing import Listing, Rows, paragraphs
from companion.tui.screens.watching import LETTER_MOVES
from companion.tui.widgets.keys import Key
from companion.tui.widgets.paragraphs import Paragraph
from companion.tui.widgets.picker import Column
from companion.tui.widgets.sections import HEADING
from companion.wording import plan, plan_rows
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from companion.domain.entries import Decision
    from companion.domain.people import Verb
    from companion.flows.conversation import MakeFlow

EMPTY = plan_rows.Row("", "", "")
ROOM = 66  # columns at 80 for name, value, who and when
DIGITS = 8  # rows that have a digit at a time; 9 gives them to the next
CHANGE: Verbs = ("decide", "arrange")  # for whoever may do neither the rows have no digits
DECIDE = ("change", "allow", "edit", "file")


class Plan(Listing):
    """Opens on the food level."""

    heading = "Plan"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Change", "change", shown=False, needs=CHANGE),
        Key("space", "Change", "change", shown=False, needs=CHANGE),
        Key("1,2,3,4,5,6,7,8", "Change", "digit", label="1 to 8", needs=CHANGE),
        Key("9", "More rows", "more", "More"),
        LETTER_MOVES,
        Key("w", "Who and when", "who", "Who"),
        Key("v", "Who and when", "who", shown=False),
        Key("e", "Change a programme", "edit", shown=False),
        Key("a", "Allow an exercise", "allow", shown=False),
        Key("i", "A therapist's file", "file", shown=False),
        Key("u", "Undo", "undo", shown=False, needs=CORRECT),
        Key("0", "Back", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, plan_rows.Row] = {}
        self.decider: str | None = None  # of the decision before, offered for the next
        self.newest: Decision | None = None  # of all that was decided
        self.refusals: dict[str, str] = {}
        self.page = 0  # which rows have the digits

    def fitting(self) -> tuple[Column, ...]:
        """Who and when stand in the list where there is room, else on the card alone."""
        if self.narrow:
            return Column("", 1), Column("", 15), Column("", 17)
        if self.wide:
            return Column("", 1), Column("", 20), Column("", 46), Column("", 32)
        name = self.needed([row.name for row in self.found.values()], 17, 20)
        by = self.needed([row.by for row in self.found.values()], 19, 28)
        return Column("", 1), Column("", name), Column("", ROOM - name - by), Column("", by)

    def rows(self) -> Rows:
        """Everything that can be decided or said, in three sections."""
        parts = sections(self.companion)
        self.found = {row.key: row for rows in parts.values() for row in rows}
        self.refusals = {verb: self.refusal(verb) for verb in VERBS.values()}
        self.newest = newest(self.companion)
        listed: Rows = []
        for name, rows in parts.items():
            listed.append((f"{HEADING}{name}", self.cells(plan_rows.SECTIONS[name], "", "", "")))
            names = [row.short if self.narrow else row.name for row in rows]
            listed += [
                (row.key, self.cells(self.digit(row), name, row.value, row.by))
                for row, name in zip(rows, names, strict=True)
            ]
        return listed

    @property
    def pages(self) -> list[list[str]]:
        """The keys of the rows, as many at a time as have a digit."""
        keys = list(self.found)
        return [keys[at : at + DIGITS] for at in range(0, len(keys), DIGITS)]

    def digit(self, row: plan_rows.Row) -> str:
        """The digit of a row; "" on another page, and for who may change nothing."""
        if refusal(self.companion, CHANGE):
            return ""
        page = self.pages[min(self.page, len(self.pages) - 1)]
        return str(page.index(row.key) + 1) if row.key in page else ""

    def show(self) -> None:
        """The rows; where nothing was decided yet, how to begin."""
        super().show()
        if self.newest is None and not self.notice.text and not self.refusals["decide"]:
            self.tell(plan.BEGIN)

    def refusal(self, verb: "Verb") -> str:
        """Why whoever acts may not do this; "" where they may."""
        try:
            self.companion.actor.require(verb)
        except CompanionError as error:
            return sentence(error)
        return ""

    @property
    def row(self) -> plan_rows.Row:
        """The row under the cursor."""
        return self.found.get(self.key, EMPTY)

    def card(self, key: str) -> list[Paragraph]:
        """The value in full, who and when, and what it means."""
        row = self.found.get(key, EMPTY)
        hint = "" if self.refusals.get(VERBS.get(row.about[0], "decide")) else row.hint
        return paragraphs(row.title, row.lines, (*row.more, hint))

    def why_not(self, action: str) -> str:
        """Some roles may look and not decide."""
        if self.trouble and action not in ("undo", "back"):
            return self.trouble
        verb = VERBS.get(self.row.about[0], "decide") if action == "change" else "decide"
        return self.refusals.get(verb, "") if action in DECIDE else ""

    # What the keys do

    def action_change(self) -> None:
        """Write down another value for the row under the cursor."""
        if self.row.key == plan_rows.ONE_MORE:
            self.action_allow()
        elif self.row.key:
            self.begin(partial(change(self.row, decider=self.decider, before=self.newest), self.companion))

    def begin(self, make: "MakeFlow") -> None:
        """Ask; the cursor stays, or goes to the last row where its own is gone."""
        key = self.key

        def then(result: Any) -> None:
            self.kept(result)
            self.again(key)
            if key not in self.found:
                self.list.go(plan_rows.ONE_MORE)

        self.companion_app.begin(make, then)

    def kept(self, result: Any) -> None:
        """Remember who decided."""
        if result is not None:
            self.decider = getattr(result.entry, "decided_by", self.decider)

    async def action_digit(self, digit: str) -> None:
        """The row with this digit, as by Enter there."""
        for key, cells in self.listed:
            if cells[0] == digit:
                self.list.go(key)
                await self.action_press("enter")

    def action_more(self) -> None:
        """The digits go to the next rows, which are all brought into view; from the last to the first."""
        self.page = (self.page + 1) % len(self.pages)
        page = self.pages[self.page]
        self.again(page[-1])
        self.list.go(page[0])
        self.list.show_from(page[0])

    def action_allow(self) -> None:
        """Write down that something more is allowed."""

        def then(result: Any) -> None:
            self.kept(result)
            self.again(f"allow:{result.entry.what}" if result is not None else None)

        self.companion_app.begin(partial(add_clearance, self.companion, offered=self.decider), then)

    def action_edit(self) -> None:
        """Change a programme, or make a new one."""
        self.begin(partial(edit_programme, self.companion, offered=self.decider))

    def action_file(self) -> None:
        """Take programmes from a therapist's file."""
        self.begin(partial(import_programme, self.companion, offered=self.decider))

    def action_who(self) -> None:
        """Who decided it, when, and what it was before."""
        self.companion_app.open("page", self.row.course, course(self.companion, self.row))

    def action_undo(self) -> None:
        """Take back the newest entry."""
        go(self.companion_app, "undo", lambda _: self.look())
