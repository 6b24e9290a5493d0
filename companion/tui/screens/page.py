"""A text to read, a page at a time."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult

from companion.tui.screens.room import Room
from companion.tui.widgets.keys import Key
from companion.tui.widgets.pages import Pages, Piece
from companion.tui.widgets.words import LABEL, words

BULLET = "•  "
Q_GOES_BACK = "Q goes back. In the room before, 0 is an answer."


def pieces(paragraphs: Sequence[tuple[str, str]]) -> list[Piece]:
    """Titled texts as paragraphs; an empty line in a text begins another.

    A page may end after any line of what has no title: those are lists.
    """
    out: list[Piece] = []
    for title, text in paragraphs:
        if title:
            out.append(Piece(words(title, LABEL), gap=True, leads=True))
        for number, part in enumerate(text.strip().split("\n\n")):
            first, *more = [part] if title else part.split("\n")
            out.append(Piece(words(first), gap=bool(number) or not title))
            out += [Piece(words(line)) for line in more]
    return out


class Reading(Room):
    """A room whose body is pages: Space for more, and the head says which. Q always goes back.

    Where `back` is "q", 0 does not: a 0 too many would answer in the room beneath.
    """

    keys: ClassVar[tuple[Key, ...]] = (
        Key("space", "More", "more"),
        Key("0", "Back", "back"),
        Key("q", "Back", "leave", shown=False),
    )

    def bar(self) -> tuple[Key, ...]:
        """More only where there is more, and the key that goes back."""
        idle = {"back" if self.back == "q" else "leave"}
        if not any(pages.several for pages in self.query(Pages)):
            idle.add("more")
        return tuple(replace(key, shown=True) for key in self.printed() if key.action not in idle)

    def printed(self) -> tuple[Key, ...]:
        """Every key that may stand in the bar."""
        return super().bar()

    def body(self) -> ComposeResult:
        """The pages."""
        yield Pages(self.pieces())

    def pieces(self) -> list[Piece]:
        """What there is to read."""
        return []

    def pages_turned(self, page: int, pages: int) -> None:
        """Say which page this is."""
        which = f"{page} of {pages}" if pages > 1 else ""
        self.head.set(fact=self.which(which), short=which)
        self.print_keys()

    def which(self, page: str) -> str:
        """The head's fact for a page such as "1 of 2"."""
        return page

    def why_not(self, action: str) -> str:
        """Whether there is more, and whether 0 goes back."""
        if action == "back" and self.back == "q":
            return Q_GOES_BACK
        return self.query_one(Pages).why_no_more if action == "more" else ""

    def action_leave(self) -> None:
        """Back, by the key that does so everywhere."""
        self.action_back()

    def action_more(self) -> None:
        """The next page."""
        self.query_one(Pages).action_turn(1)


class Page(Reading):
    """Texts with their titles."""

    def __init__(self, heading: str, paragraphs: Sequence[tuple[str, str]], back: str = "0") -> None:
        super().__init__()
        self.heading, self.paragraphs, self.back = heading, paragraphs, back

    def pieces(self) -> list[Piece]:
        """The texts."""
        return pieces(self.paragraphs)
