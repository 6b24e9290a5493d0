"""How long programmes take, figures worked out by hand from the doses."""

import pytest

from companion.domain.exercises import Dose
from companion.domain.programmes import Item


@pytest.mark.parametrize(
    ("id_", "seconds", "minutes"),
    [("morning_full_body", 760, 12.7), ("energy_mini", 245, 4.1), ("easy_intervals", 1339, 22.3),
     ("caregiver_passive_bed", 1258, 21.0)],
)  # fmt: skip
def test_programmes_take_the_time_they_were_drafted_for(library, id_, seconds, minutes):
    programme = library.programmes[id_]
    assert programme.seconds(library.exercises, 10) == seconds
    assert round(programme.minutes(library.exercises, 10), 1) == minutes


def test_a_dose_is_repeated_for_every_set_and_side():
    dose = Dose(reps=5, move_s=6, hold_s=1, rest_s=30, sides=2, sets=3)
    assert dose.seconds == (5 * 7 + 30) * 6


def test_an_item_changes_only_what_it_says(library):
    exercise = library.exercises["shoulder_flex"]
    item = Item(exercise="shoulder_flex", mode="active", reps=2, rest_s=0)
    assert item.dose(exercise) == exercise.dose.model_copy(update={"reps": 2, "rest_s": 0})
    assert Item(exercise="shoulder_flex", mode="active").dose(exercise) == exercise.dose


def test_setting_up_is_counted_between_exercises_and_turning_over_too(library):
    programme = library.programmes["caregiver_passive_bed"]
    still = programme.seconds(library.exercises, 0)
    assert programme.seconds(library.exercises, 20) - still == 20 * (len(programme.items) - 1)
    assert programme.items[0].reposition_s == 90


def test_an_item_is_done_where_it_says_or_where_the_programme_does(library):
    programme = library.programmes["caregiver_passive_bed"]
    assert programme.position_of(programme.items[0]) == "side_lying"
    assert programme.position_of(programme.items[1]) == "lying"


def test_what_waits_for_a_therapist_is_named(library):
    waiting = {p.id: p.waiting(library.exercises) for p in library.programmes.values()}
    assert {id_: ids for id_, ids in waiting.items() if ids} == {
        "caregiver_passive_bed": ("scap_glide",),
        "early_mobility_band": ("re_row", "re_hipabd"),
    }
