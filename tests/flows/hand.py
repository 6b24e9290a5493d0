"""A person with one switch: shared by the tests of it."""

from collections.abc import Callable, Sequence

from companion.flows.steps import Flow, Menu, Option, Say
from companion.flows.switch import Scanner, Switched
from companion.flows.switch_choosing import MOST
from companion.flows.walk import Into, Talk, Walk
from companion.services.companion import Companion
from companion.wording import switch as words

RATING = tuple(Option(n, f"Tired {n}") for n in range(11))


class Hand:
    """A person with one switch: waits until a row is told, then presses half a second later."""

    def __init__(self, companion: Companion, clock, *flows: Callable[..., Flow], rows: Sequence[Option] = ()):
        options = tuple(Option(Talk(flow), flow.__name__) for flow in flows) + tuple(rows)
        walk = Walk(companion, Into(lambda _: Menu(id="main", title="Main", options=options)))
        self.walk, self.clock, self.began = Switched(walk), clock, clock()
        self.scanner = Scanner(companion, self.walk, aloud=False)
        self.presses, self.told, self.said = 0, [], []

    @property
    def at(self) -> float:
        return (self.clock() - self.began).total_seconds()

    @property
    def title(self) -> str:
        self.look()
        return self.walk.step.title

    @property
    def labels(self) -> list[str]:
        self.look()
        return [row.label for row in self.walk.step.options]

    def look(self) -> str | None:
        """What a face does between presses."""
        self.said += [cue.text for cue in self.walk.due()]
        while not self.walk.over and isinstance(self.walk.step, Say):
            self.said.append(self.walk.step.text)
            self.walk.answer()
        if self.walk.over:
            return None
        new = self.scanner.look(self.at)
        self.told += [new] if new else []
        return new

    def let_pass(self, seconds: float) -> None:
        """Look whenever there is something to look at."""
        end = self.at + seconds
        self.look()
        while (wait := self.scanner.wait(self.at)) is not None and self.at + wait <= end:
            self.clock.go(seconds=wait + 0.001)
            self.look()
        self.clock.go(seconds=end - self.at)

    def press(self, *wanted: str) -> None:
        """Press as each of these is offered, the rows' labels or how they begin."""
        for label in wanted:
            self.look()
            for _ in range(MOST * 4):
                row = self.scanner.row
                if row is None and self.told[-1] == words.PAUSED:
                    self.once()
                    row = self.scanner.row
                if row is not None and self.walk.step.options[row].label.startswith(label):
                    break
                wait = self.scanner.wait(self.at)
                assert wait is not None, f"{label!r} is not offered: {self.labels}"
                self.clock.go(seconds=wait + 0.001)
                self.look()
            else:
                raise AssertionError(f"{label!r} is not offered: {self.labels}")
            self.once()

    def once(self) -> None:
        """Press, a little after what was told."""
        self.clock.go(seconds=0.7)
        self.presses += 1
        assert self.scanner.press(self.at)
        self.look()


def asks(step, kept: list | None = None) -> Callable[[Companion], Flow]:
    """A conversation of one question, which keeps its answer."""

    def ask(_: Companion) -> Flow:
        answer = yield step
        if kept is not None:
            kept.append(answer)

    return ask
