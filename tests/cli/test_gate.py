"""What comes in over SSH: a listed command with listed options runs, all else is refused in one sentence."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import category

import click
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from companion.bootstrap import open_companion
from companion.cli import gate
from companion.cli.call import Call
from companion.cli.commands import companion as root
from companion.cli.verbs import everywhere
from companion.errors import CompanionError, Malformed, NotAllowed
from companion.surroundings import confined

HOSTILE = [
    # A shell, another program, a way out of the words
    "sh -c id", "bash", "/bin/sh", "id", "today; id", "meal log x; touch {made}", "$(touch {made})",
    "`touch {made}`", "today && touch {made}", "today | tee {made}", "today > {made}", "today & touch {made}",
    "touch {made}", "!touch {made}", "env", "python3 -c 'open(\"{made}\",\"w\")'", "vi {made}",
    "less /etc/passwd",
    "exec touch {made}", "eval touch {made}", "cd /", "../../../bin/sh", "~/.ssh/authorized_keys",
    # Other protocols of SSH
    "scp -t {made}", "scp -f /etc/passwd", "internal-sftp", "sftp-server", "/usr/lib/openssh/sftp-server",
    "rsync --server . {made}", "git-upload-pack '/etc'", "mosh-server new",
    # Somebody else, somewhere else
    "today --by Ruth", "--by Ruth today", "today --by=Ruth", "today --as Ruth", "today --as=Ruth",
    "today --a=root",
    "today --data-dir /tmp", "--data-dir=/tmp today", "--data-dir {made} quick x --kcal 1", "--demo today",
    "today --demo", "serve-ssh --as Ruth", "serve-ssh --as Ruth today", "--linear serve-ssh --as Ruth",
    "--role owner today", "today -o/etc/x", "today -o /etc/x", "history --out {made}",
    "today --output={made}",
    "today --config /etc/passwd", "COMPANION_DATA_DIR=/tmp today",
    # Short forms and what looks like an option
    "meal log x --eat half", "meal log x --not", "today --jso", "today -j", "today -", "today --",
    "-- today", "--",
    "-", "--=", "-- --by Ruth", "today ---json", "quick x --kcal 1 -- --by Ruth", "meal log --note --by x",
    "meal log x --note=a --by=Ruth", "hel", "tod", "today\u00a0", "--linear today",
    # What is for the computer itself alone
    "export", "export --format csv", "check", "check --repair 2026-04", "check --accept 2026-04", "doctor",
    "doctor --fix", "settings set face full", "settings slot add x 10:00", "completion bash",
    "caregiver list",
    "caregiver add Eve --key {made}", "person set name Eve", "plan import /etc/passwd",
    "fatigue replay /etc/passwd",
    "fatigue replay -", "food import /etc/passwd", "forget --before 2026-01-01 --confirm", "backup {made}",
    "restore {made}", "import {made}", "report --out {made}", "food add x --kcal 1 --per 100g",
    # Characters and sizes
    "today\ntouch {made}", "today\r", "quick 'a\x1b]0;x\x07' --kcal 1", "quick '\x9b2J' --kcal 1",
    "today\x00",
    "quick '\u202eevil' --kcal 1", "quick '\u200bx' --kcal 1", "quick '\ud800' --kcal 1",
    "quick '\udcff' --kcal 1",
    "\t", "quick 'unclosed --kcal 1", 'quick "unclosed', "quick x\\", "quick " + "x" * 2048 + " --kcal 1",
    "x" * 3000, "today " + " " * 2043, "é" * 1025, "''", '""', "'' today", "' '", "'meal log' x", "meal",
    "session",
    "meal '' x", "meal --note log x", "--eaten half meal log x", "help export", "help help help", "help ''' ",
    "help --by Ruth", "help ../etc", "\\-\\-by Ruth today", '"--by" Ruth today', "'--data-dir=/tmp' today",
]  # fmt: skip
HARMLESS = ["$(id)", "`id`", "; rm -rf ~", "a|b>c", "../../etc/passwd", "[/nope]", "%s%n", "${HOME}", "-1"]


@pytest.fixture
def ask(companion, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """Asks for something as Maria, who is let in."""
    open_companion(folder).caregivers.add("Maria", "caregiver")

    def asked(request: str, *options: str) -> object:
        monkeypatch.setattr(os, "environ", {**os.environ, confined.ASKED: request})
        return companion(*options, "serve-ssh", "--as", "Maria")

    return asked


@pytest.mark.parametrize("request_", HOSTILE, ids=lambda text: ascii(text)[:50])
def test_what_is_not_on_the_list_is_refused_in_a_sentence(ask, folder, kept, tmp_path, request_):
    before, there = kept(), sorted(tmp_path.rglob("*"))

    result = ask(request_.replace("{made}", str(tmp_path / "made")))

    assert result.code in (2, 77)
    assert (result.out, result.launch) == ("", None)
    assert 1 <= len(result.err.splitlines()) <= 2
    assert not [char for char in result.err if category(char).startswith("C") and char != "\n"]
    assert kept() == before
    assert sorted(tmp_path.rglob("*")) == there
    assert confined.ASKED not in os.environ


@pytest.mark.parametrize("text", HARMLESS)
def test_a_text_that_is_no_option_is_a_text(ask, folder, text):
    assert ask(f"quick '{text}' --kcal 10").code == 0
    (entry,) = open_companion(folder).diary.entries("quick")
    assert (entry.name, entry.by, entry.via) == (text, "Maria", "ssh")


def test_not_listed_is_77_and_not_understood_is_2(ask):
    assert [ask(one).code for one in ("id", "today --by Ruth", "export")] == [77, 77, 77]
    assert [ask(one).code for one in ("quick 'x", "x" * 2049, "a\nb", "meal", "quick")] == [2, 2, 2, 2, 2]


def test_exactly_so_many_bytes_are_read(ask):
    assert gate.read("today" + " " * (gate.LONGEST - 5)).command == "today"
    with pytest.raises(Malformed):
        gate.read("today" + " " * (gate.LONGEST - 4))


def test_without_a_command_and_a_terminal_it_says_how_to_bring_one(ask):
    for request in ("", "--full", "--json", "session start morning_full_body"):
        result = ask(request)
        assert (result.code, result.out, result.launch) == (2, "", None)
        assert "-t" in result.err


def test_plain_lines_open_without_a_terminal(ask):
    launch = ask("--linear").launch
    assert (launch.face, launch.call.by, launch.call.gated) == ("linear", "Maria", True)


def test_options_of_the_forced_command_hold_unless_asked_otherwise(ask):
    assert ask("", "--linear").launch.face == "linear"
    assert ask("today", "--json").json["schema"] == 1
    assert ask("today", "--demo").code == 2  # the diary is not shown in the demo's place


def test_who_was_not_let_in_gets_nothing_at_all(companion, monkeypatch):
    monkeypatch.setattr(os, "environ", {**os.environ, confined.ASKED: "help"})
    result = companion("serve-ssh", "--as", "Eve")
    assert (result.code, result.out) == (77, "")


def test_help_lists_what_can_be_asked_and_nothing_else(ask):
    told = ask("help")
    assert told.code == 0
    for name in filter(None, gate.ALLOWED):
        assert name == gate.HELP or f"\n{name}" in told.out
    assert not {"export", "doctor", "serve-ssh"} & {
        line.split()[0].strip(":") for line in told.out.splitlines()
    }


def test_help_on_help_is_help(ask):
    assert ask("help help").out == ask("help --help").out == ask("help").out != ""


def test_an_empty_word_is_told_as_one(ask):
    for request in ('""', "' '"):
        result = ask(request)
        assert (result.code, result.err.startswith("An empty word is not among")) == (77, True)


def test_help_on_a_command_names_its_options(ask):
    told = ask("help meal log")
    assert told.out == ask("meal log --help").out == ask("meal log x --help").out
    lines = told.out.splitlines()
    assert lines[0].startswith("meal log ID: ")
    assert {line.partition(":")[0] for line in lines[1:]} == gate.ALLOWED["meal log"]
    assert [row["command"] for row in ask("help meal --json").json["commands"]] == gate.under("meal")


def leaves(group: click.Group = root, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(click.Context(group)):
        found = group.get_command(click.Context(group), name)
        if isinstance(found, click.Group):
            yield from leaves(found, (*path, name))
        else:
            yield " ".join((*path, name)), found


COMMANDS = dict(leaves())
GLOBAL = {option for one in everywhere() for option in one.opts}


def options(command: click.Command) -> set[str]:
    found = [param for param in command.params if isinstance(param, click.Option)]
    return {name for param in found for name in (*param.opts, *param.secondary_opts)}


@pytest.mark.parametrize("name", [name for name in gate.ALLOWED if name not in ("", gate.HELP)])
def test_each_listed_command_and_option_is_there_and_reads_no_file(name):
    command = COMMANDS[name]
    assert gate.ALLOWED[name] <= options(command)
    assert not [one for one in command.params if isinstance(one.type, click.Path | click.File)]
    assert not gate.ALLOWED[name] & {
        "--data-dir",
        "--by",
        "--as",
        "--demo",
        "--out",
        "--repair",
        "--accept-file",
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_else_gets_through(name):
    if name not in gate.ALLOWED:
        with pytest.raises(NotAllowed):
            gate.read(name)
        return
    for option in (options(COMMANDS[name]) | GLOBAL) - gate.ALLOWED[name] - gate.EVERYWHERE:
        for form in (option, f"{option}=x", f"{option} x"):
            with pytest.raises(NotAllowed):
                gate.read(f"{name} {form}")
    for option in gate.ALLOWED[name]:
        assert gate.read(f"{name} {option}").command == name
        for short in (option[:-1], f"{option}s", option[1:]):
            if short not in gate.ALLOWED[name]:
                with pytest.raises(NotAllowed):
                    gate.read(f"{name} {short}")


def reached(words: tuple[str, ...], call: Call) -> str | None:
    """The command that would run, or None where the words are not understood."""
    try:
        context = root.make_context("companion", list(words), obj=call)
        path, command, rest = [], root, [*context._protected_args, *context.args]
        while isinstance(command, click.Group) and rest:
            name, command, rest = command.resolve_command(context, rest)
            path.append(name)
            context = command.make_context(name, rest, parent=context)
            rest = [*context._protected_args, *context.args]
    except (click.UsageError, CompanionError):
        return None
    return " ".join(path)


NAMES = {word for name in COMMANDS for word in name.split()} | {"help", "--as", "--", "-", "-1"}
WORDS = sorted(NAMES | GLOBAL | {option for command in COMMANDS.values() for option in options(command)})
PIECES = st.sampled_from([*WORDS, "'", '"', "\\", "=", "x", "''", "half", "1", ";", "$(id)", "\n", "Ruth"])
REQUESTS = st.one_of(
    st.text(), st.lists(PIECES, max_size=8).map(" ".join), st.lists(PIECES, max_size=6).map("".join)
)


@given(REQUESTS)
@example("--note meal log x")
@example("'' today")
@example("'meal log' x")
@example("today --json=--by --by")
def test_whatever_is_asked_only_a_listed_command_of_the_same_name_runs(request_):
    try:
        asked = gate.read(request_)
    except (Malformed, NotAllowed):
        return
    call = Call(by="Maria", gated=True)
    assert asked.command in gate.ALLOWED
    if asked.about is None:
        assert reached(asked.words, call) in (asked.command, None)
    assert (call.by, call.data_dir, call.demo) == ("Maria", None, False)
