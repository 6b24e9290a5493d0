"""Journeys over a real server: the morning session, the night carer, two at once, a power cut."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sshd import Sshd, drop
from terminal import Terminal

from companion.bootstrap import open_companion
from companion.domain.entries import Entry

EVENING = "2026-04-14T18:20+02:00"
DAY = date(2026, 4, 14)
PHONE, DESK = (40, 24), (80, 24)
SUPPER = "Whipped potato with cheddar"


class House:
    """Ruth's diary, behind a server, with a key for herself and one for Maria."""

    def __init__(self, server: Sshd, diary: Path) -> None:
        self.server, self.diary = server, diary
        home = open_companion(diary)
        home.people.set("name", "Ruth")
        for key, value in (("food-level", "4"), ("drink-level", "2"), ("energy", "1900")):
            home.plan.set(key, value, decided_by="A. Lee")
        server.keys.write_text("")
        self.open: list[Terminal] = []
        for name, role in (("Maria", "caregiver"), ("Ruth", "patient")):
            home.caregivers.add(name, role)  # type: ignore[arg-type]
            gate = ("--data-dir", str(diary), "serve-ssh", "--as", name)
            server.admit(name.lower(), *gate, now=EVENING)

    def entries(self, *kinds: str) -> list[Entry]:
        """What stands in the diary about this day."""
        return open_companion(self.diary).diary.entries(*kinds, since=DAY)

    def comes(self, name: str, size: tuple[int, int], *words: str) -> Terminal:
        """Somebody comes in and sees Today."""
        self.open.append(self.server.terminal(name, *words, size=size, TERM="xterm-256color"))
        return self.open[-1]


@pytest.fixture
def house(server: Sshd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setenv("COMPANION_NOW", EVENING)
    made = House(server, tmp_path / "diary")
    yield made
    for terminal in made.open:
        terminal.close()


def walk(terminal: Terminal, *way: tuple[str, str]) -> int:
    """Press each key and see what it brings; how many keys that were."""
    for key, brings in way:
        terminal.rest()
        terminal.press(key)
        terminal.see(brings)
    return len(way)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["80x24", "40x24"])
def test_a_morning_session_goes_on_from_another_device(house: House, size: tuple[int, int]) -> None:
    chair = house.comes("ruth", size)
    chair.see("Enter Begin")
    asked = (("enter", "How tired are you"), ("2", "Anything different"), ("enter", "Step 1 of 10"))
    keys = walk(chair, *asked, ("space", "Space when done"))
    assert keys <= 4  # two of them answer what is asked before any session
    for step in (2, 3):
        walk(chair, ("space", f"Step {step} of 10"), ("space", "Space begins"), ("space", "Space Done"))
    walk(chair, ("space", "Step 4 of 10"))
    drop(chair)
    bed = house.comes("ruth", PHONE if size == DESK else DESK)
    bed.see("Go on", "step 4")
    assert walk(bed, ("enter", "Step 4 of 10")) == 1
    assert [entry.part for entry in house.entries("step")] == [0, 1, 2]  # type: ignore[attr-defined]


def test_a_night_carer_writes_half_a_supper_in_four_keys(house: House) -> None:
    phone = house.comes("maria", PHONE)
    phone.see("Maria", "kcal eaten")
    assert walk(phone, ("2", SUPPER), ("enter", "How much"), ("3", "Saved: half of Whipped potato")) <= 4
    (written,) = house.entries("meal")
    assert (written.by, written.role, written.via, written.eaten) == ("Maria", "caregiver", "ssh", 0.5)  # type: ignore[attr-defined]
    assert all(len(line) <= PHONE[0] for line in phone.screen.splitlines())
    walk(phone, ("U", "Undone: half of Whipped potato"))
    assert house.entries("meal") == []


def test_a_night_carer_writes_half_a_supper_with_one_command(house: House) -> None:
    found = json.loads(house.server.run("maria", "meal", "list", "--search", "whipped", "--json").stdout)
    meal = next(one["id"] for one in found["meals"] if one["name"] == SUPPER)
    done = house.server.run("maria", "meal", "log", meal, "--eaten", "half", "--json")
    told = json.loads(done.stdout)
    (written,) = house.entries("meal")
    assert (done.returncode, told["id"], told["warnings"]) == (0, written.id, [])
    assert written.by == "Maria"
    assert house.server.run("maria", "undo").returncode == 0
    assert house.entries("meal") == []


def test_a_night_carer_hears_it_in_plain_lines(house: House) -> None:
    phone = house.comes("maria", PHONE, "--linear")
    phone.see("Your choice:")
    assert walk(phone, ("2", SUPPER), ("1", "How much"), ("3", "Saved: half of Whipped potato")) <= 4
    assert house.entries("meal")[0].by == "Maria"


def test_a_power_cut_loses_at_most_the_field_being_typed(house: House) -> None:
    desk = house.comes("ruth", DESK)
    desk.see("kcal eaten")
    walk(desk, ("2", SUPPER), ("enter", "How much"), ("3", "Saved: half"), ("0", "kcal eaten"))
    walk(desk, ("6", "Weight"), ("enter", "scales say"), ("5", "5"), ("6", "56"))
    drop(desk)
    again = house.comes("ruth", DESK)
    again.see("kcal eaten")
    assert walk(again, ("5", "Whipped potato with cheddar half")) == 1
    assert [entry.kind for entry in house.entries("meal", "weight")] == ["meal"]
    assert house.server.run("maria", "today").returncode == 0
