"""Numbers and phase words that can be read from two metres."""

from textual.content import Content
from textual.widgets import Static

from companion.tui.widgets.font import blocks
from companion.tui.widths import place


class Big(Static):
    """A short text in block letters: 3, 5, 8, 10 or 13 rows for sizes 1 to 5, a size for each width."""

    def __init__(
        self,
        text: str = "",
        sizes: tuple[int, int, int] = (1, 1, 1),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(markup=False, id=id, classes=classes)
        self.text, self.sizes = text, sizes
        self._drawn: list[str] = []

    def on_mount(self) -> None:
        """Draw for the first time."""
        self._draw()

    def on_resize(self) -> None:
        """Another width may mean another size."""
        self._draw()

    def set(self, text: str) -> None:
        """Show another text; only cells that differ reach the terminal."""
        self.text = text
        self._draw()

    @property
    def size_in_use(self) -> int:
        """The size that belongs to this screen."""
        return self.sizes[place(*self.app.size)]

    def _draw(self) -> None:
        if not self.is_mounted and not self.is_attached:
            return
        rows = blocks(self.text, self.size_in_use)
        if rows == self._drawn:
            return
        same = [len(row) for row in rows] == [len(row) for row in self._drawn]
        self._drawn = rows
        self.update(Content("\n".join(rows)), layout=not same)
