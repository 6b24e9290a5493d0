"""Choosing a session: why in numbers, what today allows with the best first, what is held back by name."""

from dataclasses import replace
from itertools import zip_longest
from typing import ClassVar

from rich.cells import set_cell_size
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from companion.flows.sessions import REST, ChooseSession
from companion.flows.steps import Option, Read
from companion.tui.dialogs.dialog import BACK
from companion.tui.keyed import WARNING_SIGNS
from companion.tui.screens.room import Room
from companion.tui.widgets.keys import Key
from companion.tui.widgets.rows import ALL, GAP, Line, Row, Rows, paged, wrapped
from companion.tui.widgets.words import NOTICE, QUIET, words
from companion.tui.widths import TEXT
from companion.wording import numbers, sessions

NO_ROW = -1
BEFORE = 6  # columns before the words of a row: the mark, the digit, the gap
LEAST = 8  # columns for the words, however narrow it is
NAMES = 48  # columns for the names and a gap, where the details stand beside them


class ChoiceRows(Rows):
    """Two lines a choice, on wide screens one, with an empty one between choices where there is room."""

    class Resized(Message):
        """There are more or fewer rows for the choices."""

    def on_resize(self) -> None:
        """Tell the room."""
        self.post_message(self.Resized())

    def lines(self, width: int) -> list[Line]:
        """Every choice in its lines."""
        blocks = [self.block(n, row, width) for n, row in enumerate(self.rows)]
        spread = sum(map(len, blocks)) + len(blocks) - 1 <= self.content_size.height
        out: list[Line] = []
        for block in blocks:
            out += [Line(NO_ROW, " ", "")] if out and spread else []
            out += block
        return out

    def block(self, number: int, row: Row, width: int) -> list[Line]:
        """The lines of one choice; on wide screens the details of all stand in one column."""
        room = max(LEAST, width - BEFORE)
        if not row.detail or room < NAMES + TEXT // 2:
            return self._wrapped(number, row, 1, room)
        names, details = wrapped(row.label, NAMES - len(GAP)), wrapped(row.detail, room - NAMES)
        both = zip_longest(names, details, fillvalue="")
        return [
            Line(number, " " if n else row.key, set_cell_size(name, NAMES), detail)
            for n, (name, detail) in enumerate(both)
        ]

    def on_click(self, event: events.Click) -> None:
        """The empty lines take nothing."""
        at = event.get_content_offset(self)
        lines = self.lines(self.content_size.width)
        if at is not None and at.y + self.top < len(lines) and lines[at.y + self.top].row != NO_ROW:
            super().on_click(event)


class Sessions(Room):
    """Ends with the id of a programme, with REST, or with BACK."""

    heading = "Choose a session"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("1,2,3,4,5,6,7,8,9", "Choose", "digit", label="1 to 9"),
        Key("enter", "This one", "this", shown=False),
        Key("w", "Why", "why"),
        Key("h", "Held back", "held"),
        Key("r", "Rest today", "rest", shown=False),
        Key("0", "Back", "back"),
    )

    def __init__(self, step: ChooseSession) -> None:
        super().__init__()
        self.step = step
        self.choices = step.choices
        self.page = 0
        self.pages: list[tuple[Option, ...]] = [step.options]

    def fact(self) -> tuple[str, str]:
        """When it is."""
        now = self.companion.clock()
        return f"{numbers.weekday(now)}, {numbers.clock(now)}", numbers.clock(now)

    def body(self) -> ComposeResult:
        """The reason, the rows, what is held back."""
        yield Static(self.reason(), id="reason", markup=False)
        yield ChoiceRows(self.rows())
        yield Static(self.held_back(), id="held", markup=False)

    def reason(self) -> Content:
        """The notice that puts the gentle ones first; nothing on a good day."""
        if not (why := sessions.reason(self.choices)):
            return Content()
        title = words(sessions.reason_title(self.choices), NOTICE)
        return Content("\n").join([Content.assemble(("▲ ", NOTICE), title), words(why)])

    def held_back(self) -> Content:
        """The names of what is held back; how many where there are too many for two lines."""
        if not self.choices.held:
            return Content()
        names = sessions.held_names(self.choices, narrow=self.narrow)
        return Content.assemble((f"{sessions.HELD_BACK}  ", f"bold {QUIET}"), words(names, QUIET))

    def on_mount(self) -> None:
        """An empty reason takes no room."""
        self.query_one("#reason").display = bool(sessions.reason(self.choices))
        self.query_one("#held").display = bool(self.choices.held)
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        """Another width holds other words."""
        self.query_one("#held", Static).update(self.held_back())

    def on_choice_rows_resized(self) -> None:
        """Another height holds more or fewer choices."""
        self.fill()

    def fill(self) -> None:
        """As many choices on a page as the rows allow."""
        list_ = self.query_one(ChoiceRows)
        width, high = list_.content_size
        pages = paged(self.step.options, [self.height_of(o, width) for o in self.step.options], high)
        if pages == self.pages and list_.rows:
            return
        at = self.pages[self.page][0] if self.page < len(self.pages) else self.step.options[0]
        self.pages = pages
        self.page = next((n for n, page in enumerate(pages) if at in page), 0)
        self.show_page()

    def height_of(self, option: Option, width: int) -> int:
        """Lines of a choice."""
        return len(self.query_one(ChoiceRows).block(0, self.row(1, option), width))

    def show_page(self) -> None:
        """The rows of this page, and the keys that they have."""
        self.query_one(ChoiceRows).set_rows(self.rows())
        self.print_keys()

    def rows(self) -> list[Row]:
        """The choices of this page with their digits, and the way to the next page."""
        rows = [self.row(n, option) for n, option in enumerate(self.pages[self.page], 1)]
        if len(self.pages) > 1:
            rows.append(Row(str(ALL), sessions.page(self.page + 1, len(self.pages))))
        return rows

    def row(self, number: int, option: Option) -> Row:
        """A choice; on narrow screens by its short name."""
        programme = self.companion.programmes.all().get(option.value)
        label = programme.label if programme and self.narrow else option.label
        return Row(str(number), label, option.detail)

    def bar(self) -> tuple[Key, ...]:
        """The digits that are in use."""
        last = len(self.pages[self.page])
        digits = replace(self.keys[0], label=f"1 to {last}" if last > 1 else "1")
        more = (Key("9", sessions.MORE, "more"),) if len(self.pages) > 1 else ()
        return (digits, *more, *self.keys[1:], WARNING_SIGNS)

    def why_not(self, action: str) -> str:
        """Nothing to list."""
        return sessions.NOTHING_HELD if action == "held" and len(self.step.reads) == 1 else ""

    def action_digit(self, digit: str) -> None:
        """The choice with this digit; 9 is the next page where there is one."""
        number = int(digit)
        if number <= len(self.pages[self.page]):
            self.take(number - 1)
        elif number == ALL and len(self.pages) > 1:
            self.action_more()

    def action_this(self) -> None:
        """The row under the cursor."""
        self.take(self.query_one(ChoiceRows).index)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Enter, Space or a click."""
        self.take(event.index)

    def action_more(self) -> None:
        """The next page; after the last the first."""
        self.page = (self.page + 1) % len(self.pages)
        self.show_page()

    def take(self, index: int) -> None:
        """Choose a row of this page."""
        page = self.pages[self.page]
        if index < len(page):
            self.dismiss(page[index].value)
        else:
            self.action_more()

    def action_rest(self) -> None:
        """A day of rest."""
        self.dismiss(REST)

    def action_back(self) -> None:
        """To the question before."""
        self.dismiss(BACK)

    def action_why(self) -> None:
        """Why these and in this order."""
        self.read(self.step.reads[0])

    def action_held(self) -> None:
        """What is held back, each with its reason."""
        self.read(self.step.reads[-1])

    def read(self, text: Read) -> None:
        """Open a text about the choice."""
        self.companion_app.open("page", text.title, text.texts)
