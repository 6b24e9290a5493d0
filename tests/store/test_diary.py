"""What goes into a diary comes out, in memory and in a folder alike."""

from datetime import date, timedelta

import pytest
from store.conftest import envelope, names

from companion.domain.entries import Decision, Part, SessionStarted, Weighed
from companion.errors import Failure, Unknown
from companion.store.diary import Diary


def test_what_was_appended_is_read_back_equal_by_another_diary(diary, shelf, clock, quick):
    written = diary.append(quick("soup", note="warm"), Weighed(**envelope(clock), at=clock(), kg=70.5))
    assert Diary(shelf, clock).entries() == list(written)
    assert all(entry.id for entry in written)


def test_defaults_are_not_written_but_the_envelope_always_is(diary, shelf, quick):
    diary.append(quick())
    raw = shelf.read("2026-11")
    assert b"verified" not in raw
    assert b"fluid_ml" not in raw
    assert all(
        f'"{key}":'.encode() in raw for key in ("id", "at", "recorded", "by", "role", "via", "version")
    )


def test_each_entry_goes_home(diary, shelf, clock, quick):
    decision = Decision(**envelope(clock), at=clock(), key="kcal_target", value=2000, decided_by="Dr K")
    diary.append(quick("now"), quick("then", at=clock() - timedelta(days=40)), decision)
    assert shelf.names() == ["2026-10", "2026-11", "plan"]
    assert [entry.value for entry in diary.entries("decision")] == [2000]


def test_the_month_is_that_of_the_local_date(diary, shelf, clock, quick):
    clock.now = clock.now.replace(month=12, day=1, hour=0, minute=30)  # still November in UTC
    diary.append(quick())
    assert shelf.names() == ["2026-12"]


def test_dates_are_inclusive_and_local(diary, clock, quick):
    diary.append(*(quick(str(day), at=clock().replace(day=day, hour=0)) for day in (20, 21, 22)))
    assert names(diary, since=date(2026, 11, 21), until=date(2026, 11, 21)) == ["21"]
    assert names(diary, since=date(2026, 11, 21)) == ["21", "22"]


def test_entries_come_by_the_time_they_are_about(diary, clock, quick):
    diary.append(quick("late"), quick("early", at=clock() - timedelta(hours=3)))
    assert names(diary) == ["early", "late"]


def test_ids_increase_in_writing_order_while_the_clock_steps_back(diary, clock, quick):
    written, diary.wall = [], clock
    for minutes in (0, 5, -60, 1, -1):
        clock.turn(minutes=minutes)
        written += diary.append(quick(), quick())
    ids = [entry.id for entry in written]
    assert ids == sorted(set(ids))


def test_find_knows_every_entry_wherever_it_lives(diary, clock, quick):
    decision = Decision(**envelope(clock), at=clock(), key="k", value=1, decided_by="me")
    written = diary.append(quick(), quick(at=clock() - timedelta(days=200)), decision)
    assert [diary.find(entry.id).entry for entry in written] == list(written)


def test_an_unknown_id_names_those_that_look_like_it(diary, quick):
    (soup,) = diary.append(quick())
    with pytest.raises(Unknown) as unknown:
        diary.find(soup.id[:-1] + "!")
    assert unknown.value.facts["near"] == [soup.id]


def test_newest_is_the_actors_last_writing_whatever_its_month(diary, clock, quick):
    diary.append(quick("first"))
    clock.turn(minutes=1)
    diary.append(quick("old", at=clock() - timedelta(days=60)))
    clock.turn(minutes=1)
    diary.append(quick("ben's").model_copy(update={"by": "ben"}))
    assert diary.newest("anna").entry.name == "old"
    assert diary.newest("ben").entry.name == "ben's"
    assert diary.newest("nobody") is None


def test_newest_does_not_read_months_that_cannot_hold_it(kept, folder, clock, quick):
    kept.append(quick("old", at=clock() - timedelta(days=60)))
    clock.turn(minutes=1)
    kept.append(quick("new"))
    old = folder / "2026-09.json"
    old.write_bytes(old.read_bytes()[:-5])  # reading it would be refused
    assert kept.newest("anna").entry.name == "new"


def test_an_exception_inside_an_edit_saves_nothing(diary, shelf, quick):
    diary.append(quick("soup"))
    before = shelf.read("2026-11")
    with pytest.raises(ZeroDivisionError), diary.edit("2026-11") as db:
        db.table("quick").update(lambda entry: entry["kcal"] / 0)
    with pytest.raises(ZeroDivisionError), diary.edit("2026-11") as db:
        raise ZeroDivisionError(db.table("quick").truncate())
    assert shelf.read("2026-11") == before


def test_an_emptied_month_can_be_read_and_written(diary, quick):
    diary.append(quick("soup"))
    with diary.edit("2026-11") as db:
        db.drop_tables()
    assert diary.entries() == []
    diary.append(quick("tea"))
    assert names(diary) == ["tea"]


def test_another_process_entry_shows_and_changes_the_token(diary, shelf, clock, quick):
    assert diary.entries() == []
    before = diary.changed()
    Diary(shelf, clock).append(quick("soup"))
    assert diary.changed() != before
    assert names(diary) == ["soup"]


def test_the_token_of_some_kinds_differs_only_with_their_file(diary, quick):
    foods, meals = diary.changed("own_food"), diary.changed("quick")
    diary.append(quick("soup"))
    assert diary.changed("own_food") == foods
    assert diary.changed("quick") != meals


def test_the_token_since_a_day_does_not_look_at_older_months(diary, quick):
    diary.append(quick("soup"))
    diary.append(quick("old", at=diary.clock() - timedelta(days=70)))
    recent = diary.changed(since=diary.clock().date())
    diary.append(quick("older", at=diary.clock() - timedelta(days=71)))
    assert diary.changed(since=diary.clock().date()) == recent
    assert diary.changed(since=diary.clock().date() - timedelta(days=80)) != recent


def test_a_name_that_is_no_month_is_unknown(diary):
    with pytest.raises(Unknown), diary.edit("../elsewhere"):
        pass


def test_a_session_keeps_its_parts(diary, clock):
    part = Part(
        exercise="ankle", step=1, mode="active", position="sitting", reps=5, move_s=2, hold_s=0, rest_s=20
    )
    session = SessionStarted(
        **envelope(clock),
        at=clock(),
        programme="gentle",
        title="Gentle",
        programme_version="1",
        parts=(part, part),
    )
    written = diary.append(session)
    assert tuple(diary.entries("session")) == written
    assert all(state.ok for state in diary.check())


def test_a_frozen_clock_does_not_hide_the_order_of_writing(diary, clock, quick):
    diary.append(quick("now"))
    diary.append(quick("then", at=clock() - timedelta(days=40)))
    assert diary.newest("anna").entry.name == "then"


def test_where_the_month_cannot_be_saved_the_plan_is_not_saved_either(
    diary, shelf, clock, quick, monkeypatch
):
    save = shelf.replace

    def refuse(name, raw, day):
        if name != "plan":
            raise Failure("unwritable", file=name, fault="no room")
        return save(name, raw, day)

    monkeypatch.setattr(shelf, "replace", refuse)
    decided = Decision(**envelope(clock), at=clock(), key="energy", value=1900, decided_by="A. Lee")
    with pytest.raises(Failure):
        diary.append(decided, quick())
    assert diary.entries() == []


def test_what_is_saved_about_a_long_past_day_changes_the_token(diary, clock, quick):
    for months in (0, 1, 2, 3, 4):
        diary.append(quick(at=clock() - timedelta(days=31 * months)))
    before = diary.changed()
    diary.append(quick(at=clock() - timedelta(days=31 * 4)))
    assert diary.changed() != before


def test_what_was_written_in_one_go_is_found_together_and_alone_what_was_not(diary, clock, quick):
    alone = diary.append(quick())[0]
    three = diary.append(quick(), quick(at=clock() - timedelta(days=40)), quick())
    assert {one.id for one in diary.act(three[1])} == {one.id for one in three}
    assert diary.act(alone) == [alone]


def test_a_month_of_any_year_has_a_name_that_is_listed(diary, shelf, clock, quick):
    diary.append(quick("old", at=clock().replace(year=26)))
    assert shelf.names() == ["0026-11"]
    assert names(diary) == ["old"]


def test_nothing_goes_where_it_would_not_be_listed(diary, shelf, quick, monkeypatch):
    monkeypatch.setattr("companion.store.diary.home", lambda _: "26-11")
    with pytest.raises(Unknown):
        diary.append(quick())
    assert shelf.names() == []
