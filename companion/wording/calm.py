"""What the calm screen says of its own: the rows beside the choices, the ends of a list, its keys."""

END, START = "End of list.", "Start of list."
ENTER, KEEP, LEAVE_OUT = "Enter", "Keep", "Leave it out"
LEAVES = "0. Leave. Enter leaves."
NO_QUESTIONS = "Leave the first questions out?"
HELP = "Help"
KEYS = "Arrows move, Enter or Space takes the row. 0 goes back, a full stop repeats, a question mark helps."
RATING_KEYS = "0 to 9 answer at once, t is ten, q goes back. Arrows move, Enter or Space takes the row."
FIELD_KEYS = "Type, then Enter. The arrow down leads to the rows below."
FIELDS = {"Number": "Number", "Text": "Words", "Clock": "Time", "SlotName": "Name"}  # by the kind of step


def kept(value: str) -> str:
    """Keep 250."""
    return f"{KEEP} {value}"


def titled(title: str, page: int, pages: int) -> str:
    """The plan. Page 2 of 3."""
    place = f"Page {page} of {pages}"
    return ". ".join(filter(None, (title, place))) if pages > 1 else title


def wrong_key(keys: list[str]) -> str:
    """Keys here: 1 to 4, 9, 0."""
    return f"Keys here: {', '.join(_runs(keys))}." if keys else KEYS


def _runs(keys: list[str]) -> list[str]:
    """1, 2, 3, 9, 0 as 1 to 3, 9, 0."""
    found: list[list[str]] = []
    for key in keys:
        before = found[-1][-1] if found else ""
        if key.isdigit() and before.isdigit() and int(key) == int(before) + 1:
            found[-1].append(key)
        else:
            found.append([key])
    return [run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in found]
