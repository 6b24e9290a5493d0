"""What the README promises is what there is."""

import io
import re
import shlex
import textwrap
from pathlib import Path

import click
import pytest
from listening import AT_ONCE, Typing
from stepped import SteppedClock

from companion.bootstrap import open_companion
from companion.cli import gate
from companion.cli.call import Call
from companion.cli.commands import companion
from companion.cli.main import run
from companion.content.library import Library
from companion.domain.people import MAY
from companion.flows.menus.today import begin
from companion.linear.face import run as run_lines
from companion.linear.keys import Keys
from companion.linear.streams import Lines
from companion.surroundings.program import account
from companion.wording.caregivers import host_block

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_ci_runs_the_very_line_of_the_readme():
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest -n 4" in README
    assert """grep -m 1 "pip install -e '.\\[test\\]'" README.md""" in (ROOT / ".ci" / "run").read_text()


def test_every_room_it_draws_is_there():
    for room in re.findall(r"^      (\w+)/ ", README, re.M):
        assert (ROOT / "companion" / room / "__init__.py").is_file(), room


def test_every_command_it_shows_exists():
    for line in re.findall(r"^    companion ([a-z].*)$", README, re.M):
        group: click.Command = companion
        context = click.Context(companion)
        for word in line.split():
            if not isinstance(group, click.Group):
                break
            found = group.get_command(context, word)
            assert found is not None, f"companion {line}: there is no {word}"
            group = found


def test_the_meal_and_the_food_it_names_exist(library: Library):
    for meal in re.findall(r"(?:companion|home|home ')\s?meal log (\S+)", README):
        assert meal in library.meals
    for food in re.findall(r"--what (\S+)", README):
        assert food in library.foods


def test_every_picture_it_shows_is_kept_small_and_asks_for_nothing_elsewhere():
    shown = re.findall(r"^ *!\[[^\]]{20,}\]\((\S+\.svg)\)$", README, re.M)
    assert {ROOT / one for one in shown} == {*(ROOT / "tests" / "pictures" / "kept").iterdir()}
    for one in shown:
        drawn = (ROOT / one).read_text(encoding="utf-8")
        assert len(drawn) < 20_000
        assert re.findall(r"\w+://[^\s\"']+", drawn) == ["http://www.w3.org/2000/svg"]


CHAPTER = README.partition("## Caregivers over SSH\n")[2].partition("\n## ")[0]
ASKED = re.findall(r"^    ssh (?:-t )?home (.+)$", CHAPTER, re.M)
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"


def test_the_chapter_shows_commands_of_every_kind():
    assert {"today", "undo"} <= set(ASKED)
    assert any("--note -" in asked for asked in ASKED)


@pytest.mark.parametrize("asked", [*ASKED, *re.findall(r"`ssh (?:-t )?home (?:-- )?([^`]+)`", CHAPTER)])
def test_what_is_asked_over_ssh_passes_the_gate_and_is_a_command(asked: str) -> None:
    sent = " ".join(shlex.split(asked))  # as ssh joins what the other computer's shell left of it
    words = list(gate.read(sent).words)
    if words == ["help"]:  # the gate's own
        return
    context = companion.make_context("companion", words, obj=Call(), resilient_parsing=False)
    while isinstance(context.command, click.Group) and (rest := [*context._protected_args, *context.args]):
        name, command, left = context.command.resolve_command(context, rest)
        assert command is not None
        context = command.make_context(name, left, parent=context)


def test_the_lines_it_shows_are_those_that_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "maria.pub").write_text(KEY)
    folder = str(tmp_path / "diary")
    assert run(["--data-dir", folder, "caregiver", "add", "Maria", "--key", f"{tmp_path}/maria.pub"]) == 0
    line, said = capsys.readouterr()
    line = re.sub(r'command="\S+ --data-dir \S+', 'command="/home/ruth/.venv/bin/companion', line)
    assert f"    {line.replace(KEY, 'ssh-ed25519 AAAA...')}" in CHAPTER
    block = host_block("ruth")
    assert host_block(account()) in said
    assert textwrap.indent(block, "    ") in CHAPTER


def test_the_table_of_roles_has_each_of_them():
    told = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", CHAPTER, re.M))
    assert told.keys() == MAY.keys() - {"owner"}
    for role, may in told.items():
        assert ("write nothing" in may) == (MAY[role] == {"see"})
        assert ("change the plan" in may) == (MAY[role] == {"see", "decide"})


TYPED = re.compile(r"^(Your choice|Words): (.+)$", re.M)
BEFORE_THE_SESSION = ["1", "3\r", "1"]  # the first menu, how tired, nothing different


@pytest.mark.parametrize(("part", "before"), [(0, []), (1, BEFORE_THE_SESSION)])
def test_the_transcript_is_what_is_heard(
    part: int, before: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMPANION_NOW", "2026-11-22T18:10:00+00:00")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    parts = re.search(r"^    DEMO: .*?(?=^A rest is announced)", README, re.M | re.S)
    assert parts is not None
    shown = textwrap.dedent(parts[0]).split("\n\n")[part].strip()
    typed = [answer + "\r" * (prompt == "Words") for prompt, answer in TYPED.findall(shown)]
    demo = open_companion(demo=True, via="linear")
    out = io.StringIO()
    source = Typing(*before, *typed, clock=SteppedClock(demo.clock()), terminal=True)
    settings = demo.settings.model_copy(update=AT_ONCE)
    keys = Keys(source, lines := Lines(out, lambda: 80), lambda: settings, lambda: source.now)
    run_lines(demo, begin(demo), keys, lines)
    said = "\n".join(line.rstrip() for line in out.getvalue().splitlines())
    assert shown in said
