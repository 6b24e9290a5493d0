"""What comes in lets nobody in, loosens nothing unasked, and is never mixed with another's diary."""

import json

import pytest
from services.exported import exported, fresh

from companion.domain.entries import KINDS
from companion.errors import Refused
from companion.wording import errors
from companion.wording import imports as words


def test_who_is_let_in_comes_into_an_empty_diary_and_is_named(ruth, library, tmp_path):
    ruth.caregivers.add("Maria")
    ruth.caregivers.add("Eve")
    ruth.caregivers.remove("Eve")
    exported(ruth, tmp_path / "a.json")
    here = fresh(library)
    told = here.imports.take(tmp_path / "a.json")
    assert (told.let_in, told.outside) == (("Maria",), ())
    assert here.caregivers.find("Maria")
    assert "Maria" in "\n".join(words.told(told, library))


def test_no_correction_makes_somebody_from_afar_the_owner(ruth, library, tmp_path):
    ruth.caregivers.add("Eve", "viewer")
    let_in = exported(ruth, tmp_path / "a.json")[-1]
    ruth.weight.log(56)
    ruth.history.edit(ruth.history.recent()[0].entry.id, note="later")
    rows = exported(ruth, tmp_path / "a.json")
    rows[-1].update(target=let_in["id"], changes={"acts_as": "owner"})
    (tmp_path / "a.json").write_text(json.dumps({"schema": 1, "entries": rows}))
    here = fresh(library)
    with pytest.raises(Refused, match="import_entry"):
        here.imports.take(tmp_path / "a.json")
    assert here.diary.shelf.names() == []


def test_beside_what_is_here_nobody_comes_in_or_goes_out(ruth, library, tmp_path):
    exported(ruth, tmp_path / "a.json")
    here = fresh(library)
    here.imports.take(tmp_path / "a.json")
    here.caregivers.add("Jon")
    here.caregivers.add("Maria")
    here.caregivers.remove("Maria")
    exported(here, tmp_path / "here.json")
    ruth.caregivers.add("Maria", "clinician")
    ruth.caregivers.add("Eve")
    gone = next(one for one in here.diary.written() if one.entry.kind == "caregiver")
    rows = exported(ruth, tmp_path / "b.json")
    undo = {**rows[-1], "kind": "correction", "id": rows[-1]["id"][:9] + "zzzzz", "target": gone.entry.id}
    for key in ("caregiver", "acts_as", "key", "admitted"):
        undo.pop(key)
    rows.append({**undo, "action": "undo", "changes": {}, "removed": False})
    (tmp_path / "b.json").write_text(json.dumps({"schema": 1, "entries": rows}))
    told = here.imports.take(tmp_path / "b.json")
    assert [one.caregiver for one in here.caregivers.everybody()] == ["Jon"]
    assert (told.entries, told.let_in, set(told.outside)) == (0, (), {"Maria", "Eve", "Jon"})
    assert "Eve" in "\n".join(words.told(told, library))


def test_a_plan_that_becomes_another_is_said_and_a_looser_texture_asked_about(ruth, library, clock, tmp_path):
    exported(ruth, tmp_path / "a.json")
    here = fresh(library)
    here.imports.take(tmp_path / "a.json")
    clock.go(minutes=1)
    ruth.plan.set("food-level", "7", decided_by="A. Lee", confirmed=True)
    exported(ruth, tmp_path / "a.json")
    look = here.imports.look(tmp_path / "a.json")
    assert here.plan.in_force().value("food-level") == "5"
    with pytest.raises(Refused, match="needs_confirm"):
        here.imports.take(tmp_path / "a.json")
    assert here.plan.in_force().value("food-level") == "5"
    told = here.imports.take(tmp_path / "a.json", confirmed=True)
    assert look.plan == told.plan
    assert [(one.key, one.before.value, one.after.value) for one in told.plan] == [("food-level", "5", "7")]
    assert here.plan.in_force().value("food-level") == "7"
    assert "A. Lee" in "\n".join(words.told(told, library))


def test_every_texture_that_would_be_looser_is_named(ruth, library, clock, tmp_path):
    exported(ruth, tmp_path / "a.json")
    here = fresh(library)
    here.imports.take(tmp_path / "a.json")
    for number, key in enumerate(("food-level", "thicker-ok")):
        clock.go(minutes=1)
        ruth.plan.set(key, ("7", "yes")[number], decided_by="A. Lee", confirmed=True)
    exported(ruth, tmp_path / "a.json")
    with pytest.raises(Refused) as refused:
        here.imports.take(tmp_path / "a.json")
    assert refused.value.facts["also"] == ["thicker-ok"]
    assert "thicker drinks would be looser too" in errors.words(refused.value).sentence


def test_the_diary_of_somebody_else_is_not_mixed_in(ruth, library, tmp_path):
    exported(ruth, tmp_path / "a.json")
    here = fresh(library)
    here.people.set("name", "Anna")
    with pytest.raises(Refused, match="import_somebody_else"):
        here.imports.take(tmp_path / "a.json")
    here.people.set("name", "ruth")
    assert here.imports.take(tmp_path / "a.json").saved


def test_two_copies_of_one_diary_are_nobody_elses_whatever_the_person_is_called(companion, library, tmp_path):
    companion.weight.log(57)
    exported(companion, tmp_path / "a.json")
    here = fresh(library)
    here.imports.take(tmp_path / "a.json")
    here.people.set("name", "Annie")
    companion.people.set("name", "Ruth")
    exported(companion, tmp_path / "a.json")
    assert here.imports.take(tmp_path / "a.json").entries == 1


def test_what_is_invented_is_not_mixed_in(ruth, library, tmp_path):
    rows = exported(ruth, tmp_path / "a.json")
    (tmp_path / "a.json").write_text(json.dumps({"schema": 1, "demo": True, "entries": rows}))
    here = fresh(library)
    here.weight.log(56)
    with pytest.raises(Refused, match="import_demo"):
        here.imports.look(tmp_path / "a.json")
    assert fresh(library).imports.take(tmp_path / "a.json").demo


def test_settings_come_into_a_folder_that_has_none(ruth, library, tmp_path):
    ruth.preferences.set("theme", "paper")
    exported(ruth, tmp_path / "a.json")
    one, two = (fresh(library, folder=tmp_path / name) for name in ("one", "two"))
    assert one.imports.look(tmp_path / "a.json").settings == "taken"
    assert not (tmp_path / "one").exists()
    assert one.imports.take(tmp_path / "a.json").settings == "taken"
    assert "paper" in (tmp_path / "one" / "settings.toml").read_text()
    two.preferences.set("theme", "clear")
    assert two.imports.take(tmp_path / "a.json").settings == "kept"
    assert two.settings.theme == "clear"


def test_every_kind_has_its_words():
    assert words.KINDS.keys() == KINDS.keys()
