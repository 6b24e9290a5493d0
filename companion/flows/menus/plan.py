"""The plan: what was decided, said of the person, allowed; and the programmes. Each row with its ways."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from companion.flows.history import undo
from companion.flows.levels import Into, Talk
from companion.flows.plan_rows import change, course, newest, of_allowed, of_person, of_plan
from companion.flows.programmes import edit_programme, import_programme
from companion.flows.steps import Menu, Option, Read
from companion.wording import numbers, plan_rows

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.wording.plan_rows import Row

ROWS = {"plan": of_plan, "person": of_person, "allow": of_allowed}


@dataclass(slots=True)
class Sitting:
    """Who decided last since somebody went into a part of the plan; offered for what is decided next."""

    decider: str | None = None

    def kept(self, companion: "Companion", result: Any) -> str:  # noqa: ARG002
        """Remember who decided; there is nothing more to say."""
        entry = getattr(result, "entry", None)
        self.decider = getattr(entry, "decided_by", self.decider)
        return ""


def menu(companion: "Companion") -> Menu:
    """The parts of the plan; where nothing is decided yet, that it is so."""
    sitting = Sitting()
    options = (
        *(Option(Into(partial(section, name=name, sitting=sitting)), title)
          for name, title in plan_rows.SECTIONS.items()),
        Option(Into(partial(programmes, sitting=sitting)), "Programmes"),
        Option(Talk(undo), "Undo", twice=True),
    )  # fmt: skip
    told = "" if newest(companion) else plan_rows.NOTHING_YET
    return Menu(id="plan", title="Plan", told=told, options=options)


def section(companion: "Companion", *, name: str, sitting: Sitting) -> Menu:
    """The rows of one part with their values."""
    options = [
        Option(Into(partial(row, name=name, key=one.key, sitting=sitting)), one.subject, _beside(one))
        for one in ROWS[name](companion)
        if one.key != plan_rows.ONE_MORE
    ]
    if name == "allow":
        one_more = change(plan_rows.one_more(), decider=sitting.decider)
        options.append(Option(Talk(one_more, sitting.kept), *plan_rows.ALLOW))
    return Menu(id=f"plan_{name}", title=plan_rows.SECTIONS[name], options=tuple(options))


def _beside(one: "Row") -> str:
    """The value of a row; of what is allowed, which is its own name, that it is."""
    return one.name if one.about[0] == "allow" else one.value


def row(companion: "Companion", *, name: str, key: str, sitting: Sitting) -> Menu | None:
    """One row: its value, who decided it; None once it is no longer there."""
    one = next((each for each in ROWS[name](companion) if each.key == key), None)
    if one is None:
        return None
    flow = change(one, decider=sitting.decider, before=newest(companion))
    given = name == "allow"
    options = [
        Option(Talk(flow, sitting.kept), "Take back" if given else "Change", twice=given),
        Option(Read(one.course, tuple(course(companion, one))), "Who and when"),
    ]
    if one.more:
        options.append(Option(Read(one.title, tuple(("", text) for text in one.more)), "More about it"))
    value = numbers.sentence(numbers.capital(_beside(one))) if one.by else ""  # else the line says it
    told = f"{value} {' '.join(one.lines)}".strip()
    return Menu(id="plan_row", title=one.subject, told=told, options=tuple(options))


def programmes(companion: "Companion", *, sitting: Sitting) -> Menu:  # noqa: ARG001
    """The exercises of a programme, and a therapist's file."""
    options = (
        Option(Talk(partial(edit_programme, offered=sitting.decider)), "Change or make one"),
        Option(Talk(partial(import_programme, offered=sitting.decider)), "A therapist's file"),
    )
    return Menu(id="plan_programmes", title="Programmes", options=options)
