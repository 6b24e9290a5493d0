"""A session of made-up parts, looked at so many seconds after its start."""

from datetime import UTC, datetime, timedelta

from companion.domain.entries import Part
from companion.domain.sessions import Pace
from companion.domain.sessions_run import SessionRun

START = datetime(2026, 11, 22, 9, tzinfo=UTC)


def part(step, **given):
    usual = {
        "exercise": f"ex{step}",
        "mode": "active",
        "position": "sitting",
        "reps": 2,
        "move_s": 4,
        "hold_s": 3,
    }
    return Part(**{**usual, "step": step, "rest_s": 20, "ready_s": 5, **given})


def after(seconds):
    return START + timedelta(seconds=seconds)


def session(*steps, **pace):
    return SessionRun.start(
        steps or (part(1), part(2), part(3), part(4)), START, Pace(check_in=False, **pace)
    )


def shown(run, seconds):
    view = run.at(after(seconds))
    return view.phase, view.index, view.seconds_left


def done(run):
    return [(finished.part, finished.outcome) for finished in run.outcomes]


ALL = ("active", "active_assisted", "passive")
MODES = {"ex1": ALL, "ex2": ("active", "passive"), "ex3": ("active",)}
