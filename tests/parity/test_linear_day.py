"""A day lived in plain lines, by the words that are heard, keeps what the same day keeps as commands."""

import re

from parity.test_week import WEEK, WELCOMED, moment, rows
from parity.typist import Pipe

from companion.bootstrap import open_companion
from companion.flows.menus.today import FIRST
from companion.flows.walk import Walk

BEFORE = (
    *WELCOMED,
    *(line for day in WEEK[:2] for _, _, lines in day[1] for line in lines if "{" not in line),
)
NUMBER = re.compile(r"[\d.]+")
HEARD = [  # the beginning of a choice, or what is typed where nothing is to be chosen
    ("Eat", "Minced beef", "Half", "0"),
    ("Day and more", "Write down", "Session done", "Hands and wrists", "3", "0", "0"),
    ("Weight", "Write", "571", "No", "57.1", "0"),
]


class Listener(Pipe):
    """Types the digit that stands before the words; 9 until they are heard."""

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self._words = [word for turn in HEARD for word in turn]

    def typed(self, block: str) -> str | None:
        """The next line."""
        if not self._words:
            return None
        found = re.search(rf"^(\d)\. {re.escape(self._words[0])}", block, re.MULTILINE)
        if (
            found is None
            and re.search(r"^9\. More", block, re.MULTILINE)
            and not NUMBER.fullmatch(self._words[0])
        ):
            return "9"
        word = self._words.pop(0)
        return found[1] if found else word


def test_a_day_by_what_is_heard_leaves_the_diary_of_the_same_day_by_commands(
    command, kept, tmp_path, monkeypatch
):
    now, turns = WEEK[2]
    for folder in ("linear", "command"):
        monkeypatch.setenv("COMPANION_NOW", moment(WEEK[0][0]))
        for line in BEFORE:
            assert command(line, tmp_path / folder).code == 0, line
    monkeypatch.setenv("COMPANION_NOW", moment(now))
    companion = open_companion(tmp_path / "linear", via="linear")
    listener = Listener(Walk(companion, FIRST))
    assert listener(companion) == 0
    for line in (line for _, _, lines in turns for line in lines):
        assert command(line, tmp_path / "command").code == 0, line
    assert rows(kept(tmp_path / "linear")) == rows(kept(tmp_path / "command")), listener.text
