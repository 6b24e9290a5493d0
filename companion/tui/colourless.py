"""NO_COLOR: bold and the marks stay, not one colour code is written."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter


class Colourless(LineFilter):
    """Takes the colours out of every line."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same words with their attributes only."""
        return [
            Segment(text, style.without_color if style else None, control)
            for text, style, control in segments
        ]
