"""What eating and drinking show of swallowing: flow tests, advice in force, and what is worth telling."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.entries import Decision, MealEaten, TeamTold
from companion.domain.frozen import frozen
from companion.domain.limits import MealLimits, TextureLimits
from companion.domain.plan import ADVICE
from companion.domain.swallowing import WEEKS, Ate, Swallowing, coughed, swallowing, took_long
from companion.domain.text import clean
from companion.domain.textures import FlowRead, drink_level, flow_test
from companion.errors import Refused
from companion.services.remarks import Remark

if TYPE_CHECKING:
    from companion.services.companion import Companion

ABOUT = "swallowing"  # what a TeamTold is about


@frozen
class Told:
    """It was written down that somebody was told; `again`: before, and nothing came since."""

    entry: TeamTold
    again: bool = False


class SwallowingWatch:
    """Reads flow tests and the week's meals; writes down that the therapist was told."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def flow_test(self, left_ml: float) -> FlowRead:
        """A flow test, held against the drink level in force; raises Refused for more than a full syringe."""
        level = drink_level(self._companion.plan.in_force().value("drink-level"))
        return flow_test(left_ml, self._companion.content.limits(TextureLimits, "texture"), level)

    def advice(self) -> list[Decision]:
        """What a swallowing therapist advised for or against; nothing where nothing was written down."""
        in_force = self._companion.plan.in_force()
        return [found for key in ADVICE if (found := in_force.decision(key)) is not None]

    def state(self) -> Swallowing:
        """Coughing and long meals of the last days, as they stand today."""
        companion = self._companion
        today = companion.today_date()
        found = companion.diary.facts("meal", "at", "coughs", "minutes", since=today - timedelta(weeks=WEEKS))
        meals = [Ate(datetime.fromisoformat(at), *told) for at, *told in found if any(told)]
        limits = companion.limits(MealLimits, "meal")
        told = [entry.at for entry in self._told(today - timedelta(weeks=WEEKS))]
        return swallowing(meals, today, limits, companion.settings.day_start, max(told, default=None))

    def due(self) -> list[Remark]:
        """What stands among what is due, once a week at most."""
        state = self.state()
        return [self._remark(state)] if state.stands(self._companion.today_date()) else []

    def raised_by(self, before: Swallowing) -> list[Remark]:
        """What is said after a meal: only where that meal raised it."""
        state = self.state()
        return [self._remark(state)] if state.raised is not None and state.raised != before.raised else []

    def tell(self, whom: str, *, note: str | None = None) -> Told:
        """Write down that somebody was told; it is quiet then until there is more of it.

        Where the same person was told and no such meal came since, nothing more is written.
        """
        self._companion.actor.require("log")
        name = clean(whom)
        if not name:
            raise Refused("empty_text", what="whom")
        last = max(self._told(self._since()), key=lambda entry: entry.at, default=None)
        if last is not None and last.whom == name and note is None and not self._anything(last.at):
            return Told(last, again=True)
        signed = self._companion.sign(TeamTold, about=ABOUT, whom=name, note=note)
        return Told(self._companion.keep(signed))

    def _since(self) -> date:
        return self._companion.today_date() - timedelta(weeks=WEEKS)

    def _anything(self, after: datetime) -> bool:
        """Whether a meal after this moment came with coughing or took long."""
        limits = self._companion.limits(MealLimits, "meal")
        meals = self._companion.diary.of(MealEaten, since=self._since())
        return any(coughed(meal) or took_long(meal, limits) for meal in meals if meal.at > after)

    def _told(self, since: date) -> list[TeamTold]:
        return [entry for entry in self._companion.diary.of(TeamTold, since=since) if entry.about == ABOUT]

    @staticmethod
    def _remark(state: Swallowing) -> Remark:
        facts = {
            "coughs": state.coughs if state.coughing else 0,
            "long": state.long if state.slow else 0,
            "days": state.limits.window_days,
            "minutes": state.limits.long_minutes,
        }
        return Remark("swallowing", facts)
