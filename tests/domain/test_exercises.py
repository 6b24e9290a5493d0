"""Which cue belongs to which repetition."""

import pytest


@pytest.mark.parametrize(
    ("rep", "cues"),
    [(0, ("begin", "one")), (1, ("one", "two")), (2, ("three", "")), (3, ("one", "two")), (4, ("three", ""))],
)
def test_the_first_cue_is_for_getting_ready_and_the_others_come_in_pairs(library, rep, cues):
    exercise = library.exercises["elbow_bend"].model_copy(update={"steps": ("begin", "one", "two", "three")})
    assert exercise.cues(rep) == cues


def test_a_single_cue_stays(library):
    exercise = library.exercises["elbow_bend"].model_copy(update={"steps": ("breathe",)})
    assert exercise.cues(0) == exercise.cues(3) == ("breathe", "")


def test_every_cue_of_every_exercise_is_seen_within_three_repetitions(library):
    for exercise in library.exercises.values():
        seen = {cue for rep in range(4) for cue in exercise.cues(rep)}
        assert set(exercise.steps) <= seen, exercise.id
