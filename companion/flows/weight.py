"""Conversations about weight."""

from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.weight import Unit
from companion.flows.ask import Ask
from companion.flows.steps import Flow, Say
from companion.wording import errors, weight

if TYPE_CHECKING:
    from companion.services.companion import Companion


def log_weight(
    companion: "Companion",
    *,
    amount: float | None = None,
    unit: Unit | None = None,
    tare: float | None = None,
    confirmed: bool | None = None,
    at: datetime | None = None,
    note: str | None = None,
) -> Flow:
    """Write down a weight; one that looks like a slip is asked about first."""
    ask, unit = Ask(companion), unit or companion.settings.weight_unit
    if amount is None:
        amount = yield ask.number("kg", "scales", unit=unit)
    doubt = companion.weight.slip(amount, unit=unit, tare=tare, at=at)
    while doubt and confirmed is None:
        if (yield ask.confirm("confirm", title=errors.slip(doubt), text="confirm_weight")):
            confirmed = True
        else:
            amount = yield ask.number("kg", "scales", unit=unit, default=amount)
            doubt = companion.weight.slip(amount, unit=unit, tare=tare, at=at)
    result = companion.weight.log(amount, unit=unit, tare=tare, confirmed=bool(confirmed), at=at, note=note)
    level = {"none": "info", "red": "warning"}.get(result.state.level, "notice")
    yield Say(weight.logged(result, companion.settings.weight_unit), level)
    return result
