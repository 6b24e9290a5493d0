"""How much lately: bands and rest days (W14), weight loss and eating little (W15). All of it advises."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.frozen import frozen
from companion.domain.weight import GRAVER, Level

if TYPE_CHECKING:
    from companion.domain.limits import LoadLimits

HELD_FROM: Level = "amber"


@frozen
class MoreMinutes:
    """Minutes of sessions in the last seven days, in the seven before, and by how many percent it rose."""

    now: float
    before: float
    percent: float
    limit: float


@frozen
class LittleEaten:
    """What was eaten a day, on average of `days` days, beside the target; kcal, and the share as a limit."""

    kcal: float
    target: float
    days: int
    limit: float


def bands_again(last: datetime | None, now: datetime, limits: "LoadLimits") -> datetime | None:
    """Tell when light resistance comes again; None where nothing speaks against now."""
    if last is None:
        return None
    again = last + timedelta(hours=limits.resistance_hours)
    return again if again > now else None


def more_minutes(
    sessions: Iterable[tuple[date, float]], today: date, limits: "LoadLimits"
) -> MoreMinutes | None:
    """Compare the last seven days with the seven before; None where there is no marked rise.

    A week of few minutes is no measure: from 4 minutes to 8 is no load.
    """
    weeks = [0.0, 0.0]
    for on, minutes in sessions:
        ago = (today - on).days // limits.week_days
        if 0 <= ago < len(weeks):
            weeks[ago] += minutes
    now, before = weeks
    if before < limits.least_minutes:
        return None
    percent = round((now - before) / before * 100, 6)
    return MoreMinutes(now, before, percent, limits.more_percent) if percent > limits.more_percent else None


def loss_since(course: Sequence[tuple[date, Level]]) -> date | None:
    """Tell since when the weight has been at least as grave as now, oldest first; None below amber."""
    if not course or _rank(course[-1][1]) < _rank(HELD_FROM):
        return None
    now = _rank(course[-1][1])
    since = course[-1][0]
    for on, level in reversed(course):
        if _rank(level) < now:
            break
        since = on
    return since


def little_eaten(
    days: Mapping[date, float | None], target: float | None, today: date, limits: "LoadLimits"
) -> LittleEaten | None:
    """Average the past days that are known whole; None where it is enough, or too little is known."""
    first = today - timedelta(days=limits.intake_days)
    known = [kcal for on, kcal in days.items() if first <= on < today and kcal is not None]
    if target is None or len(known) < limits.intake_least_days:
        return None
    mean = sum(known) / len(known)
    if round(mean - limits.intake_share * target, 6) >= 0:
        return None
    return LittleEaten(mean, target, len(known), limits.intake_share)


def _rank(level: Level) -> int:
    return GRAVER.index(level)
