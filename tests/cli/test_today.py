"""companion today, and companion alone where there is no terminal."""

import fcntl
import os
import struct
import termios
from pathlib import Path

from companion.cli.call import folded


def test_the_day_has_the_keys_of_the_contract(person):
    person("meal", "log", "turkey_bolognese", "--eaten", "half", "--at", "12:30")
    day = person("today", "--json").json

    assert list(day) == [
        "schema", "date", "person", "demo", "meals", "energy", "protein", "fluid", "spared",
        "spared_week", "fatigue",
        "weight", "due", "planned",
    ]  # fmt: skip
    assert {"id", "name", "slot", "at", "by", "eaten", "kcal", "protein_g"} <= set(day["meals"][0])
    assert set(day["energy"]) == {"kcal", "target_kcal", "source"}
    assert set(day["protein"]) == {"g", "low_g", "high_g"}
    assert set(day["fluid"]) == {"ml", "target_ml", "not_known"}
    assert set(day["spared"]) == {"ok", "non_protein_kcal_per_g_nitrogen", "advice"}
    assert set(day["fatigue"]) == {"level", "learning", "reason", "latest"}
    assert set(day["weight"]) == {"kg", "change_percent", "level", "reason"}
    assert {frozenset(due) for due in day["due"]} == {frozenset({"what", "text"})}
    assert (day["date"], day["person"], day["demo"]) == ("2026-04-14", "Ruth", False)
    assert day["meals"][0]["at"] == "2026-04-14T12:30:00+02:00"
    assert day["meals"][0]["slot"] == "lunch"


def test_what_is_not_known_is_null(companion):
    day = companion("today", "--json").json

    assert day["energy"] == {"kcal": 0, "target_kcal": None, "source": None}
    assert set(day["weight"].values()) == {None}
    assert day["fatigue"]["latest"] is None
    assert day["person"] is None


def test_a_drink_of_unknown_energy_leaves_the_sum_unknown(companion):
    companion("drink", "log", "150", "--what", "Grandma's broth")

    assert companion("today", "--json").json["energy"]["kcal"] is None


def test_in_words_it_names_the_day_and_what_is_due(person):
    said = person("today")

    assert said.out.startswith("Tuesday 14 April 2026, Ruth\n")
    assert "Due: No tiredness rating for today yet." in said.out
    assert said.err == ""


def test_without_a_terminal_companion_alone_prints_the_day(person):
    assert person().out == person("today").out


def test_global_options_stand_before_or_after_the_command(companion, folder):
    assert companion("--json", "today").json == companion("today", "--json").json
    after = companion("today", "--json", "--data-dir", str(folder), data_dir=False)
    assert after.json["date"] == "2026-04-14"


def test_in_a_terminal_lines_break_between_words_and_go_on_set_in() -> None:
    told = "DEMO: invented data.\nTiredness: 6 of 10, yesterday after a session, above your usual"
    near, far = os.openpty()
    with os.fdopen(near, "rb"), os.fdopen(far, "w") as terminal:
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
        assert folded(told, terminal) == (
            "DEMO: invented data.\nTiredness: 6 of 10, yesterday after a\n  session, above your usual"
        )
    with Path(os.devnull).open("w") as no_terminal:
        assert folded(told, no_terminal) == told
