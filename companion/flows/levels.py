"""What a walk goes over: the ways that a menu offers, and the levels that they lead to."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from companion.domain.frozen import frozen
from companion.errors import CompanionError
from companion.flows.ask import Ask
from companion.flows.conversation import Conversation
from companion.flows.roles import allowed, begun, offered
from companion.flows.steps import AnyStep, Choose, Flow, Menu, Say
from companion.wording import choices

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.companion import Companion


FIND = "find a word"  # the value of the option that searches


class Cue(NamedTuple):
    """Something said because time went by; `rings` says how often a bell rings with it."""

    text: str
    rings: int = 0


class Heard(Cue):
    """What somebody else wrote: in time with nothing, and nothing that a voice guides by."""

    __slots__ = ()


@frozen
class Into:
    """The way to another menu. None is no menu any more, as of an entry that is gone: one is led back."""

    menu: "Callable[[Companion], Menu | None]"


@frozen
class Talk:
    """The way into a conversation; afterwards one stands where it began.

    `then` gets what the flow returned, None where somebody left it, and may have a sentence to say or
    another conversation to begin.
    """

    flow: "Callable[[Companion], Flow]"
    then: "Callable[[Companion, Any], str | Talk] | None" = None


@frozen
class Out:
    """The way back, or out of the program from the first menu."""


class Level(Protocol):
    """One thing of a walk, over the one it began in. Where time counts, `due` and `wait` tell about it."""

    @property
    def step(self) -> AnyStep:
        """What is shown."""

    @property
    def done(self) -> bool:
        """Whether it is over; then `result` is what it came to."""

    result: Any
    guides: bool  # a session, in which hands are busy with something else than keys

    def answer(self, value: Any) -> None:
        """Take an answer; raises Refused or Unknown for one that the step does not accept."""

    def back(self) -> bool:
        """One question back; False where leaving is all that is left."""

    def due(self) -> list[Cue]:
        """What is to be said because time went by."""

    def wait(self) -> float | None:
        """Seconds until something will be due; None while nothing will."""

    def hold(self) -> None:
        """Nobody is to move by the clock while something else is read."""


class Timeless:
    """A level in which nothing happens by itself."""

    result: Any = None
    guides = False

    def due(self) -> list[Cue]:
        """Nothing."""
        return []

    def wait(self) -> float | None:
        """Never."""
        return None

    def hold(self) -> None:
        """Nothing moves here."""


class Place(Timeless):
    """A menu, made anew whenever one stands there again, and before a way is taken that may be an old one."""

    def __init__(self, companion: "Companion", into: Into) -> None:
        self._companion, self._into = companion, into
        self.renew()

    @property
    def step(self) -> Menu:
        """The menu as it is now."""
        assert self._menu is not None
        return self._menu

    @property
    def done(self) -> bool:
        """Whether there is nothing left to stand in."""
        return self._menu is None

    def renew(self) -> None:
        """Look again at what is to be known and chosen here."""
        made, self._seen = self._into.menu(self._companion), self._around()
        self._menu = made and offered(self._companion, made)

    def look_again(self) -> None:
        """The same; one that cannot be looked at stays as it was."""
        with suppress(CompanionError):
            self.renew()

    @property
    def is_old(self) -> bool:
        """Whether the menu was made in another part of the day, or before somebody saved."""
        return self._seen != self._around()

    def _around(self) -> tuple[Any, ...]:
        companion, saved = self._companion, None
        with suppress(CompanionError):  # a folder that cannot be read is said by the menu
            saved = companion.diary.changed()
        slot = companion.intake.slot(None, companion.clock())
        return companion.today_date(), slot, companion.settings, saved

    def answer(self, value: Any) -> None:
        """A way is taken by the walk itself."""

    def back(self) -> bool:
        """To the menu before."""
        return False


class Talking(Conversation, Timeless):
    """A conversation, and the way on which it began."""

    def __init__(self, companion: "Companion", talk: Talk) -> None:
        self.then = talk.then
        super().__init__(partial(begun, companion, partial(talk.flow, companion)))


class Search(Timeless):
    """A typed word, then what it finds; what is chosen there is the answer to the question beneath."""

    def __init__(self, companion: "Companion", step: Choose) -> None:
        self._companion, self._ask, self._asked = companion, Ask(companion), step
        self._word, self._found = self._ask.text("search"), cast("Choose | Say | None", None)
        self.done = False

    @property
    def step(self) -> AnyStep:
        """The word, the choice among what it found, or that it found nothing."""
        return self._found or self._word

    def answer(self, value: Any) -> None:
        """A word, or one of those found; where nothing was, another word is asked for."""
        if isinstance(self._found, Say):
            self._found = None
        elif self._found is not None:
            self.result, self.done = self._found.accept(value), True
        elif self._asked.find is not None:
            found = allowed(self._companion, self._asked.find(self._word.accept(value)))
            listed = self._ask.choose(self._asked.id, found, text="search_found")
            self._found = listed if found else Say(choices.NOTHING_FOUND)

    def back(self) -> bool:
        """From what was found to another word."""
        was, self._found = self._found, None
        return was is not None
