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
    listed: bool = False  # a list of facts: after each it is shown again, the cursor on the next


DOORS = {
    "move": Door("1", "Move", "Choose a session", "sessions:start_session"),
    "eat": Door("2", "Eat", "Choose a meal and write it down", room="meals"),
    "drink": Door("3", "Drink", "Write down a drink", "intake:log_drink"),
    "tiredness": Door("4", "Tiredness", "Say how tired you are", "fatigue:log_fatigue"),
    "quick": Door("5", "Quick entry", "Write down a name and its energy", "intake:quick_entry"),
    "weight": Door("6", "Weight", "Write down your weight", "weight:log_weight"),
    "food": Door("a", "Any food", "Find a food in the table and write it down", "foods:log_food"),
    "copy": Door("y", "Copy yesterday", "Write down a past day again", "intake:copy_day"),
    "undo": Door("u", "Undo", "Take back your newest entry", "history:undo"),
    "plan": Door(
        "p", "Plan", "Write down a decision: levels, targets, programme", "plan:set_plan", listed=True
    ),
    "person": Door(
        "i", "Person", "Name, height, emergency number and the like", "people:set_person", listed=True
    ),
    "settings": Door("s", "Settings", "Settings: how the program behaves", "preferences:set_preference"),
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
        if door.listed:
            _list(app, make, then)
        else:
            app.begin(make, then)
    elif door.room:
        app.open(door.room, then=then)
    else:
        app.open("page", door.word, paragraphs(app, door.texts))


def _list(app: "CompanionApp", make: Callable[..., Any], then: Callable[[Any], None] | None) -> None:
    """Ask for one fact after another, until somebody goes back."""

    def kept(result: Any) -> None:
        if then is not None:
            then(result)
        if result is not None:
            _list(app, partial(make, after=result.entry.key), then)

    app.begin(make, kept)


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
