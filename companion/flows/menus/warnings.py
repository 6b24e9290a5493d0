"""The warning signs: whom to call, said first, then the groups; nothing keeps them from anybody."""

from functools import partial
from typing import TYPE_CHECKING

from companion.flows import warnings
from companion.flows.levels import Talk
from companion.flows.people import set_person
from companion.flows.steps import Menu, Option, Read

if TYPE_CHECKING:
    from companion.services.companion import Companion

TITLE = "Warning signs"


def menu(companion: "Companion") -> Menu:
    """Whom to call, the three groups, and a way to write the number down."""
    groups = [Option(read(companion, name), word) for name, word in warnings.GROUPS.items()]
    write = Option(Talk(partial(set_person, key="emergency-number")), "Write the number", _number(companion))
    return Menu(id="warnings", title=TITLE, told=_call(companion), options=(*groups, write))


def read(companion: "Companion", name: str) -> Read:
    """One of the groups, each sign a line."""
    signs, after = warnings.group(companion, name)
    head = _call(companion) if name == "emergency" else warnings.text(companion, f"{name}.head")
    return Read(warnings.GROUPS[name], (("", head), ("", "\n".join(signs)), *(("", text) for text in after)))


def signs(companion: "Companion") -> Read:
    """All of them in one text, the most urgent first."""
    note = warnings.text(companion, "note")
    texts = [
        (title if not n else "", text)
        for name, title in warnings.GROUPS.items()
        for n, (_, text) in enumerate(read(companion, name).texts)
        if text != note
    ]
    return Read(TITLE, (*texts, ("", note)))


def _call(companion: "Companion") -> str:
    """Choking, or no breath: stop reading and call 112."""
    return f"{warnings.text(companion, 'brief')} {_number(companion)}."


def _number(companion: "Companion") -> str:
    return warnings.number(companion) or warnings.LOCAL
