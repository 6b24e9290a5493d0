"""What real screen readers say of the spoken faces; the demo's person, so that there is something to say."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from readers.ears import BOX, FENRIR, YASR, Ears

READERS = [
    pytest.param(
        path.name, marks=pytest.mark.skipif(not path.exists(), reason=f"{path.name} is not installed")
    )
    for path in (YASR, FENRIR)
]
Listen = Callable[..., Ears]


@pytest.fixture(params=READERS)
def listen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Listen]:
    """Start the program under the reader; it is closed at the end."""
    started: list[Ears] = []

    def start(*args: str) -> Ears:
        started.append(Ears(request.param, tmp_path, *args))
        return started[-1]

    yield start
    for ears in started:
        ears.close()


def test_the_first_menu_in_lines_is_short_and_said_once(listen: Listen) -> None:
    ears = listen("--demo", "--linear")
    said = " ".join(ears.hear("Your choice"))
    said = said[said.index("Main menu") :]
    assert said.count("1. Move") == 1
    assert len(said.replace(" ,", "")) <= 120
    assert not BOX.search(said)
    assert "\x1b" not in ears.written.partition("Main menu")[2]  # before it, the reader's own


def test_a_wrong_key_says_the_range_in_few_words_and_asks_again(listen: Listen) -> None:
    ears = listen("--demo", "--linear")
    ears.hear("Your choice")
    ears.press("x")
    said = " ".join(ears.hear("Your choice"))
    assert "1 to 8" in said
    assert len(said) <= 80


def test_what_was_saved_is_said_before_the_next_menu(listen: Listen) -> None:
    ears = listen("--demo", "--linear")
    ears.hear("Your choice")
    ears.press("3")
    ears.hear("Number")
    ears.press("200", "enter")
    ears.rest()
    ears.press("enter")
    said = " ".join(ears.hear("Your choice"))
    assert said.index("Saved: 200 millilitres") < said.index("Main menu")


def test_every_step_down_in_the_calm_screen_is_one_utterance_with_its_row(listen: Listen) -> None:
    ears = listen("--demo", "--calm")
    start = " ".join(ears.hear("0. Leave"))
    assert not BOX.search(start)
    rows = ["2. Eat", "3. Drink", "4. Tiredness", "5. Eaten", "6. Weight", "7. Note"]
    for row in rows:
        ears.press("down")
        assert [said.partition(",")[0] for said in ears.hear(row)] == [row]
        assert ears.cursor_line.startswith(row)


def test_an_idle_calm_screen_is_silent(listen: Listen) -> None:
    ears = listen("--demo", "--calm")
    ears.hear("0. Leave")
    assert ears.rest() == ears.rest() == []
