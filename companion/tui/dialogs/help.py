"""Every key of the screen beneath, the rare ones, too."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from companion.flows.steps import Step
from companion.tui.dialogs.dialog import Dialog
from companion.tui.widgets.keys import Key, Keys
from companion.tui.widgets.pages import Pages, Piece
from companion.tui.widgets.words import chip, words

MOST = 13  # rows that fit beside everything else at 24


class HelpDialog(Dialog):
    """A list of chips with their words."""

    keys: ClassVar[tuple[Key, ...]] = (
        Key("space", "More", "more"),
        Key("0", "Back", "back"),
        Key("enter", "Back", "back", shown=False),
    )

    def __init__(self, title: str, text: str, listed: Sequence[Key]) -> None:
        super().__init__(Step(id="help", title=title, help=text))
        self.listed = listed

    def body(self) -> ComposeResult:
        """One row a key, in pages."""
        wide = max((len(key.chip) for key in self.listed), default=0)
        pages = Pages(
            [
                Piece(words(key.word), Content.assemble(chip(key.chip), " " * (wide - len(key.chip) + 2)))
                for key in self.listed
            ]
        )
        pages.styles.height = min(len(self.listed), MOST)
        yield pages

    def on_pages_turned(self) -> None:
        """More is in use only where there is more."""
        self.query_one(Keys).refresh_keys()

    def why_not(self, action: str) -> str:
        """Whether there is more."""
        return self.query_one(Pages).why_no_more if action == "more" else ""

    def action_more(self) -> None:
        """The next page."""
        self.query_one(Pages).action_turn(1)
