"""Whether protein was spared over the last week."""

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.frozen import frozen
from companion.domain.intake import Week, week
from companion.domain.limits import ProteinLimits

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.services.energy import Targets


@frozen
class WeekView:
    """The week with what it was judged by; `limits_by` decided limits of their own."""

    week: Week
    targets: "Targets"
    limits: ProteinLimits
    limits_by: str | None


class IntakeWeek:
    """Reads the days before today."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def protein(self, targets: "Targets | None" = None) -> Week:
        """The verdict on the days before today, against the targets of now; `targets` if known already."""
        companion, today = self._companion, self._companion.today_date()
        limits = companion.limits(ProteinLimits, "protein")
        days = companion.intake.days(today - timedelta(days=limits.week_days), today - timedelta(days=1))
        known = targets or companion.energy.targets()
        return week(days.values(), today, known.energy.kcal, known.protein, limits)

    def view(self) -> WeekView:
        """The same, with the targets and the limits behind it."""
        companion, targets = self._companion, self._companion.energy.targets()
        limits = companion.limits(ProteinLimits, "protein")
        return WeekView(self.protein(targets), targets, limits, companion.limits_by("protein"))
