"""Words beside every question, wherever one is shown or said at a time."""

MORE, FIRST_PAGE, PAGE_BEFORE = "More", "First page", "Page before"
BACK, LEAVE, GO_ON, YES, NO = "Back", "Leave", "Go on", "Yes", "No"
LEAVE_PROGRAM = "Leave the program?"
LEAVES_OUT = "Enter leaves it out."
NOTHING_FOUND = "Nothing like that was found."
WARNING = "Warning"


def keeps(value: str) -> str:
    """Enter keeps 250."""
    return f"Enter keeps {value}."


def warned(text: str) -> str:
    """With the word at its front, once."""
    return text if text.startswith(WARNING) else f"{WARNING}. {text}"
