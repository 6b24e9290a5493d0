"""A text to read, a page at a time."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from companion.tui.screens.room import Room
from companion.tui.widgets.keys import Key, Keys
from companion.tui.widgets.pages import Pages, Piece
from companion.tui.widgets.words import LABEL, words

BULLET = "•  "


def pieces(paragraphs: Sequence[tuple[str, str]]) -> list[Piece]:
    """Titled texts as paragraphs; an empty line in a text begins another."""
    out: list[Piece] = []
    for title, text in paragraphs:
        if title:
            out.append(Piece(words(title, LABEL), gap=True, leads=True))
        out += [
            Piece(words(part), gap=bool(n) or not title) for n, part in enumerate(text.strip().split("\n\n"))
        ]
    return out


class Reading(Room):
    """A room whose body is pages: Space for more, and the head says which."""

    keys: ClassVar[tuple[Key, ...]] = (Key("space", "More", "more"), Key("0", "Back", "back"))

    def body(self) -> ComposeResult:
        """The pages."""
        yield Pages(self.pieces())

    def pieces(self) -> list[Piece]:
        """What there is to read."""
        return []

    def on_pages_turned(self, event: Pages.Turned) -> None:
        """Say which page this is."""
        which = f"{event.page} of {event.pages}" if event.pages > 1 else ""
        self.head.set(fact=self.which(which), short=which)
        self.query_one(Keys).refresh_keys()

    def which(self, page: str) -> str:
        """The head's fact for a page such as "1 of 2"."""
        return page

    def why_not(self, action: str) -> str:
        """Whether there is more."""
        return self.query_one(Pages).why_no_more if action == "more" else ""

    def action_more(self) -> None:
        """The next page."""
        self.query_one(Pages).action_turn(1)


class Page(Reading):
    """Texts with their titles."""

    def __init__(self, heading: str, paragraphs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.heading, self.paragraphs = heading, paragraphs

    def pieces(self) -> list[Piece]:
        """The texts."""
        return pieces(self.paragraphs)
