"""What a conversation can ask or say. Steps are frozen; a face presents them and sends back an answer."""

from collections.abc import Callable, Generator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.config.settings import is_taken
from companion.domain.day import clock_time
from companion.domain.frozen import frozen, frozen_by_name
from companion.domain.text import clean, decimal
from companion.errors import Refused, Unknown

if TYPE_CHECKING:
    from companion.services.sessions_running import RunningSession

TEN = 10  # the end of a rating
WRITTEN = str | int | float  # values that a person can read; the others are ways, known by their labels


@frozen
class Option:
    """One answer to a Choose: the value sent back, its words, more about it, its words for a listener.

    `key` is the digit or letter that takes it, where its place in the list would mislead. `twice` is for what
    a stray press should not do, where the flow does not ask again: with one switch it is asked about.
    """

    value: Any
    label: str
    detail: str = ""
    spoken: str = ""
    key: str = ""
    twice: bool = False


# Steps take their facts by name alone, so that a kind of step may add facts without defaults after those
# that have one.
@frozen_by_name
class Step:
    """A question: its id is the name under which a command line may answer it."""

    id: str
    title: str
    help: str = ""
    spoken: str = ""
    default: Any = None

    @property
    def in_full(self) -> str:
        """The question in full, where a listener is asked in fewer words."""
        return self.title if self.spoken and len(self.spoken) < len(self.title) else ""

    def accept(self, answer: Any) -> Any:
        """The answer as the flow wants it; raises Refused or Unknown for one it cannot use."""
        return answer


@frozen_by_name
class Choose(Step):
    """One of several options; the answer is the option's value.

    A face that shows one step at a time also offers `reads`, texts to look at before one answers, and
    where there is `find`, the options that a typed word finds, of any length. With `brief_again` a listener
    who has heard these options once hears only the first of them, until asking for all.
    """

    options: tuple[Option, ...]
    reads: "tuple[Read, ...]" = ()
    find: "Callable[[str], tuple[Option, ...]] | None" = None
    brief_again: bool = False

    @property
    def is_rating(self) -> bool:
        """Whether the answers are the numbers 0 to 10, and perhaps none."""
        return [option.value for option in self.options if option.value is not None] == list(range(TEN + 1))

    def accept(self, answer: Any) -> Any:
        """The value of an option; text matches a value written as text."""
        for option in self.options:
            if answer == option.value or (isinstance(answer, str) and answer == str(option.value)):
                return option.value
        if self.find is not None and isinstance(answer, str):
            return answer  # found by a word; the flow looks it up
        if not isinstance(answer, WRITTEN):
            raise Unknown("option_gone", step=self.id)
        known = [str(o.value) if isinstance(o.value, WRITTEN) else o.label for o in self.options]
        raise Unknown("unknown_option", step=self.id, value=answer, known=known)


@frozen_by_name
class Menu(Choose):
    """Where one stands between two conversations; an option's value is a way on, see flows/walk.py.

    `told` is what is to be known here, said before the options.
    """

    told: str = ""

    def accept(self, answer: Any) -> Any:
        """One of the ways; what a word finds is a way by itself."""
        return Choose.accept(replace(self, find=None), answer)


@frozen_by_name
class Number(Step):
    """A number between two limits, both allowed, in `unit`; `optional` accepts nothing at all.

    `likely` are answers that are offered first where digits are hard to come by.
    """

    low: float
    high: float
    unit: str = ""
    whole: bool = False
    optional: bool = False
    likely: tuple[float, ...] = ()

    def accept(self, answer: Any) -> Any:
        """A float, or an int where whole; a decimal comma will do. Nothing, where optional, is None."""
        if self.optional and str(answer or "").strip() == "":
            return None
        try:
            value = decimal(answer)
        except ValueError:
            raise Refused("not_a_number", what=self.title, value=answer) from None
        if not self.low <= value <= self.high or (self.whole and value != int(value)):
            raise Refused(
                "out_of_range", what=self.title, value=answer, low=self.low, high=self.high, unit=self.unit
            )
        return int(value) if self.whole else value


@frozen_by_name
class Timer(Step):
    """Time that passes until somebody ends it; the answer is how many whole units of `unit_s` seconds.

    At `mark` units the face says `at_mark`, calmly and once; with `bell` it rings then, where bells are on.
    `end` is the word of the key that ends it, `most` what it counts to. One that `resumes` goes on where it
    was ended when somebody comes back to it: `start` is what went by before. A face without a clock asks for
    the number, or for nothing at all.
    """

    mark: float
    at_mark: str
    unit: str
    unit_s: float
    end: str
    most: int
    start: int = 0
    resumes: bool = False
    bell: bool = False

    def accept(self, answer: Any) -> Any:
        """A whole number from 0; None where nobody looked at a clock."""
        if answer is None or str(answer).strip() == "":
            return None
        try:
            value = decimal(answer)
        except ValueError:
            raise Refused("not_a_number", what=self.title, value=answer) from None
        if not 0 <= value <= self.most:
            raise Refused(
                "out_of_range", what=self.title, value=answer, low=0, high=self.most, unit=self.unit
            )
        return int(value)


@frozen_by_name
class Text(Step):
    """A line of text, or several; `optional` accepts nothing at all."""

    limit: int = 80
    lines: bool = False
    optional: bool = False

    def accept(self, answer: Any) -> Any:
        """Cleaned text."""
        text = clean(str(answer), limit=self.limit, lines=self.lines)
        if not text and not self.optional:
            raise Refused("empty_text", what=self.title)
        return text


@frozen_by_name
class Clock(Text):
    """A time of day, such as 18:30."""

    def accept(self, answer: Any) -> Any:
        """A datetime.time."""
        typed = Text.accept(self, answer)
        try:
            return clock_time(typed)
        except ValueError:
            raise Refused("bad_clock", value=typed) from None


@frozen_by_name
class SlotName(Text):
    """A name for a part of the day, which none of those `taken` has."""

    taken: tuple[str, ...] = ()

    def accept(self, answer: Any) -> Any:
        """Cleaned text."""
        name = Text.accept(self, answer)
        if is_taken(name, self.taken):
            raise Refused("slot_there", value=name)
        return name


@frozen_by_name
class Confirm(Step):
    """Yes or no; no is the default."""

    default: bool = False

    def accept(self, answer: Any) -> Any:
        """A bool."""
        return bool(answer)


@frozen
class Say:
    """A sentence; nothing is sent back. `level` is "info", "notice", "warning", or "signs".

    "signs" leads to the warning signs.
    """

    text: str
    level: str = "info"

    @property
    def waits(self) -> bool:
        """Whether it stays until somebody has answered; anything else is only said."""
        return self.level in ("warning", "signs")


@frozen
class Read:
    """Texts to read at one's own pace, each with a title or ""; nothing is sent back."""

    title: str
    texts: tuple[tuple[str, str], ...]


@frozen
class RunSession:
    """Guide a session; it is always the last step of its flow."""

    session: "RunningSession"


AnyStep = Step | Say | Read | RunSession
Flow = Generator[AnyStep, Any, Any]
