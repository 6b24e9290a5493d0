"""Forgetting really removes, keeps all else, and leaves every file whole wherever it is ended."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from companion.domain.entries import Decision, PersonFact, Planned
from companion.domain.forgetting import day_of_entry, holding
from companion.errors import Failure
from companion.store.diary import Diary
from companion.store.forgetting import Forgetting, forget
from companion.store.shelf import MemoryShelf

MARK = "Zinnober"
NOW = date(2026, 11, 22)
BEFORE = NOW - timedelta(days=2)


def envelope(clock, by: str = "ruth") -> dict[str, Any]:
    return {"recorded": clock(), "by": by, "role": "owner", "via": "command", "version": "1"}


@pytest.fixture
def past(diary, quick, correct, clock) -> Diary:
    """Three months with a marker in every old entry, copies of several days, and a plan decided twice."""
    noon = clock.now
    for days in (80, 50, 49, 21, 3, 2, 1, 0):
        clock.now = noon - timedelta(days=days)
        mark = MARK if days > 2 else "soup"
        whose = {"by": f"{mark} Anna"}
        one, two = diary.append(
            quick(f"{mark} 1", note=f"{mark} note").model_copy(update=whose),
            quick(f"{mark} 2").model_copy(update=whose),
        )
        diary.append(correct(one, "edit", name=f"{mark} changed").model_copy(update=whose))
        diary.append(correct(two, "remove").model_copy(update=whose))
        if days in (80, 50):
            said = MARK if days == 80 else "Ruth"
            facts = {**envelope(clock, said), "at": clock.now}
            diary.append(
                Decision(**facts, key="food-level", value="5", decided_by=said),
                PersonFact(**facts, key="name", value=said),
            )
    clock.now = noon
    return diary


def let_go(diary: Diary, before: date, *, really: bool = True) -> Forgetting:
    return forget(
        diary, before, lambda entry: day_of_entry(entry, 4) < before, holding, "ruth", really=really
    )


def all_bytes(diary: Diary) -> bytes:
    shelf = diary.shelf
    if isinstance(shelf, MemoryShelf):
        dated = [raw for days in shelf.dated.values() for raw in days.values()]
        return b"".join([*shelf.files.values(), *dated, *shelf.kept.values()])
    return b"".join(path.read_bytes() for path in shelf.folder.rglob("*") if path.is_file())


def whole(diary: Diary) -> bool:
    return all(state.ok for state in diary.check())


def test_what_was_forgotten_is_in_no_file(past):
    assert MARK.encode() in all_bytes(past)
    told = let_go(past, BEFORE)
    assert MARK.encode() not in all_bytes(past)
    assert (told.entries, told.months, told.staying) == (12, ("2026-09", "2026-10"), 2)
    assert whole(past)


def test_the_days_that_stay_stay_as_they_were(past):
    before = [(kept.entry, kept.removed) for kept in past.history(since=BEFORE)]
    let_go(past, BEFORE)
    assert [(kept.entry, kept.removed) for kept in past.history(since=BEFORE)] == before
    assert sum(entry.kind == "quick" for entry, _ in before) == 6
    assert [one.value for one in past.of(Decision)] == ["5"]
    assert [one.value for one in past.of(PersonFact)] == ["Ruth"]


def test_a_look_first_changes_nothing(past):
    before = all_bytes(past)
    told = let_go(past, BEFORE, really=False)
    assert all_bytes(past) == before
    assert told == let_go(past, BEFORE)


def test_a_second_time_there_is_nothing(past):
    let_go(past, BEFORE)
    assert not let_go(past, BEFORE)


def test_a_diary_opened_before_sees_it_and_goes_on(past, quick):
    other = Diary(past.shelf, past.clock)
    assert len(other.entries("quick")) == 8
    let_go(past, BEFORE)
    assert len(other.entries("quick")) == 3
    other.append(quick("after"))
    assert whole(other)


def test_everything_can_go(past):
    let_go(past, NOW + timedelta(days=1))
    assert past.entries("quick") == []
    assert past.shelf.names() == ["plan"]
    assert whole(past)


def test_copies_keep_the_days_that_stay(past):
    let_go(past, BEFORE)
    _, raw = next(past.shelf.copies("2026-11"))
    assert past.binder.fault(raw) is None
    assert [e.at.day for e in past.binder.parse(raw).entries(["quick"], None, None)] == [20, 21, 22]


def test_a_month_can_be_brought_back_from_such_a_copy(past):
    let_go(past, BEFORE)
    if isinstance(past.shelf, MemoryShelf):
        past.shelf.files["2026-11"] = b""
    else:
        (past.shelf.folder / "2026-11.json").write_bytes(b"")
    past.repair("2026-11")
    assert len(past.entries("quick")) == 3
    assert MARK.encode() not in all_bytes(past)


@pytest.mark.parametrize("name", ["2026-10", "2026-11", "plan"])
def test_files_set_aside_and_of_older_formats_go_too(past, folder, name):
    past.shelf.keep(name, "format-0", MARK.encode())
    past.shelf.replace(name, MARK.encode(), None)
    if name == "2026-10":
        past.shelf.set_aside(name, past.clock())
    else:
        past.repair(name)
    told = let_go(past, BEFORE)
    assert told.aside == 2
    assert MARK.encode() not in all_bytes(past)
    assert whole(past)


def test_an_old_month_goes_although_it_is_damaged(past):
    past.shelf.replace("2026-09", MARK.encode(), None)
    told = let_go(past, BEFORE)
    assert told.unread == ("2026-09",)
    assert MARK.encode() not in all_bytes(past)
    assert whole(past)


@pytest.mark.parametrize("name", ["2026-11", "plan"])
def test_a_damaged_file_that_would_stay_is_refused_and_nothing_goes(past, name):
    past.shelf.replace(name, b"spoilt", None)
    before = [(spare, past.shelf.spare(spare)) for spare in past.shelf.spares()]
    with pytest.raises(Failure) as failure:
        let_go(past, BEFORE)
    assert failure.value.code == "damaged_diary"
    assert [(spare, past.shelf.spare(spare)) for spare in past.shelf.spares()] == before
    assert past.shelf.read("2026-09")


def test_a_damaged_copy_goes(past):
    place = next(spare for spare in past.shelf.spares() if spare.name == "2026-11")
    past.shelf.rewrite(place, MARK.encode())
    let_go(past, BEFORE)
    assert MARK.encode() not in all_bytes(past)


def test_a_dish_planned_for_a_day_that_stays_is_kept(diary, clock):
    late = datetime(2026, 10, 31, 20, tzinfo=clock().tzinfo)
    days = (date(2026, 10, 31), date(2026, 11, 1))
    dish = {**envelope(clock), "at": late, "slot": "lunch", "name": "Pea soup", "meal": "pea_soup"}
    diary.append(*(Planned(**dish, on=on) for on in days))
    let_go(diary, date(2026, 11, 1))
    assert [one.on for one in diary.of(Planned)] == [date(2026, 11, 1)]
    assert whole(diary)


def test_the_night_belongs_to_the_day_before(diary, quick, clock):
    night = datetime(2026, 11, 1, 2, tzinfo=clock().tzinfo)
    diary.append(quick("late", at=night), quick("breakfast", at=night + timedelta(hours=6)))
    let_go(diary, date(2026, 11, 1))
    assert [entry.name for entry in diary.entries()] == ["breakfast"]
