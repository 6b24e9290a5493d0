"""One switch: every step of a walk as a choice of at most six rows, and how the rows are scanned."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from companion.domain.keyfilter import KeyFilter
from companion.domain.scanning import LEAST_SAME_MS, Pace, Scan
from companion.flows import switch_choosing as choosing
from companion.flows import switch_typing as typing
from companion.flows.steps import AnyStep, Choose, Clock, Confirm, Menu, Number, Option, Read, Say, Text
from companion.flows.switch_choosing import BACK, Scene, Send
from companion.flows.switch_pace import REACTION, calibrate
from companion.flows.walk import FIND, Cue, Talk, Walk
from companion.wording import switch as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.config.settings import Settings
    from companion.services.companion import Companion

MISSES, ROUNDS_MISSED = 3, 2  # so often gone back after so many rounds: the pace may not fit
SWITCH = "switch"  # to the filter every key is this one
SEARCH = "search"  # the step in which a word is looked for


class Switched:
    """A walk for one switch, with the same interface: `step` is a Menu of at most six, or a Say to be said.

    `turn` counts the choices that were presented: a new one is scanned from its first row on. Without
    `details` a row is its label alone, for who hears the whole screen before the rows.
    """

    def __init__(self, walk: Walk, *, offers_pace: bool = False, details: bool = True) -> None:
        self._walk, self.turn, self._details = walk, 0, details
        self.offers_pace = offers_pace  # at the next menu there is a way to set the pace
        self.rests: Callable[[], bool] = lambda: True  # whether no row is under way that a press may be for
        self._find: typing.Find | None = None
        self._open()

    step: Menu | Say

    @property
    def over(self) -> bool:
        """Whether the program is left."""
        return self._walk.over

    @property
    def depth(self) -> int:
        """How many levels one stands above the first menu."""
        return self._walk.depth

    @property
    def is_asking(self) -> bool:
        """Whether a question stands here, and no menu."""
        return not isinstance(self._walk.step, Menu)

    def answer(self, value: Any = None) -> None:
        """Take the value of a row, or nothing for what was said; Refused or Unknown ask again."""
        if self._scene is None:
            self._walk.answer()
            self._open()
        else:
            self._go_on(self._scene, self.step.accept(value) if isinstance(self.step, Menu) else value)

    def back(self) -> None:
        """What the row for back does; where there is none, on."""
        rows = self.step.options if isinstance(self.step, Menu) else ()
        self.answer(BACK if any(row.value is BACK for row in rows) else None)

    def due(self, *, news: bool = True) -> list[Cue]:
        """What is to be said because time went by; the step is another one only where its rows are."""
        cues = self._walk.due(news=news and self.rests())
        self._look()
        return cues

    def wait(self, *, typing: bool = False, news: bool = True) -> float | None:
        """Seconds until something will be due; None while nothing will."""
        return self._walk.wait(typing=typing, news=news and self.rests())

    def hold(self) -> None:
        """Nobody is to move by the clock while something else is read."""
        self._walk.hold()
        self._look()

    def _look(self) -> None:
        """Another step may be there by itself."""
        if not self.over and _rows(self._walk.step) != self._shown:
            self._open()

    def _go_on(self, scene: Scene, answer: Any) -> None:
        move = scene.send(answer)
        if isinstance(move, Menu):
            self._show(move)
            return
        try:
            self._send(move) if isinstance(move, Send) else self._walk.back()
        finally:
            self._open()

    def _send(self, move: Send) -> None:
        step = self._walk.step
        if move.value is words.SET_PACE:
            self.offers_pace = False
            self._walk.enter(Talk(calibrate))
            return
        if move.value is FIND and isinstance(step, Choose):
            self._find = step.find
        self._walk.answer(move.value)
        found = self._walk.step
        if move.then is not None and isinstance(found, Choose):
            # It is found anew now, and a way is equal only to itself: what reads the same is meant.
            same = [row for row in found.options if _read(row) == _read(move.then)]
            if len(same) == 1:  # else all that was found is offered
                self._walk.answer(same[0].value)

    def _open(self) -> None:
        """Present the step of the walk from the beginning."""
        if self.over:
            return
        step = self._walk.step
        self._shown, self._scene = _rows(step), self._scene_of(step)
        self._show(cast("Menu | Say", step if self._scene is None else next(self._scene)))

    def _show(self, step: Menu | Say) -> None:
        if isinstance(step, Menu) and not self._details:
            step = replace(step, options=tuple(replace(row, detail="") for row in step.options))
        self.step, self.turn = step, self.turn + 1

    def _scene_of(self, step: AnyStep) -> Scene | None:
        match step:
            case Say():
                return choosing.warn(step) if step.waits else None
            case Read():
                return choosing.reading(step)
            case Choose() if step.id == REACTION:
                return choosing.pressing(step)
            case Choose() if step.is_rating:
                return choosing.rating(step)
            case Choose():
                return choosing.choosing(self._with_pace(step), leaving=self.depth == 0)
            case Number():
                return typing.number(step)
            case Clock():
                return typing.clock(step)
            case Text():
                return typing.text(step, self._find if step.id == SEARCH else None)
            case Confirm():
                return choosing.confirm(step)
        raise TypeError(step)

    def _with_pace(self, step: Choose) -> Choose:
        if not (self.offers_pace and isinstance(step, Menu)):
            return step
        return replace(step, options=(Option(words.SET_PACE, words.SET_PACE), *step.options))


class Scanner:
    """What a face does for one switch: tell what `look` gives, hand over every press. Seconds are its own.

    `row` is the place of what is offered, None while paused; `aloud` leaves time for each label to be heard.
    """

    def __init__(self, companion: "Companion", walk: Switched, *, aloud: bool) -> None:
        self._companion, self.walk, self._aloud, self.row = companion, walk, aloud, None
        self._filter: tuple[Settings, KeyFilter] | None = None
        self._scan: Scan | None = None
        self._turn = self._told = -1
        self._misses = 0

    row: int | None

    @property
    def is_new(self) -> bool:
        """Whether the step was not looked at yet: its title and what is told come before its rows."""
        return self._turn != self.walk.turn

    def look(self, at: float, lead: str = "") -> str | None:
        """What is to be told now: a row, or that scanning paused; None where nothing changed.

        `lead` is what the face says of a new step before its first row.
        """
        step = self.walk.step
        if isinstance(step, Say):
            self._scan = None
            return None
        if self.is_new or self._scan is None:
            labels = [row.label for row in step.options]
            self._scan, self._turn, self._told = Scan(labels, self._pace(), at, lead=lead), self.walk.turn, -1
        offer = self._scan.offer(at)
        if offer.number == self._told:
            return None
        self._told, self.row = offer.number, offer.place
        return words.PAUSED if offer.place is None else step.options[offer.place].label

    def again(self) -> None:
        """Tell the step anew, from its first row on."""
        self._turn = -1

    def wait(self, at: float) -> float | None:
        """Seconds until something is to be told or is due; None while nothing will."""
        times = [self._scan.wait(at) if self._scan else None, self.walk.wait()]
        return min((time for time in times if time is not None), default=None)

    def rests(self, at: float) -> bool:
        """Whether no row is under way: before the first of a step or of a round, while paused."""
        if self.is_new or self._scan is None or self._scan.wait(at) is None:
            return True
        offer = self._scan.offer(at)
        return offer.place == 0 and offer.number != self._told

    def heard(self, at: float, text: str) -> None:
        """Something was said in between: what is offered is offered that much longer."""
        if self._scan is not None:
            self._scan.hold(at, text)

    def is_switch(self, key: str) -> bool:
        """Whether a key of this name ("space", "enter", any other) is the switch."""
        return self._companion.settings.switch_key in ("any", key)

    def counts(self, at: float) -> bool:
        """Whether a press at this second is one of its own, and no bounce of the one before."""
        settings = self._companion.settings
        if self._filter is None or self._filter[0] is not settings:
            same_ms = max(LEAST_SAME_MS, settings.same_key_ms)
            self._filter = settings, KeyFilter(same_ms, 0, same_ms)
        return self._filter[1].take(SWITCH, at)

    def press(self, at: float) -> bool:
        """The switch was pressed: take what was offered. False for a bounce, and where nothing is offered."""
        step = self.walk.step
        if not self.counts(at) or self._scan is None or isinstance(step, Say) or self.is_new:
            return False
        missed = self._scan.rounds(at) >= ROUNDS_MISSED
        if (taken := self._scan.press(at)) is not None:
            value = step.options[taken].value
            if missed and value is BACK:
                self._misses += 1
            elif self.walk.is_asking:
                self._misses = 0  # the way to a question is no sign yet
            self.walk.offers_pace = self.walk.offers_pace or self._misses >= MISSES
            self.walk.answer(value)
        return True

    def _pace(self) -> Pace:
        settings = self._companion.settings
        each, first = settings.switch_ms / 1000, settings.switch_first_ms / 1000
        return Pace(each, first, settings.switch_loops, self._aloud)


def _read(row: Option) -> tuple[str, str]:
    return row.label, row.detail


def _rows(step: AnyStep) -> Any:
    """What makes a step another one: a title that counts seconds does not."""
    return (step.id, [option.label for option in step.options]) if isinstance(step, Choose) else step
