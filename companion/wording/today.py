"""The day: what is next and why, each figure and what it is measured against, and all of it in lines."""

from typing import TYPE_CHECKING

from companion.domain.frozen import frozen
from companion.wording import (
    day_plan,
    fatigue,
    intake,
    intake_week,
    meals,
    meals_next,
    numbers,
    remarks,
    sessions,
    sessions_after,
    tube_talk,
    weight,
)

if TYPE_CHECKING:
    from companion.domain.weight import Unit
    from companion.services.energy import Targets
    from companion.services.today import DayView, Next

DEMO = "DEMO"
WHY_TITLE = "Why am I seeing this?"


@frozen
class Coming:
    """What is next: a notice where the watch speaks, else empty; what, why (and shorter), what Enter does."""

    notice: str
    title: str
    why: str
    short: str
    action: str


@frozen
class Figure:
    """A figure, what it is measured against (and shorter), and whether it is worth a notice."""

    name: str
    value: str
    beside: str
    short: str
    marked: bool = False


def head(view: "DayView", by: str = "") -> tuple[str, str]:
    """Tuesday 14 April, Maria for Ruth; and shorter. `by` is who was named to act; a demo says so first."""
    demo, whose = [DEMO] if view.demo else [], view.person.name or ""
    helper = [by] if by and by.casefold() != whose.casefold() else []
    name = [" for ".join([*helper, *([whose] if whose else [])])] if helper or whose else []
    long = "   ".join([*demo, numbers.weekday(view.date), *name])
    return long, "   ".join([*demo, f"{view.date:%a} {numbers.day(view.date)}", *helper])


def whose(view: "DayView", by: str = "") -> str:
    """The same as a sentence: Tuesday 14 April, Maria for Ruth."""
    return numbers.sentence(", ".join(head(view, by)[0].split("   ")))


def coming(upcoming: "Next", view: "DayView") -> Coming:
    """The one thing to do next, with its reason; where the watch speaks, its reason comes first."""
    watch = view.fatigue.watch
    title, why, short, action = _coming(upcoming, view)
    if watch.level == "none":
        return Coming("", title, why, short, action)
    reason = fatigue.reason(watch)
    return Coming(fatigue.TITLES[watch.level], title, f"{reason} {fatigue.advice(watch)}", reason, action)


def _coming(upcoming: "Next", view: "DayView") -> tuple[str, str, str, str]:
    if upcoming.unfinished:
        title, why = upcoming.unfinished.started.title, sessions.broke_off(upcoming.unfinished)
        return title, why, why, sessions.go_on(upcoming.unfinished)
    if upcoming.choices and upcoming.choice:
        name, about = upcoming.choice.programme.name, numbers.sentence(sessions.choice(upcoming.choice))
        if upcoming.code == "gentle":
            return f"{name}, or rest", sessions.reason(upcoming.choices), about, "Choose a session"
        more = f" {sessions.reason(upcoming.choices)}" if upcoming.choices.softer else ""
        return name, about + more, about, "Begin"
    if upcoming.code == "level":
        return meals.LEVEL_FIRST, meals.NOT_BEFORE, meals.NOT_BEFORE, "Write it down"
    return _meal(upcoming, view)


def _moving(upcoming: "Next", view: "DayView") -> str:
    """What would be done, of a session broken off where it goes on first: names may be cut short."""
    title, _, _, action = _coming(upcoming, view)
    return f"{action[:1].lower()}{action[1:]}, {title}" if upcoming.unfinished else title


def _meal(upcoming: "Next", view: "DayView") -> tuple[str, str, str, str]:
    """What is planned for this part of the day, else what would go well and why."""
    left, title = numbers.sentence(intake.to_go(view.intake)), f"Next meal: {upcoming.slot}"
    if upcoming.planned:
        entry = upcoming.planned.entry
        what = f"Planned: [{entry.name}, {numbers.kcal(entry.kcal)}]."
        return title, f"{what} {left}", f"[{entry.name}]", "Eaten"
    if upcoming.idea:
        one = upcoming.idea.candidate
        why = f"{numbers.sentence(meals_next.suggested(upcoming.idea))} {left}".strip()
        return title, why, f"{one.offer.meal.label}, {numbers.kcal(one.per.kcal)}", "Choose a meal"
    return title, left, left, "Choose a meal"


def told(coming: Coming) -> str:
    """What is next for a listener: Next: Hands and wrists. 13 minutes, sitting. A notice says why instead."""
    title = coming.title if coming.title.startswith("Next") else f"Next: {coming.title}"
    parts = (coming.notice, title, "" if coming.notice else coming.short)
    return " ".join(numbers.sentence(part) for part in parts if part)


def beside_doors(upcoming: "Next", view: "DayView", unit: "Unit" = "kg") -> dict[str, str]:
    """The value of each door of the day, by the door's name; a door without one is left out."""
    day, moving = view.intake, upcoming.choices is not None or upcoming.unfinished is not None
    drunk, fluid = day.day.taken.fluid_ml, day.targets.fluid
    of = f" of {numbers.millilitres(fluid.ml)}" if fluid else ""
    tired = (fatigue.latest(view.fatigue), fatigue.beside(view.fatigue))
    values = {
        "move": _moving(upcoming, view) if moving else "",
        "eat": f"{upcoming.slot} is next" if upcoming.code == "eat" else "",
        "drink": "" if drunk is None else f"{numbers.whole(drunk)}{of}" if of else numbers.millilitres(drunk),
        "tiredness": ", ".join(part for part in tired if part) if view.fatigue.latest else "",
        "eaten": intake.energy_line(day).replace("of at least", "of") if day.day.entries else "",
        "weight": numbers.kilograms(view.weight.kg, unit) if view.weight else "",
    }
    return {name: value for name, value in values.items() if value}


def asked(view: "DayView") -> str:
    """The question that is due, as a row: after a session, else a talk to offer; empty where none is."""
    if view.after is not None:
        return sessions_after.ROWS[view.after.when]
    return tube_talk.ROW if any(remark.code == "tube_talk" for remark in view.due) else ""


def eaten(view: "DayView", *, logs: bool = True, decides: bool = True) -> Figure:
    """The energy of the day, what it is measured against and how much is left; keys as the reader may."""
    day = view.intake
    target, unknown = day.targets.energy.kcal, day.day.unknown_kcal
    no_target = "P writes a target" if decides else "no target yet"
    against = no_target if target is None else f"of {_floor(day.targets)}"
    left = intake.to_go(day)
    if not day.day.entries:
        left = "Nothing yet. 2 adds a meal" if logs else "Nothing yet"
    elif unknown:
        left = f"{unknown} not known"
    decided = target is None or day.targets.energy.source == "dietitian"
    short = against.removeprefix("of ") if decided else f"about {numbers.whole(target)}"  # of 40 columns
    coming = day_plan.waiting(view.planned)
    more = f"{left}, {coming}" if left and coming else left or coming
    return Figure("kcal eaten", numbers.figure(day.day.taken.kcal), f"{against}\n{more}", f"{short}\n{left}")


def _floor(targets: "Targets") -> str:
    """At least 1,900; of an estimate, at least about 1,700, estimated."""
    floor = numbers.whole(targets.energy.kcal)
    decided = targets.energy.source == "dietitian"
    return f"at least {floor}" if decided else f"at least about {floor}, estimated"


def figures(view: "DayView", unit: "Unit" = "kg", *, logs: bool = True) -> list[Figure]:
    """Protein, fluid, weight and tiredness. `logs`: whether the reader may add to them."""
    return [_protein(view), _fluid(view), _weight(view, unit, logs=logs), _tiredness(view, logs=logs)]


def _protein(view: "DayView") -> Figure:
    value, target = numbers.grams(view.intake.day.taken.protein_g), view.intake.targets.protein
    unknown = intake.protein_unknown(view.intake)
    if target is None:
        return Figure("Protein", value, unknown or "the range needs a weight", unknown or "needs a weight")
    between = intake.protein_range(view.intake.targets)
    asked = "asked for" if target.source == "dietitian" else "usual advice"
    if unknown:
        return Figure("Protein", value, f"{unknown}, {asked} {between}", unknown)
    return Figure("Protein", value, f"{asked} {between}", between)


def _fluid(view: "DayView") -> Figure:
    value, target = numbers.millilitres(view.intake.day.taken.fluid_ml), view.intake.targets.fluid
    if target is None:
        unknown = intake.fluid_unknown(view.intake)
        return Figure("Fluid", value, unknown or "the aim needs a weight", unknown or "needs a weight")
    against, unknown = f"of {numbers.millilitres(target.ml)}", intake.fluid_unknown(view.intake)
    if unknown:
        return Figure("Fluid", value, f"{unknown}, {against}", unknown)
    return Figure("Fluid", value, against, against)


def _weight(view: "DayView", unit: "Unit", *, logs: bool) -> Figure:
    state = view.weight
    if state is None:
        how = ("6 writes the first one down", "6 adds one") if logs else ("none written down yet", "none yet")
        return Figure("Weight", numbers.UNKNOWN, *how)
    value, when = numbers.kilograms(state.kg, unit), numbers.day_seen_from(state.on, view.date)
    if state.level != "none":
        course = weight.change(state).removesuffix(" weight.") or "W tells why"
        return Figure("Weight", value, course, course.partition(" than")[0], marked=True)
    if logs and any(remark.code == "weight" for remark in view.due):
        return Figure("Weight", value, f"weighed {when}. 6 adds one", "6 adds one")
    return Figure("Weight", value, f"weighed {when}", when)


def _tiredness(view: "DayView", *, logs: bool) -> Figure:
    state, watch = view.fatigue, view.fatigue.watch
    if state.latest is None:
        how = ("4 asks how tired you are", "4 asks") if logs else ("none written down yet", "none yet")
        return Figure("Tiredness", numbers.UNKNOWN, *how)
    value, beside = f"{state.latest.rating} of 10", fatigue.beside(state)
    of = "yesterday" if state.stale else fatigue.around(state)
    if logs and any(remark.code == "rating" for remark in view.due):
        told = f"{of}. " if of else ""
        return Figure("Tiredness", value, f"{told}4 asks for today", f"{'yesterday. ' * state.stale}4 asks")
    if of:  # that around a session is not like the usual, which is of days
        return Figure("Tiredness", value, of, of)
    if watch.learning:
        short = f"learning, {watch.ratings_so_far} of {watch.needed}"
    else:
        known = fatigue.usual(watch)
        short = f"usual {known:.1f}" if known is not None else ""
    return Figure("Tiredness", value, beside, short, marked=fatigue.above(state))


def why(view: "DayView") -> list[tuple[str, str]]:
    """What is behind the notices, under what it is about: the watch, and what else has something to say."""
    noted = fatigue.noted(view.fatigue.explained)
    texts = [("Tiredness", f"{fatigue.why(view.fatigue.watch)}{fatigue.added(noted)}")]
    if view.weight and weight.reason(view.weight):
        texts.append(("Weight", weight.course(view.weight)))
    for title, code in (("A talk worth having early", "tube_talk"), ("Swallowing", "swallowing")):
        texts += [(title, remarks.sentence(remark)) for remark in view.due if remark.code == code]
    return texts


def lines(view: "DayView", unit: "Unit") -> list[str]:
    """The day, a line for each thing; what is not known is said."""
    day = view.intake
    whose = f", {view.person.name}" if view.person.name else ""
    told = [f"{numbers.weekday(view.date)} {view.date.year}{whose}"]
    told += [f"{numbers.clock(e.at)} {e.slot}: {intake.described(e)}" for e in day.day.entries]
    told += [f"Planned for {day_plan.dish(dish)}." for dish in view.planned]
    told += [
        _energy_line(view),
        _protein_line(view),
        intake_week.protein(view.week),
        _fluid_line(view),
        _tiredness_line(view),
        _weight_line(view, unit),
    ]
    due = [f"Due: {remarks.sentence(remark)}" for remark in view.due]
    return [line for line in told if line] + due


def _energy_line(view: "DayView") -> str:
    """Energy: 1,405 of at least 1,900 kcal, 495 kcal to go, set by J. Okafor, 2 March."""
    day = view.intake
    parts = (intake.energy_line(day), intake.to_go(day), intake.energy_source(day.targets))
    unknown = day.day.unknown_kcal
    left_out = f" {unknown} of unknown energy." if unknown else ""
    return f"Energy: {', '.join(part for part in parts if part)}.{left_out}"


def _protein_line(view: "DayView") -> str:
    """Protein: 58 g, range 45 to 85 g. Then advice, if any."""
    day = view.intake
    between = f", range {intake.protein_range(day.targets)}" if day.targets.protein else ""
    advice = intake.spared(day)
    return f"Protein: {intake.protein(day)}{between}.{' ' + advice if advice else ''}"


def _fluid_line(view: "DayView") -> str:
    """Fluid: 940 of 1,900 mL, 2 not known; not known, of 1,900 mL."""
    target, drunk = view.intake.targets.fluid, view.intake.day.taken.fluid_ml
    if drunk is None:
        return f"Fluid: {numbers.UNKNOWN}{f', of {numbers.whole(target.ml)} mL' if target else ''}."
    unknown = intake.fluid_unknown(view.intake)
    of = f" of {numbers.whole(target.ml)}" if target else ""
    return f"Fluid: {numbers.whole(drunk)}{of} mL{f', {unknown}' if unknown else ''}."


def _tiredness_line(view: "DayView") -> str:
    """Tiredness: 6 of 10, above your usual 3.2. Then why, and what one can do."""
    state = view.fatigue
    parts = (fatigue.latest(state), fatigue.beside(state))
    told = (fatigue.reason(state.watch), fatigue.noted(state.explained), fatigue.advice(state.watch))
    why = "" if state.watch.learning else " ".join(part for part in told if part)
    return f"Tiredness: {', '.join(part for part in parts if part)}. {why}".strip()


def _weight_line(view: "DayView", unit: "Unit") -> str:
    """Weight: 56.8 kg. 5.5 % less than the reference weight. Then what it means."""
    state = view.weight
    if state is None:
        return f"Weight: {numbers.UNKNOWN}."
    return f"Weight: {numbers.kilograms(state.kg, unit)}. {weight.course(state, unit)}".rstrip()
