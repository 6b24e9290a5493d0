"""A file that somebody named is read whole, or one word says why not, and nothing is waited for."""

import os
import socket
from pathlib import Path

import pytest

from companion.errors import Failure
from companion.store import disk
from companion.store.disk import UnreadError, named


def why(path: Path, most: int = 9) -> str:
    with pytest.raises(UnreadError) as refused:
        named(path, most)
    return refused.value.why


def test_a_plain_file_of_just_so_many_bytes_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"123456789")
    assert named(tmp_path / "a", 9) == b"123456789"
    assert why(tmp_path / "a", 8) == "too_large"


def test_what_is_no_file_is_called_by_what_it_is(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("s")
        assert why(tmp_path / "s") == "socket"
    assert [why(path) for path in (tmp_path, tmp_path / "pipe", Path("/dev/null"))] == [
        "folder",
        "pipe",
        "device",
    ]


@pytest.mark.parametrize("name", ["none", "file/none", "a\0b", "half \ud800"])
def test_a_name_that_is_no_files_is_no_file(tmp_path, name):
    (tmp_path / "file").touch()
    assert why(tmp_path / name) == "no_file"


def test_what_the_system_says_is_kept(tmp_path):
    with pytest.raises(UnreadError) as refused:
        named(tmp_path / ("n" * 300), 9)
    assert (refused.value.why, refused.value.fault) == ("unreadable", "File name too long")


def test_what_grows_becomes_a_pipe_or_goes_meanwhile_is_not_read_either(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.touch()
    monkeypatch.setattr(disk, "read", lambda _path, size: b"x" * size)
    assert why(path) == "too_large"

    def meet(*_: object) -> bytes:
        raise Failure("not_a_file", file=str(path), instead="pipe")

    monkeypatch.setattr(disk, "read", meet)
    assert why(path) == "pipe"
    monkeypatch.setattr(disk, "read", lambda *_: None)
    assert why(path) == "no_file"
