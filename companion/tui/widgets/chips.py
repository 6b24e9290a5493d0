"""Keys in the body of a screen: doors and filters, where they concern."""

from collections.abc import Sequence

from companion.tui.widgets.keys import GAP, Key, Keys, Place, wide

MOST = 6  # columns between two chips where there is room


class Chips(Keys):
    """Chips from the left, in one row or else in two even columns; a click does what the key does."""

    def places(self, width: int) -> list[Place]:
        """Where each chip stands."""
        words = [(key.short or key.word) if self.narrow else key.word for key in self.keys]
        sizes = [wide(key, word) for key, word in zip(self.keys, words, strict=True)]
        gaps = max(1, len(sizes) - 1)
        free = width - sum(sizes)
        if free < gaps:
            half = (width + GAP) // 2
            spots = [(n // 2, n % 2 * half) for n in range(len(sizes))]
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
