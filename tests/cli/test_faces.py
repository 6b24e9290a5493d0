"""Which face opens: options, what is around the program, the settings, and the one question."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from terminal import Terminal

from companion.bootstrap import open_companion
from companion.cli.faces import certain, remembered
from companion.cli.faces_asked import answered, say
from companion.config.settings import Settings, load, save
from companion.flows.conversation import Conversation
from companion.flows.faces import choose_face
from companion.services.companion import Companion

ESC = "\x1b"
QUESTION = (
    "Companion. 1 full screen, 2 plain lines, 3 calm screen, 4 one switch. "
    "Space takes one switch, 0 leaves.\nEnter takes 1: "
)

CERTAIN = [  # asked for, with one switch, on a terminal, surroundings, and what opens
    (None, False, True, {}, None),
    ("full", False, True, {}, "full"),
    ("calm", False, True, {}, "calm"),
    ("linear", False, True, {}, "linear"),
    (None, True, True, {}, "calm"),
    ("linear", True, True, {}, "linear"),
    (None, False, True, {"ACCESSIBLE": "1"}, "linear"),
    (None, False, True, {"ACCESSIBLE": "yes"}, "linear"),
    (None, False, True, {"ACCESSIBLE": "0"}, None),
    (None, False, True, {"ACCESSIBLE": ""}, None),
    ("full", False, True, {"ACCESSIBLE": "1"}, "full"),
    ("calm", False, True, {"ACCESSIBLE": "1"}, "calm"),
    (None, False, True, {"TERM": "dumb"}, "linear"),
    ("full", False, True, {"TERM": "dumb"}, "full"),
    (None, False, False, {}, "day"),
    (None, False, False, {"TERM": "dumb"}, "day"),
    (None, True, False, {}, "day"),
    ("full", False, False, {}, "day"),
    ("calm", False, False, {}, "day"),
    ("linear", False, False, {}, "linear"),
    ("linear", False, False, {"TERM": "dumb"}, "linear"),
    (None, False, False, {"ACCESSIBLE": "1"}, "linear"),
]
REMEMBERED = [  # settings, somebody new, a screen reader, and what opens
    ({}, False, False, "full"),
    ({}, True, False, "ask"),
    ({}, False, True, "ask"),
    ({"face": "full"}, True, True, "full"),
    ({"face": "calm"}, True, True, "calm"),
    ({"face": "linear"}, False, False, "linear"),
    ({"face": "linear", "switch": True}, False, False, "linear"),
    ({"face": "full", "switch": True}, False, False, "calm"),
    ({"switch": True}, True, True, "calm"),
]


@pytest.mark.parametrize(("asked", "switch", "terminal", "environ", "opens"), CERTAIN)
def test_what_was_asked_for_and_what_is_around_the_program_come_first(
    asked: Any, switch: bool, terminal: bool, environ: dict[str, str], opens: str | None
) -> None:
    assert certain(asked, switch=switch, terminal=terminal, environ=environ) == opens


@pytest.mark.parametrize(("kept", "new", "reader", "opens"), REMEMBERED)
def test_then_the_settings_decide(kept: dict[str, Any], new: bool, reader: bool, opens: str) -> None:
    assert remembered(Settings(**kept), new=new, reader=reader) == opens


@pytest.mark.parametrize("words", [("--linear",), ("--linear", "--switch"), ("--linear", "--linear")])
def test_an_option_reaches_the_call_before_and_after_a_command(
    companion: Any, words: tuple[str, ...]
) -> None:
    assert companion(*words).launch.face == "linear"
    started = ("session", "start", "hands_wrists")
    for line in ((*words, *started), (*started, *words)):
        launch = companion(*line).launch
        assert (launch.face, launch.call.switch) == ("linear", "--switch" in words)


def test_two_faces_exclude_each_other_in_one_sentence(companion: Any) -> None:
    result = companion("--calm", "session", "resume", "--linear")
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[0] == "--calm and --linear exclude each other."


@pytest.mark.parametrize("words", [(), ("--calm",), ("--full",), ("--switch",)])
def test_without_a_terminal_the_day_is_printed(companion: Any, words: tuple[str, ...]) -> None:
    assert companion(*words).out == companion("today").out != ""


def test_one_switch_for_this_run_is_never_saved_and_outlives_other_changes(tmp_path: Path) -> None:
    companion = open_companion(tmp_path)
    companion.preferences.for_now(switch=True)
    assert companion.preferences.set("bell", "no").switch
    companion.preferences.refresh()
    assert (companion.settings.switch, companion.settings.bell) == (True, False)
    assert load(tmp_path) == Settings(bell=False)
    assert not companion.preferences.set("switch", "no").switch


def test_another_face_holds_from_the_next_start_on(companion: Any) -> None:
    said = companion("settings", "set", "face", "calm").out
    assert said == "Saved: screen or lines, calm screen. It holds from the next start on.\n"


# The question


@pytest.fixture
def anybody(tmp_path: Path) -> Companion:
    """Somebody new."""
    return open_companion(tmp_path / "new")


def reply(companion: Companion, keys: str, *, reader: bool = False) -> tuple[Any, str]:
    """What these keys answer, and all that was said."""
    talk, said, left = Conversation(lambda: choose_face(companion, reader=reader)), [], iter(keys)
    answer = answered(talk.step, lambda: next(left, ""), said.append)  # type: ignore[arg-type]
    if answer is not None:
        talk.answer(answer)
    return talk.result if talk.done else None, "".join(said)


@pytest.mark.parametrize(
    ("keys", "face", "switch"),
    [("1", "full", False), ("2", "linear", False), ("3", "calm", False), ("4", "calm", True),
     ("\r", "full", False), ("x3", "calm", False), (" ", "calm", True)],
)  # fmt: skip
def test_a_digit_decides_and_is_kept(anybody: Companion, keys: str, face: str, switch: bool) -> None:
    assert reply(anybody, keys)[0] == face
    assert (anybody.settings.face, anybody.settings.switch) == (face, switch)


def test_where_a_screen_reader_runs_enter_takes_the_plain_lines(anybody: Companion) -> None:
    face, said = reply(anybody, "\n", reader=True)
    assert face == "linear"
    assert said == QUESTION.replace("takes 1", "takes 2") + "2\n"


def test_the_plain_lines_have_one_name(anybody: Companion) -> None:
    told = [f"{text.title} {text.text}".lower() for text in anybody.content.section("setting").values()]
    assert any("plain lines" in text for text in told)
    assert not any("spoken lines" in text for text in told)


def test_a_wrong_key_says_what_there_is(anybody: Companion) -> None:
    face, said = reply(anybody, "9", reader=False)
    assert said == QUESTION + "\nPlease press 1, 2, 3 or 4, or 0 to leave.\nEnter takes 1: \n"
    assert (face, anybody.settings) == (None, Settings())


@pytest.mark.parametrize("keys", ["", "\x04", "0", "q", "x0"])
def test_the_end_of_input_zero_and_q_leave_without_an_answer(anybody: Companion, keys: str) -> None:
    assert reply(anybody, keys)[0] is None
    assert anybody.settings == Settings()


def test_who_may_not_change_settings_gets_the_face_this_once(tmp_path: Path) -> None:
    open_companion(tmp_path).people.set("name", "Ruth")
    helper = open_companion(tmp_path, by="Maria")
    assert reply(helper, "4")[0] == "calm"
    assert (helper.settings.face, helper.settings.switch) == ("calm", True)
    assert load(tmp_path) == Settings()


@pytest.mark.parametrize("wide", [24, 40, 80])
def test_no_line_of_the_question_is_wider_than_the_terminal(
    anybody: Companion, wide: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(wide))
    say(reply(anybody, "x1")[1])
    said = capsys.readouterr().out
    assert all(len(line) < wide for line in said.split("\n"))
    assert "\nEnter takes 1: " in said


# In a real terminal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture
def program(folder: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts the program over the same folder again and again."""
    opened = []

    def start(*words: str, code: str = "", **env: str) -> Terminal:
        how = ("-c", code) if code else ("-m", "companion")
        opened.append(Terminal(*how, *words, **{"COMPANION_DATA_DIR": str(folder)} | env))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


WITH_READER = """
import sys
from companion.surroundings import readers
readers.reader = lambda: "yasr"
from companion.__main__ import main
sys.exit(main())
"""


@pytest.mark.slow
def test_the_question_is_plain_text_and_its_answer_holds_from_then_on(program: Any, folder: Path) -> None:
    first = program()
    first.until("Enter takes 1: ")
    first.press("x")
    first.until("Please press 1, 2, 3 or 4, or 0 to leave.\r\nEnter takes 1: ")
    assert ESC not in first.written
    assert " ".join(first.written.split()).startswith(" ".join(QUESTION.split()))
    first.press("1")
    first.see("Welcome to Companion")
    first.press("0")
    first.see("First questions")
    first.press("q")
    assert first.end() == 0
    assert load(folder).face == "full"
    again = program()
    again.see("Next")
    assert "Enter takes" not in again.written


@pytest.mark.slow
@pytest.mark.parametrize("behind", ["\r", "\n", "1", "2222"])
def test_what_is_typed_right_behind_the_digit_is_not_for_the_face(program: Any, behind: str) -> None:
    first = program()
    first.until("Enter takes 1: ")
    first.press(f"2{behind}")
    first.until("1 more, 0 ends: ")
    first.rest()
    first.press("\x04")
    assert first.end() == 0
    assert first.written.count("1 more, 0 ends: ") == 1  # nobody went on to the next piece


@pytest.mark.slow
def test_the_question_can_be_left_and_nothing_is_written(program: Any, folder: Path) -> None:
    for key, code in (("\x04", 0), ("\x03", 130)):
        first = program()
        first.until("Enter takes 1: ")
        first.press(key)
        assert first.end() == code
        assert ESC not in first.written
        assert not folder.exists()


@pytest.mark.slow
@pytest.mark.parametrize("words", [(), ("--demo",)])
def test_who_has_a_diary_is_asked_where_a_screen_reader_runs(
    program: Any, folder: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    save(folder, Settings(welcome=False))
    home = str(tmp_path / "home")
    terminal = program(*words, code=WITH_READER, HOME=home)
    terminal.until("Enter takes 2: ")
    assert ESC not in terminal.written


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "env"),
    [(("--linear",), {}), ((), {"ACCESSIBLE": "1"}), ((), {"TERM": "dumb"})],
)
def test_plain_lines_open_at_once_and_without_the_full_screen(
    program: Any, folder: Path, words: tuple[str, ...], env: dict[str, str]
) -> None:
    save(folder, Settings(welcome=False))
    code = (
        "import sys; from companion.__main__ import main; code = main(); "
        "print('loaded', sorted({'textual', 'rich'} & set(sys.modules))); sys.exit(code)"
    )
    terminal = program(*words, code=code, **env)
    terminal.until(": ")
    terminal.press("\x04")
    assert terminal.end() == 0
    assert "loaded []" in terminal.written
    assert ESC not in terminal.written


@pytest.mark.slow
def test_the_calm_screen_opens_for_the_option_the_setting_and_one_switch(program: Any, folder: Path) -> None:
    save(folder, Settings(welcome=False))
    for words in (("--calm",), ("--switch",)):
        program(*words).see("0. Leave")
    assert load(folder) == Settings(welcome=False)
