"""The steps of sessions that were done: read in one go for whoever asks when, or in which session."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from companion.services.companion import Companion

HOUR = len("2026-11-22T09")


def steps_done(companion: "Companion", since: "date") -> frozenset[tuple[str, str]]:
    """Session and local hour of each step that was done, from the month of a day on.

    There are thousands of steps, so no more of them is read; from a whole month, so that one look serves all.
    """
    month, diary = since.replace(day=1), companion.diary

    def read() -> frozenset[tuple[str, str]]:
        found = diary.facts("step", "session", "at", "outcome", since=month)
        return frozenset((session, at[:HOUR]) for session, at, outcome in found if outcome == "done")

    return diary.found(("steps done", month), read)
