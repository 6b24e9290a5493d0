"""What a typed word may mean: itself, the beginning of a word, or a word that is a slip or two away."""

from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache

BEGUN = 0.2  # cost of reading a word as the beginning of a longer one
BEGUN_BESIDE_EXACT = 0.8  # the same where there is a word that is exactly this
UNTYPED = 0.03  # for each letter still to be typed
SLIP = 1.0  # for each letter wrong, missing, doubled or swapped
ONE_SLIP_FROM, TWO_SLIPS_FROM = 4, 6  # letters; shorter words would turn into each other


def slips(typed: str, word: str) -> tuple[int, int]:
    """Fewest slips from `typed` to the whole `word`, and to any beginning of it.

    A slip is one letter wrong, missing or added, or two neighbours swapped. Each column of the usual table of
    distances is held in the bits of one number, where it rises and where it falls (Hyyrö 2003).
    """
    spots: dict[str, int] = {}
    for at, letter in enumerate(typed):
        spots[letter] = spots.get(letter, 0) | 1 << at
    every, last = (1 << len(typed)) - 1, 1 << len(typed) >> 1
    rising, falling, level, before = every, 0, 0, 0
    count = fewest = len(typed)
    for letter in word:
        here = spots.get(letter, 0)
        swapped = ((~level & here) << 1) & before
        level = swapped | (((here & rising) + rising) ^ rising) | here | falling
        more, less = falling | ~(level | rising), level & rising
        count += bool(more & last) - bool(less & last)
        fewest = min(fewest, count)
        more = more << 1 | 1
        rising, falling = (less << 1 | ~(level | more)) & every, more & level & every
        before = here
    return count, fewest


def letters(word: str) -> int:
    """The set of letters in a word as bits, to dismiss most words without counting slips."""
    bits = 0
    for char in word:
        bits |= 1 << (ord(char) & 31)
    return bits


class Spelling:
    """A vocabulary: each way a word is written, and the word it stands for. Slips are forgiven, or not."""

    def __init__(self, words: Mapping[str, str], *, forgiving: bool = True) -> None:
        self._words = words
        self._forgiving = forgiving
        self._meant = frozenset(words.values())
        self._written = sorted(words)
        self._letters = [letters(word) for word in self._written]
        self.meanings = lru_cache(maxsize=256)(self._meanings)

    def knows(self, word: str) -> bool:
        """Whether some spelling stands for this plain word."""
        return word in self._meant

    def begins(self, typed: str) -> bool:
        """Whether some word begins like this."""
        at = bisect_left(self._written, typed)
        return at < len(self._written) and self._written[at].startswith(typed)

    def _meanings(self, typed: str, word: str) -> Mapping[str, float]:
        """Words meant by what was typed (in plain form `word`) and what reading it so costs; 0 is exact."""
        exact = word in self._meant
        if exact and typed.isdigit():
            return {word: 0.0}
        found = self._begun(typed, BEGUN_BESIDE_EXACT if exact else BEGUN)
        if exact:
            found[word] = 0.0
        return found or (self._slipped(typed) if self._forgiving else {})

    def _begun(self, typed: str, least: float) -> dict[str, float]:
        found: dict[str, float] = {}
        for at in range(bisect_left(self._written, typed), len(self._written)):
            written = self._written[at]
            if not written.startswith(typed):
                break
            meant = self._words[written]
            cost = least + UNTYPED * (len(written) - len(typed))
            found[meant] = min(cost, found.get(meant, cost))
        return found

    def _slipped(self, typed: str) -> dict[str, float]:
        most = (len(typed) >= ONE_SLIP_FROM) + (len(typed) >= TWO_SLIPS_FROM)
        if not most or not typed.isalpha():
            return {}
        mine, first, second, reach = letters(typed), typed[0], typed[1], len(typed) + most + 1
        found: dict[str, float] = {}
        least = most
        for written, theirs in zip(self._written, self._letters, strict=True):
            start = written[:2]
            if (first not in start and second not in start) or (mine & ~theirs).bit_count() > least:
                continue
            whole, begun = slips(typed, written[:reach])
            if begun > least:
                continue
            cost = SLIP * whole if whole <= least else SLIP * begun + BEGUN
            meant = self._words[written]
            found[meant] = min(cost, found.get(meant, cost))
            least = min(least, begun)
        return {meant: cost for meant, cost in found.items() if cost < SLIP * (least + 1)}
