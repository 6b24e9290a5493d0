"""What the README promises is what there is."""

import io
import re
import textwrap
from pathlib import Path

import click
import pytest
from conftest import SteppedClock
from listening import AT_ONCE, Typing

from companion.bootstrap import open_companion
from companion.cli.commands import companion
from companion.content.library import Library
from companion.flows.menus.today import begin
from companion.linear.face import run
from companion.linear.keys import Keys
from companion.linear.streams import Lines

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
    for meal in re.findall(r"companion meal log (\S+)", README):
        assert meal in library.meals
    for food in re.findall(r"--what (\S+)", README):
        assert food in library.foods


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
    run(demo, begin(demo), keys, lines)
    said = "\n".join(line.rstrip() for line in out.getvalue().splitlines())
    assert shown in said
