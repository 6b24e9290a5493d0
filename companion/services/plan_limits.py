"""The limits a therapist may set: each with its number now, whose it is, and whether it is locked."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from companion.domain.entries import Decision
from companion.domain.frozen import frozen
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
from companion.domain.plan import limit_changes, limits_asked, limits_kept, plan_in_force
from companion.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.entries import Scalar
    from companion.domain.records import Threshold
    from companion.services.companion import Companion


@frozen
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
        changed = limit_changes(decision.value if decision else None)
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

    def together(self, raw: str) -> str | None:
        """The whole decision about limits with these changed; raises Refused for one that cannot be.

        The others stay as they are; a limit with no number goes back to the content's.
        """
        asked = limits_asked(raw)
        for name, number in asked.items():
            if number is not None:
                self._check(name, number)
        kept = {**limit_changes(self._companion.plan.in_force().value("limits")), **asked}
        for group in dict.fromkeys(name.partition(".")[0] for name in asked):
            self._in_order(group, asked, kept)
        return limits_kept(kept)

    def bounds(self, name: str) -> tuple[float, float]:
        """What a number of this limit can be at all."""
        group, _, field = name.partition(".")
        return GROUPS[group].range(field)

    def whole(self, name: str) -> bool:
        """Whether it is counted in whole numbers."""
        group, _, field = name.partition(".")
        return GROUPS[group].whole(field)

    def _check(self, name: str, number: float) -> None:
        low, high = self.bounds(name)
        unit = self.record(name).unit.removeprefix("of 10")  # the range says that
        if self.whole(name) and number % 1:
            raise Refused("not_whole", what=name, value=f"{number:g}", low=low, high=high)
        if not low <= number <= high:
            raise Refused("out_of_range", what=name, value=number, low=low, high=high, unit=unit)

    def _in_order(
        self, group: str, asked: "Mapping[str, float | None]", kept: "Mapping[str, float | None]"
    ) -> None:
        """Raise Refused where a limit that was asked for contradicts another."""
        model = GROUPS[group]
        start = vars(self._companion.content.limits(model, group))
        numbers = {field: now if (now := kept.get(f"{group}.{field}")) is not None else own
                   for field, own in start.items()}  # fmt: skip
        for low, high, same in model.crossed(numbers):
            first, second = f"{group}.{low}", f"{group}.{high}"
            if asked.keys() & {first, second}:
                least, most = f"{numbers[low]:g}", f"{numbers[high]:g}"
                raise Refused("limits_cross", low=first, high=second, least=least, most=most, same=same)

    def locked(self, value: "Scalar", decided_by: str, lock: Mapping[str, bool]) -> tuple[str, ...]:
        """What is locked once this is decided; raises Refused where it loosens what another locked."""
        held = self.locks()
        self._refuse(held, value, decided_by)
        return still_locked(held, decided_by, lock)

    def lock_all(self, value: str, *, lock: bool | None) -> dict[str, bool]:
        """To lock every limit that a decision names; or to open these and whatever is locked now."""
        if lock is None:
            return {}
        return dict.fromkeys([*limits_asked(value), *([] if lock else self.locks())], lock)

    def allow(self, before: "Sequence[Decision]", after: "Sequence[Decision]") -> None:
        """Hold a correction to the locks, none of which it may take off or loosen; raises Refused."""
        held, then = locks(before), locks(after)
        for name, lock in held.items():
            if name not in then or not same_name(then[name].by, lock.by):
                raise refused(name, lock)
        if plan_in_force(before).limits != plan_in_force(after).limits:
            self._refuse(held, plan_in_force(after).value("limits"), "")

    def _refuse(self, held: Mapping[str, Lock], value: "Scalar", by: str) -> None:
        changed = limit_changes(value) if held else {}
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
