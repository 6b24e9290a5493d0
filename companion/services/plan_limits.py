"""The limits a therapist may set: each with its number now, whose it is, and whether it is locked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.entries import Decision
from companion.domain.limits import GROUPS
from companion.domain.limits_locked import (
    Lock,
    locks,
    refuse_loosened,
    refused,
    same_name,
    still_locked,
    whose,
)
from companion.domain.plan import limit_changes, plan_in_force
from companion.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.entries import Scalar
    from companion.domain.records import Threshold
    from companion.services.companion import Companion

OF_TEN = ("of 10", "points")  # the units of the scale of tiredness and effort


@dataclass(frozen=True, slots=True)
class LimitNow:
    """A limit: its number now, the program's own, whose it is, and the lock on it."""

    name: str
    value: float
    start: float
    by: str
    lock: Lock | None


class PlanLimits:
    """Reads the limits in force and holds a decision about them to the locks."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def group(self, name: str) -> list[LimitNow]:
        """Every limit of a group that is one number, in the order of its model."""
        known = self._companion.content.thresholds
        names = [f"{name}.{field}" for field in GROUPS[name].model_fields]
        return [self.now(one) for one in names if not isinstance(known[one].value, tuple)]

    def now(self, name: str) -> LimitNow:
        """One limit."""
        decision = self._companion.plan.in_force().decision("limits")
        changed = limit_changes(decision.value) if decision else {}
        start = self._start(name)
        by = self.whose().get(name, self.record(name).set_by)
        return LimitNow(name, changed.get(name, start), start, by, self.locks().get(name))

    def record(self, name: str) -> "Threshold":
        """What the content says about a limit."""
        return self._companion.content.thresholds[name]

    def locks(self) -> dict[str, Lock]:
        """What is locked, by the name of the limit."""
        return locks(self._companion.diary.of(Decision))

    def whose(self) -> dict[str, str]:
        """Who decided each limit that is decided now."""
        return whose(self._companion.diary.of(Decision))

    def together(self, name: str, number: float) -> str:
        """The whole decision about limits with one of them changed."""
        decided = self._companion.plan.in_force().value("limits")
        changed = {**(limit_changes(decided) if decided is not None else {}), name: number}
        return ", ".join(f"{one}={value:g}" for one, value in sorted(changed.items()))

    def bounds(self, name: str) -> tuple[float, float]:
        """What a number of this limit can be at all."""
        content, unit = self._companion.content, self.record(name).unit
        if unit in OF_TEN:
            return content.bounds("rating")
        low, high = content.bounds("limit")
        return min(low, self._start(name)), high

    def whole(self, name: str) -> bool:
        """Whether it is counted in whole numbers."""
        group, _, field = name.partition(".")
        return GROUPS[group].model_fields[field].annotation is int

    def check(self, value: "Scalar") -> None:
        """Raise Refused for a number that cannot be."""
        for name, number in limit_changes(value).items():
            low, high = self.bounds(name)
            if not low <= number <= high or (self.whole(name) and number != int(number)):
                raise Refused("out_of_range", what=name, value=number, low=low, high=high)

    def locked(self, value: "Scalar", decided_by: str, lock: Mapping[str, bool]) -> tuple[str, ...]:
        """What is locked once this is decided; raises Refused where it loosens what another locked."""
        held = self.locks()
        self._refuse(held, value, decided_by)
        return still_locked(held, decided_by, lock)

    def lock_all(self, value: str, *, lock: bool | None) -> dict[str, bool]:
        """To lock every limit that a decision names; or to open these and whatever is locked now."""
        if lock is None:
            return {}
        return dict.fromkeys([*limit_changes(value), *([] if lock else self.locks())], lock)

    def allow(self, before: "Sequence[Decision]", after: "Sequence[Decision]") -> None:
        """Hold a correction to the locks, none of which it may take off or loosen; raises Refused."""
        held, then = locks(before), locks(after)
        for name, lock in held.items():
            if name not in then or not same_name(then[name].by, lock.by):
                raise refused(name, lock)
        if plan_in_force(before).limits != plan_in_force(after).limits:
            self._refuse(held, plan_in_force(after).value("limits"), "")

    def _refuse(self, held: Mapping[str, Lock], value: "Scalar", by: str) -> None:
        changed = limit_changes(value) if held and value is not None else {}
        refuse_loosened(
            held,
            self._start,
            lambda name: changed.get(name, self._start(name)),
            self._direction,
            decided_by=by,
        )

    def _start(self, name: str) -> float:
        return self._companion.content.limit(name)

    def _direction(self, name: str) -> float:
        """Which way is looser, from the content: 1 is upwards, -1 downwards, 0 where nobody said."""
        told = self._companion.content.thresholds.get(f"looser.{name.replace('.', '_')}")
        return told.value if told and not isinstance(told.value, tuple) else 0
