"""Conversations about the plan: decisions and clearances."""

from typing import TYPE_CHECKING

from companion.domain.plan import KEYS, STAGES
from companion.domain.textures import DRINK_LEVELS, FOOD_LEVELS
from companion.errors import Refused
from companion.flows.ask import Ask, following
from companion.flows.steps import Flow, Option, Say
from companion.wording import errors, plan

if TYPE_CHECKING:
    from companion.services.companion import Companion


def set_plan(
    companion: "Companion",
    *,
    key: str | None = None,
    value: str | None = None,
    decided_by: str | None = None,
    confirmed: bool | None = None,
    note: str | None = None,
    after: str = "",
) -> Flow:
    """Write down a decision: what, which value, by whom. Loosening a texture is asked about once more.

    `after` is the key that was decided before.
    """
    companion.actor.require("decide")  # before anybody types an answer that could not be kept
    ask = Ask(companion)
    if key is None:
        in_force = companion.plan.in_force()
        options = [Option(k, plan.title(k), plan.in_force(in_force.decision(k))) for k in KEYS]
        key = yield ask.choose("key", options, text="plan_key", default=following(after, list(KEYS)))
    if value is None:
        value = yield from _value(companion, ask, key)
    kept = companion.plan.check(key, value)
    if decided_by is None:
        question = companion.content.text("step.decided_by").title
        chosen = plan.chosen(key, kept, _name(companion, key, kept))
        decided_by = yield ask.text("decided_by", title=f"{chosen} {question}")
    if confirmed is None and companion.plan.loosens(key, kept):
        doubt = Refused("needs_confirm", key=key, old=companion.plan.in_force().value(key), value=value)
        confirmed = yield ask.confirm("confirm", title=errors.words(doubt).sentence, text="confirm_plan")
        if not confirmed:
            yield Say(plan.NOTHING_CHANGED)
            return None
    result = companion.plan.set(key, value, decided_by=decided_by, confirmed=bool(confirmed), note=note)
    yield Say(plan.set_(result))
    return result


def add_clearance(
    companion: "Companion", *, what: str | None = None, decided_by: str | None = None, note: str | None = None
) -> Flow:
    """Write down what a therapist allowed."""
    companion.actor.require("decide")
    ask = Ask(companion)
    if what is None:
        waiting = [e for e in companion.content.exercises.values() if e.clearance]
        what = yield ask.choose("clearance", [Option(e.id, e.name, e.category, e.aloud) for e in waiting])
    if decided_by is None:
        decided_by = yield ask.text("decided_by")
    result = companion.plan.clear(what, decided_by=decided_by, note=note)
    yield Say(plan.cleared(result))
    return result


def remove_clearance(
    companion: "Companion", *, what: str | None = None, decided_by: str | None = None
) -> Flow:
    """Take a clearance back."""
    companion.actor.require("decide")
    if what is None:
        given = companion.plan.clearances()
        if not given:
            yield Say(plan.nothing_cleared())
            return None
        what = yield Ask(companion).choose(
            "clearance", [Option(w, w, plan.described_clearance(c)) for w, c in given.items()]
        )
    result = companion.plan.unclear(what, decided_by=decided_by)
    yield Say(plan.cleared(result))
    return result


def _level(id: str, name: str, aloud: str) -> Option:
    """A level is taken by its own digit; easy to chew, which has none, by E."""
    spoken = f"{aloud}, {name}"
    if id.isdigit():
        return Option(id, name, spoken=spoken, key=id)
    return Option(id, f"{id}, {name[0].lower()}{name[1:]}", spoken=spoken, key=id[-2])


def _name(companion: "Companion", key: str, value: object) -> str:
    """What a level or a programme is called; "" for what has no name."""
    content, id = companion.content, str(value)
    match key:
        case "programme":
            return content.programmes[id].name
        case "food-level":
            return content.levels[id].food
        case "drink-level":
            return content.levels[id].drink
    return ""


def _value(companion: "Companion", ask: Ask, key: str) -> Flow:
    """The question that fits the key; what can be listed is listed."""
    levels = {"food-level": (FOOD_LEVELS, "food"), "drink-level": (DRINK_LEVELS, "drink")}
    if key in levels:
        known, kind = levels[key]
        names = companion.content.levels
        options = [_level(n, getattr(names[n], kind), names[n].aloud) for n in known]
        return (yield ask.choose("value", options, text=f"{kind}_level"))
    if key == "thicker-ok":
        return (yield ask.choose("value", [Option("no", "No"), Option("yes", "Yes")], text="plan_value"))
    if key == "programme":
        programmes = companion.content.programmes.values()
        return (
            yield ask.choose(
                "value", [Option(p.id, p.name, p.frequency, p.aloud) for p in programmes], text="programme"
            )
        )
    if key == "stage":
        stages = [companion.content.text(f"stage.{n}") for n in STAGES]
        return (
            yield ask.choose(
                "value",
                [Option(n, s.title, s.text, s.aloud) for n, s in enumerate(stages, 1)],
                text="plan_value",
            )
        )
    return (yield ask.text("value", limit=200, title=f"{plan.title(key)}?", text="plan_value"))
