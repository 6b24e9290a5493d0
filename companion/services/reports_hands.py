"""Who wrote what a report tells of, by role and number; and who is somebody of the house."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import normalize

from companion.domain.day import day_of
from companion.domain.entries import TAKEN
from companion.domain.frozen import frozen
from companion.domain.people import same_name

if TYPE_CHECKING:
    from companion.services.companion import Companion

A_DAY = timedelta(days=1)
# What a report tells of; steps and check-ins come with their session.
LOGGED = (
    *TAKEN, "weight", "fatigue", "felt", "explained", "told", "session", "session_end", "function_note",
    "decision", "clearance",
)  # fmt: skip
RESTED = "rested"  # the one end of a session that is something of its own
HOME = ("owner", "patient", "caregiver", "viewer")
KIN = frozenset({
    "wife", "husband", "partner", "spouse", "mother", "father", "mum", "mom", "dad", "daughter", "son",
    "sister", "brother", "aunt", "uncle", "niece", "nephew", "cousin", "granddaughter", "grandson",
    "grandmother", "grandfather", "friend", "neighbour", "neighbor",
})  # fmt: skip
WORD = re.compile(r"[^\W\d_]{3,}")  # shorter ones are initials and titles


@frozen
class Hand:
    """Somebody who wrote something: their role, a number among those of it, and a name where asked for.

    `unverified`: a name that nobody vouched for. `entries` is how many were written in the time.
    """

    role: str
    number: int
    name: str | None
    unverified: bool
    entries: int


class Hands:
    """Everybody who wrote something about the days from `first` to `last`; named only with `names`."""

    def __init__(self, companion: "Companion", first: date, last: date, *, names: bool) -> None:
        self._companion = companion
        self._first = first
        self._last = last
        self._names = names

    @cached_property
    def known(self) -> dict[tuple[str, str], Hand]:
        """By role and name, the roles in their order, whoever wrote most of a role first."""
        counts, vouched = Counter[tuple[str, str]](), set[tuple[str, str]]()
        for role, by, verified in self._written():
            counts[(role, by)] += 1
            vouched |= {(role, by)} if verified else set()
        found, numbers = dict[tuple[str, str], Hand](), Counter[str]()
        for who, count in sorted(counts.items(), key=lambda one: (one[0][0], -one[1])):
            role, by = who
            numbers[role] += 1
            name = by if self._names else None
            found[who] = Hand(role, numbers[role], name, who not in vouched, count)
        return found

    def hand(self, by: str, role: str) -> Hand:
        """Whoever wrote something, as they are told of; number 0 for one who is not among them."""
        return self.known.get((role, by)) or Hand(role, 0, by if self._names else None, False, 0)

    def of_the_house(self, who: str) -> bool:
        """Whether a name is that of the person, of somebody let in, or of somebody who ever wrote at home.

        A word of such a name is enough, and so is a word of kinship: better a name too few than one told.
        """
        companion = self._companion
        let_in = (one.caregiver for one in companion.caregivers.everybody())
        if any(same_name(who, name) for name in (companion.person_name, *let_in)):
            return True
        words = _words(who)
        return not words.isdisjoint(KIN) or not words.isdisjoint(self._house)

    @cached_property
    def _house(self) -> frozenset[str]:
        """The words of every name at home; without the person's own name where none is known."""
        companion = self._companion
        names = {companion.people.person().name or ""}
        names |= {one.caregiver for one in companion.caregivers.everybody() if one.acts_as in HOME}
        for kind in LOGGED:
            written = set(companion.diary.facts(kind, "by", "role"))
            names |= {by for by, role in written if role in HOME[1:]}
        return frozenset(word for name in names for word in _words(name))

    def _written(self) -> Iterator[tuple[str, str, bool]]:
        """Role, name and whether it was vouched for, of each entry about these days."""
        starts, until = self._companion.settings.day_start, self._last + A_DAY  # a day goes on past midnight
        names = ("role", "by", "verified", "at")
        for kind in LOGGED:
            more = ("outcome",) if kind == "session_end" else ()
            facts = self._companion.diary.facts(kind, *names, *more, since=self._first, until=until)
            for role, by, verified, at, *ended in facts:
                on = day_of(datetime.fromisoformat(at), starts)
                if self._first <= on <= self._last and ended in ([], [RESTED]):
                    yield role, by, verified


def _words(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(normalize("NFC", name).casefold()))
