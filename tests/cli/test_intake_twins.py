"""One-shot commands never ask: what two people wrote down is kept of both, and a warning says so."""

WARNED = "Maria wrote down supper just now, so there are two now. `companion undo` takes yours back."
OWN = "You wrote down Stew just now, so there are two now. Undo takes one back."


def test_the_same_meal_by_somebody_else_is_saved_with_a_warning(companion):
    assert companion("quick", "Soup", "--kcal", "150", "--slot", "supper", "--by", "Maria").code == 0
    done = companion("quick", "Stew", "--kcal", "300", "--slot", "supper", "--json")
    assert (done.code, done.json["warnings"]) == (0, [WARNED])
    assert done.json["entry"]["name"] == "Stew"
    assert companion("undo").code == 0
    plain = companion("quick", "Stew", "--kcal", "300", "--slot", "supper")
    assert (plain.code, plain.err.strip()) == (0, WARNED)
    assert plain.out.startswith("Saved: Stew, 300 kcal.")


def test_a_copied_day_is_saved_with_one_warning(companion):
    for name in ("Broth", "Roll"):
        companion("quick", name, "--kcal", "90", "--slot", "supper", "--at", "2026-04-13T18:00+02:00")
    companion("quick", "Soup", "--kcal", "150", "--slot", "supper", "--by", "Maria")
    done = companion("copy", "yesterday", "--slot", "supper", "--json")
    assert done.json["warnings"] == [WARNED.replace("there are two", "there is more of it")]
    assert len(done.json["entries"]) == 2


def test_ones_own_second_helping_has_no_way_of_somebody_else_in_it(companion):
    companion("quick", "Soup", "--kcal", "150", "--slot", "supper")
    done = companion("quick", "Stew", "--kcal", "150", "--slot", "supper", "--json")
    assert done.json["warnings"] == []
    again = companion("quick", "Stew", "--kcal", "150", "--slot", "supper", "--json")
    assert again.json["warnings"] == [OWN]


def test_a_caregiver_removes_nobody_elses_entry(companion):
    first = companion("quick", "Soup", "--kcal", "150", "--json").json
    assert companion("remove", first["id"], "--by", "Maria").code == 77
