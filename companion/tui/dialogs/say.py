"""A warning: it has a screen of its own and waits until it was read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from companion.flows.steps import Say, Step
from companion.tui.dialogs.dialog import Dialog
from companion.tui.widgets.keys import Key
from companion.tui.widgets.rows import Row, Rows
from companion.tui.widgets.words import NOTICE, words


class SayDialog(Dialog):
    """The word Warning, the sentence, and one row to go on."""

    keys: ClassVar[tuple[Key, ...]] = (Key("1", "Go on", "on"), Key("0", "Go on", "on", shown=False))

    def __init__(self, step: Say) -> None:
        super().__init__(Step(id="say", title="Warning", help=step.text))

    def title_words(self) -> Content:
        """The title with its mark."""
        return Content.assemble(("▲ ", NOTICE), words(self.step.title, NOTICE))

    def help_words(self) -> Content:
        """A warning is not quiet."""
        return words(self.step.help)

    def body(self) -> ComposeResult:
        """One row."""
        yield Rows([Row("1", "Go on")])

    def on_rows_chosen(self) -> None:
        """Enter, Space or a click."""
        self.action_on()

    def action_on(self) -> None:
        """Read."""
        self.leave(None)

    def action_back(self) -> None:
        """There is nothing to go back to."""
        self.action_on()
