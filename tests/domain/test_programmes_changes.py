"""What is different between two programmes, and how one becomes another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entries import Change
from companion.domain.programmes_changes import changes
from companion.domain.programmes_edit import (
    added,
    blank,
    copied,
    fits,
    moved,
    new_id,
    renamed,
    settled,
    with_item,
    without,
)


@pytest.fixture
def mornings(library):
    return library.programmes["morning_full_body"]


def told(found):
    return [(c.what, c.exercise, c.key, c.before, c.after) for c in found]


def test_of_a_new_programme_everything_is_added(library, mornings):
    found = changes(None, mornings, library.exercises)
    assert [(c.what, c.exercise) for c in found] == [("added", item.exercise) for item in mornings.items]


def test_the_same_is_no_change(library, mornings):
    assert changes(mornings, mornings, library.exercises) == ()


def test_what_the_exercise_would_do_anyway_is_no_change(library, mornings):
    dose = library.exercises["neck_turn"].dose
    said = with_item(mornings, 1, hold_s=dose.hold_s, rest_s=dose.rest_s)
    assert changes(mornings, said, library.exercises) == ()


def test_a_dose_left_open_is_told_by_the_number_of_the_exercise(library, mornings):
    rest = library.exercises["neck_turn"].dose.rest_s
    found = changes(mornings, with_item(mornings, 1, rest_s=rest + 10), library.exercises)
    assert told(found) == [("changed", "neck_turn", "rest_s", rest, rest + 10)]


def test_added_changed_removed_and_moved_at_once(library, mornings):
    new = added(without(moved(with_item(mornings, 1, reps=5), 2, 4), 0), library.exercises["ankle_circle"])
    assert told(changes(mornings, new, library.exercises)) == [
        ("changed", "neck_turn", "reps", 3, 5),
        ("moved", "shoulder_shrug", "", None, None),
        ("added", "ankle_circle", "", None, None),
        ("removed", "br_relaxed", "", None, None),
    ]


def test_of_an_exercise_that_is_there_twice_the_right_one_goes(library):
    mini = library.programmes["energy_mini"]
    assert [item.exercise for item in mini.items].count("br_relaxed") == 2
    found = changes(mini, without(mini, 0), library.exercises)
    assert found == (Change(what="removed", exercise="br_relaxed"),)


@given(st.lists(st.integers(0, 11), max_size=12, unique=True), st.randoms())
def test_what_is_kept_added_and_removed_adds_up(library, kept, random):
    whole = library.programmes["caregiver_passive_bed"]
    random.shuffle(kept)
    items = tuple(whole.items[n] for n in kept)
    new = whole.model_copy(update={"items": items})
    counts = dict.fromkeys(("added", "removed", "moved", "changed"), 0)
    for change in changes(whole, new, library.exercises):
        counts[change.what] += 1
    assert len(whole.items) - counts["removed"] + counts["added"] == len(items)
    assert counts["added"] == counts["changed"] == 0
    assert (counts["moved"] == 0) == (kept == sorted(kept))


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Ruth's mornings", "ruth_s_mornings"),
        ("Åse", "ase"),
        ("朝", "programme"),
        ("Mini", "mini_2"),
        ("!?", "programme"),
    ],
)
def test_an_id_is_made_of_the_name(name, id):
    assert new_id(name, {"mini"}) == id


def test_a_copy_stands_beside_and_takes_no_other_ones_place(library):
    mini = library.programmes["energy_mini"]
    copy = copied(mini, "Short one", library.programmes)
    assert (copy.id, copy.name, copy.version, copy.mini) == ("short_one", "Short one", "1", False)
    assert copy.items == mini.items
    assert renamed(mini, "Other").id == mini.id


def test_an_added_exercise_takes_mode_and_position_that_it_allows(library, mornings):
    stretch = library.exercises["st_hamstring"]
    new = added(mornings, stretch)
    item = new.items[-1]
    assert item.mode in stretch.modes
    assert new.position_of(item) in stretch.positions
    assert set(new.stages) == set(mornings.stages) & set(stretch.stages)


def test_an_exercise_for_none_of_the_stages_does_not_fit(library):
    bed = library.programmes["caregiver_passive_bed"]
    early = next(one for one in library.exercises.values() if not set(one.stages) & set(bed.stages))
    assert not fits(bed, early)
    assert fits(bed, library.exercises["ankle_pump"])


def test_the_whole_says_what_its_exercises_need(library, mornings):
    passive = settled(with_item(mornings, 2, mode="passive"), library.exercises)
    assert (passive.for_whom, passive.mode) == ("person_with_helper", "active")
    facts = {"source": "own", "review": "own", "reviewed": None}
    alone = added(blank("P", "lying", facts), library.exercises["ankle_pump"])
    helped = settled(with_item(alone, 0, mode="passive"), library.exercises)
    assert (helped.for_whom, helped.mode) == ("caregiver", "passive")


def test_what_taxes_is_not_for_a_tired_day(library):
    mini = library.programmes["energy_mini"]
    assert mini.gentle
    assert settled(mini, library.exercises).gentle
    assert not settled(added(mini, library.exercises["ae_pedal"]), library.exercises).gentle
