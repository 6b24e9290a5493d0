"""Text from people never steers a terminal, whatever it holds and however it is shown."""

import pytest

HOSTILE = "\x1b[31m\x1b]0;title\x07[/nope] \u202egnikcart\u2066 \x9b2J \x7f\u200f Zo\u0308e"
FORBIDDEN = ("\x1b", "\x07", "\u202e", "\u2066", "\x9b", "\x7f", "\u200f")


@pytest.fixture
def hostile(companion):
    companion("person", "set", "name", HOSTILE)
    companion("quick", HOSTILE, "--kcal", "120", "--note", HOSTILE, "--by", HOSTILE)
    return companion


@pytest.mark.parametrize(
    "args",
    [
        ("today",), ("history",), ("export",), ("export", "--format", "csv"), ("person", "show"), ("undo",),
        ("food", "search", HOSTILE), ("meal", "show", HOSTILE), ("settings", "set", HOSTILE, HOSTILE),
        ("edit", HOSTILE, "--note", HOSTILE), (HOSTILE,), ("today", HOSTILE), ("copy", HOSTILE),
        ("quick", "x", "--kcal", HOSTILE), ("quick", "x", "--kcal", "1", "--at", HOSTILE),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_no_byte_of_it_reaches_the_terminal(hostile, args, form):
    result = hostile(*args, *form)

    assert not [char for char in FORBIDDEN if char in result.out + result.err]


def test_markup_is_only_text(hostile):
    assert "[/nope]" in hostile("today").out


def test_a_file_changed_by_hand_is_no_way_around(companion, folder):
    companion("quick", "harmless", "--kcal", "120")
    month = folder / "2026-04.json"
    month.write_bytes(month.read_bytes().replace(b"harmless", b"h\\u001b[2J\\u202e\xc2\x9b"))
    companion("check", "--accept", "2026-04")

    for args in (("today",), ("today", "--json"), ("export",), ("export", "--format", "csv")):
        said = companion(*args)
        assert said.code == 0
        assert not [char for char in FORBIDDEN if char in said.out + said.err]
    assert companion("today", "--json").json["meals"][0]["name"] == "h\x1b[2J\u202e\x9b"
