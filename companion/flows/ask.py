"""Steps with their words from the content, so that a flow says only what it asks."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from companion.config.settings import SLOT_LETTERS
from companion.flows.steps import Choose, Clock, Confirm, Number, Option, SlotName, Text, Timer
from companion.wording import fatigue, numbers

if TYPE_CHECKING:
    from companion.services.companion import Companion

HELPED = (Option(False, "No help"), Option(True, "Somebody helped"), Option(None, "No answer"))
SHARES = tuple(Option(value, numbers.capital(words)) for value, words in numbers.SHARES.items())


class Ask:
    """Makes the steps of one Companion. `text` names other words than the step's id, or a whole text id."""

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
        limit: str | tuple[float, float],
        *,
        unit: str = "",
        whole: bool = False,
        optional: bool = False,
        default: float | None = None,
        text: str = "",
        title: str = "",
    ) -> Number:
        """A number within the content's limits of that name, or between two numbers."""
        low, high = self._companion.content.bounds(limit) if isinstance(limit, str) else limit
        return Number(
            **self._words(id, text, title),
            low=low,
            high=high,
            unit=unit,
            whole=whole,
            optional=optional,
            default=default,
        )

    def timer(
        self, id: str, limit: str, *, mark: float, at_mark: str, unit: str, unit_s: float, end: str,
        bell: bool = False, title: str = "",
    ) -> Timer:  # fmt: skip
        """Time that passes until it is ended, and goes on from there; it counts to the content's limit."""
        return Timer(
            **self._words(id, "", title), mark=mark, at_mark=at_mark, unit=unit, unit_s=unit_s, end=end,
            most=int(self._companion.content.bounds(limit)[1]), bell=bell, resumes=True,
        )  # fmt: skip

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

    def clock(self, id: str, *, default: str | None, text: str = "", title: str = "") -> Clock:
        """A time of day."""
        return Clock(**self._words(id, text, title), limit=5, default=default)

    def slot_name(self, *, taken: Iterable[str], default: str | None = None, text: str = "") -> SlotName:
        """A name for a part of the day that no other has."""
        words = self._words("slot_name", text)
        return SlotName(**words, limit=SLOT_LETTERS, default=default, taken=tuple(taken))

    def confirm(self, id: str, *, title: str, text: str, about: str = "") -> Confirm:
        """Yes or no to a sentence; no is the default. `about` takes the place of the text's."""
        words = self._words(id, text, title)
        return Confirm(**{**words, "help": about or words["help"]})

    def rating(
        self, id: str, *, text: str = "", default: int | None = None, start: int | None = None
    ) -> Choose:
        """The scale in words, or no answer; the answer at the start of a session says so."""
        low, high = (int(end) for end in self._companion.content.bounds("rating"))
        marks = {n: self._companion.content.text(f"fatigue.{n}") for n in range(low, high + 1)}
        options = [
            Option(n, mark.text, fatigue.AT_THE_START if n == start else "", spoken=mark.aloud)
            for n, mark in marks.items()
        ]
        return self.choose(id, [*options, Option(None, "No answer")], text=text, default=default)

    def _words(self, id: str, text: str = "", title: str = "") -> dict[str, Any]:
        record = self._companion.content.text(text if "." in text else f"step.{text or id}")
        asked = title or record.title
        return {"id": id, "title": asked, "help": record.text, "spoken": asked if title else record.spoken}
