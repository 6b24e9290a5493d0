"""The voice: a made-up spd-say writes down what it was given."""

import threading

import pytest

from companion.surroundings.voice import PROGRAM, Voice


@pytest.fixture
def said(tmp_path, monkeypatch):
    """What the program was given, a list of words each time, once every one of them has ended."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    program, log = tmp_path / PROGRAM, tmp_path / "log"

    def make(body=""):
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$#" "$@" >> {log}\n{body}\n')
        program.chmod(0o700)

    def read():
        for thread in threading.enumerate():
            if thread is not threading.current_thread() and thread.daemon:
                thread.join(20)
        return log.read_text().splitlines() if log.exists() else []

    make()
    read.make, read.program = make, program
    return read


def alone():
    return Voice(hears_another=lambda: False)


@pytest.mark.slow
def test_a_text_is_one_word_of_the_command_whatever_is_in_it(said):
    alone().say("--help; $(id) \x1b[31m'Rest' \x07over")
    assert said() == ["4", "--priority", "text", "--", "--help; $(id) [31m'Rest' over"]


def test_nothing_is_said_beside_a_screen_reader(said):
    asked = []
    voice = Voice(hears_another=lambda: not asked.append("asked"))
    voice.say("Rest over.")
    voice.say("Done.")
    assert said() == []
    assert asked == ["asked"]


@pytest.mark.slow
def test_nobody_looks_for_anything_before_something_is_to_be_said(said):
    asked = []
    voice = Voice(hears_another=lambda: bool(asked.append("asked")))
    voice.say("")
    assert asked == []
    voice.say("Done.")
    assert asked == ["asked"]
    assert said()[-1] == "Done."


def test_where_it_is_not_installed_nothing_happens(said, monkeypatch):
    said.program.unlink()
    monkeypatch.setenv("PATH", str(said.program.parent))
    alone().say("Done.")
    assert said() == []


@pytest.mark.slow
def test_one_that_cannot_be_started_is_not_tried_again(said):
    said.program.write_text("#!/nowhere/at/all\n")
    voice = alone()
    voice.say("Done.")
    said.make()
    voice.say("Rest over.")
    assert said() == []


@pytest.mark.slow
def test_a_new_text_ends_one_that_still_waits_and_every_process_is_reaped(said):
    said.make("exec sleep 60")
    voice = alone()
    voice.say("Rest 60 seconds.")
    first = voice._saying
    voice.say("Rest over.")
    assert first is not None
    assert first.wait(20) != 0
    last = voice._saying
    voice.hush()
    assert last is not None
    assert last.wait(20) != 0


def test_ssh_silences_the_voice(said, monkeypatch):
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 5 10.0.0.2 22")
    Voice().say("Done.")
    assert said() == []
