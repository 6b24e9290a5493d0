"""Messages that a terminal shows outside of its screen (OSC 9), for those who asked for them."""

from collections.abc import Mapping

from companion.domain.text import clean

LONGEST = 60  # letters
SILENT = ("", "dumb", "linux")  # terminals that would show nothing of it, or its letters
BEGIN, END = "\x1b]9;", "\a"
PASSED_ON = "\x1bPtmux;{}\x1b\\"  # tmux hands on what is in it, where each escape stands twice


def message(text: str, environ: Mapping[str, str]) -> str:
    """What makes this terminal show a text as a message; "" where it would not."""
    if environ.get("TERM", "") in SILENT:
        return ""
    asked = f"{BEGIN}{clean(text, limit=LONGEST)}{END}"
    return PASSED_ON.format(asked.replace("\x1b", "\x1b\x1b")) if environ.get("TMUX") else asked
