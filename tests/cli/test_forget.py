"""companion forget: said first, done on --confirm, and the day opens afterwards."""

import pytest

OLD, NEW = "2026-03-02", "2026-04-14"
DAYS = ("2026-01-05", "2026-02-10", OLD, "2026-04-13")


@pytest.fixture
def lived(person, monkeypatch):
    """Some months of one person, in which a programme was done, rated and weighed."""
    for day in DAYS:
        monkeypatch.setenv("COMPANION_NOW", f"{day}T18:00:00+02:00")
        for line in (
            "weight log 57.5", "fatigue log 4 --when morning", "fatigue log 4 --when day",
            "quick Zinnober --kcal 300 --note Zinnober", "session log caregiver_arms_10 --done 3",
            "plan set energy 1900 --decided-by Zinnober",
        ):  # fmt: skip
            assert person(*line.split()).code == 0, line
    monkeypatch.setenv("COMPANION_NOW", f"{NEW}T16:05:00+02:00")
    assert person("plan", "set", "energy", "2000", "--decided-by", "Dr Lee").code == 0
    assert person("quick", "Soup", "--kcal", "150").code == 0
    return person


def in_files(folder, text: str) -> bool:
    return any(text.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_without_confirm_it_says_what_would_go_and_nothing_goes(lived, kept):
    before = kept()
    said = lived("forget", "--before", "2026-04-01")

    assert said.code == 2
    assert "3 whole months" in said.out
    sentence, hint = said.err.splitlines()
    assert sentence == "Nothing was removed."
    assert "companion forget --before 2026-04-01 --confirm" in hint
    assert lived("forget", "--before", "2026-04-01", "--json").err == said.err
    assert kept() == before


def test_with_confirm_it_goes_for_good(lived, folder):
    looked = lived("forget", "--before", NEW, "--json").json
    done = lived("forget", "--before", NEW, "--confirm", "--json")

    assert done.code == 0
    assert done.json == {**looked, "removed": True}
    assert not in_files(folder, "Zinnober")
    assert in_files(folder, "Soup")
    assert lived("check").code == 0
    assert "Nothing is kept" in lived("forget", "--before", NEW, "--confirm").out
    again = lived("forget", "--before", NEW, "--confirm", "--json")
    assert (again.code, again.err) == (0, "")
    assert (again.json["removed"], again.json["entries"]) == (False, 0)


def test_what_still_holds_stays_and_is_said(lived):
    told = lived("forget", "--before", "2026-04-15", "--confirm").out

    assert "still in force, so kept" in told
    assert lived("target", "--json").json["energy"]["kcal"] == 2000
    assert lived("person", "show", "--json").json["person"]["name"] == "Ruth"


@pytest.mark.parametrize("before", [OLD, "2026-04-13", "today", "2026-04-15"])
def test_all_still_opens_afterwards(lived, before):
    assert lived("forget", "--before", before, "--confirm").code == 0
    for line in (
        "today", "weight show", "fatigue watch", "session list", "meal next", "meal list",
        "history --days 400", "plan show", "person show", "target", "export", "check", "undo",
        "food search butter",
    ):  # fmt: skip
        found = lived(*line.split())
        assert found.code == 0, (line, found.err)
    assert lived("weight", "log", "57").code == 0
    assert lived("session", "log", "caregiver_arms_10", "--done", "2").code == 0


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--before", "2026-04-16", "--confirm"), 5, "more than a day ahead"),
        (("--before", "soon", "--confirm"), 2, "is not a date"),
        (("--confirm",), 2, "--before"),
        (("--before", "today", "--confirm", "--by", "Maria"), 77, "caregiver may not"),
    ],
)
def test_what_cannot_be_changes_nothing(lived, kept, args, code, words):
    before = kept()
    found = lived("forget", *args)

    assert found.code == code
    assert words in found.err
    assert kept() == before


def test_what_an_editor_left_beside_the_diary_is_named_and_left_alone(lived, folder):
    for name in ("2026-01.json~", ".2026-01.json.swp", "backup/2026-01.2026-01-05.json.orig", "26-11.json"):
        (folder / name).write_text("Zinnober")
    for words in (("--before", NEW), ("--before", NEW, "--confirm"), ("--before", NEW)):
        told = lived("forget", *words).out
        for name in ("2026-01.json~", ".2026-01.json.swp", "json.orig", "26-11.json"):
            assert name in told
    assert "still holding what they held" in told
    assert "2026-01.json~" in lived("doctor").out
    assert (folder / "2026-01.json~").read_text() == "Zinnober"
