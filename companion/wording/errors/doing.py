"""What was asked for and cannot be done as things stand: a rule, a role, or nothing there to do it to."""

from companion.wording import numbers, plan
from companion.wording.errors.told import Facts, Told, Words, fixed


def _loosens(f: Facts) -> Words:
    old = numbers.plain(f["old"]) if f["old"] is not None else "not decided"
    return Words(
        f"This would loosen the {plan.NAMES[f['key']]} from {old} to {numbers.plain(f['value'])}.",
        "Nothing was changed. If that was decided, answer yes, or add --confirm.",
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
    "mode_not_possible": fixed("{programme} cannot be done in that mode.", "Choose another mode."),
    "no_level": fixed(
        "No texture level has been decided yet, so nothing is suggested.",
        "Ask the swallowing therapist, then: companion plan set food-level 5 --decided-by NAME",
    ),
    "no_decider": fixed("A decision needs the name of who made it.", "Add --decided-by NAME."),
    "not_allowed": fixed(
        "{name} acts as {role}, and that role does not include this.",
        "The person whose diary it is can do it.",
    ),
}
