"""The offer of a talk about a feeding tube: whether it is due, why, and what was said to it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.entries import MealEaten, TalkAnswer, TubeFed, TubeTalk
from companion.domain.frozen import frozen
from companion.domain.limits import MealLimits, ProteinLimits, TubeTalkLimits
from companion.domain.tube_talk import TalkReason, low_intake, may_offer, reasons

if TYPE_CHECKING:
    from companion.domain.intake import Day
    from companion.domain.weight import WeightState
    from companion.services.companion import Companion
    from companion.services.energy import Targets


@frozen
class TalkAnswered:
    """What was said was written down; `again_days` is how long a "later" lasts."""

    entry: TubeTalk
    again_days: int


class TubeTalks:
    """Reads the reasons from the diary and keeps the answer."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def due(
        self, weight: "WeightState | None" = None, targets: "Targets | None" = None
    ) -> tuple[TalkReason, ...]:
        """Why to offer the talk today; empty where there is no reason, or it was answered before."""
        companion, today = self._companion, self._companion.today_date()
        answers = [(companion.day_of(entry), entry) for entry in self.answers()]
        return self.reasons(weight, targets) if may_offer(answers, today, self._limits()) else ()

    def reasons(
        self, weight: "WeightState | None" = None, targets: "Targets | None" = None
    ) -> tuple[TalkReason, ...]:
        """What speaks for the talk, whatever was answered; nothing while a tube is in use.

        `weight` is its state and `targets` are those of now, where they are known already.
        """
        companion, limits, today = self._companion, self._limits(), self._companion.today_date()
        days = companion.intake.days(today - timedelta(days=limits.intake_days - 1), today)
        taken = [entry for day in days.values() for entry in day.entries]
        if any(isinstance(entry, TubeFed) for entry in taken):
            return ()
        state = weight or companion.weight.state()
        change = state.change_percent if state else None
        meals = [(companion.day_of(e), e) for e in taken if isinstance(e, MealEaten)]
        loss = None if change is None else -change
        return reasons(
            loss, meals, self._intake(days.values(), targets), limits, companion.limits(MealLimits, "meal")
        )

    def answers(self) -> Sequence[TubeTalk]:
        """What was said to it so far, oldest first."""
        return sorted(self._companion.diary.of(TubeTalk), key=lambda entry: entry.at)

    def answer(self, answer: TalkAnswer, *, at: datetime | None = None) -> TalkAnswered:
        """Write down what was said; undo brings the offer back."""
        self._companion.actor.require("log")
        entry = self._companion.keep(self._companion.sign(TubeTalk, at=at, answer=answer))
        return TalkAnswered(entry, self._limits().again_days)

    def _intake(self, days: Iterable["Day"], targets: "Targets | None") -> TalkReason | None:
        companion, over = self._companion, [day for day in days if day.over]
        target = (targets or companion.energy.targets()).energy.kcal
        return low_intake(over, target, self._limits(), companion.limits(ProteinLimits, "protein"))

    def _limits(self) -> TubeTalkLimits:
        return self._companion.limits(TubeTalkLimits, "tube_talk")
