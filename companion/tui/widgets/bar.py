"""How much of something there is, half a row high."""

from textual.content import Content
from textual.widget import Widget


class Bar(Widget):
    """A share from 0 to 1 on a thin line as wide as the widget; full and empty differ in shape, too."""

    def __init__(
        self,
        share: float = 0.0,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.share = share

    def set(self, share: float) -> None:
        """Show another share; nothing is drawn when no cell changes."""
        before = self.full
        self.share = share
        if self.full != before:
            self.refresh()

    @property
    def full(self) -> int:
        """The columns that are filled; the bar stops at full and is never empty for something."""
        width = self.content_size.width
        share = max(0.0, min(1.0, self.share))
        return max(1, round(share * width)) if share and width else 0

    def render(self) -> Content:
        """The filled part and the line."""
        rest = self.content_size.width - self.full
        return Content.assemble(("▄" * self.full, "$primary"), ("▁" * rest, "$trough"))
