"""Runs command lines in this process, with a diary of their own and a clock that stands still."""

import io
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from companion import bootstrap
from companion.cli.launch import Launch
from companion.cli.main import run
from companion.content.library import Library

NOW = "2026-04-14T16:05:00+02:00"


@dataclass
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str
    launch: Launch | None = None

    @property
    def json(self) -> dict[str, Any]:
        return json.loads(self.out)


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def stage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, library: Library) -> Iterator[None]:
    """The packaged content is read once for all of them; a folder's own content each time."""
    monkeypatch.setattr(
        bootstrap, "Library", lambda own=None, **_: Library(own) if own and own.exists() else library
    )
    monkeypatch.setenv("COMPANION_NOW", NOW)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("COMPANION_DATA_DIR", raising=False)
    for name in ("COMPANION_DEBUG", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    kept = {number: signal.getsignal(number) for number in (signal.SIGHUP, signal.SIGTERM)}
    mask = os.umask(0o077)
    yield
    os.umask(mask)
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture
def companion(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*args: str, stdin: str = "", data_dir: bool = True) -> Result:
        streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        monkeypatch.setattr(sys, "stdout", streams[0])
        monkeypatch.setattr(sys, "stderr", streams[1])
        outcome = run([*(["--data-dir", str(folder)] if data_dir else []), *args])
        out, err = (stream.buffer.getvalue().decode() for stream in streams)
        if isinstance(outcome, Launch):
            return Result(0, out, err, outcome)
        return Result(outcome, out, err)

    return call


@pytest.fixture
def person(companion: Run) -> Run:
    """The same, once the person and the plan are known."""
    for args in (
        ("person", "set", "name", "Ruth"),
        ("person", "set", "height-cm", "163"),
        ("person", "set", "reference-weight", "60"),
        ("plan", "set", "food-level", "5", "--decided-by", "Dr Lee"),
        ("weight", "log", "56.8", "--at", "08:00"),
    ):
        assert companion(*args).code == 0
    return companion


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a diary, to see that nothing changed."""
    found = sorted(folder.rglob("*.json")) if folder.is_dir() else []
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@pytest.fixture
def kept(folder: Path) -> Callable[[], dict[str, bytes]]:
    return lambda: bytes_of(folder)
