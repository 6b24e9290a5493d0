"""Conversations about meals."""

from datetime import datetime
from typing import TYPE_CHECKING

from companion.flows.ask import SHARES, Ask
from companion.flows.intake import told
from companion.flows.steps import Flow, Option
from companion.wording import meals, numbers

if TYPE_CHECKING:
    from companion.services.companion import Companion

MORE = "more"


def log_meal(
    companion: "Companion",
    *,
    meal: str | None = None,
    eaten: float | None = None,
    slot: str | None = None,
    at: datetime | None = None,
    minutes: int | None = None,
    coughs: int | None = None,
    note: str | None = None,
) -> Flow:
    """Write down a meal: which, and how much of it was really eaten. Minutes and coughs only if asked for."""
    ask = Ask(companion)
    if meal is None:
        offers = companion.meals.allowed(slot=slot)
        meal = yield ask.choose(
            "meal", [Option(o.meal.id, o.meal.name, meals.offered(o), o.meal.aloud) for o in offers]
        )
    found = companion.meals.find(meal)
    if eaten is None:
        per = companion.meals.nutrients(found)
        shares = [
            Option(share.value, share.label, numbers.kcal((per * share.value).kcal)) for share in SHARES
        ]
        more = Option(MORE, "Another share, minutes, coughs")
        text = "drunk" if found.kind == "drink" else "eaten"
        eaten = yield ask.choose("eaten", [*shares, more], default=1.0, text=text)
        if eaten == MORE:
            eaten = yield ask.number("share", "eaten", unit="servings", default=1)
            minutes = yield ask.number("minutes", "minutes", unit="minutes", whole=True, optional=True)
            coughs = yield ask.number("coughs", "coughs", whole=True, optional=True)
    result = companion.meals.log(found.id, eaten, slot=slot, at=at, minutes=minutes, coughs=coughs, note=note)
    yield from told(result)
    return result


def choose_tag(companion: "Companion") -> Flow:
    """What a list of meals keeps to beside the levels: one tag, or "" for any."""
    names = [id.partition(".")[2] for id in companion.content.section("tag")]
    tags = [Option(name, name.capitalize().replace("-", " ")) for name in names]
    tag: str = yield Ask(companion).choose("tag", [Option("", "Any"), *tags])
    return tag
