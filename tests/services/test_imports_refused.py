"""An entry that cannot be is refused, and nothing comes in."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from services.exported import exported, fresh, quick

from companion.errors import NotAllowed, Refused


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


def test_only_who_sits_here_and_may_let_people_in_can_import(ruth, library, shared):
    for facts in ({"by": "Jon"}, {"via": "ssh"}):
        here = fresh(library, **facts)
        with pytest.raises(NotAllowed):
            here.imports.look(shared())
        with pytest.raises(NotAllowed):
            here.imports.take(Path("not there"))
