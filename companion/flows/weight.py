"""Conversations about weight."""

from dataclasses import replace
from datetime import datetime
from math import floor
from typing import TYPE_CHECKING

from companion.domain.weight import Unit, from_kg, to_kg
from companion.flows.ask import Ask
from companion.flows.steps import Flow, Number, Say
from companion.wording import numbers, weight

if TYPE_CHECKING:
    from companion.services.companion import Companion

TENTHS = 10  # of the unit of the scales


def log_weight(
    companion: "Companion",
    *,
    amount: float | None = None,
    unit: Unit | None = None,
    tare: float | None = None,
    ask_tare: bool = False,
    confirmed: bool | None = None,
    at: datetime | None = None,
    note: str | None = None,
) -> Flow:
    """Write down a weight; one that looks like a slip is asked about first.

    `ask_tare` also asks for what was worn or held on the scales, unless `tare` says it.
    """
    ask, unit = Ask(companion), unit or companion.settings.weight_unit
    scales = ask.number("kg", "stones" if unit == "st" else "scales", unit=unit)
    ask_tare = ask_tare and tare is None
    while True:
        if amount is None:
            amount = yield from read(ask, scales)
        if ask_tare:
            tare = yield from _tare(companion, amount, unit)
        doubt = companion.weight.slip(amount, unit=unit, tare=tare, at=at)
        if confirmed is not None or not doubt:
            break
        if (yield ask.confirm("confirm", title=weight.is_it_right(doubt, unit), text="confirm_weight")):
            confirmed = True
            break
        amount = None
    result = companion.weight.log(amount, unit=unit, tare=tare, confirmed=bool(confirmed), at=at, note=note)
    level = result.state.level if result.state and result.newest else "none"
    yield Say(
        weight.logged(result, companion.settings.weight_unit),
        {"none": "info", "red": "warning"}.get(level, "notice"),
    )
    return result


def _tare(companion: "Companion", amount: float, unit: Unit) -> Flow:
    """What to take off, as last time; somebody must be left on the scales."""
    least, last = from_kg(companion.content.bounds("weight_kg")[0], unit), companion.weight.tare(unit)
    title = weight.not_you(to_kg(amount, unit), unit)
    ask = Ask(companion)
    step = ask.number("tare", "tare", unit=unit, title=title)
    high = max(step.low, min(step.high, floor((amount - least) * TENTHS) / TENTHS))
    last = last if last is not None and last <= high else None
    if unit != "st":
        return (yield replace(step, high=high, default=last))
    stones, pounds = divmod(companion.weight.tare("lb") or 0, numbers.A_STONE)
    beside = replace(_pounds(ask, "tare_pounds"), default=round(pounds, 1) or None)
    return (
        yield from read(ask, replace(step, high=high, default=None if last is None else int(stones)), beside)
    )


def read(ask: Ask, scales: Number, beside: Number | None = None) -> Flow:
    """What the scales say; whole stones are followed by their pounds. Asked again, it offers what it had.

    `beside` asks for the pounds in another way.
    """
    amount = yield scales
    if scales.unit == "st" and amount is not None and amount == int(amount):  # 9.2 are no nine and two
        pounds = yield beside or _pounds(ask, "pounds")
        return amount + (pounds or 0) / numbers.A_STONE
    return amount


def _pounds(ask: Ask, id: str) -> Number:
    return ask.number(id, "pounds", unit="lb", optional=True, text="pounds")
