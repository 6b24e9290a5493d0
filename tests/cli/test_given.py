"""Times and days as people type them."""

import pytest


@pytest.mark.parametrize(
    ("now", "typed", "at"),
    [
        ("2026-04-14T16:05+02:00", "12:30", "2026-04-14T12:30:00+02:00"),
        ("2026-04-14T16:05+02:00", "16:09", "2026-04-14T16:09:00+02:00"),
        ("2026-04-15T00:40+02:00", "23:30", "2026-04-14T23:30:00+02:00"),
        ("2026-04-15T00:40+02:00", "00:20", "2026-04-15T00:20:00+02:00"),
        ("2026-04-14T16:05+02:00", "2026-03-01T08:00+01:00", "2026-03-01T08:00:00+01:00"),
    ],
)
def test_a_time_is_of_the_day_that_runs_now(companion, monkeypatch, now, typed, at):
    monkeypatch.setenv("COMPANION_NOW", now)

    assert companion("quick", "Toast", "--kcal", "120", "--at", typed, "--json").json["entry"]["at"] == at


@pytest.mark.parametrize("typed", ["16:11", "23:30", "2026-04-15T08:00+02:00"])
def test_what_is_still_to_come_is_refused(companion, typed):
    result = companion("quick", "Toast", "--kcal", "120", "--at", typed)

    assert result.code == 5
    assert "is still to come" in result.err
