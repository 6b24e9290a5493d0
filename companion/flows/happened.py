"""The conversation behind one key of the day: what is seldom written down, each by its own conversation."""

from typing import TYPE_CHECKING

from companion.flows.ask import Ask
from companion.flows.fatigue import explain_rise
from companion.flows.people import ask_function
from companion.flows.roles import may
from companion.flows.sessions_notes import note_fall, note_pain
from companion.flows.steps import Flow, Option
from companion.flows.tube_talk import offer_talk
from companion.wording import happened

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.companion import Companion

FLOWS: dict[str, "Callable[[Companion], Flow]"] = {
    "fall": note_fall,
    "pain": note_pain,
    "tired": explain_rise,
    "function": ask_function,
    "talk": offer_talk,
}


def note_happened(companion: "Companion") -> Flow:
    """Ask what it is about, then go on there."""
    options = [Option(about, *happened.ABOUT[about]) for about, flow in FLOWS.items() if may(companion, flow)]
    about = yield Ask(companion).choose("happened", options)
    return (yield from FLOWS[about](companion))
