"""What a session says to somebody who listens: short enough, with everything that matters in it."""

import pytest

from companion.domain.entries import Part
from companion.domain.sessions import Phase
from companion.domain.sessions_heard import Due
from companion.flows import guided_choices as choices
from companion.wording import sessions_spoken as spoken

SCREEN = 200


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(60, "60 seconds"), (1, "1 second"), (119, "119 seconds"), (120, "2 minutes"),
     (150, "2 minutes 30 seconds"),
     (180, "3 minutes"), (181, "3 minutes 1 second")],
)  # fmt: skip
def test_lengths_in_whole_words(seconds, said):
    assert spoken.duration(seconds) == said


@pytest.mark.parametrize(
    ("due", "said"),
    [(Due("left", 30), "30 seconds."), (Due("left", 120), "2 minutes."),
     (Due("let_go", 2), "Let go. 2 of 3."),
     (Due("times", 3), "3 of 3."), (Due("hold", 1), "Hold."), (Due("rest_over"), "Rest over."),
     (Due("done"), "Done."), (Due("session_over"), "Session done.")],
)  # fmt: skip
def test_what_is_due_in_words(due, said):
    assert spoken.cue(due, 3) == said


def parts(companion):
    """Every exercise of the content in every mode that it allows, at its longest."""
    for exercise in companion.content.exercises.values():
        dose = exercise.dose
        for mode in exercise.modes:
            yield Part(
                exercise=exercise.id, step=1, side="right" if dose.sides == 2 else None, set=1, sets=3,
                mode=mode, position="sitting", reps=dose.reps, move_s=dose.move_s, hold_s=dose.hold_s,
                rest_s=60,
            )  # fmt: skip


@pytest.fixture
def running(companion):
    companion.fatigue.log(3, when="before")
    return companion.sessions.start("morning_full_body")


def test_a_title_and_its_first_choices_fit_a_screen(companion, running):
    from dataclasses import replace

    view = running.view()
    for part in parts(companion):
        ready = replace(view, part=part, next=part, under=Phase.READY, phase=Phase.READY, reps=part.reps)
        moving = replace(ready, under=Phase.MOVE, phase=Phase.MOVE, rep=1, seconds_left=10, seconds_total=10)
        resting = replace(ready, under=Phase.REST, phase=Phase.REST, seconds_left=60, seconds_total=60)
        for seen in (ready, moving, resting):
            step = choices.now(seen, running)
            mobile = companion.content.exercises[part.exercise].category == "mobility"
            first = 1 if mobile else 4  # what has to be in place is not cut short
            rows = " ".join(f"{n}. {o.label}" for n, o in enumerate(step.options[:first], 1))
            assert len(f"{step.title} {rows} 9. More") <= SCREEN + 10 * mobile, step.title


def test_only_whole_sentences_and_the_first_in_any_case():
    assert spoken.within(10, "Too long a sentence.", "B.") == "Too long a sentence."
    assert spoken.within(10, "One.", "Two.", "Three.") == "One. Two."


def test_why_a_rest_is_longer_is_said_with_it(companion, running):
    for _ in range(2):
        running.go_on()
    running.more_rest()
    view = running.view()
    exercise = running.exercise(view.part.exercise)
    assert spoken.rest(view, exercise) == "Rest 30 seconds. 15 seconds added by you. Next: Head turns."
