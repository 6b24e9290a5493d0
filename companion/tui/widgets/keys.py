"""The keys that matter on a screen, declared once: they bind and they are printed."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from companion.domain.frozen import frozen
from companion.domain.people import Verb
from companion.flows.roles import SEE
from companion.tui.widgets.words import CHIP, QUIET
from companion.tui.widths import NORMAL

GAP = 2
NAMES = {
    "enter": "Enter",
    "space": "Space",
    "escape": "Esc",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}


@frozen
class Key:
    """One or several keys ("1,2,3") for one action.

    `short` is the word at 40 columns, `label` the text of the chip.

    The action of a single key is called without arguments, of several with the key that was pressed.
    `needs`: what a role must include, one of these, for the key to be in use.
    """

    key: str
    word: str
    action: str
    short: str = ""
    label: str = ""
    shown: bool = True
    needs: tuple[Verb, ...] = SEE

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key it answers to; capital and small letters alike."""
        single = [key.strip() for key in self.key.split(",") if key.strip()]
        both = [k for key in single for k in ((key.lower(), key.upper()) if len(key) == 1 else (key,))]
        return tuple(dict.fromkeys(both))

    @property
    def chip(self) -> str:
        """What is printed on the chip."""
        return self.label or NAMES.get(self.key, self.key.upper())


@frozen
class Place:
    """Where a key stands in the bar."""

    key: Key
    word: str
    row: int
    start: int
    end: int


def wide(key: Key, word: str) -> int:
    """Columns that a chip and its word take."""
    return cell_len(key.chip) + len("   ") + cell_len(word)


class Keys(Widget):
    """The key bar: chips with their words; a click on either does what the key does."""

    class Pressed(Message):
        """Somebody clicked a key."""

        def __init__(self, key: Key) -> None:
            super().__init__()
            self.key = key

    def __init__(self, keys: Sequence[Key], why_not: Callable[[str], str] = lambda _action: "") -> None:
        super().__init__()
        self.keys = [key for key in keys if key.shown]
        self.why_not = why_not

    def set(self, keys: Sequence[Key]) -> None:
        """Print other keys or words; the screen is laid out again only where they take more or fewer rows."""
        fresh = [key for key in keys if key.shown]
        if fresh != self.keys:
            before, self.keys = self._rows(), fresh
            self.refresh(layout=self._rows() != before)

    def _rows(self) -> int:
        return self.high(self.content_size.width)

    def refresh_keys(self) -> None:
        """Draw again after keys came or went out of use."""
        self.refresh()

    @property
    def narrow(self) -> bool:
        """Whether the screen is the narrow one."""
        return self.app.size.width < NORMAL

    def places(self, width: int) -> list[Place]:
        """Every key's place: rows are filled from the left, the last key stands at the right end."""
        row = x = 0
        out: list[Place] = []
        for key in self.keys:
            short = key.short or key.word
            word = (
                short
                if self.narrow or (key is self.keys[-1] and x + wide(key, key.word) > width)
                else key.word
            )
            if x and x + wide(key, word) > width:
                row, x = row + 1, 0
            out.append(Place(key, word, row, x, x + wide(key, word)))
            x = out[-1].end + GAP
        if len(out) > 1 and not self.narrow:
            out[-1] = replace(out[-1], start=width - out[-1].end + out[-1].start, end=width)
        return out

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """One row where they fit."""
        return self.high(width)

    def high(self, width: int) -> int:
        """How many rows they take."""
        return max((place.row for place in self.places(width)), default=0) + 1

    def render(self) -> Content:
        """The chips and words; a key out of use is quiet."""
        width = self.content_size.width
        parts: list[str | Content | tuple[str, str]] = []
        row = x = 0
        for place in self.places(width):
            if place.row != row:
                parts.append("\n" * (place.row - row))
                row, x = place.row, 0
            parts.append(" " * (place.start - x))
            free = not self.why_not(place.key.action)
            parts.append((f" {place.key.chip} ", CHIP if free else QUIET))
            parts.append((f" {place.word}", "" if free else QUIET))
            x = place.end
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        at = event.get_content_offset(self)
        if at is None:
            return
        for place in self.places(self.content_size.width):
            if place.row == at.y and place.start <= at.x < place.end:
                self.post_message(self.Pressed(place.key))
