"""Trends: how weeks and years went, topic by topic, in the sentences of the full screen."""

from functools import partial
from typing import TYPE_CHECKING

from companion.flows.levels import Into
from companion.flows.menus.doors import doors
from companion.flows.roles import allowed
from companion.flows.steps import Menu, Option, Read
from companion.wording import trends

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
    """One topic over some days: what it comes to, then the rest of that, the list, and the other spans."""
    span, unit, title = companion.trends.over(days), companion.settings.weight_unit, trends.title(name)
    (lead, more), rows = trends.in_two(span, name, unit), trends.rows(span, name, unit)
    first = () if rows else doors(companion, WRITES[name])
    if not rows and span.is_all:
        coming = trends.coming(name)
        alone = Option(Read(title, (("", coming),)), trends.IN_FULL)  # for who may not begin it
        return Menu(id="trend", title=title, told=coming, options=(*allowed(companion, first), alone)[:1])
    reads = ((trends.IN_FULL, tuple(("", text) for text in more)), (trends.LIST, trends.pages(rows)))
    texts = tuple(Option(Read(f"{title}, {what.lower()}", text), what) for what, text in reads if text)
    others = _spans(name) if days == trends.FIRST else ()
    over = "" if days == trends.FIRST else f". {trends.head(span)[1]}"
    return Menu(id="trend", title=f"{title}{over}", told=lead, options=(*first, *texts, *others))


def _spans(name: str) -> list[Option]:
    """The same over other days."""
    return [
        Option(Into(partial(topic, name=name, days=days)), span)
        for days, span in trends.SPANS
        if days != trends.FIRST
    ]
