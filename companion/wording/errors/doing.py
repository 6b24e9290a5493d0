"""What was asked for and cannot be done as things stand: a rule, a role, or nothing there to do it to."""

from companion.wording import caregivers, numbers, plan
from companion.wording.errors.told import Facts, Told, Words, fixed


def _loosens(f: Facts) -> Words:
    """From level 4, pureed, to level 6, soft and bite-sized, and what that lets through."""
    key = f["key"]
    if key == "thicker-ok":
        change = "This would allow drinks that are thicker than the drink level."
    else:
        old, new = _level(f["old"], f.get("old_name")), _level(f["value"], f.get("new_name"))
        through = "firmer food" if key == "food-level" else "thinner drinks"
        change = f"This would loosen the {plan.NAMES[key]} from {old}, to {new}: it lets {through} through."
    if also := [plan.NAMES[one] for one in f.get("also", ())]:
        change += f" The {numbers.listed(also)} would be looser too."
    return Words(change, "Nothing was changed. If that was decided, add --confirm.")


def _level(number: object, name: object) -> str:
    """level 4, pureed; not decided."""
    if number is None:
        return plan.NOT_DECIDED
    told = str(name or "")
    return f"level {numbers.plain(number)}{f', {told[0].lower()}{told[1:]}' if told else ''}"


MISSING: dict[object, str] = {
    None: "the weight is missing",
    "needs_weight": "the weight is missing",
    "needs_height": "the height is missing",
    "needs_sex": "the sex is missing",
    "needs_age": "the year of birth is missing",
    "not_with_invasive": "with a ventilator through the windpipe the dietitian sets it",
}


def _locked(f: Facts) -> Words:
    from companion.wording import plan_limits  # here, since only this error needs it

    name = str(f["limit"])
    return Words(
        f"{plan_limits.title(name)} ({name}) was locked by {f['by']}, {numbers.dated(f['at'])}, "
        f"so only {f['by']} can loosen it.",
        "Nothing was changed. A stricter number can be set by anybody.",
    )


def _no_target(f: Facts) -> Words:
    missing = MISSING.get(f["note"], MISSING[None])
    return Words(
        f"A plan of meals needs an energy target, and none is known yet: {missing}.",
        "The dietitian's number goes first: `companion plan set energy 1900 --decided-by NAME`",
    )


SENTENCES: dict[str, Told] = {
    "needs_confirm": _loosens,
    "nothing_to_undo": fixed(
        "There is nothing of yours to undo.", "`companion history` shows what happened."
    ),
    "nothing_to_copy": fixed("Nothing was written down then, so nothing was copied."),
    "copy_what_is_over": fixed("Only a day that is over can be copied whole.", "Nothing was copied."),
    "nothing_to_resume": fixed(
        "No session is waiting to go on.", "`companion session list` shows what can be started."
    ),
    "not_yours": fixed(
        "{by} wrote that down, so {by} or the person whose diary it is can change it.",
        "A note of your own can say what should be different.",
    ),
    "let_in_elsewhere": fixed(
        "Who is let in is not changed by taking an entry back.",
        "Nothing was changed. `companion caregiver add` or `remove` does that.",
    ),
    "own_name_decides": fixed(
        "{name} decides in their own name only, not in that of {who}.",
        "Nothing was changed. Without a name, or with --decided-by {name}, it is kept.",
    ),
    "already_back": fixed("That entry is in the day already.", "`companion history` shows it."),
    "already_removed": fixed("That entry was removed before.", "`companion history` shows it."),
    "cannot_edit": lambda f: Words(
        f"That cannot be changed in an entry of this kind ({f['kind']}).",
        f"What can be: {numbers.listed(list(f['allowed']), 'or')}."
        if f["allowed"]
        else "It can be removed, or undone.",
    ),
    "all_need_clearance": fixed(
        "Every exercise of {programme} needs a therapist's word first.",
        "`companion clearance add` writes it down.",
    ),
    "all_wait": fixed(
        "Every exercise of {programme} waits for now.",
        "`companion session list` says why, and what can be done today.",
    ),
    "mode_not_possible": fixed("{programme} cannot be done in that mode.", "Choose another mode."),
    "no_level": fixed(
        "No texture level has been decided yet, so nothing is suggested.",
        "Ask the swallowing therapist, then: `companion plan set food-level 5 --decided-by NAME`",
    ),
    "no_formula": fixed(
        "The energy of this feed is not known, and no feed before it says it.",
        "Add --kcal-per-ml, as on the packet.",
    ),
    "plan_needs_target": _no_target,
    "plan_which_day": fixed("Meals are planned for today and for tomorrow.", "Nothing was planned."),
    "plan_not_allowed": fixed(
        "{name} does not go with the plan of now, so it is not planned.",
        "`companion meal list` shows what does.",
    ),
    "nothing_to_plan": fixed(
        "There is nothing to plan: what is eaten and planned reaches the target, or nothing else is allowed.",
        "`companion meal next` shows what is allowed.",
    ),
    "limit_locked": _locked,
    "programme_fault": fixed("{name} cannot be kept: {key}: {fault}.", "Nothing was saved."),
    "no_file_from_afar": fixed(
        "A file cannot be read over this connection.",
        "On the computer itself the same command reads it.",
    ),
    "programme_same": fixed("Nothing in it is different from what is in force.", "Nothing was saved."),
    "programme_unconfirmed": fixed(
        "A programme is saved once somebody has seen what becomes different.",
        "Nothing was saved. --check shows it; --confirm saves it.",
    ),
    "forget_ahead": fixed(
        "{before} is more than a day ahead.",
        "Nothing was removed. The day after today is the furthest: everything so far lies before it.",
    ),
    "twins": fixed("Somebody else wrote down the same meal.", "Nothing was saved yet."),
    "no_twin": fixed(
        "What was to make room is no longer the same meal.",
        "Nothing was saved. Written down once more, it is kept beside the other.",
    ),
    "no_decider": fixed("A decision needs the name of who made it.", "Add --decided-by NAME."),
    "not_admitted": fixed(
        "{name} is not let in to this diary.", "`companion caregiver add` on the computer itself does that."
    ),
    "not_allowed": lambda f: Words(*caregivers.not_included(str(f["role"]), str(f["verb"]))),
}
