"""What the doctor finds, by its code."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

Look = Callable[..., dict[str, dict[str, Any]]]


@pytest.fixture
def look(person) -> Look:
    """What the doctor finds, by its code."""

    def found(*args: str) -> dict[str, dict[str, Any]]:
        result = person("doctor", "--json", *args)
        findings = result.json["findings"]
        assert result.code == (0 if all(one["ok"] for one in findings) else 1)
        assert result.json["ok"] == (result.code == 0)
        return {one["what"]: one for one in findings}

    return found


def faults(found: dict[str, dict[str, Any]]) -> set[str]:
    for one in found.values():
        assert set(one) == {"what", "ok", "text", "mend"}
        assert one["ok"] == (not one["text"].startswith("look: "))
    return {code for code, one in found.items() if not one["ok"]}


def back(path: Path, **ago: int) -> None:
    moment = (datetime.now(UTC) - timedelta(**ago)).timestamp()
    os.utime(path, (moment, moment))


NOW = datetime.fromisoformat("2026-04-14T16:05:00+02:00")
