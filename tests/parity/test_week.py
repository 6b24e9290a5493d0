"""A week lived by keys alone in a real terminal, and the same week as commands: the same diary."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from terminal import Terminal

from companion.bootstrap import open_companion

# A day: when it is, and what is done in turn. By keys: what is pressed, then what is seen. By commands: the
# lines that say the same; {name} is the newest entry of that name.
MORNING, NOON, EVENING = "08:20", "12:40", "18:10"
Turn = tuple[tuple[str, ...], str, tuple[str, ...]]
Day = tuple[str, list[Turn]]
WELCOMED = (
    "person set name Ruth",
    "plan set food-level 5 --decided-by 'a swallowing therapist'",
    "plan set drink-level 2 --decided-by 'a swallowing therapist'",
    "weight log 57.4",
    "settings set welcome no",
)
WEEK: list[Day] = [
    (
        f"2026-04-13T{MORNING}",
        [
            ((), "It is not a medical device", ()),
            (("enter",), "Whose diary is this?", ()),
            (("Ruth", "enter"), "Which food level?", ()),
            (("5",), "Which drink level?", ()),
            (("2",), "Who set the level?", ()),
            (("1",), "Which unit do your scales show?", ()),
            (("1",), "What do the scales say?", ()),
            (("57.4", "enter"), "Saved: name Ruth", WELCOMED),
            (("4",), "How tired are you right now?", ()),
            (("3",), "Saved: tiredness 3 of 10", ("fatigue log 3",)),
            (("q", "k"), "What was it?", ()),
            (("Porridge", "enter"), "How much energy, in kcal?", ()),
            (("310", "enter"), "Saved: Porridge, 310 kcal.", ("quick Porridge --kcal 310",)),
            (("p", "4"), "Energy a day, in kcal?", ()),
            (("1900", "enter"), "Who decided it?", ()),
            (("5",), "A name, and what they are", ()),
            (
                ("J. Okafor", "enter"),
                "Saved: energy 1,900 kcal a day, decided by J. Okafor.",
                ("plan set energy 1900 --decided-by 'J. Okafor'",),
            ),
        ],
    ),
    (
        f"2026-04-14T{MORNING}",
        [
            ((), "Next", ()),
            (("y",), "Yesterday's breakfast", ()),
            (("enter",), "Saved: Porridge, 310 kcal.", ("copy 2026-04-13 --slot breakfast",)),
            (("3",), "How much was drunk, in mL?", ()),
            (("150", "enter"), "What was drunk?", ()),
            (("enter",), "Saved: 150 mL of Water", ("drink log 150",)),
            (("a",), "Eaten often", ()),
            (("s",), "Search N New food", ()),
            (("tomatoe soup",), "Tomato soup", ()),
            (("enter",), "Tomato soup", ()),
            (("enter",), "how much?", ()),
            (("1",), "Saved: 252 g of Tomato soup", ("food log soup_tomato_milk --grams 252",)),
        ],
    ),
    (
        f"2026-04-15T{NOON}",
        [
            ((), "Next", ()),
            (("2",), "Lunch", ()),
            (("enter",), "How much was eaten?", ()),
            (("3",), "Saved: half of Minced beef", ("meal log beef_mince_mash --eaten half",)),
            (("0", "d"), "Choose a session", ()),
            (("4",), "How many exercises were done?", ()),
            (("3", "enter"), "3 of", ("session log hands_wrists --done 3",)),
            (("6", "enter"), "What do the scales say?", ()),
            (("571", "enter"), "57.1", ()),
            (("2",), "What do the scales say?", ()),
            (("57.1", "enter"), "Saved: 57.1 kg", ("weight log 57.1",)),
        ],
    ),
    (
        f"2026-04-16T{EVENING}",
        [
            ((), "Next", ()),
            (("a", "enter"), "Saved: Porridge, 310 kcal.", ("again {Porridge}",)),
            (("0", "5", "v"), "Which part of the day?", ()),
            (("4",), "Part of the day: afternoon.", ("edit {Porridge} --slot afternoon",)),
            (("n",), "A note", ()),
            (("with honey", "enter"), "Note: with honey.", ("edit {Porridge} --note 'with honey'",)),
            (("enter",), "What should be changed?", ()),
            (("1",), "How much energy, in kcal?", ()),
            (("280", "enter"), "Now: Porridge, 280 kcal.", ("edit {Porridge} --kcal 280",)),
            (("x",), "Removed: Porridge, 280 kcal.", ("remove {Porridge}",)),
            (("u",), "Brought back: Porridge, 280 kcal.", ("undo",)),
        ],
    ),
    (
        f"2026-04-17T{EVENING}",
        [
            ((), "Next", ()),
            (("5", "l"), "Eaten on Thursday 16 April", ()),
            (("k",), "What was it?", ()),
            (("Tea cake", "enter"), "How much energy, in kcal?", ()),
            (
                ("210", "enter"),
                "for 16 April.",
                ("quick 'Tea cake' --kcal 210 --slot supper --at 2026-04-16T17:30+02:00",),
            ),
            (("t", "y"), "Which day?", ()),
            (("2",), "Saved: 2 entries", ("copy 2026-04-16",)),
            (("u",), "Undone: 2 entries.", ("undo",)),
            (("u",), "Brought back: 2 entries.", ("undo",)),
        ],
    ),
    (
        f"2026-04-18T{NOON}",
        [
            ((), "Next", ()),
            (("a", "n"), "What is the food called?", ()),
            (("Oat cream", "enter"), "What are its figures for?", ()),
            (("2",), "How much energy is in a serving", ()),
            (("150", "enter"), "How much protein is in a serving", ()),
            (("3", "enter"), "Has somebody said which texture it is?", ()),
            (
                ("1",),
                "Saved: Oat cream",
                ("food add 'Oat cream' --kcal 150 --protein 3 --per serving",),
            ),
            (("enter",), "how many servings?", ()),
            (("2", "enter"), "Saved: 2 × Oat cream", ("food log '{Oat cream}' --servings 2",)),
        ],
    ),
    (
        f"2026-04-19T{EVENING}",
        [
            ((), "Next", ()),
            (("4", "7"), "Saved: tiredness 7 of 10", ("fatigue log 7",)),
            (("q", "p", "1"), "Which food level?", ()),
            (("4",), "Who decided it?", ()),
            (("5",), "A name, and what they are", ()),
            (("A. Lee", "enter"), "Saved: food level 4", ("plan set food-level 4 --decided-by 'A. Lee'",)),
            (("0", "s", "c"), "Colour theme?", ()),
            (("2",), "Saved: colour theme", ("settings set theme clear",)),
            (("0", "h"), "History", ()),
            (("down", "enter"), "Removed: tiredness 7 of 10", ("undo {fatigue}",)),
            (("enter",), "Brought back: tiredness 7 of 10", ("undo {fatigue}",)),
        ],
    ),
]
OFFSET = "+02:00"


def moment(day: str) -> str:
    """A time of the week, in full."""
    return f"{day}:00{OFFSET}"


@pytest.fixture
def by_keys(tmp_path: Path) -> Iterator[Callable[[Day], None]]:
    """Lives a day in a terminal of its own: press, see, and leave."""
    terminals: list[Terminal] = []

    def live(day: Day) -> None:
        now, turns = day
        place = {"COMPANION_DATA_DIR": str(tmp_path / "keys"), "COMPANION_NOW": moment(now)}
        terminal = Terminal("-m", "companion", "--full", **place)
        terminals.append(terminal)
        for keys, seen, _ in turns:
            for key in keys:
                terminal.rest()
                terminal.press(key)
            terminal.see(seen)
        terminal.press("0", "0", "0")
        terminal.see("Next")
        terminal.press("q", "q")
        assert terminal.end() == 0

    yield live
    for terminal in terminals:
        terminal.close()


def named(folder: Path) -> dict[str, str]:
    """The newest entry of each name, and of each kind."""
    entries = open_companion(folder).diary.written()
    kinds = {kept.entry.kind: kept.entry.id for kept in entries}
    return kinds | {getattr(kept.entry, "name", ""): kept.entry.id for kept in entries}


def rows(kept: list[Any]) -> list[Any]:
    """What was kept, but not what was written in one go: the first run is one act, its commands are five."""
    return [{k: v for k, v in row.items() if k != "act"} if isinstance(row, dict) else row for row in kept]


def test_a_week_by_keys_leaves_the_diary_of_the_same_week_by_commands(
    by_keys, command, kept, tmp_path, monkeypatch
):
    for day in WEEK:
        by_keys(day)
        monkeypatch.setenv("COMPANION_NOW", moment(day[0]))
        for line in (line for _, _, lines in day[1] for line in lines):
            told = command(line, **named(tmp_path / "command"))
            assert told.code == 0, (line, told.said)
        assert rows(kept(tmp_path / "keys")) == rows(kept(tmp_path / "command")), day[0]
    assert len(rows(kept(tmp_path / "keys"))) > 30
