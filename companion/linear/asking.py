"""Says a block and waits for an answer to it; what time brings is never said into somebody's typing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from companion.domain.frozen import frozen
from companion.errors import CompanionError
from companion.flows.levels import Cue, Heard
from companion.flows.steps import AnyStep, Read
from companion.flows.voiced import Voiced
from companion.linear.keys import HELD_ON, How, Keys
from companion.linear.streams import Lines
from companion.wording import linear
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from companion.services.companion import Companion

T = TypeVar("T")
AGAIN, HELP, SIGNS = ".", "?", "!"


class Presented(Protocol):
    """What a face presents: a Walk."""

    over: bool

    @property
    def step(self) -> AnyStep:
        """What is asked or said now."""

    @property
    def depth(self) -> int:
        """How many levels one stands above the first menu."""

    def answer(self, value: Any = None) -> None:
        """Send an answer."""

    def back(self) -> None:
        """One question back."""

    def due(self) -> list[Cue]:
        """What is to be said because time went by."""

    def wait(self) -> float | None:
        """Seconds until something will be due."""

    def read(self, text: Read) -> None:
        """A text to be read over the step."""


@frozen
class Block:
    """What is said at once, the prompt behind it, what `?` says, and how often a bell rings first.

    `again` is what a repetition says, where that is more.
    """

    lines: tuple[str, ...]
    prompt: str
    help: tuple[str, ...] = ()
    rings: int = 0
    again: tuple[str, ...] = ()


class NoAnswerError(Exception):
    """What was typed is none of the answers; its text is the sentence that says so."""


class ChangedError(Exception):
    """Time, or a key, has brought another step than the one that was asked."""


class Asking:
    """The one place where something is asked: every other part says what, and what an answer is."""

    def __init__(self, companion: "Companion", walk: Presented, keys: Keys, lines: Lines) -> None:
        self.walk, self.keys, self.lines = walk, keys, lines
        self._companion, self.voiced = companion, Voiced(companion)
        self._cues: list[Cue] = []  # said with the step that came with them, for a voice
        self._late: list[str] = []  # words of time that brought another step, said in one piece with it

    @property
    def how(self) -> How:
        """Whether a digit acts at once."""
        return "choice" if self._companion.settings.enter_after_digit else "key"

    @property
    def scans(self) -> bool:
        """Whether there is one switch, to which choices are offered."""
        return self._companion.settings.switch

    def require_let_in(self) -> None:
        """Raise NotAllowed where whoever types was let in and is no longer."""
        self._companion.require_let_in()

    def brought(self) -> list[str]:
        """Ring for what an answer has made due; its words, and those of time, are said with the next step."""
        cues = self.walk.due()
        self.lines.say(rings=self._rings(sum(cue.rings for cue in cues)))
        self._cues += cues
        late, self._late = self._late, []
        return [*late, *(cue.text for cue in cues)]

    def ask(self, block: Block, take: Callable[[str], T], how: How) -> T:
        """What `take` makes of what was typed; where it raises, that is said and the prompt again.

        Raises ChangedError where another step has come, EOFError at the end of input.
        """
        self.lines.say(*block.lines, prompt=block.prompt, rings=self._rings(block.rings))
        cues, self._cues = self._cues, []
        self.voiced.tell(cues, self.walk.step)
        while True:
            typed = self._typed(how, block.prompt)
            if typed in (AGAIN, HELD_ON):
                self.lines.say(*(block.again or block.lines), prompt=block.prompt)
            elif typed == HELP:
                self.lines.say(*block.help, linear.SIGNS_KEY, prompt=block.prompt)
            elif typed == SIGNS:
                self._signs()
            else:
                try:
                    return take(typed)
                except NoAnswerError as error:
                    self.lines.say(str(error), prompt=block.prompt)
                except CompanionError as error:
                    self.lines.say(sentence(error), prompt=block.prompt)

    def _signs(self) -> None:
        """The warning signs, from everywhere; afterwards the same is asked again."""
        from companion.flows.menus.warnings import signs

        self.walk.read(signs(self._companion))
        raise ChangedError

    def _rings(self, times: int) -> int:
        """None where the settings have the bell off."""
        return times if self._companion.settings.bell else 0

    def _typed(self, how: How, prompt: str) -> str:
        while (typed := self.keys.answer(self.walk.wait(), how)) is None:
            self._tell(self.walk.due, prompt)
        wait = self.walk.wait()
        if how != "key" and wait is not None and wait <= 0:
            self._tell(lambda: self.walk.due()[-1:])  # of what came while somebody typed, the newest
        return typed

    def _tell(self, due: Callable[[], list[Cue]], prompt: str = "") -> None:
        """Say what is due, after news the prompt again; raises ChangedError where the step is another now."""
        before = self.walk.step
        cues = due()
        if self.walk.over or self.walk.step != before:
            self.lines.say(rings=self._rings(sum(cue.rings for cue in cues)))
            self._cues, self._late = cues, [cue.text for cue in cues]
            raise ChangedError
        for cue in cues:
            again = prompt if isinstance(cue, Heard) else ""
            self.lines.say(cue.text, prompt=again, rings=self._rings(cue.rings))
        self.voiced.tell(cues)
