"""Keys in the body of a screen: doors and filters, where they concern."""

from collections.abc import Sequence

from companion.tui.widgets.keys import GAP, Key, Keys, Place, wide

MOST = 6  # columns between two chips where there is room
EVEN = 6  # chips that stand in two columns of the same width


class Chips(Keys):
    """Chips from the left, in one row or else in columns; a click does what the key does."""

    def places(self, width: int) -> list[Place]:
        """Where each chip stands."""
        words = [(key.short or key.word) if self.narrow else key.word for key in self.keys]
        sizes = [wide(key, word) for key, word in zip(self.keys, words, strict=True)]
        gaps = max(1, len(sizes) - 1)
        free = width - sum(sizes)
        if free < gaps:
            spots = columns(sizes, width)
        else:
            gap = min(MOST, free // gaps)
            spots = [(0, sum(sizes[:n]) + n * gap) for n in range(len(sizes))]
        return [
            Place(key, word, row, start, start + size)
            for key, word, size, (row, start) in zip(self.keys, words, sizes, spots, strict=True)
        ]

    def set(self, keys: Sequence[Key]) -> None:
        """Other keys, or other words for them."""
        if list(keys) != self.keys:
            self.keys = list(keys)
            self.refresh()


def columns(sizes: Sequence[int], width: int) -> list[tuple[int, int]]:
    """Row and first column of each chip, in two even columns; more chips in four or three where they fit."""
    for many in (4, 3) if len(sizes) > EVEN else ():
        widest = [max(sizes[n::many], default=0) for n in range(many)]
        gap = min(MOST, (width - sum(widest)) // (many - 1))
        if gap > 0:
            return [(n // many, sum(widest[: n % many]) + n % many * gap) for n in range(len(sizes))]
    half = (width + GAP) // 2
    return [(n // 2, n % 2 * half) for n in range(len(sizes))]
