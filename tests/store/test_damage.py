"""Every kind of damage is noticed, kept, named and can be put right."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.domain.entries import KINDS
from companion.errors import CompanionError, Failure, Refused
from companion.store.binder import Binder
from companion.store.diary import Diary
from companion.store.layout import DamageError, NewerError, encode
from companion.store.migrations import MIGRATIONS
from companion.store.shelf import FolderShelf, MemoryShelf

MONTH = "2026-11"

DAMAGE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "emptied": (lambda raw: b"", "empty"),
    "cut in half": (lambda raw: raw[: len(raw) // 2], "cut"),
    "last byte gone": (lambda raw: raw[:-1], "cut"),
    "cut inside the first line": (lambda raw: raw[:40], "not_ours"),
    "all zero bytes": (lambda raw: bytes(len(raw)), "not_ours"),
    "tail zeroed": (lambda raw: raw[:-100] + bytes(100), "cut"),
    "byte-order mark": (lambda raw: b"\xef\xbb\xbf" + raw, "not_ours"),
    "garbage at the end": (lambda raw: raw + b'}"{', "cut"),
    "not the format": (lambda raw: b"{oops " + raw[6:], "not_ours"),
    "bad utf-8": (lambda raw: raw[:200] + b"\xff\xfe" + raw[202:], "checksum"),
    "edited by hand": (lambda raw: raw.replace(b"soup", b"stew"), "checksum"),
    "written by plain TinyDB": (lambda raw: json.dumps(json.loads(raw)).encode(), "not_ours"),
    "newest id changed": (lambda raw: raw.replace(b'newest": "1', b'newest": "2'), "checksum"),
    "unknown kind": (lambda raw: encode({"gadget": b'"1": {"id":"a"}'}, "a"), "unknown_kind"),
    "not an object": (lambda raw: encode({"quick": b'"1": 5'}, "a"), "not_object"),
    "not even lines": (lambda raw: encode({"quick": b'"1": {"id'}, "a"), "not_json"),
    "an older format nobody knows": (lambda raw: encode({}, "a", 0), "format"),
}


@pytest.fixture
def filled(kept: Diary, quick) -> Diary:
    kept.append(quick("soup"))
    kept.append(quick("tea"))
    return kept


def spoil(folder: Path, how: Callable[[bytes], bytes]) -> bytes:
    path = folder / f"{MONTH}.json"
    spoilt = how(path.read_bytes())
    path.write_bytes(spoilt)
    return spoilt


@pytest.mark.parametrize(("how", "fault"), DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_named_kept_and_put_right(filled, folder, quick, how, fault):
    before = filled.entries()
    spoilt = spoil(folder, how)
    with pytest.raises(Failure) as failure:
        filled.entries()
    assert failure.value.code == "damaged_diary"
    assert failure.value.facts["fault"] == fault
    assert failure.value.facts["file"] == str(folder / f"{MONTH}.json")
    assert failure.value.facts["name"] == MONTH
    assert failure.value.facts["copy"] == str(folder / "backup" / f"{MONTH}.2026-11-22.json")
    with pytest.raises(Failure):
        filled.append(quick("over it"))
    assert (folder / f"{MONTH}.json").read_bytes() == spoilt
    assert [(state.ok, state.fault) for state in filled.check()] == [(False, fault)]
    repaired = filled.repair(MONTH)
    assert Path(repaired.set_aside).read_bytes() == spoilt
    assert filled.entries() == before
    filled.append(quick("after it"))


def test_a_vanished_month_is_damage_not_an_empty_month(filled, folder, quick):
    before = filled.entries()
    (folder / f"{MONTH}.json").unlink()
    with pytest.raises(Failure) as failure:
        filled.append(quick())
    assert failure.value.facts["fault"] == "missing"
    with pytest.raises(Failure):
        filled.entries()
    assert filled.repair(MONTH).set_aside is None
    assert filled.entries() == before


def test_a_newer_file_is_left_alone(filled, folder, quick):
    spoilt = spoil(folder, lambda raw: raw.replace(b'"schema": 1', b'"schema": 999'))
    for attempt in (filled.entries, lambda: filled.append(quick()), lambda: filled.accept(MONTH)):
        with pytest.raises(Failure) as failure:
            attempt()
        assert failure.value.code == "newer_diary"
        assert (failure.value.facts["format"], failure.value.facts["known"]) == (999, 1)
    assert (folder / f"{MONTH}.json").read_bytes() == spoilt
    assert filled.check()[0].fault == "newer"
    filled.repair(MONTH)
    assert len(filled.entries()) == 2


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_flipped_bit_is_noticed(data, clock, quick):
    shelf = MemoryShelf()
    Diary(shelf, clock).append(quick("soup"), quick("tea"))
    raw = bytearray(shelf.files[MONTH])
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises((DamageError, NewerError)):
        Binder(shelf, KINDS, MIGRATIONS).parse(bytes(raw))


def test_damage_in_one_month_does_not_touch_another(filled, folder, clock, quick):
    spoil(folder, lambda raw: b"")
    (old,) = filled.append(quick("old", at=clock() - timedelta(days=40)))
    assert filled.entries(until=old.at.date()) == [old]


def test_repair_takes_the_newest_copy_that_is_good(filled, folder, clock, quick):
    clock.turn(days=1)
    filled.append(quick("bread"))
    (folder / "backup" / f"{MONTH}.2026-11-23.json").write_bytes(b"{}")
    spoil(folder, lambda raw: raw[:-9])
    assert filled.repair(MONTH).copy.endswith(f"{MONTH}.2026-11-22.json")
    assert [entry.name for entry in filled.entries()] == ["soup", "tea"]


def test_without_a_good_copy_nothing_is_moved(filled, folder):
    spoilt = spoil(folder, lambda raw: raw[:-9])
    for copy in (folder / "backup").iterdir():
        copy.write_bytes(b"")
    with pytest.raises(Failure) as failure:
        filled.repair(MONTH)
    assert failure.value.code == "no_good_copy"
    assert (folder / f"{MONTH}.json").read_bytes() == spoilt


def test_a_whole_month_is_not_repaired(filled):
    with pytest.raises(Refused) as refused:
        filled.repair(MONTH)
    assert refused.value.code == "nothing_to_repair"


def test_check_looks_at_every_entry(filled, folder):
    spoil(folder, lambda raw: encode({"quick": b'"1": {"id":"1m810vyc06hhpm","kcal":"much"}'}, "a"))
    (state,) = filled.check()
    assert (state.ok, state.fault) == (False, "bad_entry")
    assert state.detail.startswith("1m810vyc06hhpm: ")


def test_check_counts_the_entries_of_whole_files(filled):
    assert [(state.name, state.ok, state.entries) for state in filled.check()] == [(MONTH, True, 2)]


def test_a_month_edited_by_hand_is_accepted_once_valid(filled, folder, quick):
    spoil(folder, lambda raw: json.dumps(json.loads(raw.replace(b"soup", b"stew")), indent=2).encode())
    assert filled.accept(MONTH) == 2
    assert [entry.name for entry in filled.entries()] == ["stew", "tea"]
    filled.append(quick("bread"))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b'"kcal":100.0', b'"kcal":-1', "greater than"),
        (b'"2": {', b'"two": {', "number"),
        (b'"slot"', b'"slat"', "required"),
        (b'"kcal":100.0', b'"kcal":"100"', "valid number"),
        (b'"id":"1', b'"id":"_', "not_an_id"),
    ],
)
def test_a_month_edited_badly_is_refused_and_left(filled, folder, old, new, fault):
    spoilt = spoil(folder, lambda raw: raw.replace(old, new))
    with pytest.raises(Refused) as refused:
        filled.accept(MONTH)
    assert refused.value.code == "bad_entry"
    assert fault in refused.value.facts["fault"]
    assert (folder / f"{MONTH}.json").read_bytes() == spoilt


def test_the_same_entry_twice_is_refused(filled, folder):
    def double(raw: bytes) -> bytes:
        tables = json.loads(raw)
        tables["quick"]["3"] = tables["quick"]["1"]
        return json.dumps(tables).encode()

    spoil(folder, double)
    with pytest.raises(Refused) as refused:
        filled.accept(MONTH)
    assert refused.value.facts["fault"] == "twice"


def test_what_is_no_json_cannot_be_accepted(filled, folder):
    spoil(folder, lambda raw: raw[:-4])
    with pytest.raises(CompanionError) as failure:
        filled.accept(MONTH)
    assert failure.value.facts["fault"] == "not_json"


def test_two_damaged_files_in_one_second_are_both_kept(filled, folder):
    first = spoil(folder, lambda raw: raw[:-5])
    filled.repair(MONTH)
    second = spoil(folder, lambda raw: raw[:-6])
    filled.repair(MONTH)
    aside = {path.read_bytes() for path in folder.glob("*.damaged-*")}
    assert aside == {first, second}


def test_the_plan_is_repaired_by_its_name(folder, clock):
    diary = Diary(FolderShelf(folder, wait=0), clock)
    diary.append(
        KINDS["decision"].model_validate(
            {"at": clock(), "recorded": clock(), "by": "a", "role": "owner", "via": "command",
             "version": "1", "key": "k", "value": 1, "decided_by": "me"}
        )
    )  # fmt: skip
    (folder / "plan.json").write_bytes(b"")
    assert diary.repair("plan").copy.endswith("plan.2026-11-22.json")
    assert len(diary.entries("decision")) == 1
