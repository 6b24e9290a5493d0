"""Real processes: what is imported, signals, closed pipes, and the shell's completion."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
COMMAND = [sys.executable, "-m", "companion"]
LOADED = (
    "import sys; from companion.__main__ import main; main(); "
    "print(sorted({'textual', 'rich'} & set(sys.modules)), file=sys.stderr)"
)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "COMPANION_DATA_DIR": str(tmp_path / "diary"),
        "HOME": str(tmp_path),
        "TERM": "xterm",
        "ACCESSIBLE": "0",
    }


@pytest.mark.parametrize(
    "args",
    [
        (), ("today",), ("meal", "list", "--food-level", "5"), ("meal", "log", "turkey_bolognese"),
        ("food", "search", "butter"), ("quick", "Toast", "--kcal", "120"), ("drink", "log", "200"),
        ("weight", "log", "57"), ("fatigue", "log", "3"), ("fatigue", "replay", "-"), ("session", "list"),
        ("session", "log", "morning_full_body", "--done", "3"), ("session", "start", "morning_full_body"),
        ("plan", "show"), ("person", "show"), ("settings", "show"), ("target",), ("energy", "--weight", "60"),
        ("undo",), ("history",), ("check",), ("export",), ("doctor",), ("completion", "bash"), ("--help",),
    ],
)  # fmt: skip
def test_no_command_imports_the_full_screen(environment, args):
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *args],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )

    assert done.stderr.splitlines()[-1] == "[]", done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_with_its_own_code(environment, number):
    with subprocess.Popen(
        [*COMMAND, "fatigue", "replay", "-"], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, bufsize=1,
    ) as replay:  # fmt: skip
        replay.stdin.write('{"reset": true}\n')
        assert replay.stdout.readline().startswith('{"level"')  # it streams: before the end of its input
        replay.send_signal(number)
        replay.wait(20)
        said = replay.stderr.read()

    assert replay.returncode == 128 + number
    assert "Traceback" not in said


def test_a_reader_that_goes_away_is_no_error(environment):
    with subprocess.Popen(
        [*COMMAND, "fatigue", "replay", "-"], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    ) as replay:  # fmt: skip
        replay.stdout.close()
        replay.stdin.write('{"reset": true}\n' * 3)
        replay.stdin.close()
        said = replay.stderr.read()
        replay.wait(20)

    assert (replay.returncode, said) == (0, "")


def test_bytes_that_are_no_letters_are_let_be(environment):
    note = ["quick", "Toast", "--kcal", "120", "--note", "-"]
    assert (
        subprocess.run([*COMMAND, *note], env=environment, input=b"a \xff", capture_output=True).returncode
        == 0
    )
    replay = [*COMMAND, "fatigue", "replay", "-"]
    assert subprocess.run(replay, env=environment, input=b"\xff\n", capture_output=True).returncode == 2


def test_a_full_disk_under_the_output_is_told(environment):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, "today"], env=environment, stdin=subprocess.DEVNULL, stdout=full,
                              stderr=subprocess.PIPE, text=True)  # fmt: skip

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 2


def closed(environment, streams, *args):
    """A program that began without these streams, as after `companion <&-`; its code, output, errors."""
    shut = " ".join(f"{number}>&-" for number in streams)
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {shut}', "sh", *COMMAND, *args], env=environment, input="0\n",
        capture_output=True, text=True, timeout=30,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("streams", [(0,), (1,), (2,), (0, 1), (0, 1, 2)])
@pytest.mark.parametrize("args", [("--linear",), ("--calm",), ("today",), ("quick", "Toast", "--kcal", "9")])
def test_a_stream_that_was_closed_before_the_start_is_no_error(environment, streams, args):
    code, said, told = closed(environment, streams, *args)

    assert (code, told) == (0, "")
    assert bool(said) is (1 not in streams)


def test_plain_lines_without_input_end_as_at_its_end(environment):
    said = closed(environment, (0,), "--linear")[1]

    assert said.endswith("The input has ended. What was answered is saved.\n")


def test_a_note_from_a_closed_input_is_no_note(environment):
    closed(environment, (0,), "quick", "Toast", "--kcal", "9", "--note", "-")
    exported = subprocess.run([*COMMAND, "today", "--json"], env=environment, capture_output=True, text=True)

    assert '"Toast"' in exported.stdout
    assert '"note":"-"' not in exported.stdout.replace(" ", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_given_its_completion(environment, shell):
    done = subprocess.run([*COMMAND, "completion", shell], env=environment, capture_output=True, text=True)

    assert done.returncode == 0
    assert "_COMPANION_COMPLETE" in done.stdout


def test_the_shell_is_told_the_commands(environment):
    asked = {"_COMPANION_COMPLETE": "bash_complete", "COMP_WORDS": "companion wei", "COMP_CWORD": "1"}
    done = subprocess.run(COMMAND, env={**environment, **asked}, capture_output=True, text=True)

    assert done.stdout == "plain,weight\n"


def test_a_plain_terminal_gets_the_day(environment):
    done = subprocess.run(COMMAND, env={**environment, "TERM": "dumb"}, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True)  # fmt: skip

    assert done.returncode == 0
    assert "Energy: " in done.stdout


def test_an_output_that_lacks_letters_still_gets_everything(environment):
    poor = {**environment, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    subprocess.run(
        [*COMMAND, "quick", "Cr\u00e8me", "--kcal", "120"], env=poor, check=True, capture_output=True
    )
    said = subprocess.run(
        [*COMMAND, "today"], env=poor, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    told = subprocess.run(
        [*COMMAND, "today", "--json"], env=poor, capture_output=True, stdin=subprocess.DEVNULL
    )

    assert "Cr?me" in said.stdout
    assert json.loads(told.stdout.decode("ascii"))["meals"][0]["name"] == "Cr\u00e8me"
