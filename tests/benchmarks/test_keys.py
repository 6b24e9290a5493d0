"""A cursor key in every list, a change of screen over a year of data, a second of a session."""

from pathlib import Path
from statistics import median

import pytest
from benchmarks import diaries, screens
from benchmarks.ledger import Ledger

pytestmark = pytest.mark.benchmark
DOORS = {
    "meals": ("2", "0"), "tiredness": ("4", "q"), "eaten": ("5", "0"), "weight": ("6", "0"),
    "foods": ("a", "0"), "plan": ("p", "0"), "history": ("h", "0"), "trends": ("8", "0"),
    "settings": ("s", "0"),
}  # fmt: skip
WITH_CARD = {
    "meals": "2", "drinks": "2d", "foods": "a", "history": "h", "plan": "p", "settings": "s",
    "eaten": "5l",  # its card is one row: when, by whom, how long
}  # fmt: skip
WITHOUT = {"sessions": "1", "themes": "sc"}
TO_A_REST = ("1", "\r", "\r", "\r", " ", " ", "r")  # the first step of a session done, its rest made longer
REST_S, SILENCE_S = 30.0, 0.3
CHANGES = 4
A_YEAR = 10_000


@pytest.mark.parametrize("name", [*WITH_CARD, *WITHOUT])
def test_a_cursor_key(ledger: Ledger, tmp_path: Path, plain_key: dict[str, screens.Cost], name: str) -> None:
    kind = "key with card" if name in WITH_CARD else "key"
    with screens.opened(*screens.FULL, home=tmp_path, shows="Today") as screen:
        for key in (WITH_CARD | WITHOUT)[name]:
            screen.cost(key)
        cost, plain = screens.cursor_key(screen), plain_key["key"]
    what = f"cursor key, {name}"
    ledger.add(what, cost.bytes, "B", ("minimal program", plain.bytes), f"{kind}, bytes")
    ledger.add(what, cost.ms, "ms", ("minimal program", plain.ms), f"{kind}, ms")
    ledger.add(f"{what}: processor", cost.processor, "ms", ("minimal program", plain.processor))


def test_a_change_of_screen(
    ledger: Ledger, tmp_path: Path, folders: dict[int, Path], plain_key: dict[str, screens.Cost]
) -> None:
    folder, now = diaries.copied(folders[A_YEAR], tmp_path / "year"), diaries.NOW.isoformat()
    year = ("-m", "companion", "--full", "--data-dir", str(folder))
    plain = plain_key["page"]
    with screens.opened(*year, home=tmp_path, shows="Today", COMPANION_NOW=now) as screen:
        for name, (there, back) in DOORS.items():
            costs = []
            for _ in range(CHANGES):
                costs.append(screen.cost(there))
                screen.cost(back)
            assert min(cost.bytes for cost in costs), name
            middle, what = screens.middle(costs[1:]), f"to {name}"
            ledger.add(f"{what}, the first time", costs[0].ms, "ms", ("minimal, a page", plain.ms))
            ledger.add(what, middle.ms, "ms", ("minimal, a page", plain.ms), "change")
            ledger.add(f"{what}: processor", middle.processor, "ms", ("minimal, a page", plain.processor))
            ledger.add(what, middle.bytes, "B", ("minimal, a page", plain.bytes))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
def test_a_second_of_a_session(
    ledger: Ledger, tmp_path: Path, plain_key: dict[str, screens.Cost], size: tuple[int, int]
) -> None:
    """Half a minute of a rest, so that every figure comes; the goal is that of 80 columns."""
    with screens.opened(*screens.FULL, home=tmp_path, shows="Today", size=size) as screen:
        for key in TO_A_REST:
            screen.cost(key)
        used = screen.used()
        ticks = screen.bursts(REST_S, SILENCE_S)
        used = (screen.used() - used) / max(1, len(ticks))
        assert len(ticks) >= REST_S / 2, screen.screen
    plain, what = plain_key["key"], f"a second of a rest, {size[0]}x{size[1]}"
    goal = "tick" if size == (80, 24) else ""
    ledger.add(what, median(ticks), "B", ("minimal, a key", plain.bytes), goal)
    ledger.add(f"{what}, the most", max(ticks), "B", ("minimal, a key", plain.bytes))
    ledger.add(f"{what}: processor", used, "ms", ("minimal, a key", plain.processor))
