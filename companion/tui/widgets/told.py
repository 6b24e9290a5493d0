"""Words that have a shorter form for narrow screens."""

from textual.content import Content
from textual.widget import Widget

from companion.tui.widths import NORMAL


class Told(Widget):
    """Shows one text, or a shorter one on narrow screens; nothing is drawn while neither changes."""

    def __init__(
        self,
        text: Content,
        short: Content | None = None,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.text, self.short = text, short or text

    def set(self, text: Content, short: Content | None = None) -> None:
        """Show other words; the screen is laid out again only where they take more or fewer rows."""
        before = self.text, self.short
        self.text, self.short = text, short or text
        if _looks(*before) != _looks(self.text, self.short):
            self.refresh(layout=True)

    def render(self) -> Content:
        """The text for this width."""
        return self.short if self.app.size.width < NORMAL else self.text


def _looks(*texts: Content) -> list[tuple[str, object]]:
    return [(text.plain, text.spans) for text in texts]
