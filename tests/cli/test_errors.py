"""Every error is one plain sentence and a hint, with the exit code of the contract, and nothing is stored."""

import pytest

from companion.cli import main as cli_main
from companion.errors import Busy, NotAllowed

REFUSED = [
    ("weight", "log", "0"),
    ("weight", "log", "-1"),
    ("weight", "log", "nan"),
    ("weight", "log", "6140"),
    ("fatigue", "log", "11"),
    ("fatigue", "log", "-1"),
    ("quick", "Toast", "--kcal", "99999"),
    ("quick", "Toast", "--kcal", "nan"),
    ("quick", "Toast", "--kcal", "-5"),
    ("quick", "Toast", "--kcal", "120", "--at", "2027-01-01T12:00"),
    ("quick", "\u202e\x1b", "--kcal", "120"),
    ("drink", "log", "200", "--level", "8"),
    ("plan", "set", "food-level", "8", "--decided-by", "Dr Lee"),
    ("person", "set", "sex", "robot"),
    ("settings", "set", "theme", "blue"),
    ("meal", "log", "turkey_bolognese", "--eaten", "4"),
    ("session", "log", "morning_full_body", "--done", "99"),
]
UNKNOWN = [
    ("meal", "show", "turkey_bolognes"),
    ("meal", "log", "turkey_bolognes"),
    ("food", "show", "buttr"),
    ("food", "log", "99999", "--grams", "10"),
    ("session", "show", "morning"),
    ("plan", "set", "food-levl", "5", "--decided-by", "Dr Lee"),
    ("person", "set", "hight-cm", "163"),
    ("settings", "set", "weight-unt", "lb"),
    ("clearance", "add", "resistence", "--decided-by", "Dr Lee"),
    ("clearance", "remove", "resistance"),
    ("edit", "abc", "--kcal", "1"),
    ("remove", "abc"),
    ("quick", "Toast", "--kcal", "120", "--slot", "lunsh"),
    ("check", "--repair", "../../etc"),
]
MALFORMED = [
    ("nonsense",),
    ("meal",),
    ("meal", "log"),
    ("quick", "Toast"),
    ("quick", "Toast", "--kca", "120"),
    ("quick", "Toast", "--kcal", "much"),
    ("quick", "Toast", "--kcal", "120", "--at", "25:00"),
    ("fatigue", "log", "tired"),
    ("copy", "lately"),
    ("copy", "9999-12-31"),
    ("quick", "Toast", "--kcal", "120", "--at", "0001-01-01T00:00Z"),
    ("meal", "list"),
    ("food", "log", "butter"),
    ("today", "--demo"),
    ("--linear", "--calm"),
    ("--full", "today", "--linear"),
    ("--switch", "session", "resume", "--full"),
    ("today", "--data-dir", ""),
    ("fatigue", "replay", "/does/not/exist"),
]


@pytest.mark.parametrize(
    ("code", "args"),
    [
        *((5, args) for args in REFUSED),
        *((3, args) for args in UNKNOWN),
        *((2, args) for args in MALFORMED),
    ],
)
def test_an_error_is_a_sentence_a_hint_and_a_code_and_changes_nothing(companion, kept, code, args):
    companion("quick", "Porridge", "--kcal", "300")
    before = kept()
    result = companion(*args)

    assert result.code == code, result.err
    assert result.out == ""
    assert "Traceback" not in result.err
    sentence, *hint = result.err.splitlines()
    assert sentence
    assert len(hint) <= 1
    assert kept() == before


@pytest.mark.parametrize(
    ("args", "guess"),
    [
        (("meal", "show", "turkey_bolognes"), "turkey_bolognese"),
        (("person", "set", "hight-cm", "163"), "height-cm"),
        (("settings", "set", "weight-unt", "lb"), "weight-unit"),
        (("quick", "Toast", "--kcal", "120", "--slot", "lunsh"), "lunch"),
        (("today", "--jso"), "--json"),
    ],
)
def test_an_unknown_word_is_met_with_a_guess(companion, args, guess):
    said = companion(*args).err

    assert "Did you mean" in said
    assert guess in said


def test_a_caregiver_may_log_and_not_decide(companion, kept):
    companion("quick", "Porridge", "--kcal", "300", "--by", "Maria")
    before = kept()
    result = companion("plan", "set", "energy", "1900", "--decided-by", "Maria", "--by", "Maria")

    assert result.code == 77
    assert "A caregiver may not do this." in result.err
    assert "Nothing was saved." in result.err
    assert kept() == before


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Busy("busy", who="Maria", since=None), 4),
        (NotAllowed("not_allowed", name="Maria", role="viewer", verb="log"), 77),
        (KeyboardInterrupt(), 130),
        (RuntimeError("a weight of 56.8"), 1),
        (OSError(5, "Input/output error"), 1),
    ],
)
def test_whatever_comes_up_is_told_plainly(companion, monkeypatch, error, code):
    def fail(_):
        raise error

    monkeypatch.setattr(cli_main, "_invoke", fail)
    result = companion("today")

    assert result.code == code
    assert len(result.err.splitlines()) == 2
    assert "56.8" not in result.err


def test_help_is_no_error(companion):
    asked = companion("meal", "log", "--help")

    assert asked.code == 0
    assert "--eaten" in asked.out


def test_every_command_explains_itself(companion):
    assert {"today", "quick", "export", "doctor"} <= set(companion("--help").out.split())
