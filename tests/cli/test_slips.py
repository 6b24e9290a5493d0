"""A slip in a command line is met with what helps, and with the word that nothing was saved."""

import os
from contextvars import copy_context

import pytest

from companion.__main__ import opened
from companion.bootstrap import open_companion
from companion.errors import Unknown
from companion.surroundings import confined
from companion.wording.errors import sentence

KEPT = "Nothing was saved."
SLIPS = [
    (
        ("meal", "log", "x", "--eaten", "haf"),
        "Haf is not a share.",
        "all, three-quarters, half, quarter or none",
    ),
    (("drink", "log", "150", "ml"), "There is more than drink log takes: ml.", "needs quotes"),
    (("quick", "Toast", "with", "jam"), "There is more than quick takes: with jam.", "needs quotes"),
    (("fatigue", "log", "four"), "RATING is a whole number, written in digits.", KEPT),
    (("meal", "log"), "There is less than meal log needs: ID is missing.", "`companion meal log --help`"),
    (("meal",), "There is less than meal needs: a command is missing.", "`companion meal --help`"),
    (("meal", "log", "x", "--eated", "half"), "There is no option --eated in meal log.", "mean --eaten?"),
    (("meal", "lgo"), "There is no command meal lgo.", "Did you mean meal log?"),
    (("weight", "log", "57", "--unit", "x"), "--unit can be kg, lb or st.", KEPT),
    (("quick", "Toast", "--note"), "--note needs something after it.", KEPT),
]


@pytest.mark.parametrize(("args", "sentence", "helps"), SLIPS, ids=lambda value: " ".join(value)[:30])
def test_a_slip_is_told_calmly_and_saves_nothing(companion, kept, args, sentence, helps):
    found = companion(*args)

    said, hint = found.err.splitlines()
    assert (found.code, said) == (2, sentence)
    assert helps in hint
    assert hint.endswith(KEPT)
    assert kept() == {}


def test_a_command_that_only_reads_does_not_speak_of_saving(companion):
    assert companion("history", "--days", "x").err.splitlines() == [
        "--days is a whole number, written in digits, 1 to 36500."
    ]


def test_the_name_of_a_file_keeps_its_letters(companion):
    said = companion("caregiver", "add", "Eva", "--key", "eva.pub").err
    assert said.startswith("eva.pub cannot be read")


@pytest.fixture
def ask(companion, folder, monkeypatch):
    """Asks for something as Maria, who is let in."""
    open_companion(folder).caregivers.add("Maria", "caregiver")

    def asked(request):
        monkeypatch.setattr(os, "environ", {**os.environ, confined.ASKED: request})
        return companion("serve-ssh", "--as", "Maria")

    return asked


@pytest.mark.parametrize(
    "request_", ["Quick Tea --kcal 9", "QUICK Tea --kcal 9", "Companion quick Tea --kcal 9"]
)
def test_a_phone_begins_with_a_capital_and_some_with_the_programs_name(ask, folder, request_):
    assert ask(request_).code == 0
    assert [entry.name for entry in open_companion(folder).diary.entries("quick")] == ["Tea"]


def test_two_words_in_capitals_and_help_on_them(ask):
    assert ask("Fatigue LOG 4").code == 0
    assert ask("Help Meal Log").out == ask("help meal log").out


@pytest.mark.parametrize(
    ("request_", "guess"),
    [
        ("drink 150", "drink log 150"),
        ("Fatigue 4", "fatigue log 4"),
        ("meal lgo x", "meal log"),
        ("drnk log 150", "drink log"),
        ("drnk 150", "drink log 150"),
        ("qick Toast --kcal 9", "quick"),
        ("plan sat x", "plan set"),
        ("meal log x --eated half", "--eaten"),
    ],
)
def test_what_is_close_to_the_list_is_met_with_a_guess_and_still_refused(ask, request_, guess):
    found = ask(request_)
    assert found.code == 77
    assert found.err.splitlines()[1] == f"Did you mean {guess}? Nothing was done."


@pytest.mark.parametrize("request_", ["export", "caregiver list", "doctor --fix", "id"])
def test_what_only_the_computer_at_home_has_is_not_guessed_at(ask, request_):
    assert "Did you mean" not in ask(request_).err


def test_what_is_said_over_ssh_can_be_typed_there(ask, companion):
    assert ask("meal log nope").err.splitlines()[1] == "`meal list` shows them."
    assert ask("quick").err.splitlines()[1].startswith("`help quick` shows")
    assert "single quotes" in ask("quick Toast with jam").err
    assert companion("meal", "log", "nope").err.splitlines()[1] == "`companion meal list` shows them."


def test_a_face_over_ssh_says_what_can_be_typed_there_as_well(ask, monkeypatch):
    said = []
    missing = Unknown("unknown_meal", value="x", known=())
    monkeypatch.setattr(
        "companion.linear.face.run_linear", lambda *_, **__: said.append(sentence(missing)) or 0
    )
    launch = ask("--linear").launch
    assert copy_context().run(opened, launch) == 0
    assert said == ["There is no meal called x. `meal list` shows them."]
    assert "`companion meal list`" in sentence(missing)
