"""What holds everywhere: no network, private files, plain words, and a house that stays small."""

import ast
import os
import re
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from companion.content.library import CONTENT
from companion.resources import PACKAGE

CODE = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))
LINES_IN_A_FILE, LINES_IN_A_FUNCTION, LINES_IN_A_CLASS = 300, 60, 250
BLOCKED = """
import socket, sys
def refuse(*_):
    raise SystemExit("the network was asked for")
for name in ("connect", "connect_ex", "bind", "sendto"):
    setattr(socket.socket, name, refuse)
socket.getaddrinfo = socket.create_connection = refuse
"""
COMMAND = BLOCKED + "from companion.__main__ import main\nsys.exit(main())"
SCREEN = (
    BLOCKED
    + """
import asyncio
from companion.bootstrap import open_companion
from companion.tui.app import CompanionApp
async def start():
    async with CompanionApp(open_companion(via="full")).run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "0", "a", "s", *"butter", "enter")
        await pilot.pause()
asyncio.run(start())
"""
)
UNWANTED = re.compile(r"!|\bsafe(?:ly|ty)?\b|\bcertified\b|\bstreaks?\b", re.IGNORECASE)
MEANT = {
    ("keyed.py", "!"),  # a key
    ("spoken.py", "(?!"),  # patterns, not words
    ("spoken.py", "(?<!"),
    ("card.toml", "not certified"),  # the credit that the licence of the levels asks for
    ("level.toml", "Not certified"),
    ("level.toml", "not certified"),
    ("warn.toml", "a streak of blood"),
}


def inner(*args: str, code: str, home: Path) -> subprocess.CompletedProcess[str]:
    """A run with a home of its own."""
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "COMPANION_DATA_DIR": str(home / "diary")}
    return subprocess.run(
        [sys.executable, "-c", code, *args], cwd=PACKAGE.parent, env=env, capture_output=True, text=True,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    "args",
    [
        ("today",), ("meal", "list", "--food-level", "5"), ("food", "search", "butter"),
        ("quick", "Toast", "--kcal", "120"), ("doctor",), ("export",), ("meal", "show", "nothing"),
    ],
)  # fmt: skip
def test_no_command_asks_for_the_network(tmp_path, args):
    done = inner(*args, code=COMMAND, home=tmp_path)
    assert "network" not in done.stderr
    assert done.returncode == (3 if args[-1] == "nothing" else 0), done.stderr


@pytest.mark.slow
def test_the_full_screen_asks_for_no_network(tmp_path):
    done = inner(code=SCREEN, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_the_block_blocks(tmp_path):
    asking = BLOCKED + "socket.create_connection(('localhost', 9))"
    assert "network" in inner(code=asking, home=tmp_path).stderr


def test_files_are_private_whatever_the_umask(tmp_path, monkeypatch):
    from companion.bootstrap import open_companion

    before = os.umask(0)
    try:
        companion = open_companion(tmp_path / "home" / "diary")
        companion.plan.set("food-level", "5", decided_by="A. Lee")
        companion.intake.quick("Soup", kcal=150)
        companion.preferences.set("bell", "no")
    finally:
        os.umask(before)
    folder = tmp_path / "home" / "diary"
    made = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    assert {mode for path, mode in made.items() if path.is_dir()} == {0o700}
    assert {mode for path, mode in made.items() if path.is_file()} == {0o600}
    assert {"plan.json", "settings.toml"} <= {path.name for path in made}


@pytest.mark.parametrize("file", CODE, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_every_file_is_short_and_says_what_it_is_for(file):
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= LINES_IN_A_FILE
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert _length(node) <= LINES_IN_A_FUNCTION, node.name
        elif isinstance(node, ast.ClassDef):
            assert _length(node) <= LINES_IN_A_CLASS, node.name


def _length(node: ast.stmt) -> int:
    return (node.end_lineno or 0) - node.lineno + 1


def test_every_file_of_tests_is_short_and_says_what_it_is_for():
    texts = {str(file.relative_to(PACKAGE.parent)): file.read_text(encoding="utf-8") for file in TESTS}
    assert [file for file, text in texts.items() if len(text.splitlines()) > LINES_IN_A_FILE] == []
    assert [file for file, text in texts.items() if not ast.get_docstring(ast.parse(text))] == []


def sentences() -> Iterator[tuple[str, str]]:
    """Every text a person may see: strings of the wording, the flows and the faces, and the content's."""
    for room in ("wording", "flows", "cli", "tui"):
        for file in sorted((PACKAGE / room).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            quiet = _docstrings(tree)
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet:
                    yield file.name, node.value
    for file in sorted(CONTENT.rglob("*.toml")):
        for text in _strings(tomllib.loads(file.read_text(encoding="utf-8"))):
            yield file.name, text


def _docstrings(tree: ast.Module) -> set[int]:
    """The docstrings of everything but commands, whose docstrings are their help."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and not getattr(node, "decorator_list", []):
                found.add(id(first.value))
    return found


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inside in value.values():
                yield from _strings(inside)
        case list():
            for inside in value:
                yield from _strings(inside)


def test_the_words_are_calm():
    met = set()
    for where, text in sentences():
        for meant in MEANT:
            if where == meant[0] and meant[1] in text:
                met.add(meant)
                text = text.replace(meant[1], "")
        assert not UNWANTED.search(text), f"{where}: {text}"
    assert met == MEANT
