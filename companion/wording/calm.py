"""What the calm screen says of its own: the rows beside the choices, the ends of a list, its keys."""

END, START = "End of list.", "Start of list."
MORE, BACK, LEAVE, GO_ON, KEEP, YES, NO = "More", "Back", "Leave", "Go on", "Keep", "Yes", "No"
WARNING = "Warning."
HELP = "Help"
KEYS = "Arrows move, Enter or Space takes the row. 0 goes back, a full stop repeats, a question mark helps."
RATING_KEYS = "0 to 9 answer at once, t is ten, q goes back. Arrows move, Enter or Space takes the row."
FIELD_KEYS = "Type, then Enter. The arrow down leads to the rows below."
FIELDS = {"Number": "Number", "Text": "Words", "Clock": "Time", "SlotName": "Name"}  # by the kind of step
LEAVES_OUT = "Enter leaves it out."


def keeps(value: str) -> str:
    """Enter keeps 250."""
    return f"Enter keeps {value}."


def wrong_key(keys: list[str]) -> str:
    """Keys here: 1 to 4, 9, 0."""
    return f"Keys here: {', '.join(_runs(keys))}." if keys else KEYS


def warned(text: str) -> str:
    """With the word at its front, once."""
    return text if text.startswith(WARNING[:-1]) else f"{WARNING} {text}"


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
