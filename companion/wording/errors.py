"""Errors become one plain sentence and a hint. Each code has its words here and nowhere else."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from companion.domain.text import show
from companion.errors import CompanionError
from companion.wording import numbers, plan, preferences, weight

Facts = Mapping[str, Any]


class Words(NamedTuple):
    """One sentence, and what can be done about it."""

    sentence: str
    hint: str = ""


def words(error: CompanionError) -> Words:
    """The sentence and the hint of an error. Facts from people or files are cleaned before they are shown."""
    found = SENTENCES[error.code](error.facts)
    told = show(found.sentence)
    return Words(numbers.capital(told), show(found.hint))


def sentence(error: CompanionError) -> str:
    """Sentence and hint in one line, for a notice on a screen."""
    found = words(error)
    return f"{found.sentence} {found.hint}".strip()


CLOSE, FEW = 0.6, 12  # how alike an id must be to be meant; how many can be listed whole


def _unknown(what: str, listing: str) -> Callable[[Facts], Words]:
    def told(facts: Facts) -> Words:
        typed = facts.get("value", facts.get("id", facts.get("name")))
        near = _near(str(typed), facts.get("known") or facts.get("near") or ())
        return Words(f"There is no {what} called {typed}.", f"Did you mean {near}?" if near else listing)

    return told


def _near(typed: str, known: Sequence[object]) -> str:
    from difflib import get_close_matches  # only an error needs it

    ids = [str(one) for one in known]
    close = get_close_matches(typed, ids, 3, CLOSE)
    return numbers.listed(close or (ids if len(ids) <= FEW else []), "or")


def _out_of_range(f: Facts) -> Words:
    name = NAMES.get(str(f["what"]), str(f["what"]))
    value = numbers.short2(f["value"]) if isinstance(f["value"], float) else f["value"]
    told = value if name.endswith("?") else f"{numbers.capital(name)} {value}"
    unit = f" {f['unit']}" if f.get("unit") else ""
    low, high = numbers.short2(float(f["low"])), numbers.short2(float(f["high"]))
    return Words(
        f"{told} is not possible: it can be {low} to {high}{unit}.",
        "Nothing was saved. Please check the number.",
    )


def _not_a_number(f: Facts) -> Words:
    typed = str(f["value"]).strip()
    return Words(
        f"{typed} is not a number." if typed else "No number was typed.",
        "Nothing was saved. Type digits, such as 250 or 56.8.",
    )


def _slip(f: Facts) -> Words:
    return Words(weight.slip(f["slip"]), "Nothing was saved. If it is right, answer yes, or add --confirm.")


def _busy(f: Facts) -> Words:
    since = f.get("since")
    when = f" since {since:%H:%M:%S}" if isinstance(since, datetime) else ""
    return Words(
        f"{f.get('who') or 'Another window'} is saving{when}.", "Nothing was saved. Please try again."
    )


def _damaged(f: Facts) -> Words:
    damaged = f"{f['file']} is damaged: {fault(str(f['fault']), str(f.get('detail', '')))}."
    return Words(damaged, f"Nothing was changed. {way_back(f['name'], f.get('copy'))}")


def way_back(name: str, copy: str | None) -> str:
    """How to bring a damaged file of the diary back, where there is a good copy."""
    if not copy:
        return "No good copy was found; keep the file and ask for help."
    return f"The newest good copy is {copy}. To bring it back: companion check --repair {name}"


def fault(code: str, detail: str = "") -> str:
    """What is wrong with a file of the diary, in a few words."""
    told = FAULTS.get(code, code)
    return f"{told} ({detail})" if detail else told


def _newer(f: Facts) -> Words:
    return Words(
        f"{f['file']} was written by a newer version (format {f['format']}, this one knows {f['known']}).",
        f"Nothing was changed. Install the newer version, or bring back an older copy: "
        f"companion check --repair {f['name']}",
    )


def _loosens(f: Facts) -> Words:
    old = numbers.plain(f["old"]) if f["old"] is not None else "not decided"
    return Words(
        f"This would loosen the {plan.NAMES[f['key']]} from {old} to {numbers.plain(f['value'])}.",
        "Nothing was changed. If that was decided, answer yes, or add --confirm.",
    )


def _fixed(sentence: str, hint: str = "") -> Callable[[Facts], Words]:
    def told(facts: Facts) -> Words:
        return Words(sentence.format_map(facts), hint.format_map(facts))

    return told


def _faulty(sentence: str, hint: str) -> Callable[[Facts], Words]:
    """For what a model refused, in words instead of the model's."""

    def told(facts: Facts) -> Words:
        fault = str(facts["fault"]).replace("Input should be", "it can be")
        return Words(sentence.format_map({**facts, "fault": fault}), hint)

    return told


FAULTS = {
    "missing": "the file is gone, though copies of it are there", "empty": "it is empty",
    "cut": "its end is missing", "checksum": "its contents do not match its checksum",
    "not_json": "it cannot be read as JSON", "not_object": "it does not hold what it should",
    "not_ours": "it does not begin as a diary does", "format": "its format is not known",
    "layout": "its lines are not where they should be", "unknown_kind": "it holds a kind that is not known",
    "bad_entry": "an entry in it is not valid", "newer": "a newer version wrote it",
}  # fmt: skip

NAMES = {
    "kcal": "energy in kcal",
    "grams": "the amount in grams",
    "ml": "the amount in mL",
    "kg": "weight in kg",
    "protein_g": "protein in grams",
    "minutes": "the number of minutes",
    "coughs": "the number of coughs",
    "rating": "a rating of",
    "eaten": "a share of",
    "weight_kg": "a weight in kg of",
    "height_cm": "a height in cm of",
    "birth_year": "a birth year of",
    "reference_weight_kg": "a reference weight in kg of",
    "age": "an age of",
    "alsfrs6": "a sum of six answers of",
    "alsfrs_r": "an ALSFRS-R sum of",
    "done": "a number of steps of",
    "energy_target": "energy a day in kcal",
    "protein_target": "protein a day in grams",
    "fluid_target": "fluid a day in mL",
}

SENTENCES: dict[str, Callable[[Facts], Words]] = {
    "unknown_meal": _unknown("meal", "`companion meal list` shows them."),
    "unknown_food": _unknown("food", "`companion food search` finds one."),
    "unknown_programme": _unknown("programme", "`companion session list` shows them."),
    "unknown_exercise": _unknown("exercise or kind of exercise", "`companion session show` lists exercises."),
    "unknown_clearance": _unknown("clearance", "`companion clearance list` shows them."),
    "unknown_entry": _unknown("entry", "`companion history` shows the ids."),
    "unknown_slot": _unknown("slot", "`companion settings show` lists the slots."),
    "unknown_setting": _unknown("setting", "`companion settings show` lists them."),
    "unknown_key": _unknown("part of the plan", "`companion plan show` lists them."),
    "unknown_person_key": _unknown("fact about the person", "`companion person show` lists them."),
    "unknown_option": _unknown("answer", ""),
    "unknown_text": _unknown("text", ""),
    "unknown_month": _unknown("file of the diary", "`companion check` lists them."),
    "out_of_range": _out_of_range,
    "not_a_number": _not_a_number,
    "empty_text": _fixed("There is nothing to write down.", "Please type a few words."),
    "bad_value": _faulty("{key} cannot be kept: {fault}.", "Nothing was saved."),
    "bad_edit": _faulty("{key} cannot be changed to that: {fault}.", "Nothing was changed."),
    "bad_level": lambda f: Words(
        f"There is no level {f['value']}.",
        f"The levels are {numbers.listed(list(f['known']))}. Nothing was saved.",
    ),
    "bad_setting": lambda f: Words(
        f"{f['key']} cannot be {f['value']}: it can be {preferences.can_be(f)}.", "Nothing was changed."
    ),
    "bad_slot_name": _fixed(
        "A part of the day needs a name of 1 to {letters} letters.", "Nothing was changed."
    ),
    "bad_slot_time": _fixed("{value} is not a time of the day.", "Write it as 17:30. Nothing was changed."),
    "too_many_slots": _fixed("A day has at most {most} parts.", "Take one out first. Nothing was changed."),
    "slot_there": _fixed("There is a part of the day called {value} already.", "Nothing was changed."),
    "last_slot": _fixed("{value} is the only part of the day, so it stays.", "Nothing was changed."),
    "bad_person_value": _faulty("{key} cannot be {value}: {fault}.", "Nothing was saved."),
    "bad_now": _fixed("COMPANION_NOW is {value}, which is not a time.", "Write it as 2026-04-14T16:05."),
    "bad_time": _fixed("{value} is not a time.", "Write 18:30, or 2026-04-14T18:30."),
    "bad_date": _fixed("{value} is not a date.", "Write 2026-04-14, today or yesterday."),
    "bad_line": _fixed(
        "Line {line} cannot be read: {fault}.", 'Each line is {{"date": "2026-04-14", "rating": 3}}.'
    ),
    "future": lambda f: Words(
        f"{f['at']:%d %B %H:%M} is still to come.", "Nothing was saved. Please check the time."
    ),
    "weight_slip": _slip,
    "needs_confirm": _loosens,
    "nothing_to_undo": _fixed(
        "There is nothing of yours to undo.", "`companion history` shows what happened."
    ),
    "nothing_to_copy": _fixed("Nothing was written down then, so nothing was copied."),
    "copy_what_is_over": _fixed("Only a day that is over can be copied whole.", "Nothing was copied."),
    "nothing_to_resume": _fixed(
        "No session is waiting to go on.", "`companion session list` shows what can be started."
    ),
    "not_yours": _fixed(
        "{by} wrote that down, so {by} or the person whose diary it is can change it.",
        "A note of your own can say what should be different.",
    ),
    "already_back": _fixed("That entry is in the day already.", "`companion history` shows it."),
    "already_removed": _fixed("That entry was removed before.", "`companion history` shows it."),
    "cannot_edit": lambda f: Words(
        f"That cannot be changed in an entry of this kind ({f['kind']}).",
        f"What can be: {numbers.listed(list(f['allowed']), 'or')}."
        if f["allowed"]
        else "It can be removed, or undone.",
    ),
    "all_need_clearance": _fixed(
        "Every exercise of {programme} needs a therapist's word first.",
        "`companion clearance add` writes it down.",
    ),
    "mode_not_possible": _fixed("{programme} cannot be done in that mode.", "Choose another mode."),
    "no_level": _fixed(
        "No texture level has been decided yet, so nothing is suggested.",
        "Ask the swallowing therapist, then: companion plan set food-level 5 --decided-by NAME",
    ),
    "no_decider": _fixed("A decision needs the name of who made it.", "Add --decided-by NAME."),
    "no_grams": _fixed("How many grams is not known yet.", "Add --grams, such as --grams 150."),
    "unanswered": lambda f: Words(
        numbers.sentence(f"One thing is not known yet: {f['title']}"), f"Add {f['option']}."
    ),
    "demo_excludes_data_dir": _fixed("The demo keeps to a folder of its own.", "Leave out --data-dir."),
    "not_allowed": _fixed(
        "{name} acts as {role}, and that role does not include this.",
        "The person whose diary it is can do it.",
    ),
    "busy": _busy,
    "damaged_diary": _damaged,
    "newer_diary": _newer,
    "no_good_copy": _fixed(
        "No good copy of {name} was found.", "Nothing was changed. Keep the file and ask for help."
    ),
    "disk_full": _fixed(
        "The disk is full, so {file} could not be saved.", "Nothing was lost. Make some space and try again."
    ),
    "read_only": _fixed(
        "{file} cannot be written: the folder or the disk is read-only.",
        "Nothing was lost. `companion doctor` says more.",
    ),
    "unreadable": _fixed("{file} cannot be read: {fault}.", "`companion doctor` says more."),
    "unwritable": _fixed("{file} cannot be written: {fault}.", "Nothing was lost."),
    "broken_settings": lambda f: Words(
        f"{f['file']} cannot be used: {preferences.broken(f)}.",
        "Mend or move that file; the defaults then hold.",
    ),
    "broken_content": _fixed(
        "{file}, record {record}, {key}: {fault}.", "Mend or move that file. Nothing else was changed."
    ),
    "nothing_to_repair": _fixed("{file} is whole, so there is nothing to repair.", "Nothing was changed."),
    "bad_entry": lambda f: Words(
        f"Entry {f.get('entry', '')} is not valid: {f['key']} {f['fault']}.",
        "The file was left as it is. Please mend it and accept it again.",
    ),
    "bad_limit": _fixed(
        "{value} is not one of the limits with a number.",
        "Write it as session.before_rating=6. Nothing was changed.",
    ),
    "not_yes_or_no": _fixed("{what} is yes or no, not {value}.", "Nothing was changed."),
    "usage": lambda f: Words(numbers.sentence(f["sentence"]), f["hint"]),
    "interrupted": _fixed("Stopped.", "What was saved before is kept."),
    "unexpected": _fixed(
        "Something went wrong inside the program.",
        "What was saved before is kept. COMPANION_DEBUG=1 shows where it happened.",
    ),
    "no_terminal": _fixed("The full screen needs a terminal.", "`companion today` prints the day."),
}
