"""Why an exercise waits or begins gentler: the numbers, the limit, whose it is, what one can do."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.entries import CheckedIn, FunctionNote, Part
from companion.wording import fatigue, numbers, plan, weight

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.exercises import Exercise
    from companion.domain.fatigue import Offer
    from companion.domain.function_notes import Finding
    from companion.domain.limits import SessionLimits
    from companion.domain.load import MoreMinutes
    from companion.domain.sessions import Check
    from companion.services.sessions_notes import Hold, Standing

UNTIL = "It waits until your therapist allows it again; write that down as a clearance."
TELL = "Please tell your physical therapist."
STAYS = "Range of motion stays."
PAINS = {
    "little": "a little, no more than usual",
    "more": "clearly more than before I began",
    "sharp": "sharp or sudden",
    "lasting": "still there the next day",
}
AFTER_PAIN = {
    "little": "It is left out for today.",
    "more": "It is left out until your therapist allows it again.",
    "sharp": "It is left out until your therapist allows it again.",
}
MORE_TITLE = "Notice: more minutes than last week"
NOTHING_NOTED = "Nothing was written down."
ABOUT = {
    "too_hard": "too hard", "pain": "it hurt", "well": "it goes well again", "fall": "a fall",
    "near_fall": "a near fall",
}  # fmt: skip
UNWELL = {"pain": "new pain", "breath": "dizzy or short of breath"}
WARNING = "Hurt, a knock to the head, or not able to get up: the warning signs say whom to call."


def described(entry: CheckedIn | FunctionNote, content: "Library | None" = None) -> str:
    """For the history: a near fall; Sit to stand: too hard; check-in: effort 4 of 10."""
    named = _name(entry.exercise, content) if entry.exercise else ""
    if isinstance(entry, FunctionNote):
        what = ABOUT[entry.about] + (f", {PAINS[entry.pain]}" if entry.pain else "")
        return f"{named}: {what}" if named else what
    said = [f"effort {entry.effort} of 10"] if entry.effort is not None else []
    said += ["can talk" if entry.talks else "cannot talk in sentences"] if entry.talks is not None else []
    if entry.breathes_easily is not None:
        said.append("breathing as easy as at the start" if entry.breathes_easily else "breathing harder")
    said += [UNWELL[entry.unwell]] if entry.unwell else []
    after = f" after {named}" if named else ""
    return f"check-in{after}: {numbers.listed(said) or 'no answer'}"


def _name(id: str, content: "Library | None") -> str:
    known = content.exercises.get(id) if content is not None else None
    return known.name if known else id.replace("_", " ")


def hold(held: "Hold", by: str | None = None) -> str:
    """Why an exercise waits, in numbers, and until when; `by` set limits of their own."""
    if held.pain is not None:
        return f"{_pain(held.pain)} {_until(held)}"
    if held.again is not None:
        return (
            f"Bands rest {numbers.short(held.hours)} hours in between: again from {moment(held.again)}. "
            f"The rest does as much as the work. {plan.limits_set_by(by)}"
        )
    if held.weight is not None:
        return (
            f"{weight.reason(held.weight)} Until your team agrees, aerobic work and bands wait. {STAYS} "
            "Write down what they say as a clearance, and this goes on."
        )
    eaten = held.eaten
    assert eaten is not None
    return (
        f"The last {eaten.days} whole days brought {numbers.kcal(eaten.kcal)} a day; the target is "
        f"{numbers.kcal(eaten.target)}. Under {eaten.limit:.0%} of it, aerobic work and bands wait until "
        f"your team agrees. {STAYS} {plan.limits_set_by(by)}"
    ).replace("%", " %")


def _until(held: "Hold") -> str:
    """It waits for the therapist's word, and how long where none comes."""
    return f"{UNTIL} Without one it waits until {numbers.day(held.until)}." if held.until else UNTIL


def moment(at: datetime) -> str:
    """Thursday 10:00."""
    return f"{at:%A} {numbers.clock(at)}"


def _pain(found: "Finding") -> str:
    times = (
        "" if found.count == 1 else f" It is the {_nth(found.count)} time since {numbers.day(found.since)}."
    )
    return f"You noted pain on {numbers.day(found.on)}: {PAINS[found.pain or 'more']}.{times}"


def _nth(count: int) -> str:
    return {2: "second", 3: "third"}.get(count, f"{count}th")


def gentler(found: "Finding", by: str | None = None) -> str:
    """Why an exercise begins with more help, and what one can do."""
    on = numbers.day(found.on)
    why = {
        "too_hard": f"You said too hard {found.count} times since {numbers.day(found.since)}; from "
        f"{found.limit} times on",
        "missed": f"It was done on {numbers.day(found.since)} and left out on {on}, so",
        "fall": f"After the fall on {on}",
        "near_fall": f"After the near fall on {on}",
    }[found.code]
    well = "H in the session says that it goes well again."
    return f"{why} it begins with more help. {TELL} {well} {plan.limits_set_by(by)}"


def more(found: "MoreMinutes", by: str | None = None) -> str:
    """More minutes than the week before: a rest day is suggested."""
    return (
        f"The last 7 days had {numbers.whole(found.now)} minutes of sessions, the 7 before "
        f"{numbers.whole(found.before)}: {numbers.whole(found.percent)} % more. From {found.limit:g} % on, "
        f"a rest day is a good idea. {plan.limits_set_by(by)}"
    )


def held_rows(
    standing: "Standing", waits: Sequence[str], exercises: Mapping[str, "Exercise"]
) -> list[tuple[str, str]]:
    """Exercises that wait, those with the same reason together: names, then why."""
    why: dict[str, list[str]] = {}
    for id in dict.fromkeys(waits):
        why.setdefault(hold(standing.held[id], standing.load_by), []).append(exercises[id].name)
    return [(numbers.listed(names), reason) for reason, names in why.items()]


def starting(standing: "Standing | None", parts: Sequence[Part], content: "Library") -> list[str]:
    """Said before a session: which of its exercises begin with more help, and why."""
    why: dict[str, list[str]] = {}
    for id in dict.fromkeys(part.exercise for part in parts):
        if standing is not None and id in standing.gentler:
            why.setdefault(gentler(standing.gentler[id], standing.function_by), []).append(
                content.exercises[id].name
            )
    return [f"{numbers.listed(names)}: {reason[0].lower()}{reason[1:]}" for reason, names in why.items()]


def offer(given: "Offer", check: "Check", limits: "SessionLimits") -> str:
    """What an offer during a session says; where effort or breath led to it, that comes first."""
    rose = given.start is not None and given.rating is not None and given.limit is not None
    if given.rule == "W4" and check.unwell and given.limit is None:
        return (
            f"{numbers.capital(UNWELL[check.unwell])}: let us end here. The warning signs say whom to call."
        )
    if given.rule != "W3" or (rose and given.limit == limits.rise_choice and _rise(given) >= given.limit):
        return fatigue.offer(given)
    choice = "End here, or finish gently with help."
    if check.effort is not None and check.effort >= limits.stop_effort:
        return f"Effort {check.effort} of 10. {limits.stop_effort} is the mark for stopping. {choice}"
    what = "Breathing is harder" if check.talks is None else "Talking in sentences is hard"
    return f"{what} now. That is a sign to stop this kind of work. {choice}"


def _rise(given: "Offer") -> float:
    return (given.rating or 0) - (given.start or 0)


def fell(entry: FunctionNote, days: int) -> str:
    """After a fall or a near fall: what was kept, what follows and for how long."""
    after = f"For {days} days, or until your therapist allows more, getting up and walking begin with help."
    return f"Saved: {ABOUT[entry.about]}. {after} {TELL}{f' {WARNING}' if entry.about == 'fall' else ''}"


def noted(entry: FunctionNote, exercise: "Exercise", held: "Hold | None") -> str:
    """After a word about an exercise: what was kept, and what follows where it waits."""
    if entry.about == "pain":
        after = f" {_until(held)}" if held and held.pain else " It is left out for today."
        return f"Saved: {exercise.name} hurt, {PAINS[entry.pain or 'more']}.{after}"
    return f"Saved: {exercise.name}, {ABOUT[entry.about]}."
