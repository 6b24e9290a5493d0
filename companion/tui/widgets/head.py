"""Where am I, and one fact."""

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from companion.domain.text import show
from companion.tui.widgets.words import fit

GAP = 2


class Head(Widget):
    """One row: the title at the left, one fact at the right, a shorter one where the longer does not fit.

    A `mark` stands before the fact, and stays where no fact fits.
    """

    def __init__(self, title: str, fact: str = "", short: str = "", *, mark: str = "") -> None:
        super().__init__()
        self.title, self.fact, self.short = title, fact, short
        self.mark = mark

    def set(self, title: str | None = None, fact: str | None = None, short: str | None = None) -> None:
        """Change what is given; the rest stays."""
        before = (self.title, self.fact, self.short)
        self.title = self.title if title is None else title
        self.fact = self.fact if fact is None else fact
        self.short = self.short if short is None else short
        if before != (self.title, self.fact, self.short):
            self.refresh()

    def render(self) -> Content:
        """The row, as wide as the screen allows."""
        width, title = self.content_size.width, show(self.title)
        room, mark = width - cell_len(title) - GAP, show(self.mark)
        facts = [(" " * GAP).join(filter(None, (mark, show(f)))) for f in (self.fact, self.short, "")]
        fact = next(
            (fact for fact in facts if cell_len(fact) <= room),
            fit(mark, min(cell_len(mark), max(room, width // 2))),
        )
        return Content.assemble((fit(title, width - cell_len(fact)), "bold"), fact)
