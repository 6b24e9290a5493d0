"""What the player says while a session runs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.wording import numbers
from companion.wording.sessions import MODES

if TYPE_CHECKING:
    from companion.domain.entries import Part
    from companion.domain.exercises import Exercise
    from companion.domain.sessions import SessionView
    from companion.services.sessions_running import RunningSession

A_COLON_FROM = 100  # seconds; below, a plain number is read faster
NOTHING_SKIPPED = "Nothing was left out."
NOTHING_EASIER = "There is no easier way for what is left. F says how tired you are, X ends here."
NOTHING_HARDER = "Nothing was made easier in this session."
SAVED_AGAIN = "Everything is saved again."
TAKE_YOUR_TIME = "Take your time: nothing begins before Space."
PAUSED = "Paused."
IT_IS_OVER = "This session is over."
SECONDS, SEC = "seconds", "sec"
HELPER, TAKE_CARE, NEXT = "Helper:", "Take care", "Next"
SPACE_BEGINS = "Space begins"
SPACE_DONE = "Space when done"
SPACE_GOES_ON = "Space goes on"
PHASES = {
    "ready": "READY", "move": "MOVE", "hold": "HOLD", "rest": "REST", "ask": "HALFWAY", "paused": "PAUSED",
    "done": "DONE", "stopped": "ENDED",
}  # fmt: skip
LIMBS = {
    "shoulder": "ARM", "elbow": "ARM", "forearm": "ARM", "wrist": "HAND", "hand": "HAND", "hip": "LEG",
    "knee": "LEG", "legs": "LEG", "ankle": "FOOT", "foot": "FOOT",
}  # fmt: skip


def side(part: "Part", exercise: "Exercise") -> str:
    """RIGHT ARM, LEFT LEG, or nothing where both sides move together."""
    if part.side is None:
        return ""
    limb = LIMBS.get(exercise.region, "SIDE")
    return f"{part.side.upper()} {limb}"


def progress(view: "SessionView") -> str:
    """Step 5 of 10, about 8 minutes left."""
    return f"{step(view)}, {numbers.minutes(view.time_left_s)} left"


def rest_reason(view: "SessionView") -> str:
    """Seconds left, and why the rest is as long as it is; that it is paused, where no number runs."""
    text = "Seconds left." if (view.seconds_left or 0) < A_COLON_FROM else "Minutes and seconds left."
    if view.phase == "paused":
        text = PAUSED
    return f"{text} {why_longer(view)}".rstrip()


def why_longer(view: "SessionView") -> str:
    """Why a rest is longer than planned; nothing where it is not."""
    tired = ["Longer than usual: more tired than at the start."] if view.extended_s > view.asked_s else []
    asked = [f"{view.asked_s} seconds added by you."] if view.asked_s else []
    return " ".join([*tired, *asked])


def countdown(seconds: int) -> str:
    """24; from a hundred seconds on 1:40."""
    return str(seconds) if seconds < A_COLON_FROM else f"{seconds // 60}:{seconds % 60:02}"


def seconds(count: int) -> str:
    """3 seconds, 1 second, 1:40 minutes."""
    unit = "minutes" if count >= A_COLON_FROM else "second" if count == 1 else "seconds"
    return f"{countdown(count)} {unit}"


def of_reps(view: "SessionView") -> str:
    """of 3, after the number of the repetition; times, where nobody counts."""
    if view.rep:
        return f"of {view.reps}"
    return "time" if view.reps == 1 else "times"


def seconds_unit(count: int, *, narrow: bool) -> str:
    """seconds, after the number; as wide for one as for many."""
    if narrow:
        return SEC
    return "second".ljust(len(SECONDS)) if count == 1 else SECONDS


def repetition(view: "SessionView") -> str:
    """2 of 3, while the number counts the seconds of holding."""
    return f"{view.rep} of {view.reps}"


def helped(part: "Part") -> str:
    """Who moves, unless it is the person alone."""
    return "" if part.mode == "active" else MODES[part.mode]


def step(view: "SessionView") -> str:
    """Step 5 of 10."""
    return f"Step {short_step(view)}"


def short_step(view: "SessionView") -> str:
    """5 of 10, where there is little room."""
    return f"{view.step} of {view.steps}"


def done_so_far(running: "RunningSession") -> str:
    """Done: 5 of 10 steps."""
    done, total = running.steps_done()
    return f"Done: {done} of {total} steps."


def word(view: "SessionView", kind: str, *, narrow: bool) -> str:
    """The phase in one word; breath has a word of its own, where there is room for it."""
    if view.phase == "move" and kind == "breathing" and not narrow:
        return "BREATHE"
    return PHASES[view.phase]


def one_bout(view: "SessionView") -> bool:
    """Whether a part is one stretch of work against the clock, as aerobic work is."""
    part = view.part
    return part is not None and view.seconds_left is not None and part.reps == 1 and not part.hold_s


def set_up(exercise: "Exercise", flags: Sequence[str]) -> str:
    """Have ready: raised chair with arms. Fall risk: helper beside you, brakes on, shoes on."""
    things = f"Have ready: {numbers.listed(list(exercise.equipment))}." if exercise.equipment else ""
    return " ".join([*([things] if things else []), *flags])


def why_not(view: "SessionView", action: str) -> str:
    """Why a key of the player does nothing at this moment."""
    if view.phase in ("done", "stopped"):
        return "" if action in ("go_on", "stop") else IT_IS_OVER
    if action == "unskip" and not view.can_unskip:
        return NOTHING_SKIPPED
    if action == "harder" and not view.eased:
        return NOTHING_HARDER
    if action == "easier" and not view.can_ease:
        return NOTHING_EASIER
    return ""


def name(part: "Part", exercise: "Exercise") -> str:
    """Elbow bend and straighten; which set, where there are several."""
    return exercise.name + (f", set {part.set} of {part.sets}" if part.sets > 1 else "")


def then(cue: str) -> str:
    """What comes after the cue in bold."""
    return f"Then {cue[:1].lower()}{cue[1:]}"


def eased(before: "SessionView", view: "SessionView") -> str:
    """After E: who moves now, and how that is taken back."""
    back = " A goes back." if view.eased > before.eased and who_moves(view) != who_moves(before) else ""
    return who_moves_now(before, view) + back


def who_moves(view: "SessionView") -> str:
    """on your own, with help, or a helper moves you; nothing once it is over."""
    return MODES[view.part.mode] if view.part else ""


def who_moves_now(before: "SessionView", view: "SessionView") -> str:
    """Who does the moving now, or that this exercise cannot be eased and the next ones will be."""
    if view.part is None or before.part is None:
        return ""
    if who_moves(view) != who_moves(before):
        return numbers.sentence(f"{who_moves(view)} now")
    if view.eased < before.eased:
        return "This one stays as it is. From the next on it is as planned again."
    return "This one stays as it is. From the next on it gets easier, where it can."


def skipped(exercise: "Exercise") -> str:
    """After N: what is left out and how it comes back."""
    return f"Left out: {exercise.name}. B takes it back. H says why."


def more_rest(view: "SessionView", added: float) -> str:
    """After R, outside a rest; in a rest the reason says it."""
    if view.under == "ready":
        return f"{numbers.short(added)} seconds more to get ready." if view.seconds_left else TAKE_YOUR_TIME
    return "" if view.under == "rest" else f"The rest that comes is {numbers.short(added)} seconds longer."
