"""What was typed or chosen and cannot be used."""

from collections.abc import Sequence

from companion.domain.text import decimal
from companion.wording import numbers, preferences, weight
from companion.wording.errors.told import Facts, Told, Words, faulty, fixed

CM_A_METRE = 100
CLOSE, FEW = 0.6, 12  # how alike an id must be to be meant; how many can be listed whole


def _unknown(what: str, listing: str) -> Told:
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
        f"Nothing was saved. {_metres(f) or 'Please check the number.'}",
    )


def _metres(f: Facts) -> str:
    """A height typed in metres, as centimetres: In centimetres: 172. Empty for anything else."""
    if f["what"] != "height_cm" and f.get("unit") != "cm":
        return ""
    try:
        cm = decimal(f["value"]) * CM_A_METRE
    except ValueError:
        return ""
    return f"In centimetres: {numbers.short(cm)}." if float(f["low"]) <= cm <= float(f["high"]) else ""


def _not_a_number(f: Facts) -> Words:
    typed = str(f["value"]).strip()
    return Words(
        f"{typed} is not a number." if typed else "No number was typed.",
        "Nothing was saved. Type digits, such as 250 or 56.8.",
    )


def _slip(f: Facts) -> Words:
    return Words(weight.slip(f["slip"], f["unit"]), "Nothing was saved. If it is right, add --confirm.")


NAMES = {
    "kcal": "energy in kcal",
    "grams": "the amount in grams",
    "ml": "the amount in mL",
    "protein_g": "protein in grams",
    "minutes": "the number of minutes",
    "report_weeks": "the number of weeks",
    "coughs": "the number of coughs",
    "rating": "a rating of",
    "recipe_servings": "the number of servings",
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

SENTENCES: dict[str, Told] = {
    "unknown_meal": _unknown("meal", "`companion meal list` shows them."),
    "unknown_food": _unknown("food", "`companion food search` finds one."),
    "unknown_programme": _unknown("programme", "`companion session list` shows them."),
    "unknown_exercise": _unknown("exercise or kind of exercise", "`companion session show` lists exercises."),
    "unknown_caregiver": _unknown("caregiver", "`companion caregiver list` shows them."),
    "unknown_clearance": _unknown("clearance", "`companion clearance list` shows them."),
    "unknown_entry": _unknown("entry", "`companion history` shows the ids."),
    "unknown_slot": _unknown("slot", "`companion settings show` lists the slots."),
    "unknown_setting": _unknown("setting", "`companion settings show` lists them."),
    "unknown_key": _unknown("part of the plan", "`companion plan show` lists them."),
    "unknown_person_key": _unknown("fact about the person", "`companion person show` lists them."),
    "unknown_option": _unknown("answer", ""),
    "option_gone": fixed("That choice is not there any more.", "Please choose again."),
    "unknown_text": _unknown("text", ""),
    "unknown_month": _unknown("file of the diary", "`companion check` lists them."),
    "out_of_range": _out_of_range,
    "not_a_number": _not_a_number,
    "not_a_share": lambda f: Words(
        f"{str(f['value']).strip() or 'Nothing'} is not a share.",
        f"It can be {numbers.listed(list(f['known']), 'or')}, or a number such as 0.4. Nothing was saved.",
    ),
    "not_whole": fixed(
        "{what} is counted in whole numbers: it can be {low} to {high}, not {value}.",
        "Nothing was changed.",
    ),
    "unknown_tag": _unknown("kind of recipe", ""),
    "no_ingredients": fixed("A recipe needs an ingredient.", "Add --ingredient, such as butter=20."),
    "bad_ingredient": fixed(
        "{value} is not an ingredient.", "Write the id of a food and its grams: butter=20. Nothing was saved."
    ),
    "counted_in_servings": fixed(
        "{name} is counted in servings, so its grams are not known.",
        "Write it down again with its figures for 100 g. Nothing was saved.",
    ),
    "food_or_drink": fixed(
        "It has a level as a food or as a drink, not both.", "Nothing was saved. Please choose one."
    ),
    "texture_by_whom": fixed(
        "A texture needs the name of who gave it.", "Add --texture-by. Nothing was saved."
    ),
    "empty_text": fixed("There is nothing to write down.", "Please type a few words."),
    "bad_value": faulty("{key} cannot be kept: {fault}.", "Nothing was saved."),
    "bad_edit": faulty("{key} cannot be changed to that: {fault}.", "Nothing was changed."),
    "bad_level": lambda f: Words(
        f"There is no level {f['value']}.",
        f"The levels are {numbers.listed(list(f['known']))}. Nothing was saved.",
    ),
    "bad_setting": lambda f: Words(
        f"{f['key']} cannot be {f['value']}: it can be {preferences.can_be(f)}.", "Nothing was changed."
    ),
    "bad_slot_name": fixed(
        "A part of the day needs a name of 1 to {letters} letters.", "Nothing was changed."
    ),
    "bad_slot_time": fixed("{value} is not a time of the day.", "Write it as 17:30. Nothing was changed."),
    "too_many_slots": fixed("A day has at most {most} parts.", "Take one out first. Nothing was changed."),
    "slot_there": fixed("There is a part of the day called {value} already.", "Nothing was changed."),
    "last_slot": fixed("{value} is the only part of the day, so it stays.", "Nothing was changed."),
    "bad_person_value": faulty("{key} cannot be {value}: {fault}.", "Nothing was saved."),
    "bad_now": fixed("COMPANION_NOW is {value}, which is not a time.", "Write it as 2026-04-14T16:05."),
    "bad_clock": fixed("{value} is not a time of the day.", "Write it as 18:30."),
    "bad_time": fixed("{value} is not a time.", "Write 18:30, or 2026-04-14T18:30."),
    "bad_date": fixed("{value} is not a date.", "Write 2026-04-14, today or yesterday."),
    "bad_line": fixed(
        "Line {line} cannot be read: {fault}.", 'Each line is {{"date": "2026-04-14", "rating": 3}}.'
    ),
    "future": lambda f: Words(
        f"{numbers.day_near(f['at'], f['now'])} {numbers.clock(f['at'])} is still to come.",
        "Nothing was saved. Please check the time.",
    ),
    "long_ago": lambda f: Words(
        f"{numbers.dated(f['at'])} is very long ago.", "Please check the year. Nothing was saved."
    ),
    "weight_slip": _slip,
    "bad_limit": fixed(
        "{value} is not one of the limits with a number.",
        "Write it as session.before_rating=6. Nothing was changed.",
    ),
    "limit_of_several": fixed(
        "{limit} is a list of numbers, which cannot be set so.",
        "A content folder of your own can change it. Nothing was changed.",
    ),
    "limit_twice": fixed("{limit} is named twice.", "Give it one number. Nothing was changed."),
    "limits_cross": lambda f: Words(
        f"{f['high']} would be {f['most']}: "
        f"it has to be {'at least' if f['same'] else 'more than'} {f['low']}, which is {f['least']}.",
        "Nothing was changed. Both can be set in one go, with a comma between them.",
    ),
    "not_yes_or_no": fixed("{what} is yes or no, not {value}.", "Nothing was changed."),
    "no_grams": fixed("How many grams is not known yet.", "Add --grams, such as --grams 150."),
    "unanswered": lambda f: Words(
        numbers.sentence(f"One thing is not known yet: {f['title']}"), f"Add {f['option']}."
    ),
}
