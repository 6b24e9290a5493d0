"""A list in sections with a card that tells more about the row under the cursor: plan, history, settings."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from companion.tui.screens.watching import Watching
from companion.tui.widgets.paragraphs import Paragraph, Paragraphs
from companion.tui.widgets.picker import Column
from companion.tui.widgets.sections import HEADING, Sections
from companion.tui.widgets.words import LABEL, LEAD, QUIET, words

Rows = list[tuple[str, Sequence[str]]]


class Listing(Watching):
    """Give it `fitting`, `rows` and `card`."""

    style = "listing"

    def __init__(self) -> None:
        super().__init__()
        self.found_rows: Rows = []
        self.listed: Rows = []

    def body(self) -> ComposeResult:
        """The list, then the card."""
        with Container(id="parts"):
            yield Sections(*self.fitting(), header=False)
            yield Static(id="nothing", markup=False)
            with Vertical(classes="card"):
                yield Paragraphs()

    # What a room fills in

    def fitting(self) -> tuple[Column, ...]:
        """The columns for this width."""
        return ()

    @staticmethod
    def needed(texts: list[str], least: int, most: int) -> int:
        """Columns for the longest of these."""
        return min(most, max([least, *map(cell_len, texts)]))

    def rows(self) -> Rows:
        """Every row with its key, read anew; the key of a heading begins with #."""
        return []

    def card(self, key: str) -> list[Paragraph]:  # noqa: ARG002
        """What to tell about a row; "" where the list is empty."""
        return []

    def nothing(self) -> str:
        """What stands in place of an empty list."""
        return ""

    # Looking

    @property
    def list(self) -> Sections:
        """The list."""
        return self.query_one(Sections)

    @property
    def key(self) -> str:
        """The key of the row under the cursor; "" where there is none."""
        found = next((listed.value for listed in self.query(Sections)), None)
        return "" if found is None or found.startswith(HEADING) else found

    def load(self) -> None:
        """Every row."""
        self.found_rows = self.rows()

    def show(self) -> None:
        """List the rows; the cursor stays on its row while that is listed."""
        fact, short = self.fact()
        self.head.set(fact=fact, short=short)
        if self.found_rows != self.listed or self.list.row_count != len(self.listed):
            self.list.fill(self.found_rows, self.key or None)
            self.listed = self.found_rows
        self.set_class(not self.listed, "-nothing")
        if not self.listed:
            self.query_one("#nothing", Static).update(words(self.nothing()))
        self.show_card()

    def again(self, go: str | None = None) -> None:
        """List everything anew, in other columns if need be; the cursor goes to the key `go`, if any."""
        self.read()
        if self.fitting() != self.built:
            self.run_worker(self._in_other_columns(go))
            return
        self.draw()
        if go:
            self.list.go(go)

    async def _in_other_columns(self, go: str | None) -> None:
        await self.rebuild()
        if go:
            self.list.go(go)

    def cells(self, *cells: str) -> tuple[str, ...]:
        """As many as there are columns."""
        return cells[: len(self.fitting())]

    def show_card(self) -> None:
        """More about the row under the cursor."""
        self.query_one(Paragraphs).set(self.card(self.key))

    def on_data_table_row_highlighted(self) -> None:
        """The cursor moved."""
        self.show_card()

    async def on_data_table_row_selected(self) -> None:
        """Enter or a click on a row does what Enter does, or says why not."""
        await self.action_press("enter")


def paragraphs(title: str, lines: Sequence[str], more: Sequence[str] = ()) -> list[Paragraph]:
    """A card: what it is about, what is known, and what may be left out where there is little room."""
    head = Paragraph(words(title, LEAD))
    return [
        head,
        *(Paragraph(words(line)) for line in lines if line),
        *(Paragraph(words(line, QUIET), extra=True) for line in more if line),
    ]


def labelled(label: str, text: str) -> Paragraph:
    """A paragraph with its label in front."""
    return Paragraph(Content.assemble((f"{label}  ", LABEL), words(text)))
