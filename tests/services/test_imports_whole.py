"""What is exported comes in as it was, beside what is here, and once."""

import json
from datetime import timedelta, timezone
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services.exported import NOW, exported, fresh, quick

from companion.demo.folder import _keep
from companion.demo.story import Story
from companion.domain.entries import KINDS, Correction, Entry
from companion.domain.text import clean
from companion.services.history import EDITABLE

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
