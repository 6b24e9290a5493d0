"""What the README promises is what there is."""

import re
from pathlib import Path

import click

from companion.cli.commands import companion
from companion.content.library import Library

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
