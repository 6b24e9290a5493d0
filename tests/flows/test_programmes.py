"""A therapist's changes to programmes: asked step by step, seen whole, kept in one go."""

import pytest

from companion.domain.entries import ProgrammeSet
from companion.errors import Malformed, NotAllowed
from companion.flows import plan, programmes
from companion.flows.conversation import Conversation

MORNINGS = "morning_full_body"
CHANGES = [
    1, "reps", "5",  # head turns
    2, "later",  # shoulder shrugs
    0, "out",  # breathing
    "add", "rom", "ankle_circle",
    4, "mode", "active_assisted",  # open and close the hand
]  # fmt: skip


def edited(companion, talk, *answers, **facts):
    return talk(programmes.edit_programme(companion, **facts), list(answers))


def test_a_programme_is_changed_step_by_step_and_saved_once(companion, talk):
    told = edited(companion, talk, MORNINGS, "change", *CHANGES, "done", "K. Weber", True)
    (kept,) = companion.diary.of(ProgrammeSet)
    assert told.result.entry == kept
    assert [(c.what, c.exercise, c.key, c.after) for c in kept.changes] == [
        ("changed", "neck_turn", "reps", 5),
        ("moved", "shoulder_shrug", "", None),
        ("changed", "finger_fist", "mode", "active_assisted"),
        ("added", "ankle_circle", "", None),
        ("removed", "br_relaxed", "", None),
    ]
    saved = "Saved: Morning range of motion, whole body, sitting, version 2, decided by K. Weber."
    assert told.texts == [f"{saved} The version before is kept."]


def test_the_last_question_says_all_changes_in_words(companion, talk):
    told = edited(companion, talk, MORNINGS, "change", *CHANGES, "done", "K. Weber", True)
    assert told.asked[-1].help.splitlines() == [
        "Morning range of motion, whole body, sitting: version 2 replaces 1.",
        "About 14 minutes; before, about 13 minutes.",
        "Added: Ankle circles.",
        (
            "Changed: Head turns, repetitions from 3 to 5; "
            "Open and close the hand, how from on your own to with help."
        ),
        "Taken out: Relaxed belly breathing.",
        "Moved: Shoulder shrugs.",
    ]


def test_no_keeps_nothing_and_says_so(companion, talk):
    told = edited(companion, talk, MORNINGS, "change", 1, "reps", "5", "done", "K. Weber", False)
    assert told.texts == ["Nothing was saved. The programme is as it was."]
    assert companion.diary.of(ProgrammeSet) == []


def test_without_a_change_nobody_is_asked_for(companion, talk):
    told = edited(companion, talk, MORNINGS, "change", "done")
    assert "decided_by" not in told.ids
    assert companion.diary.of(ProgrammeSet) == []


def test_a_copy_and_a_new_one_stand_beside(companion, talk):
    edited(companion, talk, MORNINGS, "copy", "Ruth's mornings", 1, "rest_s", "40", "done", "K. Weber", True)
    edited(
        companion, talk, "new", "Only breathing", "sitting", True, "breathing", "br_relaxed",
        "done", "K. Weber", True,
    )  # fmt: skip
    assert companion.programmes.find("ruth_s_mornings").items[1].rest_s == 40
    fresh = companion.programmes.find("only_breathing")
    assert (fresh.gentle, fresh.for_whom, fresh.version) == (True, "person", "1")
    assert companion.programmes.find(MORNINGS).version == "1"
    assert companion.sessions.start("only_breathing").started.title == "Only breathing"


def test_the_only_exercise_stays_and_only_what_is_possible_is_offered(companion, talk):
    told = edited(
        companion, talk, "new", "One", "sitting", False, "breathing", "br_relaxed", 0, "reps", "2",
        "done", "K. Weber", True,
    )  # fmt: skip
    asked = next(step for step in told.asked if step.id == "edit_what")
    offered = {option.value for option in asked.options}
    assert offered == {"reps", "sets", "hold_s", "rest_s"}  # no other mode, nowhere to go, and it stays


def test_back_takes_one_change_back(companion):
    talk = Conversation(lambda: programmes.edit_programme(companion, programme=MORNINGS))
    for answer in ("change", 1, "reps", 5):
        talk.answer(answer)
    assert talk.step.id == "edit_item"
    assert "5 times" in talk.step.options[4].detail
    talk.back()
    assert talk.step.id == "edit_value"
    talk.back()
    talk.back()
    assert "3 times" in talk.step.options[4].detail


def test_who_may_not_decide_is_told_before_the_first_question(companion, monkeypatch, talk):
    from companion.domain.people import Actor

    monkeypatch.setattr(type(companion), "actor", Actor(name="Maria", role="caregiver"))
    for flow in (programmes.edit_programme, programmes.import_programme):
        with pytest.raises(NotAllowed):
            talk(flow(companion), [])


def test_an_empty_name_of_who_decided_is_refused(companion):
    programme = companion.programmes.find(MORNINGS)
    with pytest.raises(Malformed):
        companion.programmes.save(programme, decided_by="\u202e", confirmed=True)


def test_a_limit_is_chosen_set_and_locked(companion, talk):
    told = talk(plan.set_plan(companion), ["limits", "session", "session.end_rating", "7", "K. Weber", True])
    assert told.ids == ["key", "limit_group", "limit", "limit_value", "decided_by", "lock"]
    assert (told.result.entry.value, told.result.entry.locked) == (
        "session.end_rating=7",
        ("session.end_rating",),
    )
    again = talk(plan.set_plan(companion, key="limits"), ["session", "session.rise_end", "2", "Ruth", False])
    detail = {option.value: option.detail for option in again.asked[1].options}
    assert detail["session.end_rating"] == "7 of 10, by K. Weber; locked by K. Weber, 14 April 2026"
    assert again.result.entry.value == "session.end_rating=7, session.rise_end=2"
    assert companion.plan.limits.locks().keys() == {"session.end_rating"}


def test_another_stage_says_what_changes(companion, talk):
    told = talk(plan.set_plan(companion, key="stage"), [8, None, "Ruth"])
    first, changes = told.texts
    assert first == f"Saved: stage {companion.content.text('stage.8').title}, decided by Ruth."
    assert changes.startswith("These come first now: In bed, a helper moves you;")
    assert "Held back now, made for another stage: Morning range of motion;" in changes
    back = talk(plan.set_plan(companion, key="stage"), [1, None, "Ruth"])
    assert "Offered again: Morning range of motion;" in back.texts[1]
