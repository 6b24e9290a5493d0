"""Weight: the newest one and its change, why, one by one."""

from functools import partial
from typing import TYPE_CHECKING

from companion.flows.history import undo
from companion.flows.levels import Talk
from companion.flows.preferences import set_preference
from companion.flows.steps import Menu, Option, Read
from companion.flows.tube_talk import offer_talk
from companion.flows.weight import log_weight
from companion.wording import preferences, today, tube_talk, weight

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.services.weight import WeightCourse

UNIT = "weight-unit"


def menu(companion: "Companion") -> Menu:
    """The newest weight."""
    course, unit = companion.weight.course(weight.DAYS), companion.settings.weight_unit
    listed = [*([weight.summary(course, unit)] if course.weighed else []), *weight.rows(course, unit)]
    can = companion.content.text("weight.can").text
    options = (
        Option(Talk(log_weight), "Write"),
        Option(Talk(partial(log_weight, ask_tare=True)), "With chair"),
        Option(Read(today.WHY_TITLE, tuple(weight.explained(course, unit, can))), "Why"),
        Option(Read(weight.LIST, tuple(("", line) for line in listed)), "One by one"),
        Option(Talk(partial(set_preference, key=UNIT)), "Unit", _unit(companion)),
        Option(Talk(offer_talk), "Feeding tube talk", _offered(companion, course)),
        Option(Talk(undo), "Undo", twice=True),
    )
    return Menu(id="weight", title="Weight", told=weight.newest(course, unit, companion.today_date()),
                options=options)  # fmt: skip


def _unit(companion: "Companion") -> str:
    return preferences.told(companion.settings, UNIT, companion.content)


def _offered(companion: "Companion", course: "WeightCourse") -> str:
    """That a talk is worth offering now, in a word."""
    return tube_talk.OFFERED if companion.tube_talk.due(course.state) else ""
