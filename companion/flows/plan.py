"""Conversations about the plan: decisions and clearances."""

from typing import TYPE_CHECKING

from companion.domain.plan import KEYS, STAGES
from companion.domain.textures import DRINK_LEVELS, FOOD_LEVELS
from companion.errors import Refused
from companion.flows.ask import Ask
from companion.flows.steps import Flow, Option, Say
from companion.services.plan import AMOUNTS
from companion.wording import errors, numbers, plan

if TYPE_CHECKING:
    from companion.services.companion import Companion

NOT_YET = Option(None, "Not known yet", key="N")
LEVELS = {"food-level": (FOOD_LEVELS, "food"), "drink-level": (DRINK_LEVELS, "drink")}


def set_plan(
    companion: "Companion",
    *,
    key: str | None = None,
    value: str | None = None,
    decided_by: str | None = None,
    confirmed: bool | None = None,
    note: str | None = None,
    offered: str | None = None,
) -> Flow:
    """Write down a decision: what, which value, by whom. Loosening a texture is asked about once more.

    `offered` is a name to begin on: of who made the decision before, at the same sitting.
    """
    companion.actor.require("decide")  # before anybody types an answer that could not be kept
    ask, content = Ask(companion), companion.content
    if key is None:
        in_force = companion.plan.in_force()
        options = [Option(k, plan.title(k), plan.in_force(in_force.decision(k), content)) for k in KEYS]
        key = yield ask.choose("key", options, text="plan_key")
    if value is None:
        value = yield from _value(companion, ask, key)
        if value is None:
            yield Say(plan.not_yet(key))
            return None
    kept = companion.plan.check(key, value)
    if decided_by is None:
        question = content.text("step.decided_by").title
        title = f"{plan.chosen(key, kept, content)} {question}"
        decided_by = yield ask.text("decided_by", title=title, default=offered)
    if confirmed is None and companion.plan.loosens(key, kept):
        doubt = Refused("needs_confirm", key=key, old=companion.plan.in_force().value(key), value=value)
        confirmed = yield ask.confirm("confirm", title=errors.words(doubt).sentence, text="confirm_plan")
        if not confirmed:
            yield Say(plan.NOTHING_CHANGED)
            return None
    result = companion.plan.set(key, value, decided_by=decided_by, confirmed=bool(confirmed), note=note)
    yield Say(plan.set_(result, content))
    return result


def add_clearance(
    companion: "Companion",
    *,
    what: str | None = None,
    decided_by: str | None = None,
    note: str | None = None,
    offered: str | None = None,
) -> Flow:
    """Write down what a therapist allowed: a whole kind of exercise, or one. `offered` as in set_plan."""
    companion.actor.require("decide")
    ask = Ask(companion)
    if what is None:
        what = yield ask.choose("clearance", _clearable(companion))
    if decided_by is None:
        decided_by = yield ask.text("decided_by", default=offered)
    result = companion.plan.clear(what, decided_by=decided_by, note=note)
    yield Say(plan.cleared(result, companion.content))
    return result


def remove_clearance(
    companion: "Companion", *, what: str | None = None, decided_by: str | None = None
) -> Flow:
    """Take a clearance back."""
    companion.actor.require("decide")
    content = companion.content
    if what is None:
        given = companion.plan.clearances()
        if not given:
            yield Say(plan.nothing_cleared())
            return None
        options = [
            Option(w, plan.exercise(w, content), f"by {c.decided_by}, {numbers.dated(c.at)}")
            for w, c in given.items()
        ]
        what = yield Ask(companion).choose("clearance", options, text="no_clearance")
    result = companion.plan.unclear(what, decided_by=decided_by)
    yield Say(plan.cleared(result, content))
    return result


def _clearable(companion: "Companion") -> list[Option]:
    """The kinds first, then one exercise after another; only what waits for a therapist's word."""
    waiting = [e for e in companion.content.exercises.values() if e.clearance]
    kinds = list(dict.fromkeys(e.category for e in waiting))
    counts = {kind: sum(e.category == kind for e in waiting) for kind in kinds}
    return [
        *(Option(k, plan.exercise(k), f"all: {numbers.count(counts[k], 'exercise')}") for k in kinds),
        *(Option(e.id, e.name, plan.exercise(e.category).lower(), e.aloud) for e in waiting),
    ]


def levels(companion: "Companion", key: str) -> list[Option]:
    """The food or drink levels to choose from, each by its name."""
    known, kind = LEVELS[key]
    names = companion.content.levels
    return [_level(n, getattr(names[n], kind), names[n].aloud) for n in known]


def _level(id: str, name: str, aloud: str) -> Option:
    """A level is taken by its own digit; easy to chew, which has none, by E."""
    spoken = f"{aloud}, {name}"
    if id.isdigit():
        return Option(id, name, spoken=spoken, key=id)
    return Option(id, f"{id}, {name[0].lower()}{name[1:]}", spoken=spoken, key=id[-2])


def _value(companion: "Companion", ask: Ask, key: str) -> Flow:
    """The question that fits the key, beginning on what is decided; what can be listed is listed.

    Where no level is decided it begins on not known yet, so that Enter alone decides none.
    """
    content, now = companion.content, companion.plan.in_force().value(key)
    if key in LEVELS:
        kind = LEVELS[key][1]
        options = [*levels(companion, key), *([NOT_YET] if now is None else [])]
        return (yield ask.choose("value", options, text=f"{kind}_level", default=now))
    if key in AMOUNTS:
        amount = float(now) if isinstance(now, int | float) else None
        title, unit = plan.question(key), plan.UNITS[key]
        step = ask.number("value", f"{key}_target", unit=unit, default=amount, title=title, text="plan_value")
        return str((yield step))
    if key == "thicker-ok":
        default = None if now is None else numbers.plain(now)
        yes_no = [Option("no", "No"), Option("yes", "Yes")]
        return (yield ask.choose("value", yes_no, text="thicker_ok", default=default))
    if key == "programme":
        programmes = [Option(p.id, p.name, p.frequency, p.aloud) for p in content.programmes.values()]
        return (yield ask.choose("value", programmes, text="programme_usual", default=now))
    if key == "stage":
        texts = [(n, content.text(f"stage.{n}")) for n in STAGES]
        stages = [Option(n, s.title, s.text, s.aloud) for n, s in texts]
        return (yield ask.choose("value", stages, text="plan_stage", default=now))
    return (yield ask.text("value", limit=200, text="plan_limits", default=None if now is None else str(now)))
