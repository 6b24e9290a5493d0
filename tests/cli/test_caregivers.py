"""companion caregiver: the line that lets in, what is said with it, and what never gets through."""

import base64
import json
import shlex
from pathlib import Path

import pytest

from companion.cli import gate
from companion.domain.ssh_keys import authorized_lines
from companion.errors import NotAllowed
from companion.surroundings.confined import GATE
from companion.surroundings.program import account


def made(number: int) -> str:
    """A public key, another for each number."""
    parts = (b"ssh-ed25519", bytes([number] * 32))
    blob = b"".join(len(part).to_bytes(4) + part for part in parts)
    return f"ssh-ed25519 {base64.b64encode(blob).decode()}"


KEY, OTHER = made(1), made(2)


@pytest.fixture
def add(person, tmp_path):
    """Let somebody in with this key."""

    def call(name, *args, key=f"{KEY} maria@phone\n", by=()):
        file = tmp_path / "key.pub"
        file.write_text(key)
        return person(*by, "caregiver", "add", name, "--key", str(file), *args)

    return call


def test_the_line_is_all_of_the_output(add, folder):
    done = add("Maria")
    command, rest = done.out.split('" ', 1)
    assert rest == f"{KEY} Maria\n"
    start, command = command.split('"')
    assert start == "restrict,pty,command="
    program, *words = shlex.split(command)
    assert Path(program).is_absolute()
    assert words[-5:] == ["--data-dir", str(folder), "serve-ssh", "--as", "Maria"]


def test_what_is_said_beside_it(add):
    said = add("Maria").err.splitlines()
    assert said[0] == "Maria is let in as a caregiver."
    assert said[1] == (
        "Maria can read everything in this diary, write in it, and take back what they wrote. "
        "It is all about Ruth, so it is for Ruth to allow."
    )
    assert said[2] == (
        "The line that begins with restrict belongs at the end of ~/.ssh/authorized_keys "
        f"of the account {account()}, here."
    )  # a whole sentence, since the line itself may have gone into that file
    assert said[4:10] == [
        "Host home", "    HostName NAME-OR-ADDRESS", f"    User {account()}", "    Compression yes",
        "    ServerAliveInterval 15", "    RequestTTY auto",
    ]  # fmt: skip
    assert "`ssh home today`" in said[-1]


def test_the_answer_in_json(add):
    found = add("Maria", "--json", "--role", "clinician").json
    assert (found["caregiver"], found["role"], found["admitted"]) == ("Maria", "clinician", True)
    assert found["key"].startswith("SHA256:")
    assert found["line"].endswith(f"{KEY} Maria")
    assert found["host_block"].startswith("Host home\n")
    assert found["entry"]["by"] == "Ruth"


def test_a_key_comes_through_a_pipe_as_well(person):
    done = person("caregiver", "add", "Maria", "--key", "-", stdin=f"{KEY}\n")
    assert (done.code, f"{KEY} Maria" in done.out) == (0, True)


def test_a_diary_where_the_platform_has_it_needs_no_option(companion, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    words = ("caregiver", "add", "Maria", "--key", "-")
    assert "--data-dir" not in companion(*words, stdin=KEY, data_dir=False).out
    assert " --demo serve-ssh" in companion("--demo", *words, stdin=KEY, data_dir=False).out
    monkeypatch.setenv("COMPANION_DATA_DIR", "somewhere")
    assert f"--data-dir {tmp_path}/somewhere" in companion(*words, stdin=KEY, data_dir=False).out


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", "That is a private key"),
        (f"{KEY}\n{OTHER}\n", "There is more than one line in it."),
        (f'command="sh" {KEY}', "There is something in front of the key."),
        ("ssh-ed25519 AAAA", "The key is not whole"),
        ("hello", "That is not a public key"),
        ("", "There is no key in it."),
        (f"{KEY} {'x' * 30_000}", "The line is too long"),
    ],
)
def test_what_is_no_key_is_refused_in_a_sentence_and_lets_nobody_in(add, kept, key, sentence):
    before = kept()
    done = add("Maria", key=key)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)
    assert "Nobody was let in." in done.err
    assert len(done.err.splitlines()) == 2
    assert kept() == before


@pytest.mark.parametrize("file", ["/nowhere/key.pub", "/", "/dev/zero"])
def test_what_is_no_file_is_refused(person, file):
    done = person("caregiver", "add", "Maria", "--key", file)
    assert (done.code, len(done.err.splitlines())) == (2, 2)
    assert done.err.startswith(f"{file} cannot be read")


def test_without_a_key_nobody_is_let_in(person):
    done = person("caregiver", "add", "Maria")
    assert (done.code, "--key" in done.err) == (2, True)


@pytest.mark.parametrize("folder_name", ["with\nline", "with\x1bescape", "with\u202ebidi"])
def test_a_folder_that_would_break_the_line_is_refused_before_anything_is_written(
    folder_name, tmp_path, companion
):
    folder = tmp_path / folder_name
    done = companion("--data-dir", str(folder), "caregiver", "add", "Maria", "--key", "-", stdin=KEY)
    assert (done.code, done.out) == (5, "")
    assert not folder.exists()


def test_adding_again_says_what_is_different(add, companion):
    add("Maria")
    assert add("maria").err.startswith("Maria is let in as a caregiver already, with this key.")
    assert add("Maria", "--role", "viewer").err.startswith(
        "Maria is let in as somebody who reads along now, no longer as a caregiver."
    )
    changed = add("Maria", key=OTHER)
    assert "Maria comes with another key from now on." in changed.err
    assert "please take it out" in changed.err
    assert [one["role"] for one in companion("caregiver", "list", "--json").json["caregivers"]] == ["viewer"]


def test_one_key_for_two_is_refused(add):
    add("Maria")
    done = add("Ben")
    assert (done.code, done.err.splitlines()[0]) == (5, "This key is Maria's already.")


def test_the_list_in_words_and_in_json(add, companion):
    assert companion("caregiver", "list").out.startswith("Nobody is let in.")
    add("Maria")
    companion("--by", "Maria", "quick", "Soup", "--kcal", "150")
    assert companion("caregiver", "list").out == (
        "Maria, a caregiver, since 14 April 2026. Wrote last today, 16:05.\n"
    )
    assert set(companion("caregiver", "list", "--json").json["caregivers"][0]) == {
        "caregiver", "role", "key", "since", "last_entry"
    }  # fmt: skip


def test_removing_says_which_line_to_take_out_and_keeps_what_was_written(add, companion):
    assert add("Maria").out.endswith(" Maria\n")
    companion("--by", "Maria", "quick", "Soup", "--kcal", "150")
    done = companion("caregiver", "remove", "maria")
    wrote, line = done.out.splitlines()
    assert wrote == "Maria is let in no longer. What Maria wrote stays."
    assert line.startswith("In ~/.ssh/authorized_keys the line that ends in Maria can come out;")
    assert "SHA256" not in line
    assert [meal["by"] for meal in companion("today", "--json").json["meals"]] == ["Maria"]
    assert companion("caregiver", "remove", "Maria").code == 3


def test_history_says_who_let_whom_in_and_undo_leaves_it_alone(add, companion):
    add("Maria")
    companion("caregiver", "remove", "Maria")
    texts = [one["text"] for one in companion("history", "--json").json["entries"]]
    assert texts[:2] == ["Maria no longer let in", "Maria let in as a caregiver"]
    companion("undo")
    assert companion("caregiver", "list").out.startswith("Nobody is let in.")


def test_a_diary_with_caregivers_can_be_read_and_taken_elsewhere(add, companion):
    add("Maria")
    for args in (("today",), ("plan", "show"), ("history",), ("check",)):
        assert companion(*args).code == 0, args
    exported = companion("export").json["entries"]
    assert [one["caregiver"] for one in exported if one["kind"] == "caregiver"] == ["Maria"]
    assert "Maria" in companion("export", "--format", "csv").out


@pytest.mark.parametrize("role", ["patient", "caregiver", "viewer", "clinician"])
def test_nobody_but_the_owner_lets_in(add, companion, kept, role):
    add("Maria", "--role", role)
    before = kept()
    assert add("Eve", key=OTHER, by=("--by", "Maria")).code == 77
    assert add("Eve", key="hello", by=("--by", "Maria")).code == 77
    assert companion("--by", "Maria", "caregiver", "remove", "Maria").code == 77
    assert kept() == before


def test_a_viewer_is_a_viewer_at_the_computer_too(add, companion):
    add("Maria", "--role", "viewer")
    assert companion("--by", "maria", "today").code == 0
    assert companion("--by", "Maria", "quick", "Soup", "--kcal", "150").code == 77


@pytest.mark.parametrize("name", ["", " ", "12", "\x1b[31m"])
def test_a_name_without_letters_acts_for_nobody(companion, name):
    done = companion("--by", name, "quick", "Soup", "--kcal", "150")
    assert (done.code, done.err.splitlines()[0]) == (2, "A name needs letters.")


def test_an_unknown_name_is_taken_and_marked(companion):
    entry = json.loads(companion("--by", "Ana", "quick", "Soup", "--kcal", "150", "--json").out)["entry"]
    assert (entry["by"], entry["role"], entry["verified"]) == ("Ana", "caregiver", False)


def test_nothing_is_written_beside_the_diary(add, tmp_path):
    add("Maria")
    assert not (tmp_path / "home" / ".ssh").exists()


@pytest.mark.parametrize("asked", ["caregiver list", "caregiver add Eve --key -", "caregiver remove Maria"])
def test_nothing_of_it_is_offered_over_ssh(asked):
    with pytest.raises(NotAllowed):
        gate.read(asked)


@pytest.mark.parametrize(
    "name", ["Maria", "Ana Luisa", "Siobhán O'Neil", 'the "night" nurse', "a\\", '$a\\"b`']
)
def test_the_doctor_finds_the_person_in_the_line(add, folder, name):
    found = authorized_lines(add(name).out, GATE)
    assert [(one.name, one.restricted, one.folder) for one in found] == [(name, True, str(folder))]
