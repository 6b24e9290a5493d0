"""Steps with their words from the content, so that a flow says only what it asks."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from companion.flows.steps import Choose, Confirm, Number, Option, Text
from companion.wording import fatigue, numbers

if TYPE_CHECKING:
    from companion.services.companion import Companion

SHARES = tuple(Option(value, numbers.capital(words)) for value, words in numbers.SHARES.items())


def following(after: str, keys: Sequence[str]) -> str | None:
    """The key to begin on: the one after; None without one before, or at the end."""
    place = keys.index(after) + 1 if after in keys else len(keys)
    return keys[place] if place < len(keys) else None


class Ask:
    """Makes the steps of one Companion. `text` names other words than the step's id."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def choose(
        self, id: str, options: Iterable[Option], *, default: Any = None, text: str = "", title: str = ""
    ) -> Choose:
        """One of several."""
        return Choose(**self._words(id, text, title), default=default, options=tuple(options))

    def number(
        self,
        id: str,
        limit: str,
        *,
        unit: str = "",
        whole: bool = False,
        optional: bool = False,
        default: float | None = None,
        title: str = "",
    ) -> Number:
        """A number within the content's limits of that name."""
        low, high = self._companion.content.bounds(limit)
        return Number(
            **self._words(id, title=title),
            low=low,
            high=high,
            unit=unit,
            whole=whole,
            optional=optional,
            default=default,
        )

    def text(
        self,
        id: str,
        *,
        limit: int = 80,
        optional: bool = False,
        default: str | None = None,
        text: str = "",
        title: str = "",
    ) -> Text:
        """A line of text."""
        return Text(**self._words(id, text, title), limit=limit, optional=optional, default=default)

    def confirm(self, id: str, *, title: str, text: str) -> Confirm:
        """Yes or no to a sentence; no is the default."""
        return Confirm(**self._words(id, text, title))

    def rating(
        self, id: str, *, text: str = "", default: int | None = None, start: int | None = None
    ) -> Choose:
        """0 to 10 in words, or no answer; the answer at the start of a session says so."""
        marks = [self._companion.content.text(f"fatigue.{n}") for n in range(11)]
        options = [
            Option(n, mark.text, fatigue.AT_THE_START if n == start else "", spoken=mark.aloud)
            for n, mark in enumerate(marks)
        ]
        return self.choose(id, [*options, Option(None, "No answer")], text=text, default=default)

    def _words(self, id: str, text: str = "", title: str = "") -> dict[str, Any]:
        record = self._companion.content.text(f"step.{text or id}")
        asked = title or record.title
        return {"id": id, "title": asked, "help": record.text, "spoken": asked if title else record.spoken}
