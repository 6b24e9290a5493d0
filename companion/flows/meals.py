"""Conversations about meals."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from companion.domain.limits import MealLimits
from companion.flows.ask import HELPED, SHARES, Ask
from companion.flows.steps import Choose, Flow, Option, Say
from companion.flows.twins import DRINK, FOOD, Writing
from companion.wording import allergens, meals, numbers, swallowing

if TYPE_CHECKING:
    from companion.domain.meals import Meal
    from companion.services.companion import Companion

MORE, OTHER, BEGIN, PLAIN = "more", "other", "begin", "plain"
A_MINUTE = 60  # seconds
OFTEN = 3  # more often than twice
COUGHS = (Option(0, "None"), Option(1, "Once"), Option(2, "Twice"), Option(OTHER, "More often"),
          Option(None, "Nobody counted"))  # fmt: skip


def log_meal(
    companion: "Companion",
    *,
    meal: str | None = None,
    eaten: float | None = None,
    slot: str | None = None,
    at: datetime | None = None,
    minutes: int | None = None,
    coughs: int | None = None,
    helped: bool | None = None,
    note: str | None = None,
) -> Flow:
    """Write down a meal: which, and how much of it was really eaten. Anything more only if asked for."""
    ask, writing = Ask(companion), Writing(companion)
    if meal is None:
        meal = yield _which(companion, slot)
    found = companion.meals.find(meal)
    if eaten is None:
        eaten = yield _eaten(companion, found, Option(MORE, "Another share, minutes, coughs, help"))
        if eaten == MORE:
            eaten = yield ask.number("share", "eaten", unit="servings", default=1)
            minutes = yield ask.number("minutes", "minutes", unit="minutes", whole=True, optional=True)
            coughs = yield ask.number("coughs", "coughs", whole=True, optional=True)
            helped = yield ask.choose("helped", HELPED)
    facts: dict[str, Any] = {"minutes": minutes, "coughs": coughs, "helped": helped, "note": note}
    work = partial(companion.meals.log, found.id, eaten, slot=slot, at=at, **facts)
    return (yield from writing.write(work, keys=(_level(found),)))


def eat_meal(companion: "Companion", *, meal: str | None = None, slot: str | None = None) -> Flow:
    """Eat with the program: what helps before, the clock, then how much, coughing and help."""
    ask, content, writing = Ask(companion), companion.content, Writing(companion)
    if meal is None:
        meal = yield _which(companion, slot)
    found = companion.meals.find(meal)
    begin = ask.choose("begin_meal", [Option(BEGIN, "Begin"), Option(PLAIN, "Without the clock")])
    minutes = None
    if (yield replace(begin, help=meals.before(companion.swallowing.advice(), content))) == BEGIN:
        long = companion.limits(MealLimits, "meal").long_minutes
        minutes = yield ask.timer(
            "meal_clock", "minutes", mark=long, at_mark=meals.enough(long), unit="minutes",
            unit_s=A_MINUTE, end="Finished",
        )  # fmt: skip
    eaten = yield _eaten(companion, found, Option(OTHER, "Another share"))
    if eaten == OTHER:
        eaten = yield ask.number("share", "eaten", unit="servings", default=1)
    coughs = yield ask.choose("coughs_seen", COUGHS)
    if coughs == OTHER:
        coughs = yield ask.number("coughs", "coughs", whole=True, optional=True, default=OFTEN)
    helped = yield ask.choose("helped", HELPED)
    # A clock that was ended within its first minute tells nothing of the meal.
    work = partial(
        companion.meals.log, found.id, eaten, slot=slot, minutes=minutes or None, coughs=coughs, helped=helped
    )
    return (yield from writing.write(work, keys=(_level(found),)))


def tell_therapist(companion: "Companion", *, whom: str | None = None, note: str | None = None) -> Flow:
    """Write down that somebody was told of coughing or long meals; it is quiet then."""
    if whom is None:
        whom = yield Ask(companion).text("whom", default=swallowing.THERAPIST)
    result = companion.swallowing.tell(whom, note=note)
    yield Say(swallowing.told(result.entry, again=result.again))
    return result


def _which(companion: "Companion", slot: str | None) -> Choose:
    """A meal of this part of the day; a typed word looks at any time of day, within the levels as well."""

    def options(slot: str | None, typed: str = "") -> tuple[Option, ...]:
        found = companion.meals.allowed(slot=slot, text=typed)
        return tuple(Option(o.meal.id, o.meal.name, meals.offered(o), o.meal.aloud) for o in found)

    step = Ask(companion).choose("meal", options(slot))
    hidden = allergens.hidden(companion.meals.picked(slot=slot).hidden)
    about = f"{step.help} {hidden}.".strip() if hidden else step.help
    return replace(step, help=about, find=partial(options, None))


def _eaten(companion: "Companion", meal: "Meal", more: Option) -> Choose:
    """How much of it: five shares with their energy, and one option more."""
    per = companion.meals.nutrients(meal)
    shares = [Option(share.value, share.label, numbers.kcal((per * share.value).kcal)) for share in SHARES]
    text = "drunk" if meal.kind == "drink" else "eaten"
    return Ask(companion).choose("eaten", [*shares, more], default=1.0, text=text)


def _level(meal: "Meal") -> str:
    """The part of the plan that it keeps to."""
    return DRINK if meal.kind == "drink" else FOOD


def choose_tag(companion: "Companion") -> Flow:
    """What a list of meals keeps to beside the levels: one tag, or "" for any."""
    tag: str = yield Ask(companion).choose("tag", tags(companion))
    return tag


def tags(companion: "Companion") -> list[Option]:
    """The tags that a list of meals may keep to, "" for any first."""
    names = [id.partition(".")[2] for id in companion.content.section("tag")]
    return [Option("", "Any"), *(Option(name, name.capitalize().replace("-", " ")) for name in names)]
