"""The first menu: the doors of the day, with the digits that they have in the full screen; then the day."""

from functools import partial
from typing import TYPE_CHECKING

from companion.errors import CompanionError
from companion.flows.doors import DOORS
from companion.flows.history import kept_last
from companion.flows.levels import Into, Talk
from companion.flows.menus import meals, sessions, warnings
from companion.flows.menus.doors import doors, room, way
from companion.flows.roles import may
from companion.flows.sessions import broken_off
from companion.flows.steps import Menu, Option, Read
from companion.flows.today import Meals, taken
from companion.flows.walk import Walk
from companion.flows.welcome import greeting
from companion.wording import caregivers, numbers, today, welcome
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from companion.flows.idle import Idleness
    from companion.services.companion import Companion
    from companion.services.today import DayView, Next

REST = "Day and more"
REST_HAS = ("trends",)  # doors with a digit in the full screen that stand in the day: 9 is for more here
LINES = "The day in words"
WRITE = ("food", "quick", "copy", "tube", "session", "told", "function", "talk")
TEXTS = ("posture", "gentle", "levels", "credit")


def begin(companion: "Companion", *talks: Talk, idle: "Idleness | None" = None) -> Walk:
    """A walk from the first menu; before it these conversations, or what is asked at the first start.

    Else a session that waits to be gone on with comes before it.
    """
    due = (talk for talk in broken_off(companion) if may(companion, talk))
    first = talks or greeting(companion) or tuple(due)
    return Walk(companion, FIRST, *first, said=opening(companion), idle=idle)


def opening(companion: "Companion") -> list[str]:
    """What is said before the first menu: a demo, who acts, that nothing began, what the day warns of."""
    marked = [welcome.INVENTED] if companion.demo else []
    if companion.guest:
        marked.append(caregivers.here(companion.guest, companion.actor))
    if companion.welcome.waits():
        marked.append(welcome.at_home(companion.people.person().name))
    marked += [kept] if (kept := kept_last(companion)) else []
    try:
        view, upcoming = companion.today.view_and_next()
    except CompanionError:
        return marked  # the menu says it
    notice = today.coming(upcoming, view).notice
    return [*marked, *([numbers.sentence(notice)] if notice else [])]


def main(companion: "Companion") -> Menu:
    """The first menu, each door with its value; where the day cannot be read, with the reason."""
    told, facts, values = "", "", dict[str, str]()
    move: Into | Talk = way(companion, DOORS["move"])  # type: ignore[assignment]
    try:
        view, upcoming = companion.today.view_and_next()
    except CompanionError as error:
        told = sentence(error)
    else:
        values = today.beside_doors(upcoming, view, companion.settings.weight_unit)
        values["rest"] = today.asked(view) or today.coming(upcoming, view).notice
        facts, move = today.whose(view, companion.by or ""), sessions.move(upcoming.unfinished)
    digits = [(door.key, name, door) for name, door in DOORS.items() if door.key.isdigit()]
    named = sorted(one for one in digits if one[1] not in REST_HAS)
    rows = [
        Option(move if name == "move" else way(companion, door), door.word, values.get(name, ""))
        for _, name, door in named
    ]
    rest = Option(Into(day), REST, values.get("rest", ""))
    return Menu(id="main", title="Main menu", told=told, help=facts, options=(*rows, rest))


def day(companion: "Companion") -> Menu:
    """What is next and what is asked; everything that has no digit of its own."""
    view, upcoming = companion.today.view_and_next()
    coming = today.coming(upcoming, view)
    options = (
        Option(_take(upcoming), coming.action, coming.title),
        # Its digit stays.
        Option(Into(partial(room, "trends")), DOORS["trends"].word, _weight(companion, view)),
        *_asked(view),
        Option(Into(words), "To read", LINES),
        *doors(companion, "undo"),
        Option(Into(warnings.menu), warnings.TITLE, "When to call for help"),
        Option(Into(write), "Write down", "A food, a feed, a session done"),
        *doors(companion, "plan", "history", "settings"),
    )
    return Menu(id="day", title="Day", told=today.told(coming), options=options)


def words(companion: "Companion") -> Menu:
    """The day and its reasons in words, and the pages of texts."""
    view = companion.today.view()
    lines = "\n".join(today.lines(view, companion.settings.weight_unit))
    reasons = tuple(today.why(view))
    options = (
        Option(Read(LINES, (("", lines),)), LINES),
        Option(Read(today.WHY_TITLE, reasons), today.WHY_TITLE),
        *doors(companion, *TEXTS),
    )
    return Menu(id="words", title="To read", options=options)


def write(companion: "Companion") -> Menu:
    """What is written down less often."""
    return Menu(id="write", title="Write down", options=tuple(doors(companion, *WRITE)))


def _take(upcoming: "Next") -> Into | Talk:
    """The way to what is next, as Enter takes it in the full screen."""
    way = taken(upcoming)
    if not isinstance(way, Meals):
        return Talk(way)
    return Into(partial(meals.one, meal=way.meal.id, slot=way.slot) if way.meal else partial(room, "meals"))


def _weight(companion: "Companion", view: "DayView") -> str:
    """What is told beside the trends."""
    unit = companion.settings.weight_unit
    return f"weight {numbers.kilograms(view.weight.kg, unit)}" if view.weight else ""


def _asked(view: "DayView") -> list[Option]:
    """The question after a session, else a talk that is offered."""
    from companion.flows.sessions_after import ask_after
    from companion.flows.tube_talk import offer_talk

    asked = today.asked(view)
    return [Option(Talk(ask_after if view.after else offer_talk), asked)] if asked else []


FIRST = Into(main)
