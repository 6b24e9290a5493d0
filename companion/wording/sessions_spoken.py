"""What a guided session says to somebody who listens: short, and the most important first."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from companion.wording import numbers
from companion.wording import sessions_player as told

if TYPE_CHECKING:
    from companion.domain.entries import Part
    from companion.domain.exercises import Exercise
    from companion.domain.sessions import SessionView
    from companion.domain.sessions_heard import Due

ROOM = 120  # letters of a title, so that it and its first choices are not more than 200
FROM_MINUTES = 2
START, DONE, GO_ON = "Start", "Done", "Go on"
START_NOW, TO_NEXT = "Start now", "To the next one"
PAUSE, MORE_REST, EASIER, HARDER = "Pause", "More rest", "Easier", "As planned again"
SKIP, UNSKIP = "Leave this out", "Take back what was left out"
SIGNS = "Warning signs"
WORD, TIRED, HOW, TIME, END = "Too hard, or it hurts", "How tired", "How it is done", "Time left", "End here"
AGREED, SAVE, LEAVE = "Agreed", "Save again", "Leave"
STILL_HERE = "The session goes on. 0 does not end it."
PAUSED = "Paused."
SAID = {
    "hold": "Hold.",
    "done": "Done.",
    "rest_over": "Rest over.",
    "session_over": "Session done.",
}


def cue(due: "Due", reps: int = 0) -> str:
    """What time made due: 30 seconds. Let go, 2 of 5. Rest over."""
    if due.kind == "left":
        return f"{duration(due.number)}."
    if due.kind == "let_go":
        return f"Let go. {due.number} of {reps}."
    return SAID.get(due.kind) or f"{due.number} of {reps}."


def duration(seconds: int) -> str:
    """90 seconds; from two minutes on 2 minutes 30 seconds."""
    minutes, rest = divmod(seconds, 60)
    if minutes < FROM_MINUTES:
        return numbers.count(seconds, "second")
    return numbers.count(minutes, "minute") + (f" {numbers.count(rest, 'second')}" if rest else "")


def ready(view: "SessionView", exercise: "Exercise", flags: Sequence[str]) -> str:
    """Elbow bend, right arm, set 1 of 3, with help, 5 times. Rest your arm on the table."""
    if view.part is None:
        return ""
    first = f"{named(view.part, exercise)}, {numbers.count(view.part.reps, 'time')}."
    if exercise.category == "mobility" and (set_up := told.set_up(exercise, flags)):
        return f"{first} {set_up}"
    if view.part.mode == "passive":
        return within(ROOM, first, *_sentences(f"{told.HELPER} {exercise.helper_hands}"))
    return within(ROOM, first, exercise.steps[0])


def working(view: "SessionView", exercise: "Exercise") -> str:
    """Go: 5 times, about 30 seconds. At one's own pace where nothing counts."""
    part = view.part
    if part is None:
        return ""
    times = numbers.count(part.reps, "time")
    if view.seconds_left is None:
        own = f"Go, at your own pace: {times}."
        return own if part.mode == "passive" else within(ROOM, own, exercise.cues(1)[0])
    whole = duration(round(part.reps * (part.move_s + part.hold_s)))
    if told.one_bout(view):
        return f"Go: {whole}."
    held = f", hold {duration(round(part.hold_s))}" if part.hold_s else ""
    return f"Go: {times}{held}, {whole} in all."


def rest(view: "SessionView", exercise: "Exercise") -> str:
    """Rest 60 seconds. Next: elbow bend, left arm. Why it is longer, where it is."""
    left, total = view.seconds_left or 0, view.seconds_total or 0
    length = f"Rest {duration(total)}." if left == total else f"Rest, {duration(left)} left."
    name = named(view.part, exercise) if view.part else ""
    return " ".join(text for text in (length, told.why_longer(view), f"Next: {name}.") if text)


def paused(view: "SessionView", exercise: "Exercise") -> str:
    """Paused. Elbow bend, right arm; in a rest how much of it is left."""
    if view.under == "rest":
        return f"{PAUSED} {rest(view, exercise)}"
    return f"{PAUSED} {named(view.part, exercise)}." if view.part else PAUSED


def named(part: "Part", exercise: "Exercise") -> str:
    """Elbow bend, right arm, set 1 of 3, with help."""
    side = told.side(part, exercise).lower()
    which = f"set {part.set} of {part.sets}" if part.sets > 1 else ""
    return ", ".join(text for text in (exercise.aloud, side, which, told.helped(part)) if text)


def time_left(view: "SessionView") -> str:
    """24 seconds left. Step 5 of 10, about 8 minutes left in all."""
    now = f"{duration(view.seconds_left)} left. " if view.seconds_left else ""
    return f"{now}{told.progress(view)} in all."


def about(view: "SessionView", exercise: "Exercise") -> str:
    """Which step it is, and what to take care of."""
    care = f" {told.TAKE_CARE}: {exercise.watch_out[0]}" if exercise.watch_out else ""
    return f"{told.step(view)}.{care}"


def how(part: "Part", exercise: "Exercise") -> tuple[tuple[str, str], ...]:
    """All cues, a helper's hands where a helper is there, and what to take care of."""
    helper = [(told.HELPER, exercise.helper_hands)] if exercise.helper_hands and part.mode != "active" else []
    care = [(told.TAKE_CARE, " ".join(exercise.watch_out))] if exercise.watch_out else []
    return (("", " ".join(exercise.steps)), *helper, *care)


def skipped(exercise: "Exercise") -> str:
    """What is left out."""
    return f"Left out: {exercise.aloud}."


def within(room: int, first: str, *more: str) -> str:
    """As many whole sentences as there is room for; the first in any case."""
    text = first
    for sentence in more:
        if len(text) + 1 + len(sentence) > room:
            break
        text = f"{text} {sentence}"
    return text


def _sentences(text: str) -> Iterable[str]:
    return (f"{part.removesuffix('.')}." for part in text.split(". "))
