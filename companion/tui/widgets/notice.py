"""What was just done or must be known, said where it stays."""

from textual.content import Content
from textual.widget import Widget

from companion.tui.widgets.words import NOTICE, words


class Notice(Widget):
    """A line above the keys: plain for what was done, marked with ▲ for a notice or a warning."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.level = "", "info"

    def tell(self, text: str, level: str = "info") -> None:
        """Say something; `level` is "info", "notice" or "warning". An empty text clears the line."""
        rows = self.get_content_height_now()
        self.text, self.level = text, level
        self.refresh(layout=self.get_content_height_now() != rows)

    def holds(self, text: str, level: str = "info") -> bool:
        """Whether there is room for all of a text; before the first layout nobody knows, so there is."""
        width, most = self.content_size.width, self.styles.max_height
        if not width or most is None:
            return True
        return _rendered(text, level).get_height({}, width) <= most.value

    def get_content_height_now(self) -> int:
        """Rows that the text needs in the width at hand, at least one."""
        width = self.content_size.width
        return self.render().get_height({}, width) if width else 1

    def render(self) -> Content:
        """The mark and the sentence."""
        return _rendered(self.text, self.level)


def _rendered(text: str, level: str) -> Content:
    if level == "info":
        return words(text) or Content(" ")
    return Content.assemble(("▲ ", NOTICE), words(text))
