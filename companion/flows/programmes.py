"""Conversations about programmes: a therapist's changes, and a therapist's file."""

from pathlib import Path
from typing import TYPE_CHECKING

from companion.domain.programmes_edit import (
    added,
    blank,
    copied,
    fits,
    moved,
    renamed,
    settled,
    with_item,
    without,
)
from companion.flows.ask import Ask
from companion.flows.steps import Flow, Option, Say
from companion.services.programmes import lasting
from companion.wording import numbers, plan, programmes
from companion.wording.sessions import MODES, POSITIONS

if TYPE_CHECKING:
    from companion.domain.exercises import Exercise
    from companion.domain.programmes import Item, Programme
    from companion.services.companion import Companion

NEW, DONE, ADD, NAME = "new", "done", "add", "name"
CHANGE, COPY = "change", "copy"
EARLIER, LATER, OUT = "earlier", "later", "out"
SHARED = ("reps", "sets")  # whole numbers; the others are seconds
DOSES = (*SHARED, "hold_s", "rest_s")
FACTS = {"source": "own programme", "review": "by who decided it"}


def edit_programme(
    companion: "Companion", *, programme: str | None = None, offered: str | None = None
) -> Flow:
    """Change a programme step by step, or make a new one; saved as one version at the end.

    `offered` is a name to begin on, of who made the decision before.
    """
    companion.actor.require("decide")
    ask = Ask(companion)
    draft = yield from _begin(companion, ask, programme)
    while True:
        answer = yield ask.choose(
            "edit_item", _ways(companion, draft), title=programmes.drafted(draft, lasting(companion, draft))
        )
        if answer == DONE:
            break
        if answer == ADD:
            draft = yield from _add(companion, ask, draft)
        elif answer == NAME:
            draft = renamed(draft, (yield ask.text("edit_name", limit=60, default=draft.name)))
        else:
            draft = yield from _change(companion, ask, draft, int(answer))
    ready = settled(draft, companion.content.exercises)
    return (yield from _save(companion, ask, (ready,), offered=offered))


def import_programme(
    companion: "Companion",
    *,
    file: str | None = None,
    decided_by: str | None = None,
    confirmed: bool | None = None,
    note: str | None = None,
    offered: str | None = None,
) -> Flow:
    """Take programmes from a therapist's file, once what it adds, changes and removes was seen."""
    companion.actor.require("decide")
    ask = Ask(companion)
    if file is None:
        file = yield ask.text("file", limit=300)
    found = companion.programmes.read(Path(file).expanduser())
    return (
        yield from _save(
            companion, ask, found, decided_by=decided_by, confirmed=confirmed, note=note, offered=offered
        )
    )


def _save(
    companion: "Companion",
    ask: Ask,
    found: tuple["Programme", ...],
    *,
    decided_by: str | None = None,
    confirmed: bool | None = None,
    note: str | None = None,
    offered: str | None = None,
) -> Flow:
    """What would be different, who decided it, yes or no; then all of it is kept in one go."""
    previews = [companion.programmes.preview(programme) for programme in found]
    if not any(preview.changes for preview in previews):
        yield Say(programmes.SAME)
        return None
    decided_by = companion.plan.decider(decided_by)
    if decided_by is None:
        decided_by = yield ask.text("decided_by", default=offered)
    if confirmed is None:
        told = [line for one in previews for line in programmes.preview(one, companion.content)]
        step = ask.confirm("confirm", title=companion.content.text("step.confirm_programme").title,
                           text="confirm_programme", about="\n".join(told))  # fmt: skip
        confirmed = yield step
        if not confirmed:
            yield Say(programmes.NOTHING_SAVED)
            return None
    saved = companion.programmes.save(*found, decided_by=decided_by, confirmed=confirmed, note=note)
    yield Say(programmes.saved(saved))
    return saved


def _begin(companion: "Companion", ask: Ask, id: str | None) -> Flow:
    """The programme to change, a copy of it under another name, or a new one with its first exercise."""
    known = companion.programmes.all()
    if id is None:
        new = Option(NEW, programmes.NEW, "From the first exercise on", key="N")
        id = yield ask.choose("edit_programme", [*(_named(companion, p) for p in known.values()), new])
    if id == NEW:
        return (yield from _new(companion, ask))
    chosen = companion.programmes.find(id)
    ways = [Option(CHANGE, programmes.CHANGE), Option(COPY, programmes.COPY)]
    if (yield ask.choose("edit_as", ways, title=f"{chosen.name}:", default=CHANGE)) == CHANGE:
        return chosen
    name = yield ask.text("edit_name", limit=60)
    return copied(chosen, name, known)


def _new(companion: "Companion", ask: Ask) -> Flow:
    name = yield ask.text("edit_name", limit=60)
    places = [Option(id, numbers.capital(words)) for id, words in POSITIONS.items()]
    position = yield ask.choose("edit_position", places)
    gentle = yield ask.confirm("gentle", title=companion.content.text("step.edit_gentle").title,
                               text="edit_gentle")  # fmt: skip
    facts = {**FACTS, "reviewed": companion.today_date()}
    draft = copied(blank(name, position, facts), name, companion.programmes.all())
    return (yield from _add(companion, ask, draft.model_copy(update={"gentle": gentle})))


def _add(companion: "Companion", ask: Ask, draft: "Programme") -> Flow:
    """One more exercise at the end: its kind, then itself."""
    meant = [one for one in companion.content.exercises.values() if fits(draft, one)]
    counts = {kind: sum(one.category == kind for one in meant) for kind in plan.KINDS}
    kinds = [Option(k, words, numbers.count(counts[k], "exercise")) for k, words in plan.KINDS.items()]
    kind = yield ask.choose("edit_kind", [one for one in kinds if counts[one.value]])
    listed = [Option(one.id, one.name, _about(one), one.aloud) for one in meant if one.category == kind]
    chosen = yield ask.choose("edit_exercise", listed, title=f"{plan.KINDS[kind]}: which one?")
    return added(draft, companion.content.exercises[chosen])


def _change(companion: "Companion", ask: Ask, draft: "Programme", at: int) -> Flow:
    """One thing about the exercise at this place."""
    item, last = draft.items[at], len(draft.items) - 1
    exercise = companion.content.exercises[item.exercise]
    title = f"{at + 1}. {exercise.name}: {programmes.dose(item, companion.content)}."
    what = yield ask.choose("edit_what", _facts(item, exercise, at, last), title=title)
    if what == OUT:
        return without(draft, at)
    if what in (EARLIER, LATER):
        return moved(draft, at, at - 1 if what == EARLIER else at + 1)
    title = programmes.question(what, exercise.name)
    if what == "mode":
        modes = [Option(mode, numbers.capital(MODES[mode])) for mode in exercise.modes]
        mode = yield ask.choose("edit_mode", modes, title=title, default=item.mode)
        return with_item(draft, at, mode=mode)
    now = getattr(item.dose(exercise), what)
    whole, unit = what in SHARED, "" if what in SHARED else "s"
    number = yield ask.number(
        "edit_value", what, whole=whole, unit=unit, default=now, title=title, text="edit_value"
    )
    return with_item(draft, at, **{what: number})


def _ways(companion: "Companion", draft: "Programme") -> list[Option]:
    """The end of it first, then adding and naming, then every exercise."""
    content = companion.content
    items = [
        Option(n, content.exercises[one.exercise].name, programmes.dose(one, content))
        for n, one in enumerate(draft.items)
    ]
    more = [Option(ADD, programmes.ADD, key="A")] if len(items) < content.bounds("items")[1] else []
    return [Option(DONE, programmes.DONE, key="D"), *more, Option(NAME, programmes.NAME, key="N"), *items]


def _facts(item: "Item", exercise: "Exercise", at: int, last: int) -> list[Option]:
    """What can be different about an exercise; one that is the only one stays."""
    dose = item.dose(exercise)
    mode = [Option("mode", "Who does the moving", MODES[item.mode])] if len(exercise.modes) > 1 else []
    doses = [
        Option(key, numbers.capital(programmes.KEYS[key]), programmes.value(key, getattr(dose, key)))
        for key in DOSES
    ]
    ways = [
        *([Option(EARLIER, programmes.EARLIER)] if at else []),
        *([Option(LATER, programmes.LATER)] if at < last else []),
        *([Option(OUT, programmes.OUT)] if last else []),
    ]
    return [*mode, *doses, *ways]


def _named(companion: "Companion", programme: "Programme") -> Option:
    """A programme with its version, who decided it and how long it is."""
    decided = next(iter(companion.programmes.versions(programme.id)[::-1]), None)
    about = programmes.about(programme, lasting(companion, programme), decided)
    return Option(programme.id, programme.name, numbers.capital(about), programme.aloud)


def _about(exercise: "Exercise") -> str:
    """5 times, rest 20 s; waits for a therapist's word."""
    waits = "; waits for a therapist's word" if exercise.clearance else ""
    return f"{numbers.count(exercise.dose.reps, 'time')}, rest {exercise.dose.rest_s:g} s{waits}"
