"""Which key presses count for a hand that shakes: one movement is one press."""

from math import inf

ENDS = ("enter", "\r", "\n")  # what ends a text acts, however it is called


class KeyFilter:
    """Leaves out a key that comes again too soon, and any key too soon after another.

    Milliseconds; 0 lets everything pass. Where text is typed only the same key is left out, within
    `field_ms`: a number that lost a digit looks as good as the right one. A key that acted and is still held
    down types nothing, and Enter is held to the time of keys that act.
    """

    def __init__(self, same_ms: int, any_ms: int, field_ms: int) -> None:
        self._same, self._any, self._field = same_ms / 1000, any_ms / 1000, field_ms / 1000
        # By key: the last of an unbroken run whose first one counted, and the pause that ends such a run.
        self._seen: dict[str, tuple[float, float]] = {}
        self._counted: float | None = None

    def take(self, key: str, at: float, *, in_field: bool = False) -> bool:
        """Whether a key seen at this second counts. A key held down keeps coming, and counts once."""
        pause = self._field if in_field and key not in ENDS else self._same
        before, held = self._seen.get(key, (-inf, 0.0))
        if at - before < max(pause, held):
            self._seen[key] = at, held
            return False
        if not in_field and self._counted is not None and at - self._counted < self._any:
            return False
        self._seen[key], self._counted = (at, pause), at
        return True
