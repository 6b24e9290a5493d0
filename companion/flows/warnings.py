"""The warning signs for every face: three groups, the most urgent first, and whom to call."""

from typing import TYPE_CHECKING

from companion.domain.text import show
from companion.errors import CompanionError

if TYPE_CHECKING:
    from companion.services.companion import Companion

GROUPS = {"emergency": "Emergency", "same_day": "Phone today", "soon": "Tell team soon"}
AFTER = {"emergency": ("tell_staff", "wishes", "note"), "same_day": ("note",), "soon": ("note",)}
LOCAL = "your local emergency number"


def number(companion: "Companion") -> str:
    """The person's own emergency number; nothing, not even a damaged diary, keeps the signs from anybody."""
    try:
        return show(companion.people.person().emergency_number or "")
    except CompanionError:
        return ""


def text(companion: "Companion", name: str) -> str:
    """One of the texts of the warning signs."""
    return companion.content.text(f"warn.{name}").text


def group(companion: "Companion", name: str) -> tuple[list[str], list[str]]:
    """The signs of a group, and what to say and to prepare after them."""
    section = companion.content.section("warn")
    own = [t.text for id, t in section.items() if id.startswith(f"warn.{name}.") and id[-1].isdigit()]
    return own, [text(companion, after) for after in AFTER[name]]
