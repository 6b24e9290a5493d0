"""A few paragraphs that make themselves fit the rows they have, so that nothing is ever cut in the middle."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from companion.domain.frozen import frozen
from companion.tui.widgets.words import in_lines
from companion.tui.widths import TEXT


@frozen
class Paragraph:
    """A paragraph; an `extra` one is left out first where there is little room."""

    text: Content
    extra: bool = False

    @property
    def looks(self) -> tuple[object, ...]:
        """What two paragraphs that look alike have in common; Content itself compares its words only."""
        return self.text.plain, self.text.spans, self.extra


class Paragraphs(Widget):
    """Paragraphs with empty rows between; without those, and the last extras, where they do not fit."""

    DEFAULT_CSS = "Paragraphs { width: 1fr; height: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.paragraphs: tuple[Paragraph, ...] = ()

    def set(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show others; nothing is drawn when they are the same."""
        fresh = tuple(paragraphs)
        if [p.looks for p in fresh] != [p.looks for p in self.paragraphs]:
            self.paragraphs = fresh
            self.refresh()

    def fitting(self, width: int, rows: int) -> list[Content]:
        """The lines, spaced as far as the rows allow."""
        wrapped = [(p.extra, in_lines(p.text, min(width, TEXT))) for p in self.paragraphs if p.text]
        lines: list[Content] = []
        extras = sum(extra for extra, _ in wrapped)
        for left_out in range(extras + 1):
            kept = with_extras(wrapped, extras - left_out)
            for gap in (True, False):
                lines = spaced(kept, gap=gap)
                if len(lines) <= rows:
                    return lines
        return lines

    def render(self) -> Content:
        """The lines that fit; where they do not, as of names without end, the longest paragraph gives way."""
        width, rows = self.content_size
        if not width:
            return Content("")
        lines = self.fitting(width, rows)
        if len(lines) > rows > 0:
            kept = [in_lines(p.text, min(width, TEXT)) for p in self.paragraphs if p.text and not p.extra]
            longest = max(kept, key=len)
            kept[kept.index(longest)] = shortened(longest, len(longest) - (len(lines) - rows), width)
            lines = spaced(kept, gap=False)
        return Content("\n").join(lines)


def shortened(lines: Sequence[Content], rows: int, width: int) -> list[Content]:
    """The first lines of a paragraph, at least one; the last of them ends in "…"."""
    *kept, last = lines[: max(1, rows)]
    return [*kept, Content.assemble(last.truncate(width - 1).rstrip(" ,;:."), "…")]


def with_extras(paragraphs: Sequence[tuple[bool, list[Content]]], most: int) -> list[list[Content]]:
    """The lines of each paragraph, of the extra ones of the first few alone."""
    left, kept = most, []
    for extra, part in paragraphs:
        if not extra or left > 0:
            kept.append(part)
        left -= extra
    return kept


def spaced(paragraphs: Sequence[Sequence[Content]], *, gap: bool) -> list[Content]:
    """All lines, with an empty one between paragraphs where wanted."""
    lines: list[Content] = []
    for paragraph in paragraphs:
        if lines and gap:
            lines.append(Content(""))
        lines += paragraph
    return lines
