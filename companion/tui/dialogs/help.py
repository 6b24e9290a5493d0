"""The room or question beneath in its own words, then every key of it, the rare ones, too."""

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content

from companion.flows.steps import Step
from companion.tui.dialogs.dialog import Dialog, Title
from companion.tui.keyed import WARNING_SIGNS
from companion.tui.widgets.keys import Key
from companion.tui.widgets.pages import Pages, Piece
from companion.tui.widgets.words import CHIP, LABEL, QUIET, words

if TYPE_CHECKING:
    from companion.tui.screens.room import Room

TITLE = 28  # columns of a title that leaves room for "1 of 2" at 40


class HelpDialog(Dialog):
    """What a room shows and what one does in it, then its keys; one out of use says why."""

    keys: ClassVar[tuple[Key, ...]] = (
        Key("space", "More", "more"),
        Key("0", "Back", "back"),
        Key("enter", "Back", "back", shown=False),
    )

    def __init__(self, room: "Room | Dialog") -> None:
        title = f"Help: {room.step.title if isinstance(room, Dialog) else room.heading}"
        super().__init__(Step(id="help", title=title if cell_len(title) <= TITLE else "Help"))
        self.pieces = [*about(room), *keys(room)]

    def bar(self) -> tuple[Key, ...]:
        """More only where there is more."""
        several = any(pages.several for pages in self.query(Pages))
        return tuple(key for key in super().bar() if key.action != "more" or several)

    def body(self) -> ComposeResult:
        """The text and the keys, in pages."""
        yield Pages(self.pieces)

    def pages_turned(self, page: int, pages: int) -> None:
        """Say which page this is; more is in use only where there is more."""
        which = words(f"{page} of {pages}" if pages > 1 else "", QUIET)
        self.query_one(Title).set(Content.assemble(self.title_words(), "   ", which))
        self.print_keys()

    def why_not(self, action: str) -> str:
        """Whether there is more."""
        return self.query_one(Pages).why_no_more if action == "more" else ""

    def action_more(self) -> None:
        """The next page."""
        self.query_one(Pages).action_turn(1)


def about(room: "Room | Dialog") -> list[Piece]:
    """The text "help.<module>" of the content, or of the question; nothing where there is none."""
    if isinstance(room, Dialog):
        return [Piece(words(text)) for text in (room.step.title, room.step.help) if text]
    found = room.companion.content.section("help").get(f"help.{type(room).__module__.rpartition('.')[2]}")
    return [Piece(words(found.text))] if found else []


def keys(room: "Room | Dialog") -> list[Piece]:
    """A row a key: its chip, its word and, where it is out of use, the reason."""
    every = room.bar() if isinstance(room, Dialog) else (*room.keys, WARNING_SIGNS)
    listed = [(key, room.held(key.action)) for key in every if key.word]
    wide = max(cell_len(key.chip) for key, _ in listed)
    return [
        Piece(words("Keys", LABEL), gap=True, leads=True),
        *[Piece(_said(key, why), _chip(key, why, wide)) for key, why in listed],
    ]


def _said(key: Key, why: str) -> Content:
    return Content.assemble(words(key.word), "  ", words(why, QUIET)) if why else words(key.word)


def _chip(key: Key, why: str, wide: int) -> Content:
    printed = Content.styled(f" {key.chip} ", QUIET if why else CHIP)
    return Content.assemble(printed, " " * (wide - cell_len(key.chip) + 2))
