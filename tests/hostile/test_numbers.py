"""Numbers and dates nobody means: refused in a sentence, or taken as what they say; nothing else is kept."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from companion.bootstrap import open_companion
from companion.config.settings import Settings
from companion.errors import CompanionError
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf

BERLIN = ZoneInfo("Europe/Berlin")
STRANGE = ["NaN", "Infinity", "-Infinity", "1e308", "-1", "9" * 400, "1_0", "0x10", "", " ", "½"]
REFUSED = [
    *(("weight", "log", number) for number in ("0", "6140", "61,4,1", *STRANGE)),
    *(("quick", "Soup", "--kcal", number) for number in ("99999", "-0.5", *STRANGE)),
    *(("drink", "log", number) for number in ("0", "999999", *STRANGE)),
    *(("fatigue", "log", number) for number in ("11", "-1", "3.5", "NaN", "1e1", "", "9" * 400)),
    *(("quick", "Tea", "--kcal", "2", "--at", at) for at in (
        "0001-01-01", "0001-01-01T00:00", "9999-12-31T23:59", "2999-01-01T00:00", "2026-02-29T12:00",
        "2026-04-15T16:05", "24:00", "12:60", "25:99", "-1:00", "2026-13-01T00:00")),
    *(("copy", date) for date in ("0001-01-01", "2999-01-01", "2026-02-29", "tomorrow", "9999-12-31", "x")),
    ("meal", "log", "cod_white_sauce", "--eaten", "NaN"), ("meal", "log", "cod_white_sauce", "--eaten", "9"),
    ("meal", "log", "cod_white_sauce", "--minutes", "-5"),
    ("meal", "log", "cod_white_sauce", "--coughs", "9" * 400),
    ("plan", "set", "energy", "1e308", "--decided-by", "Lee"),
    ("plan", "set", "energy", "NaN", "--decided-by", "Lee"),
    ("person", "set", "height-cm", "Infinity"), ("person", "set", "birth-year", "9" * 400),
    ("settings", "set", "day-start", "9" * 400), ("settings", "set", "switch-ms", "NaN"),
]  # fmt: skip


@pytest.mark.parametrize("words", REFUSED, ids=lambda words: " ".join(words)[:60])
def test_what_cannot_be_is_refused_in_a_sentence_and_not_kept(words, command, folder):
    said = command(*words)
    assert said.code in (2, 3, 5), said
    assert 1 <= len(said.err.splitlines()) <= 2
    assert len(said.err) < 900
    assert "Something went wrong inside" not in said.err
    assert not list(folder.glob("*.json"))


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        (("weight", "log", "61,4"), "kg", 61.4),
        (("weight", "log", "６１．４"), "kg", 61.4),
        (("weight", "log", "６１"), "kg", 61.0),
        (("quick", "Soup", "--kcal", "１２"), "kcal", 12.0),
        (("fatigue", "log", "３"), "rating", 3),
    ],
)
def test_digits_of_other_keyboards_mean_what_they_say(words, key, value, command):
    said = command(*words, "--json")
    assert said.code in (0, 2), said.err
    if said.code == 0:
        assert said.json["entry"][key] == value


def at(moment: datetime, library, shelf: MemoryShelf, settings: Settings | None = None) -> Companion:
    return Companion(diary=Diary(shelf, lambda: moment), content=library, settings=settings or Settings(),
                     clock=lambda: moment)  # fmt: skip


def test_a_clock_moved_back_during_a_session_loses_no_step(companion, clock):
    companion.people.set("name", "Ruth")
    from companion.services.sessions_before import Before

    companion.sessions_before.keep(Before(3, None))
    running = companion.sessions.start("hands_wrists")
    for hours in (-3, 5, -26):
        clock.go(hours=hours)
        running.view()
        running.go_on()
        clock.go(minutes=1)
        assert running.view() is not None
    assert len(companion.diary.entries("session")) == 1


@pytest.mark.parametrize(
    "hour", [(2026, 10, 25, 2, 30, 0), (2026, 10, 25, 2, 30, 1), (2026, 3, 29, 2, 30, 0)]
)
def test_an_hour_that_comes_twice_or_never_keeps_its_entries(hour, library):
    *parts, fold = hour
    moment = datetime(*parts, tzinfo=BERLIN, fold=fold)
    companion = at(moment, library, MemoryShelf())
    kept = companion.intake.quick("Soup", kcal=150).entry
    assert kept.at.utcoffset() == moment.utcoffset()
    assert [entry.name for entry in companion.taken(companion.day_of(kept), companion.day_of(kept))] == [
        "Soup"
    ]


def test_both_of_an_hour_that_comes_twice_stand_in_their_order(library):
    shelf = MemoryShelf()
    for fold, name in ((0, "first"), (1, "second")):
        at(datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold), library, shelf).intake.quick(name, kcal=1)
    later = at(datetime(2026, 10, 25, 12, tzinfo=BERLIN), library, shelf)
    assert [entry.name for entry in later.diary.entries("quick")] == ["first", "second"]


def test_nothing_is_written_about_tomorrow(companion, clock):
    with pytest.raises(CompanionError):
        companion.intake.quick("Soup", kcal=150, at=clock() + timedelta(days=1))
    assert companion.diary.entries() == []


def test_a_gap_of_thirty_days_is_no_zero_and_no_reproach(command, monkeypatch):
    assert command("quick", "Soup", "--kcal", "150").code == 0
    assert command("weight", "log", "60").code == 0
    monkeypatch.setenv("COMPANION_NOW", "2026-05-14T16:05:00+02:00")
    for name in ("Tea", "Bread", "Milk"):
        assert command("quick", name, "--kcal", "100").code == 0
    for words in (("today",), ("weight", "show"), ("history", "--days", "60"), ("fatigue", "watch")):
        said = command(*words)
        assert said.code == 0, said.err
        assert "missed" not in said.out
        assert "nan" not in said.out.lower().split()


def test_a_diary_written_ahead_of_the_clock_is_still_read(command, monkeypatch, folder):
    assert command("quick", "Soup", "--kcal", "150").code == 0
    monkeypatch.setenv("COMPANION_NOW", "2026-04-13T10:00:00+02:00")
    assert command("today").code == 0
    assert command("quick", "Tea", "--kcal", "2").code == 0
    assert len(open_companion(folder).diary.entries("quick")) == 2
