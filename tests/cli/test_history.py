"""companion undo, history, edit and remove."""


def toast(companion, **more):
    return companion("quick", "Toast", "--kcal", "120", "--json", **more).json["id"]


def test_the_history_has_the_keys_of_the_contract(companion):
    toast(companion)
    listed = companion("history", "--json").json

    assert list(listed) == ["schema", "entries"]
    assert {"id", "kind", "at", "by", "via", "text", "removed"} <= set(listed["entries"][0])


def test_undo_and_again(companion):
    toast(companion)
    undone = companion("undo")
    empty = companion("today", "--json").json["meals"]
    companion("undo")

    assert undone.out == "Undone: Toast, 120 kcal. Undo again brings it back.\n"
    assert empty == []
    assert len(companion("today", "--json").json["meals"]) == 1


def test_an_edit_changes_how_it_reads(companion):
    edited = companion("edit", toast(companion), "--kcal", "150", "--slot", "lunch", "--json").json

    assert (edited["now"]["kcal"], edited["now"]["slot"]) == (150, "lunch")
    assert companion("today", "--json").json["energy"]["kcal"] == 150


def test_an_edit_is_held_to_the_same_rules(companion, kept):
    identity = toast(companion)
    before = kept()

    assert companion("edit", identity, "--kcal", "99999").code == 5
    assert companion("edit", identity, "--slot", "elevenses").code == 3
    assert companion("edit", identity, "--at", "23:00").code == 5
    assert companion("edit", identity, "--kg", "60").code == 5
    assert (companion("edit", identity).code, "--kcal" in companion("edit", identity).err) == (2, True)
    assert kept() == before


def test_an_edited_note_is_cleaned(companion):
    edited = companion("edit", toast(companion), "--note", "with \x1b[31mjam\u202e", "--json").json

    assert edited["now"]["note"] == "with [31mjam"


def test_removing_takes_it_out_of_the_day_and_not_out_of_the_history(companion):
    companion("remove", toast(companion))

    assert companion("today", "--json").json["meals"] == []
    assert [e["removed"] for e in companion("history", "--json").json["entries"] if e["kind"] == "quick"] == [
        True
    ]


def test_nothing_to_undo(companion):
    assert companion("undo").code == 5


def test_any_entry_is_taken_back_and_brought_back_by_its_id(companion):
    first = companion("quick", "Soup", "--kcal", "150", "--json").json["id"]
    companion("quick", "Cake", "--kcal", "90")

    assert companion("undo", first).out == "Removed: Soup, 150 kcal. Undo brings it back.\n"
    assert companion("undo", first).out == "Brought back: Soup, 150 kcal.\n"


def test_a_corrected_weight_that_looks_like_a_slip_must_be_confirmed(companion):
    weight = companion("weight", "log", "57.5", "--json").json["id"]
    refused = companion("edit", weight, "--kg", "115")

    assert refused.code == 5
    assert "--confirm" in refused.err
    assert companion("edit", weight, "--kg", "115", "--confirm", "--json").json["now"]["kg"] == 115


def test_a_correction_stands_at_the_time_it_was_made(companion):
    companion("quick", "Toast", "--kcal", "120", "--at", "06:10")
    companion("undo")
    took, wrote = companion("history").out.splitlines()

    assert "06:10" in wrote
    assert "took back: Toast" in took
    assert "06:10" not in took
