"""What is exported comes in as it was, beside what is here, once, and lets nobody in."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.cli.call import written
from companion.cli.export import document
from companion.config.settings import Settings
from companion.demo.folder import _keep
from companion.demo.story import Story
from companion.domain.entries import KINDS, Correction, Entry
from companion.domain.text import clean
from companion.errors import NotAllowed, Refused
from companion.services.companion import Companion
from companion.services.history import EDITABLE
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf
from companion.wording import errors
from companion.wording import imports as words

NOW = datetime(2026, 4, 14, 16, 15, tzinfo=timezone(timedelta(hours=2)))
FEW = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXTS = st.text(min_size=1, max_size=12).map(clean).filter(lambda one: bool(one) and clean(one) == one)
NOTES = st.none() | TEXTS.map(lambda one: f"{one}\n{one}")
ZONES = st.sampled_from([-570, 0, 120, 345]).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.builds(
    lambda ago, zone: (NOW - timedelta(seconds=ago)).astimezone(zone), st.integers(0, 90 * 86400), ZONES
)
AMOUNTS = st.floats(1, 900)
EATEN = {"slot": TEXTS, "name": TEXTS, "kcal": st.none() | AMOUNTS}
FACTS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "meal": {**EATEN, "meal": TEXTS, "eaten": st.floats(0, 3), "minutes": st.none() | st.integers(0, 90)},
    "food": {**EATEN, "food": TEXTS, "grams": AMOUNTS},
    "quick": {**EATEN, "protein_g": st.none() | st.floats(0, 90)},
    "drink": {**EATEN, "ml": AMOUNTS, "level": st.sampled_from([None, "0", "4"])},
    "tube": {**EATEN, "ml": AMOUNTS},
    "planned": {**EATEN, "meal": TEXTS, "on": TIMES.map(lambda at: at.date())},
    "told": {"about": TEXTS, "whom": TEXTS},
    "tube_talk": {"answer": st.sampled_from(["talked", "later", "no"])},
    "weight": {"kg": st.floats(30, 200)},
    "fatigue": {"rating": st.integers(0, 10), "when": st.sampled_from(["morning", "day"])},
    "explained": {"reason": TEXTS},
    "session_end": {"outcome": st.just("rested")},
    "check_in": {"session": TEXTS, "effort": st.none() | st.integers(0, 10), "talks": st.booleans()},
    "decision": {
        "key": st.sampled_from(["food-level", "drink-level"]), "value": st.sampled_from(["3", "4", None]),
        "decided_by": TEXTS,
    },
    "programme": {
        "programme": TEXTS, "name": TEXTS, "revision": TEXTS, "decided_by": TEXTS,
        "document": st.dictionaries(TEXTS, st.none() | st.booleans() | TEXTS | st.lists(TEXTS, max_size=2)),
        "changes": st.just([{"what": "changed", "key": "reps", "before": 3, "after": 4.5}]),
    },
    "person": {"key": st.sampled_from(["name", "function.speech"]), "value": st.none() | TEXTS},
    "clearance": {"what": TEXTS, "decided_by": TEXTS, "given": st.booleans()},
    "caregiver": {"caregiver": TEXTS.filter(lambda one: any(map(str.isalpha, one))), "key": TEXTS,
                  "acts_as": st.sampled_from(["patient", "viewer"]), "admitted": st.booleans()},
    "own_food": {"name": TEXTS, "per": st.just("100g"), "kcal": AMOUNTS},
    "own_recipe": {
        "name": TEXTS, "ingredients": st.just([{"food": "butter", "name": "Butter", "grams": 2.5}]),
        "servings": st.integers(1, 9), "method": st.lists(TEXTS, max_size=2),
    },
}  # fmt: skip


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry of some kind, as somebody wrote it."""
    kind = draw(st.sampled_from(sorted(FACTS)))
    facts = {key: draw(value) for key, value in FACTS[kind].items()}
    return KINDS[kind].model_validate({
        "at": draw(TIMES), "recorded": draw(TIMES), "by": draw(st.sampled_from(["Ruth", "Jon", "Zoë"])),
        "role": draw(st.sampled_from(["owner", "caregiver"])), "via": draw(st.sampled_from(["full", "ssh"])),
        "version": "0.1", "verified": draw(st.booleans()), "note": draw(NOTES), **facts,
    })  # fmt: skip


def corrections(kept: list[Entry], choices: list[tuple[int, str]]) -> list[Correction]:
    """Removals, edits and undos of what is there."""
    made = []
    for place, action in choices:
        target = kept[place % len(kept)]
        if action == "edit" and target.kind not in EDITABLE:
            action = "undo" if isinstance(target, Correction) else "remove"
        changes = {"note": "another"} if action == "edit" else {}
        signed = target.model_dump(include={"at", "recorded", "by", "role", "via", "version"})
        made.append(Correction(**{**signed, "target": target.id, "action": action, "changes": changes}))
    return made


def fresh(library, **facts: Any) -> Companion:
    """The companion of an empty diary."""
    diary = Diary(MemoryShelf(), lambda: NOW)
    return Companion(diary=diary, content=library, settings=Settings(), clock=lambda: NOW, **facts)


def exported(companion: Companion, file: Path) -> list[dict[str, Any]]:
    """Export into a file; the entries as they stand in it."""
    file.write_text(written({"schema": 1, **document(companion)}), encoding="utf-8")
    return json.loads(file.read_text(encoding="utf-8"))["entries"]


@given(
    batches=st.lists(st.lists(entries(), min_size=1, max_size=4), min_size=1, max_size=6),
    choices=st.lists(st.tuples(st.integers(0, 99), st.sampled_from(["remove", "edit", "undo"])), max_size=6),
)
@FEW
def test_what_is_exported_comes_in_entry_by_entry_as_it_was(batches, choices, library, tmp_path):
    there, here = fresh(library), fresh(library)
    kept = [one for batch in batches for one in there.diary.append(*batch)]
    for choice in choices:
        kept += there.diary.append(*corrections(kept, [choice]))
    before = exported(there, tmp_path / "a.json")
    told = here.imports.take(tmp_path / "a.json")
    assert exported(here, tmp_path / "b.json") == before
    assert (told.entries, told.there, told.washed) == (len(before), 0, 0)
    assert here.diary.entries() == there.diary.entries()
    assert all(state.ok for state in here.diary.check())
    bytes_ = dict(here.diary.shelf.files)
    again = here.imports.take(tmp_path / "a.json")
    assert (again.entries, again.there) == (0, len(before))
    assert here.diary.shelf.files == bytes_


def test_the_demo_comes_in_as_it_was(library, tmp_path):
    there, here = fresh(library), fresh(library)
    story = Story(there.diary, there.clock)
    _keep(there.diary, story.plan())
    _keep(there.diary, story.days())
    before = exported(there, tmp_path / "a.json")
    here.imports.take(tmp_path / "a.json")
    assert exported(here, tmp_path / "b.json") == before
    assert here.today.view() == there.today.view()
    assert {one["kind"] for one in before} >= {"meal", "session", "step", "fatigue", "decision", "person"}


@given(split=st.integers(0, 40))
@FEW
def test_the_rest_comes_in_beside_what_is_there(split, library, tmp_path):
    there, here = fresh(library), fresh(library)
    for number in range(8):
        first, _ = there.diary.append(quick(f"soup {number}", days=9 * number), quick("tea", days=number))
        there.diary.append(*corrections([first], [(0, "edit")]))
    rows = exported(there, tmp_path / "a.json")
    some = [row for row in rows if row["kind"] != "correction"][:split]
    (tmp_path / "some.json").write_text(json.dumps({"schema": 1, "entries": some}))
    here.imports.take(tmp_path / "some.json")
    told = here.imports.take(tmp_path / "a.json")
    assert (told.entries, told.there) == (len(rows) - len(some), len(some))
    assert exported(here, tmp_path / "b.json") == rows
    for name in here.diary.shelf.names():
        with here.diary.binder.reading(name) as month:
            for kind in month.sections:
                ids = [one["id"] for one in month.documents(kind)]
                assert ids == sorted(ids), "whoever counts back from the end relies on the order"


def quick(name: str, *, days: int = 0, **facts: Any) -> Entry:
    at = NOW - timedelta(days=days)
    signed = {"at": at, "recorded": at, "by": "Ruth", "role": "owner", "via": "full", "version": "0.1"}
    return KINDS["quick"].model_validate({**signed, "slot": "lunch", "name": name, "kcal": 90, **facts})


@pytest.fixture
def shared(ruth, tmp_path) -> Callable[..., Path]:
    """The export of a small diary, changed by hand as a test likes."""
    ruth.diary.append(quick("Soup"), quick("Tea", days=40))
    ruth.history.edit(ruth.history.recent()[0].entry.id, note="later")
    exported(ruth, tmp_path / "ruth.json")

    def changed(change: Callable[[list[dict[str, Any]]], object] | None = None) -> Path:
        found = json.loads((tmp_path / "ruth.json").read_text())
        if change:
            change(found["entries"])
        (tmp_path / "changed.json").write_text(json.dumps(found))
        return tmp_path / "changed.json"

    return changed


def of(rows: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    return next(row for row in rows if row["kind"] == kind)


BAD: dict[str, tuple[str, Callable[[list[dict[str, Any]]], object]]] = {
    "an id that is none": ("not_an_id", lambda rows: rows[0].update(id="x")),
    "no id": ("not_an_id", lambda rows: rows[0].pop("id")),
    "an id of a time to come": ("to_come", lambda rows: of(rows, "quick").update(id="z" * 14)),
    "an id twice": ("twice", lambda rows: rows.append(dict(rows[0]))),
    "a kind unknown": ("no_kind", lambda rows: rows[0].update(kind="spell")),
    "a field unknown": ("Extra", lambda rows: rows[0].update(spell=1)),
    "a field missing": ("required", lambda rows: of(rows, "quick").pop("name")),
    "a day to come": ("to_come", lambda rows: of(rows, "quick").update(at="2027-04-14T12:00:00+02:00")),
    "the year one": ("long_ago", lambda rows: of(rows, "quick").update(at="0001-01-01T12:00:00+02:00")),
    "written at no time": ("timezone", lambda rows: rows[0].update(recorded="2026-04-14T12:00:00")),
    "by nobody": ("nobody", lambda rows: rows[0].update(by="\u200b ")),
    "in a role that is none": ("should be", lambda rows: rows[0].update(role="root")),
    "an act that is no id": ("not_an_id", lambda rows: rows[0].update(act="x")),
    "an act later than itself": ("not_an_id", lambda rows: rows[0].update(act=rows[-1]["id"])),
    "energy nobody eats": ("out_of_range", lambda rows: of(rows, "quick").update(kcal=99999)),
    "a level there is not": ("not_possible", lambda rows: of(rows, "decision").update(value="9")),
    "a target twice as much as possible": (
        "not_possible", lambda rows: of(rows, "decision").update(key="energy", value=1e6)
    ),
    "a fact that is none": ("should be", lambda rows: of(rows, "person").update(key="sex", value="x")),
    "an end for no known reason": (
        "not_possible", lambda rows: rows.append({
            **{key: rows[0][key] for key in ("at", "recorded", "by", "role", "via", "version")},
            "id": "0" * 14, "kind": "session_end", "outcome": "rested", "reason": "supper at Annika's",
        })
    ),
    "removed, and no correction says so": ("removed", lambda rows: rows[0].update(removed=True)),
    "a correction of nothing": (
        "no_target", lambda rows: of(rows, "correction").update(target="0" * 14)
    ),
    "a correction of itself": (
        "target_later", lambda rows: of(rows, "correction").update(target=of(rows, "correction")["id"])
    ),
    "an edit of who wrote it": (
        "not_editable", lambda rows: of(rows, "correction").update(changes={"by": "Eve"})
    ),
    "an edit of a fact there is not": (
        "Extra", lambda rows: of(rows, "correction").update(changes={"spell": 1})
    ),
    "an edit of a decision": (
        "not_editable", lambda rows: of(rows, "correction").update(
            target=of(rows, "decision")["id"], changes={"value": "7"})
    ),
    "an edit beyond what is possible": (
        "out_of_range", lambda rows: of(rows, "correction").update(changes={"kcal": 1e6})
    ),
    "an edit to another month": (
        "other_month", lambda rows: of(rows, "correction").update(changes={"at": "2026-01-02T12:00:00+02:00"})
    ),
    "somebody let in as the owner": ("owner", lambda rows: rows.append({
        **{key: rows[0][key] for key in ("at", "recorded", "by", "role", "via", "version")},
        "id": "0" * 14, "kind": "caregiver", "caregiver": "Eve", "acts_as": "owner",
    })),
}  # fmt: skip


@pytest.mark.parametrize(("fault", "change"), BAD.values(), ids=BAD)
def test_an_entry_that_cannot_be_is_refused_and_nothing_comes_in(fault, change, shared, library):
    here = fresh(library)
    here.diary.append(quick("Bread"))
    before = dict(here.diary.shelf.files)
    for way in (here.imports.look, here.imports.take):
        with pytest.raises(Refused) as refused:
            way(shared(change))
        assert (refused.value.code, refused.value.exit_code) == ("import_entry", 5)
        assert fault in str(refused.value.facts["fault"]), refused.value.facts
        assert refused.value.facts["file"].endswith("changed.json")
    assert here.diary.shelf.files == before


def test_what_is_here_and_says_something_else_ends_it(ruth, shared):
    before = dict(ruth.diary.shelf.files)
    file = shared(lambda rows: of(rows, "quick").update(name="Poison"))
    with pytest.raises(Refused) as refused:
        ruth.imports.take(file)
    assert refused.value.facts["fault"] == "other_here"
    assert ruth.diary.shelf.files == before


def test_letters_that_steer_a_screen_are_left_out_and_counted(shared, library):
    here = fresh(library)
    told = here.imports.take(shared(lambda rows: of(rows, "quick").update(name="So\x1b[2Jup\u202e")))
    assert told.washed == 1
    assert "So[2Jup" in [one.name for one in here.diary.entries("quick")]
    assert here.imports.take(shared(lambda rows: of(rows, "quick").update(name="So\x1b[2Jup"))).entries == 0


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


def test_only_who_sits_here_and_may_let_people_in_can_import(ruth, library, shared):
    for facts in ({"by": "Jon"}, {"via": "ssh"}):
        here = fresh(library, **facts)
        with pytest.raises(NotAllowed):
            here.imports.look(shared())
        with pytest.raises(NotAllowed):
            here.imports.take(Path("not there"))


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
