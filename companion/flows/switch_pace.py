"""A conversation that finds how long choices are offered to one switch: five presses when told."""

from typing import TYPE_CHECKING

from companion.domain.scanning import interval_ms
from companion.flows.ask import Ask
from companion.flows.steps import Flow, Option, Say, Timer
from companion.wording import switch as words

if TYPE_CHECKING:
    from companion.services.companion import Companion

REACTION = "reaction"  # the clock that a press ends; nothing else is offered beside it
PRESSES = 5
WAITS_MS = (
    2500,
    3500,
    2000,
    3000,
    4000,
)  # before the word comes: never the same twice, as nobody should guess
SOONEST_MS = 100  # nobody hears a word and presses within less
LONGEST_MS = 60_000
BEGINS = (Option(True, "Begin"), Option(False, "Not now"))
KEEP, AGAIN, LEAVE = "keep", "again", "leave"


def calibrate(companion: "Companion", *, ms: int | None = None) -> Flow:
    """Find out how long each choice is offered, and keep it. `ms` is known without presses."""
    companion.actor.require("arrange")
    ask, tries = Ask(companion), 0
    while ms is None:
        if tries == 0 and not (yield ask.choose("pace_begin", BEGINS)):
            return None
        reactions: list[float] = []
        while len(reactions) < PRESSES:
            mark = WAITS_MS[tries % PRESSES]
            tries += 1
            passed = yield _reaction(tries, PRESSES - len(reactions), mark)
            if passed is None:
                return None  # nobody looked at a clock
            if passed < mark + SOONEST_MS:
                yield Say(words.TOO_SOON, "notice")
            else:
                reactions.append((passed - mark) / 1000)
        found = interval_ms(reactions)
        rows = [Option(KEEP, words.KEEP), Option(AGAIN, words.AGAIN), Option(LEAVE, words.AS_IT_WAS)]
        kept = yield ask.choose("pace", rows, title=words.found_pace(found))
        if kept == LEAVE:
            return None
        ms = found if kept == KEEP else None
    fresh = companion.preferences.set("switch-ms", str(ms))
    yield Say(words.kept_pace(ms))
    return fresh


def _reaction(number: int, left: int, mark: int) -> Timer:
    return Timer(
        id=REACTION, title=words.presses(number, left), mark=mark, at_mark=words.NOW, unit=words.MS,
        unit_s=0.001, end=words.AT_THE_WORD, most=LONGEST_MS,
    )  # fmt: skip
