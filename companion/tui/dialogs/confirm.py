"""Yes or no, beginning on no."""

from typing import ClassVar

from textual.app import ComposeResult

from companion.flows.steps import Confirm
from companion.tui.dialogs.dialog import Dialog
from companion.tui.widgets.keys import Key
from companion.tui.widgets.rows import Row, Rows


class ConfirmDialog(Dialog):
    """Two rows; the default of the step is under the cursor."""

    step: Confirm
    keys: ClassVar[tuple[Key, ...]] = (
        Key("1", "Yes", "yes"),
        Key("y", "Yes", "yes", shown=False),
        Key("2", "No", "no"),
        Key("n", "No", "no", shown=False),
        Key("0", "Back", "back"),
    )

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
