"""Trends: how weeks and years went, topic by topic, in the sentences of the full screen."""

from functools import partial
from typing import TYPE_CHECKING

from companion.flows.levels import Into
from companion.flows.menus.doors import doors
from companion.flows.steps import Menu, Option, Read
from companion.wording import numbers, trends

if TYPE_CHECKING:
    from companion.services.companion import Companion

WRITES = {
    "energy": "eat", "protein": "eat", "fluid": "drink", "weight": "weight", "tiredness": "tiredness",
    "sessions": "move", "meals": "eat",
}  # fmt: skip


def menu(companion: "Companion") -> Menu:
    """The topics, each with its figure over the last weeks, and the report."""
    span, unit = companion.trends.over(trends.FIRST), companion.settings.weight_unit
    topics = tuple(
        Option(Into(partial(topic, name=name)), trends.title(name), trends.short(span, name, unit))
        for name in trends.TOPICS
    )
    return Menu(
        id="trends",
        title=trends.TITLE,
        told=f"{trends.head(span)[1]}.",
        options=(*topics, *doors(companion, "report")),
    )


def topic(companion: "Companion", *, name: str, days: int | None = trends.FIRST) -> Menu:
    """One topic over some days: its first sentence, then all of them, the list, and the other spans."""
    span, unit, title = companion.trends.over(days), companion.settings.weight_unit, trends.title(name)
    told, rows = trends.said(span, name, unit), trends.rows(span, name, unit)
    reads = ((trends.IN_FULL, tuple(("", text) for text in told)), (trends.LIST, trends.pages(rows)))
    texts = tuple(Option(Read(f"{title}, {what.lower()}", text), what) for what, text in reads if text)
    first = () if rows else doors(companion, WRITES[name])
    others = _spans(name) if days == trends.FIRST else ()
    first_said = numbers.capital(told[0].removeprefix(f"{title}: "))  # the title was said just before
    lead = first_said if rows or not span.is_all else trends.coming(name)
    over = "" if days == trends.FIRST else f". {trends.head(span)[1]}"
    return Menu(id="trend", title=f"{title}{over}", told=lead, options=(*first, *texts, *others))


def _spans(name: str) -> list[Option]:
    """The same over other days."""
    return [
        Option(Into(partial(topic, name=name, days=days)), span)
        for days, span in trends.SPANS
        if days != trends.FIRST
    ]
