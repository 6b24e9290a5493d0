"""Yes or no, beginning on no; what it is about may fill several pages."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widget import Widget

from companion.flows.steps import Confirm
from companion.tui.dialogs.dialog import Dialog
from companion.tui.widgets.keys import Key
from companion.tui.widgets.pages import Pages, Piece
from companion.tui.widgets.rows import Row, Rows
from companion.tui.widgets.words import words


class ConfirmDialog(Dialog):
    """Two rows; the default of the step is under the cursor. Help of several lines stands in pages."""

    step: Confirm
    keys: ClassVar[tuple[Key, ...]] = (
        Key("1", "Yes", "yes"),
        Key("y", "Yes", "yes", shown=False),
        Key("2", "No", "no"),
        Key("n", "No", "no", shown=False),
        Key("3", "More", "more"),
        Key("0", "Back", "back"),
    )

    def helping(self) -> Widget:
        """A list of what would be done is there to be read: whole, and not quiet."""
        lines = self.step.help.splitlines()
        if len(lines) < 2:
            return super().helping()
        pages = Pages([Piece(words(line)) for line in lines])
        pages.can_focus = False  # the rows answer the keys
        pages.add_class("help")
        return pages

    def bar(self) -> tuple[Key, ...]:
        """More only where there is more."""
        several = any(pages.several for pages in self.query(Pages))
        return tuple(key for key in super().bar() if key.action != "more" or several)

    def pages_turned(self, page: int, pages: int) -> None:  # noqa: ARG002
        """Whether there is more is known now."""
        self.print_keys()

    def action_more(self) -> None:
        """The next page of what would be done."""
        for pages in self.query(Pages):
            pages.action_turn(1)

    def body(self) -> ComposeResult:
        """The two rows."""
        yield Rows([Row("1", "Yes"), Row("2", "No")], start=0 if self.step.default else 1)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Enter, Space or a click."""
        self.send(event.index == 0)

    def action_yes(self) -> None:
        """Yes."""
        self.send(True)

    def action_no(self) -> None:
        """No."""
        self.send(False)
