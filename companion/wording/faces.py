"""The question which face is to open, in words. What each face is called is content: "setting.face.*"."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from companion.wording import numbers, preferences

if TYPE_CHECKING:
    from companion.content.library import Library

SPACE = "Space takes one switch, 0 leaves."
SWITCH = "switch"  # the calm screen with one switch
FACES = ("full", "linear", "calm")  # in the order in which they are offered


def ways(content: "Library") -> list[tuple[str, str]]:
    """What can be chosen, and its words: full screen, plain lines, calm screen, one switch."""
    faces = [(face, preferences.choice("face", face, content)[0]) for face in FACES]
    named = [*faces, (SWITCH, preferences.title("switch", content))]
    return [(way, label[:1].lower() + label[1:]) for way, label in named]


def question(title: str, labels: Iterable[str], default: int) -> str:
    """Companion. 1 full screen, 2 plain lines. Space takes one switch, 0 leaves. Enter takes 1."""
    offered = ", ".join(f"{n} {label}" for n, label in enumerate(labels, 1))
    return f"{title}. {offered}. {SPACE}\n{_enter(default)}"


def window_too_large(columns: int, rows: int) -> str:
    """This window says that it is 65535 columns by 65535 rows: plain lines are opened instead."""
    return f"This window is {columns} columns by {rows} rows, too many to draw: plain lines open instead."


def wrong_key(most: int, default: int) -> str:
    """Please press 1, 2 or 3, or 0 to leave. Enter takes 1."""
    digits = numbers.listed([str(n) for n in range(1, most + 1)], "or")
    return f"Please press {digits}, or 0 to leave.\n{_enter(default)}"


def _enter(default: int) -> str:
    return f"Enter takes {default}: "
