"""When a program that nobody uses says so, and when it leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.idle import SESSION_FACTOR, Idle, limits

ORDER = ("awake", "warned", "over")
minutes = st.integers(1, 240)


@pytest.mark.parametrize(
    ("in_session", "quiet", "state"),
    [
        (False, 0, "awake"),
        (False, 13 * 60 + 59, "awake"),
        (False, 14 * 60, "warned"),
        (False, 15 * 60 - 1, "warned"),
        (False, 15 * 60, "over"),
        (True, 15 * 60, "awake"),
        (True, 55 * 60 - 1, "awake"),
        (True, 55 * 60, "warned"),
        (True, 60 * 60, "over"),
    ],
)
def test_fifteen_minutes_and_an_hour_in_a_session(in_session: bool, quiet: float, state: str) -> None:
    found = limits(15, in_session=in_session)
    assert found is not None
    assert found.state(quiet) == state


@pytest.mark.parametrize("in_session", [False, True])
def test_nothing_is_never(in_session: bool) -> None:
    assert limits(0, in_session=in_session) is None


@given(minutes, st.booleans())
def test_it_is_always_said_before_it_happens(count: int, in_session: bool) -> None:
    found = limits(count, in_session=in_session)
    assert found is not None
    assert 0 < found.warn < found.leave == count * 60 * (SESSION_FACTOR if in_session else 1)
    assert found.leave - found.warn >= 30


@given(minutes, st.booleans(), st.floats(0, 100_000))
def test_after_the_wait_there_is_the_next_state(count: int, in_session: bool, quiet: float) -> None:
    found = limits(count, in_session=in_session)
    assert found is not None
    now, wait = found.state(quiet), found.wait(quiet)
    if now == "over":
        assert wait == 0
    else:
        assert wait > 0
        assert ORDER.index(found.state(quiet + wait + 0.001)) == ORDER.index(now) + 1


@given(st.lists(st.floats(0, 100), max_size=30))
def test_it_never_goes_back_by_itself(waits: list[float]) -> None:
    found, quiet, seen = Idle(leave=300, warn=240), 0.0, [0]
    for wait in waits:
        quiet += wait
        seen.append(ORDER.index(found.state(quiet)))
    assert seen == sorted(seen)
