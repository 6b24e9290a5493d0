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


@pytest.mark.parametrize("year", ["0026", "1000", "1900", "1969"])
def test_a_year_that_is_a_slip_is_refused_with_the_year_in_full(companion, kept, year):
    identity = companion("quick", "Toast", "--kcal", "120", "--json").json["id"]
    before = kept()
    at = f"{year}-11-22T08:00"
    for words in (
        ("quick", "Porridge", "--kcal", "333", "--at", at), ("fatigue", "log", "4", "--at", at),
        ("edit", identity, "--at", at),
    ):  # fmt: skip
        result = companion(*words)
        assert result.code == 5, words
        assert result.err.startswith(f"22 November {year} is very long ago.")
        assert "Nothing was saved." in result.err
    assert kept() == before


def test_a_day_of_another_year_is_told_with_its_year(companion):
    at = "2025-03-02T08:00"
    assert "2 March 2025" in companion("quick", "Porridge", "--kcal", "333", "--at", at).out
    assert "in the morning on 2 March 2025" in companion("fatigue", "log", "4", "--at", at).out
    assert "2 March 2025 08:00" in companion("history", "--days", "500").out
    assert (
        "2 March 2031 08:00 is still to come"
        in companion("fatigue", "log", "4", "--at", "2031-03-02T08:00").err
    )
