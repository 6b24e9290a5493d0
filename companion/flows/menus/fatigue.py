"""Tiredness: the newest answer and the usual, why, day by day."""

from typing import TYPE_CHECKING

from companion.flows.fatigue import explain_rise, log_fatigue
from companion.flows.history import undo
from companion.flows.levels import Talk
from companion.flows.steps import Menu, Option, Read
from companion.wording import fatigue, fatigue_course, today

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.services.fatigue import FatigueLogged


def menu(companion: "Companion") -> Menu:
    """How tired, against the usual."""
    course = companion.fatigue.course(fatigue_course.DAYS)
    summary = fatigue_course.summary(course.days, fatigue_course.DAYS)
    listed = (*([("", summary)] if summary else []), *fatigue_course.by_week(course))
    options = (
        Option(Talk(log_fatigue, asks_why), "Say how tired"),
        Option(Read(today.WHY_TITLE, tuple(fatigue_course.explained(course))), "Why"),
        Option(Read(fatigue_course.LIST, listed), "Day by day"),
        Option(Talk(explain_rise), "Note a reason"),
        Option(Talk(undo), "Undo", twice=True),
    )
    return Menu(id="fatigue", title="Tiredness", told=fatigue.told(course.state), options=options)


def asks_why(companion: "Companion", result: "FatigueLogged | None") -> Talk | str:  # noqa: ARG001
    """Where an answer made the watch rise, whether a reason is known; the answer is saved by then."""
    return Talk(explain_rise) if result is not None and result.asks_why else ""
