"""What a day adds up to against its floor: in block letters, as a bar, in sentences."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from companion.tui.widgets.bar import Bar
from companion.tui.widgets.big import Big
from companion.tui.widgets.told import Told
from companion.tui.widgets.words import LEAD, QUIET, fit, words
from companion.tui.widths import NORMAL, TEXT
from companion.wording import intake_day, numbers

if TYPE_CHECKING:
    from companion.services.intake import DayIntake

STYLES = (LEAD, QUIET, "")


class Sentences(Widget):
    """As many of some sentences as its rows can hold, the most wanted first; none is cut in the middle."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.said: list[str] = []

    def set(self, said: Sequence[str]) -> None:
        """Say others; the screen is not laid out again."""
        if list(said) != self.said:
            self.said = list(said)
            self.refresh()

    def render(self) -> Content:
        """The sentences that fit."""
        width, rows = min(self.content_size.width, TEXT), self.content_size.height
        lines = self.fitting(self.said, width, rows) if width else []
        return words("\n".join(lines))

    @staticmethod
    def fitting(said: Sequence[str], width: int, rows: int) -> list[str]:
        """The lines; where not even the first sentence fits, its beginning."""
        kept: list[str] = []
        for sentence in said:
            if not kept or len(words(" ".join([*kept, sentence])).wrap(width)) <= rows:
                kept.append(sentence)
        lines = [str(line).rstrip() for line in words(" ".join(kept)).wrap(width)]
        if len(lines) > rows:
            lines = [*lines[: rows - 1], fit(f"{lines[rows - 1]}…", width)]
        return lines


class DaySum(Vertical):
    """The sum stays in view while the list below it scrolls. Without a day it is empty."""

    def __init__(self, day: "DayIntake | None" = None) -> None:
        super().__init__()
        self.first = day

    def compose(self) -> ComposeResult:
        """The number with what it is measured against, the bar, the sentences."""
        day = self.first
        with Horizontal(id="sum"):
            yield Big(_number(day) if day else "0", (1, 1, 2))
            yield Told(*_beside(day) if day else (Content(), None), id="beside")
        yield Bar(day.share if day else 0.0)
        yield Sentences(id="told")

    def set(self, day: "DayIntake", to_come: Sequence[str], *, today: bool) -> None:
        """Show a day; `to_come` are the slots that it still has."""
        self.query_one(Big).set(_number(day))
        self.query_one(Bar).set(day.share)
        self.query_one(Told).set(*_beside(day))
        narrow = self.app.size.width < NORMAL
        self.query_one(Sentences).set(intake_day.sentences(day, to_come, today=today, short=narrow))


def _number(day: "DayIntake") -> str:
    return numbers.figure(day.day.taken.kcal)


def _beside(day: "DayIntake") -> tuple[Content, Content]:
    """The three lines, and those for narrow screens."""
    return _lines(intake_day.beside(day)), _lines(intake_day.beside_short(day))


def _lines(texts: Sequence[str]) -> Content:
    return Content("\n").join(words(text, style) for text, style in zip(texts, STYLES, strict=True))
