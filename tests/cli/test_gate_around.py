"""What is around the gate: an environment, a terminal, and as much memory as one may take."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from companion.bootstrap import open_companion
from companion.cli.main import guarded
from companion.surroundings import confined


def test_only_what_is_known_is_left_of_the_environment():
    environ = {
        "TERM": "x\x1b]0;", "LANG": "de_DE.UTF-8", "LC_TIME": "C", "LC_ALL": "a\nb", "PAGER": "sh",
        "EDITOR": "vi",
        "PYTHONPATH": "/x", "TEXTUAL": "devtools", "COMPANION_DEBUG": "1",
        "_COMPANION_COMPLETE": "bash_source",
        "COLUMNS": "65535", "LINES": "65535", "LD_PRELOAD": "/x", "HOME": "/home/ruth",
        confined.ASKED: "a\nb",
    }  # fmt: skip
    confined.keep_known(environ)
    assert environ == {
        "TERM": "xterm", "LANG": "de_DE.UTF-8", "LC_TIME": "C", "HOME": "/home/ruth", confined.ASKED: "a\nb",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("term", "kept"),
    [("xterm-256color", "xterm-256color"), ("dumb", "dumb"), ("", "xterm"), ("../../etc/passwd", "xterm"),
     ("x" * 5000, "xterm"), ("screen.xterm-new+x", "screen.xterm-new+x")],
)  # fmt: skip
def test_a_terminal_has_a_name_or_is_an_xterm(term, kept):
    environ = {"TERM": term}
    confined.keep_known(environ)
    assert environ["TERM"] == kept


CONFINED = """
import os, resource, signal, sys
from companion.__main__ import main
code = main()
print(sorted(os.environ), file=sys.stderr)
print(*(resource.getrlimit(one) for one in (resource.RLIMIT_CORE, resource.RLIMIT_AS)), file=sys.stderr)
print(signal.getsignal(signal.SIGTSTP), file=sys.stderr)
"""


@pytest.mark.slow
def test_the_program_confines_itself_before_it_begins(tmp_path):
    open_companion(tmp_path / "diary").caregivers.add("Maria", "caregiver")
    given = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "COMPANION_DATA_DIR": str(tmp_path / "diary"),
             "LC_ALL": "C.UTF-8", "_COMPANION_COMPLETE": "bash_source", "PAGER": "sh", "COMPANION_DEBUG": "1",
             confined.ASKED: "today"}  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", CONFINED, "serve-ssh", "--as", "Maria"], env=given, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    names, limits, stop = done.stderr.splitlines()[-3:]
    assert "Energy" in done.stdout
    assert names == str(sorted(["PATH", "HOME", "LC_ALL", "COMPANION_DATA_DIR", "PYDANTIC_DISABLE_PLUGINS"]))
    assert limits == f"(0, 0) {(confined.MEMORY, confined.MEMORY)}"
    assert stop == str(signal.Handlers.SIG_IGN)


def test_too_little_memory_is_told_in_a_sentence(capsys, folder):
    def fill() -> None:
        raise MemoryError

    assert guarded(fill) == 1
    assert capsys.readouterr().err.splitlines()[0] == "There is not enough memory to go on."


@pytest.mark.slow
def test_what_takes_too_much_memory_ends_in_a_sentence(tmp_path):
    greedy = (
        "from companion.surroundings.confined import confine; confine()\n"
        "from companion.cli.main import guarded; import sys\n"
        "sys.exit(guarded(lambda: bytearray(2**31)))"
    )
    done = subprocess.run([sys.executable, "-c", greedy], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("There is not enough memory to go on.")
