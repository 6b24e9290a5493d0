"""Sessions, exercises and what today allows, in sentences."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from companion.domain.entries import (
    CheckedIn,
    FunctionNote,
    SessionEnded,
    SessionPaced,
    SessionStarted,
    SessionTaken,
    StepDone,
)
from companion.wording import fatigue, numbers, plan, sessions_after, sessions_notes

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.exercises import Exercise
    from companion.domain.programmes import Item, Programme
    from companion.services.sessions import SessionLogged
    from companion.services.sessions_broken import Unfinished
    from companion.services.sessions_offered import Choice, Choices, Held
    from companion.services.sessions_running import RunningSession

MODES = {"active": "on your own", "active_assisted": "with help", "passive": "a helper moves you"}
POSITIONS = {
    "sitting": "sitting",
    "lying": "lying",
    "side_lying": "lying on the side",
    "standing": "standing",
}
REASONS = {
    "enough": "Enough for today",
    "tired": "Tired",
    "too_hard": "Too hard today",
    "pain": "Something hurts",
    "unwell": "Dizzy or short of breath",
    "other": "Something else came up",
}
HELD_BACK = "Held back today"
WHY_TITLE = "Why these sessions?"
MORE = "More"
NAMED = 4  # names in the line of what is held back; H lists all
NOTHING_HELD = "Nothing is held back today."
WHY_HELD = {
    "unwell": "a warning sign comes first",
    "tired": "costs more than today allows",
    "settling": "bands and aerobic work wait for good mornings",
    "stage": "made for another stage",
    "clearance": "waits for a therapist's word",
    "waits": "all of it waits for now",
}


def choice(offered: "Choice") -> str:
    """13 minutes, sitting, on your own; what is left out is said, and where it is shorter than it was."""
    programme = offered.programme
    position, mode = POSITIONS[programme.position], MODES[programme.mode]
    waiting = len(offered.left_out)
    left = f"; {waiting} wait{'s' if waiting == 1 else ''} for a therapist" if waiting else ""
    left += f"; {len(offered.waits)} left out today" if offered.waits else ""
    return f"{sessions_after.length(offered)}, {position}, {mode}{left}"


def held(one: "Held") -> str:
    """Hands and wrists: costs more than today allows."""
    return f"{one.programme.name}: {WHY_HELD[one.why]}"


def reason(choices: "Choices") -> str:
    """Why the gentle ones come first; empty on a good day."""
    if choices.offer.code in ("gentle", "do_not_start"):
        return fatigue.offer(choices.offer)
    if choices.softer is not None:
        return sessions_after.softer(choices.softer)
    if choices.watch.level != "none":
        return f"{fatigue.reason(choices.watch)} {fatigue.advice(choices.watch)}"
    standing = choices.standing
    return sessions_notes.more(standing.more, standing.load_by) if standing and standing.more else ""


def listed(choices: "Choices", waiting: "Unfinished | None") -> list[str]:
    """What can go on, why the gentle ones come first, what today allows, and what is held back."""
    told = [f"{unfinished(waiting)} companion session resume"] if waiting else []
    told += [why] if (why := reason(choices)) else []
    told += [f"{c.programme.id}  {c.programme.name}: {choice(c)}." for c in choices.offered]
    return [*told, *(f"Held back: {held(one)}." for one in choices.held)]


def programme(
    found: "Programme", items: Sequence[tuple["Item", "Exercise"]], waiting: Sequence[str]
) -> list[str]:
    """One programme, an exercise a line; those in `waiting` need a therapist's word first."""
    told = [
        f"{found.name} ({found.id})",
        f"{POSITIONS[found.position].capitalize()}, {MODES[found.mode]}.",
        found.description,
    ]
    for n, (item, exercise) in enumerate(items, 1):
        dose = item.dose(exercise)
        sets = f" in each of {dose.sets} sets" if dose.sets > 1 else ""
        sides = ", each side" if dose.sides == 2 else ""
        wait = "; waits for a therapist's word" if exercise.id in waiting else ""
        told.append(
            f"{n}. {exercise.name} ({exercise.id}): {numbers.count(dose.reps, 'time')}{sides}{sets}{wait}."
        )
    return told


def reason_title(choices: "Choices") -> str:
    """The head of the reason; empty on a good day."""
    if choices.offer.code != "gentle" and choices.softer is not None:
        return sessions_after.TITLE
    if choices.watch.level != "none":
        return fatigue.TITLES[choices.watch.level]
    if choices.offer.code != "gentle":
        return sessions_notes.MORE_TITLE if choices.standing and choices.standing.more else ""
    return fatigue.TITLES["notice"] if choices.offer.above_usual else "Notice: a tired day"


def why_these(choices: "Choices") -> list[str]:
    """Why these sessions and in this order, in paragraphs."""
    first = reason(choices) or "Nothing about your tiredness holds a session back today."
    more = (
        "Sessions made for another stage, and what a therapist has not allowed yet, are held back and named."
    )
    whose = [plan.limits_set_by(choices.limits_by)] if choices.softer is not None else []
    return [first, *whose, fatigue.why(choices.watch), more]


def held_rows(choices: "Choices", exercises: Mapping[str, "Exercise"]) -> list[tuple[str, str]]:
    """What is held back and why, name by name: programmes, then exercises within those on offer."""
    rows = [(one.programme.name, numbers.sentence(WHY_HELD[one.why])) for one in choices.held]
    for offered in choices.offered:
        if offered.left_out:
            names = numbers.listed([exercises[id].name for id in offered.left_out])
            rows.append((f"In {offered.programme.name}", f"Left out until a therapist allows it: {names}."))
    return [*rows, *waiting_rows(choices, exercises)]


def waiting_rows(choices: "Choices", exercises: Mapping[str, "Exercise"]) -> list[tuple[str, str]]:
    """Exercises that wait for another reason than a clearance, and why, in numbers."""
    if choices.standing is None:
        return []
    whole = (item.exercise for one in choices.held if one.why == "waits" for item in one.programme.items)
    waits = [*(id for offered in choices.offered for id in offered.waits), *whole]
    held = choices.standing.held
    return sessions_notes.held_rows(choices.standing, [id for id in waits if id in held], exercises)


def held_names(choices: "Choices", *, narrow: bool) -> str:
    """Hands and wrists, Breathing, 2 more; on narrow screens how many."""
    names = [one.programme.label for one in choices.held]
    if narrow:
        return numbers.count(len(names), "session")
    more = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return ", ".join([*names[:NAMED], *more])


def page(number: int, pages: int) -> str:
    """More, and rest today: 2 of 2. Rest is the last choice of all."""
    coming = number % pages + 1
    return f"{MORE}{', and rest today' if coming == pages else ''}: {coming} of {pages}"


def unfinished(found: "Unfinished") -> str:
    """Morning range of motion. Ruth's, 2 minutes ago. Steps 1 to 3 of 10 are kept."""
    return f"{found.started.title}. {broke_off(found)}"


def broke_off(found: "Unfinished") -> str:
    """Whose it was where it was another's, how long ago, and what is kept."""
    whose = f"{found.by}'s, " if found.by else "Broken off "
    return f"{whose}{_ago(found.minutes)}.{_kept(found.part.step - 1, found.started.steps)}"


def _kept(steps: int, of: int) -> str:
    if steps < 1:
        return ""
    return f" Step 1 of {of} is kept." if steps == 1 else f" Steps 1 to {steps} of {of} are kept."


def closes(found: "Unfinished") -> str:
    """That nobody goes on with it on two screens."""
    return f"{broke_off(found)} Where it is still open elsewhere, it closes there."


def go_on(found: "Unfinished") -> str:
    """Go on at step 4."""
    return f"Go on at step {found.part.step}"


def left_to(entry: SessionTaken | SessionEnded, me: str) -> str:
    """Maria goes on with this session, so it is left here. Everything done is kept."""
    who = entry.by if entry.by != me else ""
    if isinstance(entry, SessionEnded):
        done = f"{who} has ended this session." if who else "This session was ended on another screen."
        return f"{done} Everything done is kept."
    goes_on = f"{who} goes on with this session" if who else "This session goes on on another screen"
    return f"{goes_on}, so it is left here. Everything done is kept."


def _ago(minutes: int) -> str:
    """Just now; 2 minutes ago; 3 hours ago."""
    hours, rest = minutes // 60, minutes % 60
    if not hours:
        return f"{numbers.count(minutes, 'minute')} ago" if minutes else "just now"
    return f"{numbers.count(hours + (rest >= 30), 'hour')} ago"


def ended(entry: SessionEnded, done: int, total: int) -> str:
    """Saved: the session, 10 of 10 steps. Or what was done, without a word of blame."""
    if entry.outcome == "rested":
        return "Saved: a day of rest, your choice."
    if entry.outcome == "finished" and done == total:
        return f"Saved: the whole session, {done} of {total} steps."
    if entry.outcome == "finished":
        return f"Saved: {done} of {total} steps. Leaving out what does not suit is a good choice."
    return f"Saved: {done} of {total} steps. Ending here is a good choice."


def summary(running: "RunningSession", rating: int | None) -> str:
    """What was done, and how the tiredness went."""
    assert running.ended is not None
    done, total = running.steps_done()
    start = running.started.start_rating
    rose = rating is not None and start is not None and rating > start
    said = ended(running.ended, done, total)
    if running.trouble is not None:
        said = said.replace("Saved:", "Not saved yet:")
    return said + (f" Tiredness went from {start} to {rating}. Rest now." if rose else "")


def logged(result: "SessionLogged") -> str:
    """Saved: Hands and wrists, 4 of 6 steps."""
    return f"Saved: {result.started.title}, {result.steps} of {result.started.steps} steps."


def described(
    entry: SessionStarted | SessionTaken | StepDone | SessionPaced | SessionEnded | CheckedIn | FunctionNote,
    content: "Library | None" = None,
) -> str:
    """For the history: began Hands and wrists; Elbow bend, right, done; session finished."""
    if isinstance(entry, CheckedIn | FunctionNote):
        return sessions_notes.described(entry, content)
    if isinstance(entry, SessionStarted):
        return f"began {entry.title}"
    if isinstance(entry, SessionTaken):
        return "went on with the session"
    if isinstance(entry, StepDone):
        where = f", {entry.side}" if entry.side else ""
        known = content.exercises.get(entry.exercise) if content is not None else None
        name = known.name if known else entry.exercise.replace("_", " ")
        return f"{name}{where}, {MODES[entry.mode]}, {entry.outcome}"
    if isinstance(entry, SessionPaced):
        return "session made easier" if entry.ease else "longer rests"
    return {"rested": "rest by choice", "finished": "session finished", "stopped": "session ended early"}[
        entry.outcome
    ] + why_ended(entry)


def why_ended(entry: SessionEnded) -> str:
    """What was answered to why a session ends early, to stand behind it; empty without an answer."""
    words = REASONS.get(entry.reason, entry.reason) if entry.reason else ""
    return f": {words[0].lower()}{words[1:]}" if words else ""
