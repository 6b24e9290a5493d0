"""The first start in plain lines: the questions come before the first menu, and by themselves only once."""

from typing import TYPE_CHECKING, Any

from companion.errors import CompanionError
from companion.flows.walk import Talk
from companion.flows.welcome import first_run
from companion.wording import welcome
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from companion.services.companion import Companion


def greeting(companion: "Companion") -> tuple[Talk, ...]:
    """What is asked at the first start, where it is one."""
    return (Talk(first_run, over),) if companion.welcome.due() else ()


def over(companion: "Companion", result: Any) -> str:
    """Keep that it was asked, answered or left; who left is told the way back."""
    try:
        companion.welcome.over()
    except CompanionError as error:
        return sentence(error)
    return "" if result else welcome.LEFT
