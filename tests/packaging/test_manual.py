"""The manual page names what there is, and can be read by the programs that show such pages."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from companion.cli.backups import backup, restore
from companion.cli.caregivers import add
from companion.cli.commands import TABLE
from companion.cli.forget import forget
from companion.cli.health import doctor
from companion.cli.reports import report
from companion.cli.verbs import everywhere

PAGE = Path(__file__).parents[2] / "companion" / "man" / "companion.1"
OF_ONE = {
    "encrypt-to": backup, "identity": restore, "check": restore, "role": add, "confirm": forget,
    "fix": doctor, **dict.fromkeys(("format", "out", "with-names", "with-notes"), report),
}  # options of one command that it names  # fmt: skip
WRITTEN = PAGE.read_text(encoding="utf-8")


def test_it_names_every_command():
    named = {word for line in re.findall(r"^\.It Cm (.+)$", WRITTEN, re.M) for word in line.split(" , ")}
    assert set(TABLE) <= named
    assert named <= set(TABLE) | {"q", "t"}


def test_it_names_every_option_that_stands_everywhere():
    given = {name.removeprefix("--") for option in everywhere() for name in option.opts}
    named = set(re.findall(r"Fl -([a-z-]+)", WRITTEN))
    assert given == named - set(OF_ONE)


@pytest.mark.parametrize("option", OF_ONE)
def test_an_option_of_one_command_that_it_names_is_there(option):
    assert any(f"--{option}" in one.opts for one in OF_ONE[option].params)


def test_it_goes_with_the_wheel_to_where_manuals_are():
    settings = (PAGE.parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert '"companion/man/companion.1" = "share/man/man1/companion.1"' in settings


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_it_is_formatted_without_a_complaint():
    shown = subprocess.run(["groff", "-mandoc", "-Tutf8", "-ww", PAGE], capture_output=True, text=True)
    assert shown.stderr == ""
    assert "a guide and a diary" in shown.stdout
