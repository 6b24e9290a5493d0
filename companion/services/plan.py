"""The plan: texture levels, targets, programme and limits as dated decisions; clearances."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.entries import Clearance, Decision, Scalar
from companion.domain.plan import PlanInForce, check_value, clearances, loosens, plan_in_force
from companion.domain.text import clean
from companion.errors import Malformed, Refused, Unknown

if TYPE_CHECKING:
    from companion.services.companion import Companion

AMOUNTS = ("energy", "protein", "fluid")


@dataclass(frozen=True, slots=True)
class PlanSet:
    """A decision was written down; `before` is the one it takes the place of."""

    entry: Decision
    before: Decision | None


@dataclass(frozen=True, slots=True)
class ClearanceSet:
    """A clearance was given or taken back."""

    entry: Clearance


class Plan:
    """Reads the plan in force and writes decisions; each names who decided it."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def in_force(self) -> PlanInForce:
        """The newest decision for each key."""
        return plan_in_force(self._companion.diary.of(Decision))

    def check(self, key: str, raw: str) -> Scalar:
        """The value a decision would keep; raises Unknown for a key or programme, Refused for a value."""
        value = check_value(key, raw)
        if key == "programme":
            self._companion.sessions.programme(str(value))
        if key in AMOUNTS and isinstance(value, int | float):
            self._companion.within(f"{key}_target", value)
        return value

    def loosens(self, key: str, value: Scalar) -> bool:
        """Whether this would allow a firmer food or a thinner or thicker drink than the plan allows now."""
        return loosens(key, self.in_force().value(key), value)

    def set(
        self, key: str, raw: str, *, decided_by: str, confirmed: bool = False, note: str | None = None
    ) -> PlanSet:
        """Write a decision; one that loosens a texture must be confirmed."""
        self._companion.actor.require("decide")
        value, who = self.check(key, raw), self._named(decided_by)
        in_force = self.in_force()
        before = getattr(in_force, key.replace("-", "_"))
        if loosens(key, in_force.value(key), value) and not confirmed:
            raise Refused("needs_confirm", key=key, old=in_force.value(key), value=value)
        signed = self._companion.sign(Decision, key=key, value=value, decided_by=who, note=note)
        return PlanSet(entry=self._companion.keep(signed), before=before)

    def clearances(self) -> dict[str, Clearance]:
        """What is cleared now, by exercise id or kind."""
        return clearances(self._companion.diary.of(Clearance))

    def clear(self, what: str, *, decided_by: str, note: str | None = None) -> ClearanceSet:
        """Write down that a therapist allowed an exercise, or a kind of exercise."""
        self._companion.actor.require("decide")
        self._clearable(what)
        signed = self._companion.sign(Clearance, what=what, decided_by=self._named(decided_by), note=note)
        return ClearanceSet(entry=self._companion.keep(signed))

    def unclear(self, what: str, *, decided_by: str | None = None) -> ClearanceSet:
        """Take a clearance back; anybody who may decide can do that at any time."""
        self._companion.actor.require("decide")
        given = self.clearances()
        if what not in given:
            raise Unknown("unknown_clearance", value=what, known=sorted(given))
        who = self._named(decided_by or self._companion.actor.name)
        signed = self._companion.sign(Clearance, what=what, decided_by=who, given=False)
        return ClearanceSet(entry=self._companion.keep(signed))

    def _clearable(self, what: str) -> None:
        exercises = self._companion.content.exercises
        kinds = {exercise.category for exercise in exercises.values()}
        if what not in exercises and what not in kinds:
            raise Unknown("unknown_exercise", value=what, known=[*exercises, *sorted(kinds)])

    @staticmethod
    def _named(who: str) -> str:
        name = clean(who)
        if not name:
            raise Malformed("no_decider")
        return name
