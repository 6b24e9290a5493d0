"""A guided session heard one step at a time: shared by the tests of it."""

from typing import Any

from companion.domain.sessions import Phase
from companion.flows import guided_choices as choices
from companion.flows.guided import Guided
from companion.flows.steps import Read, Say
from companion.services.companion import Companion

MOST_SAID = 20  # one after another


class Heard:
    """A guided session, its clock in hand; remembers the cues and what was said."""

    def __init__(self, companion: Companion, clock: Any, programme: str, **options: Any) -> None:
        self.companion, self.clock = companion, clock
        if not companion.diary.entries("fatigue"):
            companion.fatigue.log(3, when="before")
        self.session = companion.sessions.start(programme, **options)
        self.guided = Guided(companion, self.session)
        self.cues: list[Any] = []
        self.said: list[str] = []

    @property
    def step(self) -> Any:
        """The step once everything that was said was heard."""
        self.cues += self.guided.due()
        for _ in range(MOST_SAID):
            if self.guided.done or not isinstance(step := self.guided.step, Say | Read):
                return None if self.guided.done else step
            self.said.append(step.text if isinstance(step, Say) else step.title)
            self.guided.answer(None)
            self.cues += self.guided.due()
        raise AssertionError(f"the same is said again and again: {self.said[-1]}")

    @property
    def ways(self) -> list[Any]:
        return [option.value for option in self.step.options]

    def take(self, *values: Any) -> "Heard":
        for value in values:
            self.step  # noqa: B018 - what was said is heard first
            self.guided.answer(value)
        return self

    def pass_(self, seconds: float) -> "Heard":
        """Let time go by as a face does, which sleeps until something may be due."""
        end = self.clock.now.timestamp() + seconds
        while (wait := self.guided.wait()) is not None and self.clock.now.timestamp() + wait <= end:
            self.clock.go(seconds=wait)
            self.cues += self.guided.due()
        self.clock.go(seconds=max(0.0, end - self.clock.now.timestamp()))
        self.cues += self.guided.due()
        return self

    def until(self, phase: Phase, index: int = 0) -> "Heard":
        """Take the first way until this phase of this part, leaving questions on the way."""
        for _ in range(500):
            view = self.session.view()
            if view.under is phase and view.index >= index and self.step.id == choices.ID:
                return self
            if self.step.id == choices.ID:
                self.guided.answer(self.step.options[0].value)
            else:
                self.guided.back()
        raise AssertionError(f"never came to {phase}")

    @property
    def texts(self) -> list[str]:
        return [cue.text for cue in self.cues]

    @property
    def kept(self) -> list[tuple[int, str]]:
        return [(entry.part, entry.outcome) for entry in self.companion.diary.entries("step")]
