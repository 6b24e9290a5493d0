"""The plain lines over a companion in memory."""

from typing import Any

import pytest
from listening import Heard, Talks, listen
from stepped import SteppedClock

from companion.flows.steps import Menu, Option
from companion.flows.walk import Into, Out, Talk, Walk
from companion.services.companion import Companion


@pytest.fixture
def lines(companion: Companion, clock: SteppedClock) -> Talks:
    """Runs a flow from a bare menu (1 begins it, 2 leaves), or another menu, with this typing."""

    def talk(flow: Any, *pieces: Any, menu: Any = None, **how: bool) -> Heard:
        walk = Walk(companion, Into(menu or bare), *([Talk(flow)] if flow else []))
        return listen(companion, walk, *pieces, clock=clock, **how)

    return talk


def bare(_: Companion) -> Menu:
    """A menu with one way, out."""
    return Menu(id="bare", title="Bare", options=(Option(Out(), "Leave"), Option(Into(bare), "Stay")))
