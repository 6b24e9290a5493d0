"""Finding a food by what people type: any order, half words, slips and both Englishes; plain foods first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from companion.domain.foods_words import PLAIN, SHELVES, UNLIKE, FoodWords, parts, telling
from companion.domain.frozen import frozen
from companion.domain.spelling import Spelling

GROUPS = {"Baby foods": 1.2, "Restaurant": 0.5, "Fast food": 0.2, "Native foods": 0.5}

# What a name costs for each word of it that was not typed: the thing itself, its kind, a detail, a trifle.
HEAD, KIND, DETAIL, TRIFLE = 1.5, 0.7, 0.35, 0.1
# What a food of the table costs against a kitchen food; so do a survey dish and a withdrawn entry.
TABLE, DISH, OLD = 0.2, 0.6, 1.2
AFTER = 0.03  # for a typed word found in a detail, for each comma before it
ALIAS = 0.02
OTHERWISE = 0.1  # for reading the typed words in another way
MISSED = 100.0  # for a typed word that a name has not; more than all else together
LONGEST, MOST_WORDS = 80, 8  # characters and words of a typed text that are looked at
SHORTEST_HALF = 3  # letters of one word read as two

# For each word, the names it is in (by number) and what it is worth there.
Places = dict[str, list[tuple[int, float]]]


class Searchable(Protocol):
    """What the search reads of a food. Foods with aliases are kitchen foods and come first."""

    @property
    def id(self) -> str:
        """Its key."""

    @property
    def name(self) -> str:
        """Its name, the thing first and details after commas."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else people call it."""

    @property
    def group(self) -> str:
        """Its shelf in the food table."""

    @property
    def source(self) -> str:
        """The table it is from."""


S = TypeVar("S", bound=Searchable)


@frozen
class Named:
    """Something with only a name, to be found among the foods."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    group: str = ""
    source: str = ""


class FoodIndex(Generic[S]):
    """A food table ready to be searched. `same` maps words and phrases to what the table calls them.

    A `strict` one forgives nothing: every word must be there, whole or begun. It is for a few names beside a
    table, where a slip would rather be meant for the table.
    """

    def __init__(
        self, foods: Sequence[S], same: Mapping[str, str] | None = None, *, strict: bool = False
    ) -> None:
        self._foods = foods
        self._strict = strict
        self._words = FoodWords(same or {})
        self._places: Places = defaultdict(list)
        self._heads: Places = defaultdict(list)  # only where the word is the thing itself
        self._food_of: list[int] = []  # of a name, by number
        self._cost_of: list[float] = []  # of a name while none of its words is typed
        for at, food in enumerate(foods):
            cost = standing(food)
            self._add(at, food.name, cost)
            for alias in food.aliases:
                self._add(at, alias, cost + ALIAS)
        known = {word: meant for word, meant in self._words.items() if meant in self._places}
        self._spelling = Spelling(known, forgiving=not strict)

    def find(self, text: str, limit: int = 20) -> list[S]:
        """The foods most likely meant, best first; none for a text without words or where nothing is near."""
        words = telling(text[:LONGEST])[:MOST_WORDS]
        costs = self._costs(words)
        if not costs:
            return []
        missed = 0 if self._strict else round(min(costs.values()) / MISSED)
        enough = MISSED * (missed + 0.5)
        near = ((cost, at) for at, cost in costs.items() if cost < enough)
        return [self._foods[at] for _, at in nsmallest(limit, near)]

    def _add(self, at: int, name: str, cost: float) -> None:
        label = len(self._food_of)
        rank = HEAD
        for place, part in enumerate(parts(name)):
            words = [meant for word in part if (meant := self._words[word])]
            shelf = rank == HEAD and SHELVES.issuperset(words)
            for word in reversed(words):
                weight = TRIFLE if shelf or word in PLAIN else max(rank, KIND) if word in UNLIKE else rank
                cost += weight
                self._places[word].append((label, weight - AFTER * place))
                if weight == HEAD:
                    self._heads[word].append((label, weight))
                    rank = KIND
            if rank == KIND:
                rank = DETAIL
        self._food_of.append(at)
        self._cost_of.append(cost)

    def _costs(self, words: list[str]) -> dict[int, float]:
        """For each food, what it costs to take its best name for what was typed."""
        costs: dict[int, float] = {}
        for reading, extra in self._readings(words):
            whole = extra + MISSED * len(reading)
            for label, gain in self._gains(reading).items():
                cost = whole + self._cost_of[label] - gain
                at = self._food_of[label]
                if cost < costs.get(at, cost + 1):
                    costs[at] = cost
        return costs

    def _gains(self, words: list[str]) -> dict[int, float]:
        """For each name, what the typed words found in it are worth."""
        gains: dict[int, float] = {}
        for word in words:
            best: dict[int, float] = {}
            places = self._heads if len(word) == 1 and word.isalpha() else self._places
            for meant, cost in self._spelling.meanings(word, self._words.meant(word)).items():
                found = MISSED - cost
                for label, worth in places.get(meant, ()):
                    if found + worth > best.get(label, 0.0):
                        best[label] = found + worth
            for label, gain in best.items():
                gains[label] = gains.get(label, 0.0) + gain
        return gains

    def _readings(self, words: list[str]) -> Iterator[tuple[list[str], float]]:
        """As typed; as the table says it; two words as one (apple sauce); one word as two (icecream)."""
        yield words, 0.0
        for other in self._words.reworded(words):
            yield other, OTHERWISE
        for at, (left, right) in enumerate(pairwise(words)):
            if self._known(left + right) or (at + 2 == len(words) and self._spelling.begins(left + right)):
                yield [*words[:at], left + right, *words[at + 2 :]], OTHERWISE
        for at, word in enumerate(words):
            if self._known(word) or self._spelling.begins(word):
                continue
            for cut in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
                left, right = word[:cut], word[cut:]
                if self._known(left) and (self._known(right) or self._spelling.begins(right)):
                    yield [*words[:at], left, right, *words[at + 1 :]], OTHERWISE

    def _known(self, written: str) -> bool:
        return self._spelling.knows(self._words.meant(written))


def standing(food: Searchable) -> float:
    """What a food's table and shelf cost it against a kitchen food."""
    if food.aliases:
        return 0.0
    table = OLD if food.source.startswith("SR24-old") else DISH if food.source.startswith("FNDDS") else TABLE
    return table + GROUPS.get(food.group, 0.0)
