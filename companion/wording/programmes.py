"""Programmes and what changes in them, in sentences; exercises by their names."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.domain.programmes import Item, Programme
from companion.wording import numbers
from companion.wording.sessions import MODES, POSITIONS

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.entries import Change, ProgrammeSet
    from companion.services.programmes import Preview, ProgrammesSaved

KEYS = {
    "mode": "how", "position": "position", "sets": "sets", "reps": "repetitions", "sides": "sides",
    "move_s": "movement", "hold_s": "hold", "rest_s": "rest", "reposition_s": "turning over first",
    "name": "name", "for_whom": "for", "stages": "stages of six", "description": "description",
    "frequency": "how often", "easier": "the easier one", "mini": "in place of any other on a tired day",
    "gentle": "for tired days",
}  # fmt: skip
SECONDS = ("move_s", "hold_s", "rest_s", "reposition_s")
WHOM = {
    "person": "the person", "person_with_helper": "the person with a helper", "caregiver": "a helper",
}  # fmt: skip
NEW, DONE, ADD, NAME = "A new one", "Look at the changes", "Add an exercise", "Another name"
CHANGE, COPY = "Change this programme", "Another of it, under a new name"
EARLIER, LATER, OUT = "Move it earlier", "Move it later", "Take it out"
GROUPED = (("added", "Added"), ("changed", "Changed"), ("removed", "Taken out"), ("moved", "Moved"))
SAME = "Nothing is different, so nothing was saved."
NOTHING_SAVED = "Nothing was saved. The programme is as it was."


def dose(one: Item, content: "Library") -> str:
    """on your own, 3 times, 2 sets, hold 5 s, rest 20 s."""
    found = one.dose(content.exercises[one.exercise])
    sets = [f"{found.sets} sets"] if found.sets > 1 else []
    hold = [f"hold {found.hold_s:g} s"] if found.hold_s else []
    words = [MODES[one.mode], numbers.count(found.reps, "time"), *sets, *hold, f"rest {found.rest_s:g} s"]
    return ", ".join(words)


def about(programme: Programme, minutes: float, decided: "ProgrammeSet | None" = None) -> str:
    """Version 2 by K. Weber, 2 March 2026; 10 exercises, about 12 minutes."""
    by = f" by {decided.decided_by}, {numbers.dated(decided.at)}" if decided else ""
    exercises = numbers.count(len(programme.items), "exercise")
    return f"version {programme.version}{by}; {exercises}, {_minutes(minutes)}"


def drafted(programme: Programme, minutes: float) -> str:
    """Mornings: 10 exercises, about 12 minutes."""
    exercises = numbers.count(len(programme.items), "exercise")
    return f"{programme.name}: {exercises}, {_minutes(minutes)}."


def value(key: str, kept: object) -> str:
    """What a key holds, in words: with help; 15 s; yes."""
    if kept in (None, ""):
        return "none"
    if isinstance(kept, bool):
        return "yes" if kept else "no"
    if key in SECONDS and isinstance(kept, int | float):
        return f"{kept:g} s"
    named = {"mode": MODES, "position": POSITIONS, "for_whom": WHOM}.get(key, {})
    return named.get(str(kept), numbers.plain(kept))


def question(key: str, name: str) -> str:
    """What is asked about a dose, such as "Neck turns: rest, in seconds?"."""
    return f"{name}: {KEYS[key]}{', in seconds' if key in SECONDS else ''}?"


def changed(change: "Change", content: "Library | None" = None) -> str:
    """Neck turns, rest from 15 s to 20 s; or only the name of what was added, taken out or moved."""
    name = exercise(change.exercise, content)
    if change.what != "changed":
        return name
    what = KEYS.get(change.key, change.key)
    told = f"{what} from {value(change.key, change.before)} to {value(change.key, change.after)}"
    return f"{name}, {told}" if name else told


def exercise(id: str, content: "Library | None" = None) -> str:
    """An exercise by its name; its id in words where the content has it no more."""
    known = content.exercises.get(id) if content else None
    return known.name if known else numbers.capital(id.replace("_", " "))


def changes(found: Sequence["Change"], content: "Library | None" = None) -> list[str]:
    """Added: Ankle pumps. Changed: Neck turns, rest from 15 s to 20 s. A sentence each; empty ones not."""
    told = []
    for what, title in GROUPED:
        if one := [changed(change, content) for change in found if change.what == what]:
            told.append(f"{title}: {'; '.join(one)}.")
    return told


def preview(found: "Preview", content: "Library") -> list[str]:
    """What saving would do: the version, then what is added, changed, taken out and moved."""
    now = found.programme
    if not found.changes:
        return [f"{now.name}: nothing is different."]
    if found.before is None:
        added = [f"{exercise(one.exercise, content)}, {dose(one, content)}" for one in now.items]
        head = f"{now.name}: a new programme, {_minutes(found.minutes)}."
        return [head, f"Added: {'; '.join(added)}."]
    head = f"{now.name}: version {now.version} replaces {found.before.version}."
    return [head, _lasting(found), *changes(found.changes, content)]


def _minutes(minutes: float) -> str:
    """About 12 minutes."""
    return f"about {numbers.count(round(minutes), 'minute')}"


def _lasting(found: "Preview") -> str:
    """About 12 minutes; before, about 10 minutes. As before, where it lasts as long."""
    now, before = _minutes(found.minutes), _minutes(found.minutes_before or 0)
    return f"{numbers.capital(now)}{', as before' if now == before else f'; before, {before}'}."


def saved(result: "ProgrammesSaved") -> str:
    """Saved: Mornings, version 2, decided by K. Weber. The version before is kept."""
    told = numbers.listed([f"{one.name}, version {one.revision}" for one in result.entries])
    kept = " The version before is kept." if any(one.before for one in result.previews) else ""
    return f"Saved: {told}, decided by {result.entry.decided_by}.{kept}"


def described(entry: "ProgrammeSet", content: "Library | None" = None) -> str:
    """programme Mornings, version 2, decided by K. Weber. Changed: Neck turns, rest from 15 s to 20 s."""
    told = changes(entry.changes, content)
    head = f"programme {entry.name}, version {entry.revision}, decided by {entry.decided_by}"
    return " ".join([f"{head}.", *told]).removesuffix(".")


ByStage = tuple[Sequence[Programme], Sequence[Programme]]
FIRST = 3  # names of what comes first now


def by_stage(before: ByStage, after: ByStage) -> str:
    """After another stage: These come first now: A; B; C. Offered again: D. For another stage now: E."""
    then, now = ({one.id for one in others} for _, others in (before, after))
    first = [one.label for one in after[0]][:FIRST]
    again = [one.label for one in after[0] if one.id in then]
    held = [one.label for one in after[1] if one.id not in then]
    still = len(now & then)
    told = [
        f"These come first now: {'; '.join(first)}." if first else "",
        f"Offered again: {'; '.join(again)}." if again else "",
        f"Held back now, made for another stage: {'; '.join(held)}." if held else "",
        f"{still} more held back for another stage, as before." if still else "",
    ]
    return " ".join(line for line in told if line)
