"""The bytes of a message that a terminal shows outside of its screen."""

import pytest

from companion.surroundings.notify import LONGEST, message

XTERM = {"TERM": "xterm-256color"}


def test_a_message_is_osc_9():
    assert message("Something is due", XTERM) == "\x1b]9;Something is due\a"


def test_tmux_is_asked_to_hand_it_on():
    inside = {"TERM": "tmux-256color", "TMUX": "/run/tmux,1,0"}
    assert message("Due", inside) == "\x1bPtmux;\x1b\x1b]9;Due\a\x1b\\"


@pytest.mark.parametrize("text", ["a\x1b]52;c;aGk=\x07b", "a\ab", "a\x9c\x1b\\b", "a\nb"])
def test_nothing_in_a_text_ends_it_or_begins_another(text):
    inner = message(text, XTERM).removeprefix("\x1b]9;").removesuffix("\a")
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in inner)


def test_it_is_short():
    assert len(message("a" * 500, XTERM)) == LONGEST + len("\x1b]9;\a")


@pytest.mark.parametrize("term", ["", "dumb", "linux"])
def test_a_terminal_that_would_not_show_it_is_sent_nothing(term):
    assert message("Due", {"TERM": term}) == ""
