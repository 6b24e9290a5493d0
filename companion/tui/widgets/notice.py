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

    def get_content_height_now(self) -> int:
        """Rows that the text needs in the width at hand, at least one."""
        width = self.content_size.width
        return self.render().get_height({}, width) if width else 1

    def render(self) -> Content:
        """The mark and the sentence."""
        if self.level == "info":
            return words(self.text) or Content(" ")
        return Content.assemble(("▲ ", NOTICE), words(self.text))
