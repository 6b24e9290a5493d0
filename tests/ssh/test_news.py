"""Two people at one diary, one of them far away: each hears what the other writes, in every face."""

from contextlib import closing
from pathlib import Path

import pytest
from sshd import Sshd
from terminal import Terminal

from companion.bootstrap import open_companion

FACES = ["--full", "--calm", "--linear"]


@pytest.mark.parametrize("face", FACES)
def test_at_home_one_hears_what_is_written_far_away(maria: Sshd, diary: Path, face: str) -> None:
    with closing(Terminal("-m", "companion", "--data-dir", str(diary), face)) as home:
        home.see("Eaten")
        home.rest()
        assert maria.run("maria", "quick", "Soup", "--kcal", "150").returncode == 0
        home.see("Maria wrote down Soup, 150 k")
        if face == "--full":
            home.see("▀█ █▀▀▀ █▀▀█ kcal eaten")  # 150, large


@pytest.mark.parametrize("face", FACES)
def test_far_away_one_hears_what_is_written_at_home(maria: Sshd, diary: Path, face: str) -> None:
    phone = maria.terminal("maria", face, size=(40, 24), TERM="xterm-256color")
    with closing(phone):
        phone.see("Eaten")
        phone.rest()
        open_companion(diary).plan.set("food-level", "4", decided_by="Dr Lee", confirmed=True)
        phone.see("Dr Lee decided food level 4, pureed, at ")
