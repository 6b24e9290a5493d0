"""What a person says about an exercise, what was left out, and falls: rules W12 and W13. Dates, times a day.

A finding never forbids anything: what W12 finds begins one mode gentler, what W13 finds waits for the
therapist. A clearance given after it lifts either; "it goes well" lifts what W12 finds.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from companion.domain.frozen import frozen
from companion.domain.sessions import GENTLER

if TYPE_CHECKING:
    from companion.domain.entries import Mode, NoteAbout, Pain
    from companion.domain.limits import FunctionLimits

Code = Literal["too_hard", "missed", "near_fall", "fall", "pain"]
KEEPS_OUT: tuple["Pain", ...] = ("sharp", "more", "lasting")
Lifted = Mapping[str, datetime]


class Said(NamedTuple):
    """One note: its day, its moment, what it is about, the exercise, which pain."""

    on: date
    at: datetime
    about: "NoteAbout"
    exercise: str | None = None
    pain: "Pain | None" = None


class Step(NamedTuple):
    """An exercise in a session of that day: done at all, or left out."""

    on: date
    at: datetime
    exercise: str
    done: bool


@frozen
class Finding:
    """What was found, with its numbers: `count` of `limit` since `since`, the newest on `on`.

    Without an exercise it is about all that a fall concerns.
    """

    code: Code
    on: date
    since: date
    count: int = 1
    limit: int = 1
    exercise: str | None = None
    pain: "Pain | None" = None

    @property
    def rule(self) -> Literal["W12", "W13"]:
        """The rule behind it."""
        return "W13" if self.code == "pain" else "W12"


def too_hard(
    said: Iterable[Said], today: date, limits: "FunctionLimits", lifted: Lifted
) -> dict[str, Finding]:
    """Find the exercises that were called too hard often enough lately."""
    since = today - timedelta(days=limits.too_hard_days)
    times: dict[str, list[Said]] = {}
    for one in said:
        if one.about == "too_hard" and one.exercise and one.on > since and _counts(one, lifted):
            times.setdefault(one.exercise, []).append(one)
    return {
        exercise: Finding(
            "too_hard", max(n.on for n in notes), min(n.on for n in notes), len(notes),
            limits.too_hard_times, exercise,
        )
        for exercise, notes in times.items()
        if len(notes) >= limits.too_hard_times
    }  # fmt: skip


def missed(
    steps: Iterable[Step], today: date, limits: "FunctionLimits", lifted: Lifted
) -> dict[str, Finding]:
    """Find the exercises left out the last time, though they were done in the days before it."""
    days: dict[str, dict[date, bool]] = {}
    newest: dict[str, datetime] = {}
    for step in steps:
        done = days.setdefault(step.exercise, {})
        done[step.on] = done.get(step.on, False) or step.done
        newest[step.exercise] = max(step.at, newest.get(step.exercise, step.at))
    found = {}
    for exercise, done in days.items():
        last = max(done)
        week = last - timedelta(days=limits.missed_days)
        before = [on for on, was in done.items() if was and week <= on < last]
        recent = last > today - timedelta(days=limits.missed_holds_days)
        if not done[last] and before and recent and newest[exercise] > lifted.get(exercise, _never(newest)):
            found[exercise] = Finding("missed", last, max(before), exercise=exercise)
    return found


def fallen(said: Iterable[Said], today: date, limits: "FunctionLimits") -> Said | None:
    """Find the newest fall or near fall that still counts."""
    since = today - timedelta(days=limits.fall_days)
    falls = [one for one in said if one.about in ("fall", "near_fall") and one.on > since]
    return max(falls, key=lambda one: one.at, default=None)


def hurts(said: Iterable[Said], lifted: Lifted) -> dict[str, Finding]:
    """Find the exercises with pain that keeps them out: sharp, clearly more than before, or lasting."""
    found: dict[str, Finding] = {}
    for one in sorted(said, key=lambda one: one.at):
        if one.about == "pain" and one.exercise and one.pain in KEEPS_OUT and _counts(one, lifted):
            since = found[one.exercise].since if one.exercise in found else one.on
            count = found[one.exercise].count + 1 if one.exercise in found else 1
            found[one.exercise] = Finding("pain", one.on, since, count, exercise=one.exercise, pain=one.pain)
    return found


def gentler(mode: "Mode", allowed: Iterable["Mode"]) -> "Mode":
    """Find the mode one step gentler than this, as far as the exercise allows it."""
    possible = set(allowed)
    return next((m for m in GENTLER[GENTLER.index(mode) + 1 :] if m in possible), mode)


def _counts(one: Said, lifted: Lifted) -> bool:
    """Whether a note came after whatever lifted the ones before it."""
    return one.exercise is None or one.exercise not in lifted or one.at > lifted[one.exercise]


def _never(times: Mapping[str, datetime]) -> datetime:
    return min(times.values()) - timedelta(days=1)
