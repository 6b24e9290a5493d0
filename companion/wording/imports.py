"""What came in from a file, in numbers and names."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from companion.wording import numbers, plan

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.services.imports import Imported, PlanChange

KINDS = {
    "meal": ("meal", "meals"), "food": ("food", "foods"), "quick": ("quick entry", "quick entries"),
    "drink": ("drink", "drinks"), "tube": ("tube feed", "tube feeds"),
    "planned": ("planned dish", "planned dishes"), "told": ("word to the team", "words to the team"),
    "tube_talk": ("answer about a tube", "answers about a tube"), "weight": ("weight", "weights"),
    "fatigue": ("tiredness rating", "tiredness ratings"),
    "felt": ("word on how it felt", "words on how it felt"),
    "explained": ("reason for tiredness", "reasons for tiredness"), "session": ("session", "sessions"),
    "session_taken": ("session gone on with", "sessions gone on with"),
    "step": ("step of a session", "steps of sessions"),
    "session_pace": ("gentler pace", "gentler paces"),
    "session_end": ("end of a session", "ends of sessions"),
    "check_in": ("check-in", "check-ins"),
    "function_note": ("note on an exercise or a fall", "notes on exercises and falls"),
    "decision": ("decision of the plan", "decisions of the plan"),
    "programme": ("programme version", "programme versions"),
    "person": ("fact about the person", "facts about the person"), "clearance": ("clearance", "clearances"),
    "caregiver": ("entry about who is let in", "entries about who is let in"),
    "own_food": ("food of one's own", "foods of one's own"),
    "own_recipe": ("recipe of one's own", "recipes of one's own"),
    "correction": ("correction", "corrections"),
}  # fmt: skip
ENTRY = ("entry", "entries")
LOOSENED = "That loosens a texture."
WOULD_LOOSEN = "That would loosen a texture, so the import waits for --confirm."
SETTINGS = {
    "taken": "The settings came with it.",
    "kept": "The settings here stay as they are.",
    "failed": "The entries are in; the settings could not be saved, so those here stay.",
}


def told(found: "Imported", content: "Library") -> list[str]:
    """What came in, or with --check what would, then what else there is to know."""
    return [sentence(found), *_details(found), *besides(found, content)]


def sentence(found: "Imported") -> str:
    """Imported: 412 entries, about 2 March 2026 to 14 April 2026. Another 20 were here already."""
    if not found.entries:
        if not found.there:
            return f"There is no entry in {found.file} that can come in."
        return f"All of {found.file} is here already: {_count(found.there, ENTRY)}. Nothing was changed."
    begun = "Imported" if found.saved else "This would come in"
    about = ""
    if found.first and found.last:
        days = dict.fromkeys((numbers.dated(found.first), numbers.dated(found.last)))
        about = f", about {' to '.join(days)}"
    return f"{begun}: {_count(found.entries, ENTRY)}{about}.{_there(found)}"


def _there(found: "Imported") -> str:
    if not found.there:
        return ""
    return f" Another {found.there:,} {'is' if found.there == 1 else 'are'} here already."


def _details(found: "Imported") -> Iterator[str]:
    if found.entries:
        kinds = [_count(number, KINDS[kind]) for kind, number in _most(found.kinds)]
        yield f"{numbers.capital(numbers.listed(kinds))}."
        by = [f"{name} {number:,}" for name, number in _most(found.by)]
        yield f"Written by: {numbers.listed(by)}."


def besides(found: "Imported", content: "Library") -> list[str]:
    """Who may now come in, what of the plan is another, the settings, and what was left out."""
    lines = []
    if found.demo and found.entries:
        lines.append("It comes from the demo: all of it is invented, and what is kept there stays marked so.")
    if found.let_in:
        lines.append(
            f"The file lets in over SSH: {numbers.listed(found.let_in)}. Whoever should not come in: "
            "`companion caregiver remove NAME`."
        )
    if found.outside:
        lines.append(
            f"An import lets nobody in or out beside what is here, so this was left out for: "
            f"{numbers.listed(found.outside)}. `companion caregiver add` lets somebody in."
        )
    lines += [_changed(one, content, found) for one in found.plan]
    if found.settings in SETTINGS and (found.saved or found.settings == "kept"):
        lines.append(SETTINGS[found.settings])
    if found.washed:
        lines.append(
            f"In {_count(found.washed, ENTRY)} letters that steer a screen, or are none, are left out."
        )
    return lines


def _changed(one: "PlanChange", content: "Library", found: "Imported") -> str:
    """The plan changes. Food level: 6, by A. Lee, 2 March 2026. Before: 5, by K. Weber, 1 March 2026.

    Where a texture is loosened that is said, and before it is, what the import waits for.
    """
    after, before = (plan.in_force(decision, content) for decision in (one.after, one.before))
    told = f"The plan changes. {plan.title(one.key)}: {after}. Before: {before}."
    if not one.loosens:
        return told
    return f"{told} {LOOSENED if found.saved else WOULD_LOOSEN}"


def _most(found: Mapping[str, int]) -> list[tuple[str, int]]:
    """The most first."""
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))


def _count(number: int, names: tuple[str, str]) -> str:
    return f"{number:,} {names[number != 1]}"
