"""What is said after a session names the marks of the limits that are in force."""

import pytest

from companion.domain.fatigue import later
from companion.services.sessions_notes import Hold
from companion.wording import numbers, sessions_after, sessions_notes


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(30, "Half an hour"), (60, "An hour"), (120, "Two hours"), (45, "45 minutes"), (180, "3 hours")],
)
def test_how_long_after(minutes, said):
    assert numbers.ago(minutes) == said


def test_the_marks_after_a_session_are_those_of_the_limits(companion):
    limits = companion.sessions_after.limits.model_copy(update={"first_minutes": 20, "second_minutes": 45})
    told = sessions_after.offer(later(3, 5, 25, limits))
    assert told.startswith("20 minutes after a session")
    assert "45 minutes after the end" in told
    assert sessions_after.offer(later(3, 6, 50, limits)).startswith("45 minutes after a session")


def test_how_long_bands_rest_is_said_from_the_limit(companion):
    held = Hold("bands", again=companion.clock(), hours=72)
    assert sessions_notes.hold(held).startswith("Bands rest 72 hours in between: again from ")
