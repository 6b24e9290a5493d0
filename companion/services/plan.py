"""The plan: texture levels, targets, programme and limits as dated decisions; clearances."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.entries import Clearance, Correction, Decision, Scalar
from companion.domain.frozen import frozen
from companion.domain.people import same_name
from companion.domain.plan import PlanInForce, check_value, clearances, loosens, plan_in_force
from companion.domain.text import named
from companion.errors import Malformed, Refused, Unknown
from companion.services.plan_limits import PlanLimits

if TYPE_CHECKING:
    from companion.services.companion import Companion

LEVELS = ("food-level", "drink-level")
TEXTURES = (*LEVELS, "thicker-ok")
AMOUNTS = ("energy", "protein", "fluid")


@frozen
class PlanSet:
    """A decision was written down; `before` is the one it takes the place of."""

    entry: Decision
    before: Decision | None


@frozen
class ClearanceSet:
    """A clearance was given or taken back."""

    entry: Clearance


class Plan:
    """Reads the plan in force and writes decisions; each names who decided it."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        self.limits = PlanLimits(companion)

    def in_force(self) -> PlanInForce:
        """The newest decision for each key."""
        diary = self._companion.diary
        return diary.found("plan in force", lambda: plan_in_force(diary.of(Decision)))

    def decisions(self, key: str) -> list[Decision]:
        """Every decision about one key, oldest first; those that were undone are left out."""
        found = [one for one in self._companion.diary.of(Decision) if one.key == key]
        return sorted(found, key=lambda one: (one.at, one.id))

    def held_since(self, key: str) -> datetime | None:
        """Since when nothing looser than the value in force was decided; None where none is in force."""
        now, since = self.in_force().value(key), None
        for one in reversed(self.decisions(key)):
            if now is None or loosens(key, now, one.value):
                break
            since = one.at
        return since

    def check(self, key: str, raw: str) -> Scalar:
        """The value a decision would keep; raises Unknown for a key or programme, Refused for a value."""
        if key == "limits":
            return self.limits.together(raw)
        value = check_value(key, raw)
        if key == "programme":
            self._companion.programmes.find(str(value))
        if key in AMOUNTS and isinstance(value, int | float):
            self._companion.within(f"{key}_target", value)
        return value

    def loosens(self, key: str, value: Scalar) -> bool:
        """Whether this would allow a firmer food or a thinner or thicker drink than the plan allows now."""
        return loosens(key, self._standing(key), value)

    def _standing(self, key: str) -> Scalar:
        """What a new value of a texture is held against: the one in force.

        Where none is, the last level there was, taken out since or not: so two steps loosen nothing unasked.
        """
        now = self.in_force().value(key)
        if now is not None or key not in LEVELS:
            return now
        levels = [one for one in self._companion.diary.ever(Decision) if one.key == key and one.value]
        return max(levels, key=lambda one: (one.at, one.id)).value if levels else None

    def set(
        self,
        key: str,
        raw: str,
        *,
        decided_by: str,
        confirmed: bool = False,
        note: str | None = None,
        lock: Mapping[str, bool] | None = None,
    ) -> PlanSet:
        """Write a decision; one that loosens a texture must be confirmed.

        `lock` says of limits whether they are locked from now on; raises Refused for what another locked.
        """
        signed = self.decision(key, raw, decided_by=decided_by, confirmed=confirmed, note=note, lock=lock)
        before = self.in_force().decision(key)
        return PlanSet(entry=self._companion.keep(signed), before=before)

    def decision(
        self,
        key: str,
        raw: str,
        *,
        decided_by: str,
        confirmed: bool = False,
        note: str | None = None,
        lock: Mapping[str, bool] | None = None,
    ) -> Decision:
        """A decision, checked and signed, not written yet; raises as `set` does."""
        self._companion.actor.require("decide")
        value, who = self.check(key, raw), self.named(decided_by)
        if self.loosens(key, value) and not confirmed:
            raise self.doubt(key, value)
        locked = self.limits.locked(value, who, lock or {}) if key == "limits" else ()
        return self._companion.sign(Decision, key=key, value=value, decided_by=who, locked=locked, note=note)

    def doubt(self, key: str, new: Scalar) -> Refused:
        """What is asked before a texture is loosened: from which level to which, each with its name."""
        old = self._standing(key)
        names = {level: self._level_name(key, level) for level in (old, new)}
        return Refused("needs_confirm", key=key, old=old, value=new, old_name=names[old], new_name=names[new])

    def _level_name(self, key: str, level: Scalar) -> str:
        known = self._companion.content.levels.get(str(level)) if key.endswith("-level") else None
        return (known.food if key == "food-level" else known.drink) if known else ""

    def allow(self, corrections: Sequence[Correction], *, confirmed: bool) -> None:
        """Hold corrections to the rules of decisions; raises NotAllowed, or Refused for a loosened texture.

        Back to no level at all loosens nothing: then nothing is suggested.
        """
        from companion.domain.entries import ProgrammeSet

        diary, before = self._companion.diary, self.in_force()
        after = plan_in_force(diary.once(Decision, corrections))
        if len(diary.once(ProgrammeSet, corrections)) != len(diary.of(ProgrammeSet)):
            self._companion.actor.require("decide")
        self.limits.allow(diary.of(Decision), diary.once(Decision, corrections))
        if after == before:
            return
        self._companion.actor.require("decide")
        for key in TEXTURES:
            new = after.value(key)
            if new is not None and self.loosens(key, new) and not confirmed:
                raise self.doubt(key, new)

    def clearances(self) -> dict[str, Clearance]:
        """What is cleared now, by exercise id or kind."""
        return clearances(self._companion.diary.of(Clearance))

    def clearance_decisions(self, what: str) -> list[Clearance]:
        """Every time this exercise or kind was allowed or no longer allowed, oldest first."""
        found = [one for one in self._companion.diary.of(Clearance) if one.what == what]
        return sorted(found, key=lambda one: (one.at, one.id))

    def clear(self, what: str, *, decided_by: str, note: str | None = None) -> ClearanceSet:
        """Write down that a therapist allowed an exercise, or a kind of exercise."""
        self._companion.actor.require("decide")
        self._clearable(what)
        signed = self._companion.sign(Clearance, what=what, decided_by=self.named(decided_by), note=note)
        return ClearanceSet(entry=self._companion.keep(signed))

    def unclear(self, what: str, *, decided_by: str | None = None) -> ClearanceSet:
        """Take a clearance back; anybody who may decide can do that at any time."""
        self._companion.actor.require("decide")
        given = self.clearances()
        if what not in given:
            raise Unknown("unknown_clearance", value=what, known=sorted(given))
        who = self.named(decided_by) if decided_by else self._companion.actor.name
        signed = self._companion.sign(Clearance, what=what, decided_by=who, given=False)
        return ClearanceSet(entry=self._companion.keep(signed))

    def _clearable(self, what: str) -> None:
        exercises = self._companion.content.exercises
        kinds = {exercise.category for exercise in exercises.values()}
        if what not in exercises and what not in kinds:
            raise Unknown("unknown_exercise", value=what, known=[*exercises, *sorted(kinds)])

    def decider(self, named: str | None = None) -> str | None:
        """Who decides, where that need not be asked: the one named, else a clinician, in their own name."""
        actor = self._companion.actor
        return actor.name if named is None and actor.role == "clinician" else named

    def named(self, who: str) -> str:
        """Who decided, cleaned; raises Malformed for no name, Refused for one that is not theirs to use."""
        name, own = named(who), self.decider()
        if not name:
            raise Malformed("no_decider")
        if own and not same_name(name, own):
            raise Refused("own_name_decides", name=own, who=name)
        return own or name
