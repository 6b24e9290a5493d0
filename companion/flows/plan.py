"""Conversations about the plan: decisions and clearances."""

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.limits import GROUPS
from companion.domain.limits_locked import same_name
from companion.domain.plan import ADVICE, KEYS, STAGES, limits_asked
from companion.domain.textures import DRINK_LEVELS, FOOD_LEVELS
from companion.errors import Unknown
from companion.flows.ask import Ask
from companion.flows.steps import Flow, Option, Say
from companion.services.plan import AMOUNTS
from companion.wording import errors, numbers, plan, plan_limits, programmes, welcome

if TYPE_CHECKING:
    from companion.services.companion import Companion

NOT_YET = Option(None, "Not known yet", key="N")
ANOTHER = Option(None, "Another name")
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
    lock: bool | None = None,
) -> Flow:
    """Write down a decision: what, which value, by whom. Loosening a texture is asked about once more.

    `lock` locks every limit named, or opens one's own. `offered` is a name to begin on: of who made the
    decision before, at the same sitting.
    """
    companion.actor.require("decide")  # before anybody types an answer that could not be kept
    ask, content = Ask(companion), companion.programmes.library
    decided_by = companion.plan.decider(decided_by)
    if key is None:
        in_force = companion.plan.in_force()
        options = [Option(k, plan.title(k), plan.in_force(in_force.decision(k), content)) for k in KEYS]
        key = yield ask.choose("key", options, text="plan_key")
    if key == "limits" and value is None:
        return (yield from _set_limit(companion, ask, decided_by, offered))
    if value is None:
        value = yield from _value(companion, ask, key)
        if value is None:
            yield Say(plan.not_yet(key))
            return None
    kept = companion.plan.check(key, value)
    if decided_by is None:
        question = content.text("step.decided_by").title
        told = limits_asked(value) if key == "limits" else kept
        title = f"{plan.chosen(key, told, content)} {question}"
        decided_by = yield from _who(ask, title, offered)
    if confirmed is None and companion.plan.loosens(key, kept):
        doubt = companion.plan.doubt(key, kept)
        confirmed = yield ask.confirm("confirm", title=errors.words(doubt).sentence, text="confirm_plan")
        if not confirmed:
            yield Say(plan.NOTHING_CHANGED)
            return None
    before = companion.programmes.by_stage() if key == "stage" else None
    locks = companion.plan.limits.lock_all(value, lock=lock) if key == "limits" else None
    result = companion.plan.set(
        key, value, decided_by=decided_by, confirmed=bool(confirmed), note=note, lock=locks
    )
    yield Say(plan.set_(result, content))
    if key in LEVELS and (misfits := sum(dish.misfit is not None for dish in companion.day_plan.planned())):
        yield Say(plan.no_longer_fit(misfits), "notice")
    if before is not None:
        yield Say(programmes.by_stage(before, companion.programmes.by_stage()))
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
    decided_by = companion.plan.decider(decided_by)
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
    held = companion.sessions_notes.standing().held
    waiting = [e for e in companion.content.exercises.values() if e.clearance or e.id in held]
    hurting = {id for id, hold in held.items() if hold.code == "pain"}
    kinds = list(dict.fromkeys(e.category for e in waiting if e.id not in hurting))
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
    if key in ADVICE:
        default = None if now is None else numbers.plain(now)
        options = [Option("yes", plan.ADVISED[True]), Option("no", plan.ADVISED[False])]
        return (yield ask.choose("value", options, text=f"advice_{key.replace('-', '_')}", default=default))
    if key == "programme":
        listed = companion.programmes.all().values()
        options = [Option(p.id, p.name, p.frequency, p.aloud) for p in listed]
        return (yield ask.choose("value", options, text="programme_usual", default=now))
    if key == "stage":
        texts = [(n, content.text(f"stage.{n}")) for n in STAGES]
        stages = [Option(n, s.title, s.text, s.aloud) for n, s in texts]
        return (yield ask.choose("value", stages, text="plan_stage", default=now))
    raise Unknown("unknown_key", value=key, known=list(KEYS))


def _who(ask: Ask, title: str, offered: str | None) -> Flow:
    """Who decided, by a digit: who is `offered`, those of the first start, or another by a typed name."""
    known = {**({offered: offered} if offered else {}), **welcome.DECIDERS}
    options = [Option(name, said) for name, said in known.items()]
    who = yield ask.choose(
        "decided_by", [*options, ANOTHER], text="who_decided", title=title, default=offered
    )
    if who is None:
        who = yield ask.text("decided_by_name", title=title, text="decided_by")
    return who


def _set_limit(companion: "Companion", ask: Ask, decided_by: str | None, offered: str | None) -> Flow:
    """One limit: its group, itself, its number, whether it is locked. The others stay as they are."""
    limits, content = companion.plan.limits, companion.content
    group = yield ask.choose("limit_group", [Option(name, plan_limits.group(name)) for name in _groups()])
    options = [
        Option(one.name, plan_limits.title(one.name, content), plan_limits.detail(one, content))
        for one in limits.group(group)
    ]
    name = yield ask.choose("limit", options, title=f"{plan_limits.group(group)}: which limit?")
    now = limits.now(name)
    unit, title = limits.record(name).unit, plan_limits.question(now, content)
    whole, bounds = limits.whole(name), limits.bounds(name)
    number = yield ask.number("limit_value", bounds, unit=unit, whole=whole, default=now.value, title=title)
    changed = f"{name}={number:g}"
    companion.plan.check("limits", changed)
    if decided_by is None:
        title = f"{plan_limits.one(name, number, content)} {content.text('step.decided_by').title}"
        decided_by = yield ask.text("decided_by", title=title, default=offered)
    yours = now.lock is not None and same_name(now.lock.by, decided_by)
    lock = yield replace(
        ask.confirm("lock", title=content.text("step.lock").title, text="lock"), default=yours
    )
    result = companion.plan.set("limits", changed, decided_by=decided_by, lock={name: lock})
    yield Say(plan.set_(result, content))
    return result


def _groups() -> list[str]:
    """The groups of limits, those of sessions first."""
    return sorted(GROUPS, key=lambda name: name not in ("session", "after"))
