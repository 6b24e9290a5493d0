"""Who may begin which conversation, and what is therefore offered to them. The services ask once more."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from companion.domain.people import Verb
from companion.errors import CompanionError, NotAllowed

if TYPE_CHECKING:
    from companion.domain.entries import Entry
    from companion.flows.doors import Door
    from companion.flows.steps import Flow, Menu, Option
    from companion.services.companion import Companion

Verbs = tuple[Verb, ...]  # any one of them will do
SEE: Verbs = ("see",)
LOG: Verbs = ("log",)
DECIDE: Verbs = ("decide",)
ARRANGE: Verbs = ("arrange",)
CORRECT: Verbs = ("log", "decide")  # one's own, whatever that took

# Every conversation; one that is not here is begun by nobody but the person.
FLOWS: Mapping[str, Verbs] = {
    **dict.fromkeys(("choose_tag", "try_flow", "choose_face"), SEE),
    **dict.fromkeys(
        (
            "log_meal", "eat_meal", "tell_therapist", "what_next", "plan_day", "log_food", "add_food",
            "add_recipe", "quick_entry", "log_drink", "log_tube", "log_again", "copy_day", "log_weight",
            "log_fatigue", "explain_rise", "offer_talk", "note_happened", "note_fall", "note_pain",
            "offer_session", "start_session", "resume_session", "log_session", "ask_before", "ask_whole",
            "ask_after", "check_in", "note_step", "settle", "stop_session", "end_session",
        ),
        LOG,
    ),
    **dict.fromkeys(
        ("set_plan", "add_clearance", "remove_clearance", "edit_programme", "import_programme"), DECIDE
    ),
    **dict.fromkeys(
        (
            "set_person", "ask_function", "set_preference", "add_slot", "change_slot", "calibrate",
            "first_run",
        ),
        ARRANGE,
    ),
    **dict.fromkeys(("undo", "take_back", "remove", "edit"), CORRECT),
    "hand_over": ("log", "arrange"),  # a file on the disk where the diary is
}  # fmt: skip
ROOMS: Mapping[str, Verbs] = {
    "foods": LOG,
    "sessions": LOG,
    "preferences": ARRANGE,
}  # of which nothing is left without
MENUS: Mapping[str, Verbs] = {  # the same of menus within menus
    **dict.fromkeys(("write", "adding", "parts", "amounts"), LOG),
    "programmes": DECIDE,
}
ABOUT = ("take_back", "remove", "edit")  # conversations about one entry, which may be somebody else's


def begun(companion: "Companion", make: Callable[[], "Flow"]) -> "Flow":
    """The conversation, not begun yet; raises NotAllowed where whoever acts may not go through with it."""
    flow = make()
    if companion.by is not None:
        companion.actor.require(*of_flow(getattr(flow, "__name__", "")))
    return flow


def of_flow(name: str) -> Verbs:
    """What it takes to go through with a conversation, by its name."""
    return FLOWS.get(name, ("admit",))


def of_door(door: "Door") -> Verbs:
    """What it takes to go through a door."""
    if door.flow:
        return of_flow(door.flow.rpartition(":")[2])
    return ROOMS.get(door.room, SEE)


def refusal(companion: "Companion", verbs: Verbs) -> str:
    """Why whoever acts may do none of these, and who may; "" where they may."""
    if verbs == SEE or companion.by is None:  # the person
        return ""
    try:
        companion.actor.require(*verbs)
    except CompanionError as error:
        from companion.wording.errors import sentence

        return sentence(error)
    return ""


def not_yours(companion: "Companion", entry: "Entry") -> str:
    """Why whoever acts may not correct an entry, such as that somebody else wrote it; "" where they may."""
    if companion.history.may_correct(entry):
        return ""
    from companion.wording.errors import sentence

    try:
        if companion.actor.may("correct"):
            companion.history.hold(entry)
    except CompanionError as error:
        return sentence(error)
    return sentence(NotAllowed("not_yours", by=entry.by))


def offered(companion: "Companion", menu: "Menu") -> "Menu":
    """The menu without the ways that whoever acts may not go."""
    return replace(menu, options=tuple(allowed(companion, menu.options)))


def allowed(companion: "Companion", options: Iterable["Option"]) -> list["Option"]:
    """The choices that lead to something whoever acts may do."""
    if companion.by is None:
        return list(options)
    return [one for one in options if may(companion, one.value)]


def may(companion: "Companion", way: Any) -> bool:
    """Whether a way of a menu, or a conversation, leads to something whoever acts may do."""
    made = getattr(way, "flow", None) or getattr(way, "menu", None) or way
    facts: dict[str, Any] = {}
    names: tuple[Any, ...] = ()
    while isinstance(made, partial):
        facts, names, made = {**made.keywords, **facts}, (*made.args, *names), made.func
    if not callable(made):
        return True
    name = getattr(made, "__name__", "")
    if hasattr(way, "menu"):
        return companion.actor.may_one(*_of_menu(name, made.__module__, names))
    if not companion.actor.may_one(*of_flow(name)):
        return False
    return name not in ABOUT or companion.history.may_change(facts["id"])


def _of_menu(name: str, module: str, names: tuple[Any, ...]) -> Verbs:
    """What it takes to go into a menu; that of a room is called so, or takes what its room takes."""
    room = str(names[0]) if name == "room" and names else module.rpartition(".")[2] if name == "menu" else ""
    return ROOMS.get(room, SEE) if room else MENUS.get(name, SEE)
