"""Every text of every command, given every bad text: what is kept is clean, what is said steers nothing."""

import json
from pathlib import Path

import pytest
from hostile.inputs import STORED, TEXTS, steering, strings, unclean
from hostile.tree import APART, commands, line, texts

from companion.bootstrap import open_companion

LETTERS = 900  # of an error, hint and all
COMMANDS = commands()
TRIED = [(name, one) for name, command in COMMANDS.items() for one in texts(name, command)]


@pytest.fixture
def begun(command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(folder.parent)  # where a file of any name may be written
    for words in ("person set name Ruth", "plan set food-level 5 --decided-by Lee", "quick Soup --kcal 150"):
        assert command(*words.split()).code == 0
    return folder


def faults(result, form: tuple[str, ...], one: str = "") -> list[str]:
    """What is wrong with what a command did; that a file is not there is the world's fault."""
    found = [f"{char!r} in the output" for char in steering(result.out + result.err)]
    if result.code not in STORED | ({1} if one in ("file", "out") else set()):
        found.append(f"exit code {result.code}")
    if result.code and (len(result.err.splitlines()) > 2 or len(result.err) > LETTERS or result.out):
        found.append(f"more than a sentence and a hint: {len(result.err)} letters")
    if "Traceback" in result.err or "unexpected" in result.err.lower():
        found.append(result.err)
    if form and not result.code and result.out:
        json.loads(result.out)
    return found


@pytest.mark.parametrize("number", TEXTS)
def test_what_is_kept_of_a_bad_text_is_clean(number, command, begun):
    text, wrong = TEXTS[number], {}
    for place, (name, one) in enumerate([*TRIED, *((name, "by") for name in ("quick", "today", "undo"))]):
        form = ("--json",) if place % 2 else ()
        by = ("--by", text) if one == "by" else ()
        words = line(name, COMMANDS[name], one, text)
        if found := faults(command(*form, *by, *words, stdin=text), form, one):
            wrong[name, one] = found
    assert wrong == {}
    kept = [row.entry.model_dump(mode="json") for row in open_companion(begun).diary.written()]
    found = [unclean(one, lines="note" in path) for entry in kept for path, one in strings(entry)]
    assert [fault for fault in found if fault] == []
    for file in (path for path in begun.rglob("*") if path.is_file()):
        written = file.read_text(encoding="utf-8")
        assert not steering(written), file.name
        assert "\\u001b" not in written, file.name


def test_every_command_with_a_text_is_tried():
    assert {name for name, _ in TRIED} >= {"quick", "food add", "meal add", "person set", "plan set", "edit"}
    assert len(TRIED) > 70
    assert COMMANDS.keys() > APART


@pytest.mark.parametrize("number", TEXTS)
@pytest.mark.parametrize("name", ["quick", "edit"])
def test_a_note_from_standard_input_is_cleaned_too(number, name, command, begun):
    newest = command("history", "--json").json["entries"][0]["id"]
    words = {"quick": ["Tea", "--kcal", "2"], "edit": [newest]}[name]
    said = command(name, *words, "--note", "-", stdin=TEXTS[number] + "\nsecond line")
    assert not faults(said, ())
    notes = [row.entry.note for row in open_companion(begun).diary.written() if row.entry.note]
    assert all(not unclean(note, lines=True) for note in notes)
    assert said.code == 0
