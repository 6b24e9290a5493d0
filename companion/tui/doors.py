"""Where one can go and what one can write down: the one table behind keys, help and palette."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from companion.tui.app import CompanionApp


@dataclass(frozen=True, slots=True)
class Door:
    """A flow ("module:function"), a room or a page of texts; its key on Today and its words."""

    key: str
    word: str
    about: str
    flow: str = ""
    room: str = ""
    texts: tuple[str, ...] = ()


DOORS = {
    "move": Door("1", "Move", "Choose a session", "sessions:start_session"),
    "eat": Door("2", "Eat", "Choose a meal and write it down", room="meals"),
    "drink": Door("3", "Drink", "Write down a drink", "intake:log_drink"),
    "tiredness": Door("4", "Tiredness", "Say how tired you are, and see the last weeks", room="fatigue"),
    "eaten": Door("5", "Eaten", "What was eaten today, and on other days", room="intake"),
    "weight": Door("6", "Weight", "Write down your weight, and see its course", room="weight"),
    "food": Door("a", "Add food", "What is eaten often, or any food from the table", room="foods"),
    "quick": Door("k", "Quick entry", "Write down a name and its energy", "intake:quick_entry"),
    "copy": Door("y", "Copy", "Write down yesterday's meal or a past day again", "intake:copy_day"),
    "undo": Door("u", "Undo", "Take back your newest entry", "history:undo"),
    "plan": Door("p", "Plan", "Levels, targets, programme, the person: who decided what", room="plan"),
    "history": Door("h", "History", "What was written down, and by whom", room="history"),
    "settings": Door("s", "Settings", "Settings: how the program behaves", room="preferences"),
    "session": Door(
        "d", "Session done", "Write down a session done without guidance", "sessions:log_session"
    ),
    "allow": Door("", "Clearance", "Write down what a therapist allowed", "plan:add_clearance"),
    "disallow": Door("", "Clearance back", "Take a clearance back", "plan:remove_clearance"),
    "gentle": Door("g", "Why gentle", "Why the sessions are gentle", texts=("why_gentle",)),
    "posture": Door("b", "Before a meal", "How to sit, and what helps", texts=("meal",)),
    "levels": Door("l", "Levels", "What each texture level is", texts=("level", "flow_test")),
    "credit": Door(
        "c", "Sources", "Where recipes and levels come from", texts=("card.attribution", "level.credit")
    ),
}


def go(app: "CompanionApp", name: str, then: Callable[[Any], None] | None = None) -> None:
    """Through a door; `then` gets what the flow returned, or None."""
    door = DOORS[name]
    if door.flow:
        module, _, function = door.flow.partition(":")
        make = partial(getattr(import_module(f"companion.flows.{module}"), function), app.companion)
        app.begin(make, then)
    elif door.room:
        app.open(door.room, then=then)
    else:
        app.open("page", door.word, paragraphs(app, door.texts))


def paragraphs(app: "CompanionApp", texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Title and text of content records; a name without a dot is a whole section."""
    content = app.companion.content
    records = [
        record
        for name in texts
        for record in ([content.text(name)] if "." in name else content.section(name).values())
    ]
    return [(_title(record.id, record.title), record.text) for record in records]


def _title(id: str, title: str) -> str:
    """A level's number goes before its name."""
    section, _, rest = id.partition(".")
    return f"Level {rest}, {title}" if section == "level" and title else title
