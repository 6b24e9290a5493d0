"""A message of the terminal in a real pseudo-terminal: its bytes, once, for those who asked for it."""

from contextlib import closing
from pathlib import Path

import pytest
from terminal import Terminal

from companion.bootstrap import open_companion
from companion.config.settings import Settings, save
from companion.wording.reminders import NEWS

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("face", "env", "sent"),
    [
        ("--full", {"TMUX": "/run/tmux,1,0"}, f"\x1bPtmux;\x1b\x1b]9;{NEWS}\a\x1b\\"),
        ("--calm", {}, f"\x1b]9;{NEWS}\a"),
    ],
)
def test_what_somebody_wrote_is_told_once_with_a_message(
    tmp_path: Path, face: str, env: dict[str, str], sent: str
) -> None:
    save(tmp_path, Settings(welcome=False, notify="message"))
    maria = open_companion(tmp_path, by="Maria")
    with closing(Terminal("-m", "companion", "--data-dir", str(tmp_path), face, **env)) as home:
        home.see("Eaten")
        home.rest()
        maria.intake.quick("Soup", kcal=150)
        home.until(sent)
        home.see("Maria wrote down Soup")
        assert home.written.count(NEWS) == 1
        assert "\a" not in home.written.replace(sent, "")
