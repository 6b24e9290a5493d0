"""Where am I, and one fact."""

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from companion.domain.text import show
from companion.tui.widgets.words import fit
from companion.wording.today import DEMO

if TYPE_CHECKING:
    from companion.services.companion import Companion

GAP = 2
LEAST = 8  # columns in which a cut mark still says something


class Head(Widget):
    """One row: the title at the left, one fact at the right, a shorter one where the longer does not fit.

    A `mark` stands before the fact, and stays where no fact fits. A long title gives way to the shorter fact.
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
        width = self.content_size.width
        title, fact = self._fitting(
            show(self.title), show(self.mark), show(self.fact), show(self.short), width
        )
        return Content.assemble((fit(title, width - cell_len(fact)), "bold"), fact)

    def _fitting(self, title: str, mark: str, fact: str, short: str, width: int) -> tuple[str, str]:
        """Title and fact, cut where they must be: the title first, then the mark, then the fact."""
        room, half = width - cell_len(title) - GAP, width // 2
        facts = [(" " * GAP).join(filter(None, (mark, f))) for f in (fact, short)]
        for told in facts:
            if cell_len(told) <= room:
                return title, told
        if cell_len(facts[1]) > half and mark:
            left = half - cell_len(short) - GAP
            facts[1] = (
                f"{cut(mark, left)}{' ' * GAP}{short}".rstrip()
                if left >= LEAST
                else cut(mark, max(room, half))
            )
        elif cell_len(facts[1]) > half:
            facts[1] = cut(short, room) if room >= half else ""
        told = facts[1]
        return (title if cell_len(told) <= room else shortened(title, width - cell_len(told) - GAP)), told


def whom(companion: "Companion") -> str:
    """What stands over every screen: that it is a demo, and who acts where that is not the person."""
    return (" " * GAP).join(filter(None, (DEMO if companion.demo else "", companion.guest)))


def cut(text: str, room: int) -> str:
    """Text in at most so many columns."""
    return fit(text, min(cell_len(text), room)).rstrip()


def shortened(title: str, room: int) -> str:
    """The first words of a title and "…", in at most so many columns."""
    while cell_len(title) >= room and " " in title:
        title = title.rpartition(" ")[0]
    return fit(f"{title.rstrip(',')}…", min(room, cell_len(title) + 1)).rstrip()
