"""The clock, and freezing it."""

import pytest

from companion.config.clock import clock_from_environment
from companion.errors import Malformed


def test_a_frozen_clock_stands_still(monkeypatch):
    monkeypatch.setenv("COMPANION_NOW", "2026-04-14T16:05:00+02:00")
    clock = clock_from_environment()
    assert clock() == clock()
    assert clock().isoformat() == "2026-04-14T16:05:00+02:00"


def test_a_time_without_offset_is_local(monkeypatch):
    monkeypatch.setenv("COMPANION_NOW", "2026-04-14T16:05")
    assert clock_from_environment()().utcoffset() is not None


def test_what_is_no_time_is_said(monkeypatch):
    monkeypatch.setenv("COMPANION_NOW", "soon")
    with pytest.raises(Malformed):
        clock_from_environment()
