"""The parts of a day: slots for food and drink, and where one day ends and the next begins."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta, tzinfo

SLOTS = {
    "breakfast": "06:00", "morning": "10:00", "lunch": "12:00", "afternoon": "14:30",
    "supper": "17:30", "evening": "20:00", "night": "22:30",
}  # fmt: skip


def slot_at(at: time, slots: Mapping[str, str] = SLOTS) -> str:
    """Name the slot of a time of day; each runs from its time on, the last until the first."""
    starts = {name: _time(start) for name, start in slots.items()}
    begun = {name: start for name, start in starts.items() if start <= at}
    return max(begun or starts, key=lambda name: starts[name])


def _time(written: str) -> time:
    hour, minute = written.split(":")
    return time(int(hour), int(minute))


def clock_time(typed: str) -> time:
    """Read a time of day as people type it: 18:30, 18.30, 1830 or 7; raises ValueError."""
    digits = typed.strip().replace(".", ":").replace(" ", ":")
    hour, _, minute = digits.partition(":")
    if not minute and len(hour) > 2:
        hour, minute = hour[:-2], hour[-2:]
    return time(int(hour), int(minute or 0))


def begins(on: date, written: str, starts_at_hour: int, zone: tzinfo | None) -> datetime:
    """Find when a time such as "22:30" is on a day that begins at that hour; early ones are past midnight."""
    clock = _time(written)
    later = timedelta(days=1) if clock.hour < starts_at_hour else timedelta()
    return datetime.combine(on, clock, zone) + later


def day_of(at: datetime, starts_at_hour: int) -> date:
    """Name the day a moment belongs to, by its own local time, where a day begins at that hour."""
    on = at.date()
    return on if at.hour >= starts_at_hour else on - timedelta(days=1)


def latest_at(clock: time, now: datetime, starts_at_hour: int, ahead: timedelta) -> datetime:
    """When it was this time on the day that runs now; shortly after midnight 23:30 still is of this day.

    A time further ahead than `ahead` and not of this day stays in the future.
    """
    today = datetime.combine(now.date(), clock, now.tzinfo)
    before = today - timedelta(days=1)
    if today > now + ahead and day_of(before, starts_at_hour) == day_of(now, starts_at_hour):
        return before
    return today
