"""What was eaten on a day, and how the tracker shows it: shared by the tests of that room."""

from datetime import datetime, timedelta
from typing import Any

from companion.domain.entries import Taken
from companion.services.companion import Companion

BUSY = 40


def whole(app: Any) -> list[str]:
    """The widgets that do not fit where they stand: outside the body, or of no size."""
    body = app.screen.query_one(".body").region
    return [
        str(widget)
        for widget in app.screen.query("Big, Bar, Told, Sentences, DayList, More")
        if not body.contains_region(widget.region) or not widget.size.area
    ]


def at(companion: Companion, hour: int, days_ago: int = 0) -> datetime:
    """A full hour, today or so many days ago."""
    return companion.clock().replace(hour=hour, minute=0) - timedelta(days=days_ago)


def eat(companion: Companion, name: str, kcal: float, hour: int, *, ago: int = 0, by: str = "") -> Taken:
    """A quick entry, by somebody."""
    companion.by = by or None
    logged = companion.intake.quick(name, kcal=kcal, at=at(companion, hour, ago))
    companion.by = None
    return logged.entry


def a_day(companion: Companion) -> dict[str, Taken]:
    """Breakfast, two things at lunch, one of them by Maria."""
    return {
        "porridge": eat(companion, "Porridge", 465, 8),
        "cod": eat(companion, "Cod in sauce", 353, 12, by="Maria"),
        "prunes": eat(companion, "Prune drink", 135, 13),
    }


def under(seen: Any) -> str:
    """What the row under the cursor says."""
    return str(seen.rows()[seen.app.cursor_place().y].strip())


def names(companion: Companion, ago: int = 0) -> list[tuple[str, str]]:
    """Slot and name of what a day holds now."""
    day = companion.today_date() - timedelta(days=ago)
    return [(entry.slot, entry.name) for entry in companion.intake.day(day).day.entries]


def eaten(companion: Companion) -> list[tuple[str, float | None, str]]:
    """What was eaten today: name, grams, slot."""
    return [
        (entry.name, getattr(entry, "grams", None), entry.slot)
        for entry in companion.intake.day().day.entries
    ]
