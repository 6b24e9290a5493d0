"""The flow test of a drink: how it is done, and what the number means."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.flows.ask import Ask
from companion.flows.steps import Choose, Flow, Option, Say
from companion.wording import swallowing

if TYPE_CHECKING:
    from companion.services.companion import Companion

KNOWN = "known"
NEXT = Option("next", "Next")
PREPARE = ("flow_test.1", "flow_test.2", "flow_test.3")
FILL = ("flow_test.4", "flow_test.5", "flow_test.6", "flow_test.7")


def try_flow(companion: "Companion", *, left: float | None = None) -> Flow:
    """Go through the test step by step, count with it, and read the number. Nothing is written down."""
    ask, content = Ask(companion), companion.content
    if left is None:
        known = Option(KNOWN, "It is done: type what is left")
        done = yield _told(companion, ask.choose("flow_test", [NEXT, known], default=None), PREPARE)
        if done != KNOWN:
            yield _told(companion, ask.choose("flow_fill", [Option("start", "Start the count")]), FILL)
            seconds = content.limit("texture.flow_seconds")
            yield ask.timer(
                "flow_count", "flow_seconds", mark=seconds, at_mark=swallowing.CLOSE, unit="seconds",
                unit_s=1, end="Go on", bell=True,
            )  # fmt: skip
        left = yield ask.number("left", (0, content.limit("texture.flow_ml")), unit="mL")
    found = companion.swallowing.flow_test(left)
    told = swallowing.shown(found, content)
    yield Say(" ".join(told), "notice" if found.steps else "info")
    return found


def _told(companion: "Companion", step: Choose, texts: Sequence[str]) -> Choose:
    """A step whose help is these texts, a line each, with their numbers."""
    told = [f"{text.rpartition('.')[2]}. {companion.content.text(text).text}" for text in texts]
    return replace(step, help="\n".join(told))
