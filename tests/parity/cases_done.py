"""What a person does and takes back, case by case: sessions, falls, corrections."""

from typing import Any

from parity.case import LEVELS, Case

from companion.flows import happened, history, intake, sessions, sessions_notes


def changed(key: str, value: Any, given: str, *, option: str = "", step: str = "") -> Case:
    """A fact of the newest entry."""
    answers = {"edit_key": key, step or key: value}
    command = f"edit {{id}} --{option or key.removesuffix('_g')} {{{step or key}}}"
    return Case(history.edit, answers, command, (given,), frozenset({"edit_key"}), newest="id")


DONE = [
    Case(sessions_notes.note_fall, {"fall": True}, "fall log --near", unsaid=frozenset({"fall"})),
    Case(
        happened.note_happened,
        {"happened": "fall", "fall": True},
        "fall log --near",
        unsaid=frozenset({"happened", "fall"}),
    ),
    Case(
        sessions_notes.note_pain,
        {"hurt": "elbow_bend", "pain": "sharp"},
        "session pain {hurt} --kind {pain}",
        ("session log hands_wrists --done 1", "session log morning_full_body --done 5"),
    ),
    Case(
        sessions.log_session,
        {"programme": "hands_wrists", "done": 2},
        "session log {programme} --done {done}",
    ),
    Case(history.undo, {}, "undo", ("quick Soup --kcal 150",)),
    Case(history.undo, {}, "undo", ("quick Soup --kcal 150", "undo")),
    Case(history.undo, {}, "undo", code=5),
    Case(
        history.undo,
        {"confirm": True},
        "undo --confirm",
        (*LEVELS, "plan set food-level 4 --decided-by 'A. Lee'"),
    ),
    Case(history.remove, {}, "remove {id}", ("quick Soup --kcal 150",), newest="id"),
    Case(history.take_back, {}, "undo {id}", ("quick Soup --kcal 150",), newest="id"),
    changed("kcal", 200.5, "quick Soup --kcal 150"),
    changed("protein_g", 12, "quick Soup --kcal 150", option="protein"),
    changed("eaten", 0.25, "meal log cod_white_sauce --eaten half"),
    changed("minutes", 35, "meal log cod_white_sauce --eaten half"),
    changed("coughs", 2, "meal log cod_white_sauce --eaten half"),
    Case(
        history.edit,
        {"edit_key": "helped", "helped": True},
        "edit {id} --helped",
        ("meal log cod_white_sauce --eaten half",),
        frozenset({"edit_key", "helped"}),
        newest="id",
    ),
    changed("grams", 20, "food log butter --grams 10"),
    changed("ml", 120, "drink log 200"),
    changed("slot", "lunch", "drink log 200"),
    changed("at", "09:30", "drink log 200"),
    changed("note", "from a spoon", "drink log 200"),
    changed("rating", 4, "fatigue log 3"),
    changed("when", "after", "fatigue log 3"),
    changed("kg", 57.5, "weight log 57", step="kg_now"),
    Case(
        intake.log_again,
        {},
        "again {id}",
        ("quick Soup --kcal 150 --at 2026-04-13T12:00+02:00",),
        newest="entry",
    ),
]
