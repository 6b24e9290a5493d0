"""What the program reads of its own files while it is open, and what an update of them then changes."""

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from py_compile import compile as byte_compile
from typing import Any

import pytest

from companion.resources import styles
from companion.services.companion import Companion
from companion.tui import ownfiles
from companion.tui.ownfiles import OwnFiles

NAME = "companion.late"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of two modules, one of them in a folder, of which nothing was imported."""
    (tmp_path / "late").mkdir()
    for file in ("late/__init__.py", "late/room.py"):
        (tmp_path / file).write_text("WORDS = 'as it was'\n")
    monkeypatch.setattr(ownfiles, "PACKAGE", tmp_path)
    yield tmp_path
    for name in (NAME, f"{NAME}.room"):
        sys.modules.pop(name, None)


@pytest.fixture
def read(package: Path) -> Iterator[None]:
    """All of it was read when an update replaced it."""
    own = OwnFiles()
    while own.read_some():
        pass
    for file in package.rglob("*.py"):
        file.write_text("raise AssertionError('of another version')\n")
    yield
    own.close()


@pytest.fixture
def compiled(package: Path) -> None:
    for file in package.rglob("*.py"):
        byte_compile(str(file))


@pytest.mark.usefixtures("read")
def test_a_module_that_was_read_comes_as_it_was() -> None:
    assert import_module(f"{NAME}.room").WORDS == "as it was"
    assert import_module(NAME).WORDS == "as it was"


@pytest.mark.usefixtures("compiled", "read")
def test_byte_code_that_was_read_comes_as_it_was() -> None:
    assert import_module(f"{NAME}.room").WORDS == "as it was"


def test_byte_code_of_another_text_is_not_taken(package: Path, compiled: None) -> None:
    file = package / "late" / "room.py"
    assert Path(cache_from_source(str(file))).exists()
    file.write_text("WORDS = 'mended by hand'\n")
    own = OwnFiles()
    while own.read_some():
        pass
    assert import_module(f"{NAME}.room").WORDS == "mended by hand"
    own.close()


def test_what_an_update_takes_away_meanwhile_is_passed_over(package: Path) -> None:
    own = OwnFiles()
    (package / "late" / "__init__.py").unlink()
    while own.read_some():
        pass
    assert own.find_spec(NAME) is None
    assert own.find_spec(f"{NAME}.room") is not None
    own.close()


@pytest.mark.usefixtures("package")
def test_a_closed_reader_finds_nothing_more() -> None:
    own = OwnFiles()
    assert own in sys.meta_path
    own.close()
    assert own not in sys.meta_path


async def test_what_a_key_may_need_is_read_a_little_at_each_beat(
    ruth: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "companion.tui.screens.warnings", raising=False)
    async with visit(ruth, "today", (80, 24)) as seen:
        before = list(sys.meta_path)
        for _ in range(200):
            seen.app.beat()
        (own,) = [one for one in sys.meta_path if one not in before]
        assert own.find_spec("companion.tui.screens.warnings") is not None
        assert own.find_spec("companion.tui.screens.today") is None  # it is there already
        sheet = styles() / "warnings.tcss"
        monkeypatch.setattr(Path, "read_text", lambda *_: "")
        there = Path.is_file
        monkeypatch.setattr(Path, "is_file", lambda file: file != sheet and there(file))  # it was taken away
        assert "WarningSigns" in own.sheet(sheet)
        await seen.press("exclamation_mark")
        assert type(seen.app.screen).__module__ == "companion.tui.screens.warnings"
        assert "WarningSigns" in seen.app.stylesheet.source[str(sheet), ""].content
    assert own not in sys.meta_path
