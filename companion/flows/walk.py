"""Walks menus, conversations and sessions for faces that show one step at a time."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.errors import CompanionError
from companion.flows.ask import Ask
from companion.flows.levels import FIND, Cue, Into, Level, Out, Place, Search, Talk, Talking, Timeless
from companion.flows.overheard import LOOK_EVERY, Overheard
from companion.flows.reminding import Reminding
from companion.flows.steps import AnyStep, Choose, Menu, Option, Read, RunSession, Say, Step, Timer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.flows.idle import Idleness
    from companion.services.companion import Companion

__all__ = ["FIND", "Cue", "Into", "Level", "Out", "Talk", "Timeless", "Walk"]

MAY_PASS = ("busy", "disk_full", "read_only", "unwritable")  # errors after which the same answer may do


class Walk:
    """Say what is `due`, present `step`, send `answer`, until `over`.

    An answer may make something due at once (`wait` is 0 then): after each answer, first `due`, then `step`.
    Refused or Unknown leave the step where it is; what a flow could not do is said as a Say of its own. Where
    time counts, ask `due` again after `wait` seconds; the step is another afterwards, or the same.
    """

    def __init__(
        self, companion: "Companion", first: Into, *talks: Talk, said: "Iterable[str]" = (),
        idle: "Idleness | None" = None,
    ) -> None:  # fmt: skip
        self._companion, self.over, self.idle = companion, False, idle
        self._levels: list[Level] = [Place(companion, first)]
        self._said: list[Say | Read] = [Say(sentence) for sentence in said]
        self._talks = list(talks)  # each begins when the one before it is over
        self._overheard, self._moved = Overheard(companion), False
        self.reminding = Reminding(companion)
        self._next_talk()

    @property
    def step(self) -> AnyStep:
        """What a face presents now; never a Timer or a RunSession."""
        if self._said:
            return self._said[0]
        step = self._levels[-1].step
        return with_ways(self._companion, step) if isinstance(step, Choose) else step

    @property
    def depth(self) -> int:
        """How many levels one stands above the first menu."""
        return len(self._levels) - 1

    @property
    def guides(self) -> bool:
        """Whether a session is under way."""
        return any(level.guides for level in self._levels)

    def enter(self, talk: Talk) -> None:
        """Into a conversation that a face offers beside the ways of a menu."""
        self._enter(talk)

    def answer(self, value: Any = None) -> None:
        """Send an answer; Refused or Unknown leave the step where it is."""
        step, level, self._moved = self.step, self._levels[-1], True
        if isinstance(step, Say | Read):
            self._heard(step)
            return
        accepted = step.accept(value) if isinstance(step, Step) else None
        if isinstance(step, Menu) and isinstance(level, Place) and level.is_old:
            option = self._anew(level, step, accepted)
            if option is None:
                return
            step, accepted = self.step, option.value
        if isinstance(step, Choose) and accepted is FIND:
            self._levels.append(Search(self._companion, step))
        elif isinstance(accepted, Read):
            self._said.append(accepted)
        elif isinstance(step, Menu):
            self._enter(accepted)
        else:
            self._try(level, value)

    def back(self) -> None:
        """To the question before, or out of what is under way; from the first menu, out of the program."""
        step, level, self._moved = self.step, self._levels[-1], True
        if isinstance(step, Say | Read):
            self._heard(step)
            return
        self._back_in(level)
        self._settle()

    def read(self, text: Read) -> None:
        """A text to be read over the step, which stays as it is."""
        if self.step != text:
            self.hold()
            self._said.insert(0, text)

    def hold(self) -> None:
        """Nobody is to move by the clock while something else is read."""
        self._levels[-1].hold()

    def due(self, *, news: bool = True) -> list[Cue]:
        """What is to be said because time went by; while there is something to read, that nobody is there.

        What others wrote is among it where `news` may be told: in a menu at any time, elsewhere with the
        next step, and never beside what a clock has to say.
        """
        idle = self.idle.cues(self) if self.idle else []
        if self._said or self.over:
            return idle
        cues = [*self._levels[-1].due(), *idle]
        self._settle()
        if cues or not (news and self._listens):
            return cues
        self._moved = False
        heard = self._overheard.cues()
        if not self.guides:
            self.reminding.look(news=bool(heard))
        return heard

    def wait(self, *, typing: bool = False, news: bool = True) -> float | None:
        """Seconds until something may be due; None while nothing will. Who is `typing` is left to it."""
        level = None if self._said or typing else self._levels[-1].wait()
        idle = self.idle.wait(in_session=self.guides) if self.idle else None
        look = LOOK_EVERY if news and not typing and self._listens else None
        return min((time for time in (level, idle, look) if time is not None), default=None)

    @property
    def _listens(self) -> bool:
        """Whether nobody is disturbed who is told something now."""
        if self.over or self._said or isinstance(self.step, Say | Read):
            return False
        return isinstance(self.step, Menu) or (self._moved and self._levels[-1].wait() is None)

    def _heard(self, said: Say | Read) -> None:
        """A sentence was said or a text read; the warning signs follow where it led to them."""
        leads_on = isinstance(said, Say) and said.level == "signs"
        if self._said:
            self._said.pop(0)
        else:
            self._try(self._levels[-1], None)
        if leads_on:
            from companion.flows.menus.warnings import signs

            self._said.insert(0, signs(self._companion))

    def _enter(self, way: Any) -> None:
        """Take a way of a menu."""
        if isinstance(way, Out):
            self._leave()
            return
        try:
            made = Place(self._companion, way) if isinstance(way, Into) else Talking(self._companion, way)
        except CompanionError as error:
            self._sorry(error)
            return
        self._levels.append(made)
        self._settle()

    def _leave(self) -> None:
        """Out of the level on top, which is left without a result."""
        if len(self._levels) == 1:
            self.over = True
            return
        self._over(self._levels.pop(), None)

    def _try(self, level: Level, value: Any) -> None:
        """Answer a level; one that cannot go on is left, and why is said."""
        asked = isinstance(level, Talking) and isinstance(level.step, Step)
        try:
            level.answer(value)
        except CompanionError as error:
            self._sorry(error)
            if asked and error.code in MAY_PASS:
                self._back_in(level)  # to the question again, with the answer that it had
            else:
                self._levels.remove(level)
                self._over(level, None)
        self._settle()

    def _back_in(self, level: Level) -> None:
        """To the question before, out of the level where there is none."""
        try:
            stayed = level.back()
        except CompanionError as error:
            self._sorry(error)
            stayed = False
        if not stayed:
            self._leave()

    def _settle(self) -> None:
        """Go into what is a level of its own, and out of what is over."""
        while not self.over:
            top = self._levels[-1]
            if top.done and len(self._levels) > 1:
                self._levels.pop()
                self._over(top, top.result)
            elif top.done:
                self.over = True
            elif isinstance(top, Talking) and isinstance(top.step, RunSession):
                from companion.flows.guided import Guided

                self._levels.append(Guided(self._companion, top.step.session))
            elif isinstance(top, Talking) and isinstance(top.step, Timer):
                from companion.flows.timed import Timed

                self._levels.append(Timed(self._companion, top.step))
            else:
                return

    def _over(self, level: Level, result: Any) -> None:
        """Tell the level below what the one above it came to."""
        below = self._levels[-1]
        more = self._then(level, result)
        if more and isinstance(more, str):
            self._said.append(Say(more))
        if isinstance(level, Search):
            self._took(below, result)
        elif isinstance(below, Place):
            below.look_again()
            if isinstance(more, Talk):
                self._enter(more)
            elif len(self._levels) == 1:
                self._next_talk()
        elif isinstance(below, Talking) and isinstance(below.step, Timer) and result is None:
            self._back_in(below)
        else:
            self._try(below, result)

    def _took(self, below: Level, found: Any) -> None:
        """What a search found is the answer beneath it; nothing, where it was left."""
        if isinstance(found, Read):
            self._said.append(found)
        elif isinstance(below, Place):
            if found is not None:
                self._enter(found)
        elif found is not None:
            self._try(below, found)

    def _then(self, level: Level, result: Any) -> str | Talk | None:
        """What a way has to say, or to ask, once its conversation is over."""
        if isinstance(level, Talking) and level.then:
            try:
                return level.then(self._companion, result)
            except CompanionError as error:
                self._sorry(error)
        return None

    def _anew(self, place: Place, menu: Menu, way: Any) -> Option | None:
        """An old menu made anew: what stands there now in the place of a way, if it still has its name."""
        at = next(n for n, option in enumerate(menu.options) if option.value == way)
        place.look_again()
        options = () if place.done else with_ways(self._companion, place.step).options
        if at < len(options) and options[at].label == menu.options[at].label:
            return options[at]
        from companion.wording.menus import CHANGED

        self._said.append(Say(CHANGED, "notice"))
        self._settle()
        return None

    def _next_talk(self) -> None:
        if self._talks:
            self._enter(self._talks.pop(0))

    def _sorry(self, error: CompanionError) -> None:
        from companion.wording.errors import sentence

        self._said.append(Say(sentence(error), "notice"))


def with_ways(companion: "Companion", step: Choose) -> Choose:
    """With the ways to look for more, and to read before one answers."""
    if not step.find and not step.reads:
        return step
    offered = any(option.value is FIND for option in step.options)  # at a place of its own
    wanted = step.find and not offered
    search = [Option(FIND, Ask(companion).text("search").title)] if wanted else []
    reads = [Option(read, read.title) for read in step.reads]
    return replace(step, options=(*step.options, *search, *reads))
