"""Long texts, a page at a time: nothing scrolls, nothing is cut, and the head can say which page."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from companion.domain.frozen import frozen
from companion.tui.widgets.words import in_lines
from companion.tui.widths import TEXT

ENDLESS = 10_000  # rows of a page that is never full


@frozen
class Piece:
    """A paragraph: its words, a mark in front (its lines hang behind it), an empty row before it.

    One that `leads` is a heading, and stands on the page of what follows.
    """

    text: Content
    mark: str | Content = ""
    gap: bool = False
    leads: bool = False


class Pages(Widget, can_focus=True):
    """Paragraphs, broken into pages as high as the widget; a paragraph stays whole where it fits.

    A screen with `pages_turned(page, pages)` is told when another page is shown, or their number changed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,pagedown,down", "turn(1)", show=False),
        Binding("pageup,up", "turn(-1)", show=False),
    ]

    def __init__(self, pieces: Sequence[Piece]) -> None:
        super().__init__()
        self.pieces = pieces
        self.page = 0
        self._pages: list[list[Content]] = []

    def set(self, pieces: Sequence[Piece]) -> None:
        """Show another text from its first page."""
        self.pieces, self.page = pieces, 0
        self._break()

    def watch_virtual_size(self) -> None:
        """Another size breaks the text elsewhere; which page it is belongs into the same frame."""
        self._break()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """All of it on one page, where the style says that the height is automatic."""
        return max(1, sum(map(len, broken(self.pieces, min(width, TEXT), ENDLESS))))

    def _break(self) -> None:
        if self._fill():
            self._tell()

    def _fill(self) -> bool:
        """Break the text for the size there is; whether there is one."""
        width, high = self.content_size
        if width and high:
            self._pages = broken(self.pieces, min(width, TEXT), high)
            self.page = min(self.page, len(self._pages) - 1)
        return bool(width and high)

    @property
    def several(self) -> bool:
        """Whether there is more than one page."""
        return len(self._pages) > 1

    @property
    def why_no_more(self) -> str:
        """Why a key for more does nothing; "" when there is more."""
        return "" if self.several else "This is all there is."

    def _tell(self) -> None:
        """Have the screen say so at once: a message would bring it with the next frame."""
        self.refresh()
        told = getattr(self.screen, "pages_turned", None)
        if told is not None:
            told(self.page + 1, len(self._pages))

    def action_turn(self, by: int) -> None:
        """The next page; after the last one the first."""
        if len(self._pages) > 1:
            self.page = (self.page + by) % len(self._pages)
            self._tell()

    def render(self) -> Content:
        """This page; already in the first frame, which is painted before word of the size comes."""
        if not self._pages:
            self._fill()
        return Content("\n").join(self._pages[self.page]) if self._pages else Content()


def broken(pieces: Sequence[Piece], width: int, high: int) -> list[list[Content]]:
    """The pieces in lines of at most `width` columns, in pages of at most `high` rows; at least one page."""
    pages: list[list[Content]] = [[]]
    led = False
    for piece, follower in zip_longest(pieces, pieces[1:]):
        lines = _lines(piece, width)
        together = len(lines) + (len(_lines(follower, width)) if piece.leads and follower else 0)
        if pages[-1] and not led and len(pages[-1]) + piece.gap + together > high:
            pages.append([])
        elif pages[-1] and piece.gap:
            pages[-1].append(Content())
        while len(pages[-1]) + len(lines) > high:
            room = high - len(pages[-1])
            pages[-1].extend(lines[:room])
            lines = lines[room:]
            pages.append([])
        pages[-1].extend(lines)
        led = piece.leads
    return pages


def _lines(piece: Piece, width: int) -> list[Content]:
    first, rest = piece.mark, " " * len(piece.mark)
    wrapped = in_lines(piece.text, max(8, width - len(first))) or [Content()]
    return [Content.assemble(rest if n else first, line.rstrip()) for n, line in enumerate(wrapped)]
