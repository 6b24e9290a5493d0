"""Which screen reader is around a process, in a made-up list of processes, and whether this is SSH."""

import os

import pytest

from companion.surroundings.readers import reader
from companion.surroundings.remote import ssh

SHELL = (20, "bash", ["bash"])


@pytest.fixture
def processes(tmp_path):
    """Writes processes as the system shows them: id, parent, name, words of the command."""

    def write(*made):
        for pid, parent, name, words in made:
            folder = tmp_path / str(pid)
            folder.mkdir()
            (folder / "stat").write_text(f"{pid} ({name}) S {parent} 1 1 0 -1 4194304")
            (folder / "comm").write_text(f"{name}\n")
            (folder / "cmdline").write_bytes(b"\0".join(word.encode() for word in words) + b"\0")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("yasr", ["yasr"], "yasr"),
        ("tdsr", ["/usr/bin/python3", "/usr/local/bin/tdsr", "-s", "say"], "tdsr"),
        ("fenrir", ["/usr/bin/python3", "-u", "/usr/bin/fenrir"], "fenrir"),
        ("a (b) c", ["/usr/bin/yasr"], "yasr"),
        ("vim", ["vim", "yasr.txt"], ""),
        ("python3", ["python3", "notes.py", "fenrir"], ""),
        ("bash", [], ""),
    ],
)
def test_a_reader_around_the_terminal_is_named(processes, tmp_path, name, words, expected):
    proc = processes((10, 1, name, words), (20, 10, "bash", ["bash"]), (30, 20, "companion", ["companion"]))
    assert reader(proc, 30, tmp_path / "none") == expected


@pytest.mark.parametrize("name", ["brltty", "orca"])
def test_one_that_runs_beside_is_named(processes, tmp_path, name):
    proc = processes((5, 1, name, [name]), (30, 1, "companion", ["companion"]))
    assert reader(proc, 30, tmp_path / "none") == name


def test_speakup_is_seen_where_the_system_has_loaded_it(tmp_path):
    (tmp_path / "speakup").mkdir()
    assert reader(tmp_path, 30, tmp_path / "speakup") == "speakup"


def test_without_a_list_of_processes_none_is_seen(tmp_path):
    assert reader(tmp_path / "gone", 30, tmp_path / "none") == ""


def test_a_ring_of_processes_comes_to_an_end(processes, tmp_path):
    proc = processes((30, 31, "a", ["a"]), (31, 30, "b", ["b"]))
    assert reader(proc, 30, tmp_path / "none") == ""


def test_this_very_process_can_be_looked_at():
    assert isinstance(reader(), str)
    assert reader(pid=os.getpid()) == reader()


@pytest.mark.parametrize(
    ("environ", "expected"),
    [({}, False), ({"SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22"}, True), ({"SSH_TTY": ""}, False)],
)
def test_ssh_is_known_by_what_it_leaves(environ, expected):
    assert ssh(environ) is expected
