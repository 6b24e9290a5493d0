"""Check-ins by the kind of exercise, and words about one, in a session under way."""

import pytest

from companion.domain.sessions import Phase
from companion.flows import sessions_notes, sessions_running

BAND, PEDAL = "early_mobility_band", "easy_intervals"


@pytest.fixture
def cleared(companion):
    companion.plan.clear("resistance", decided_by="P. Ray")
    companion.fatigue.log(3, when="before")
    return companion


def after(running, exercise):
    """Go on until just after a part of this exercise; check-ins on the way are passed over."""
    while True:
        view = running.view()
        if view.phase in (Phase.REST, Phase.ASK) and running.about.exercise == exercise:
            return running
        if view.phase is Phase.ASK:
            running.answered()
        else:
            running.go_on()


def check_in(companion, running):
    return sessions_running.check_in(companion, running)


def kept(companion, kind="check_in"):
    return companion.diary.entries(kind)[-1]


@pytest.mark.parametrize(
    ("programme", "exercise", "asked"),
    [
        ("morning_full_body", "neck_turn", ["fatigue", "anything"]),
        ("breathing_5", "br_relaxed", ["fatigue", "anything"]),
        (BAND, "re_row", ["fatigue", "effort", "anything"]),
        (PEDAL, "ae_pedal", ["fatigue", "talk", "anything"]),
    ],
)
def test_each_kind_is_asked_what_it_needs(cleared, talk, programme, exercise, asked):
    running = after(cleared.sessions.start(programme), exercise)
    running.answered()  # so that it is asked for, and not between two bouts
    between = {"effort": 3, "talk": "yes"}
    answers = {"fatigue": 3, "anything": None, **between}
    told = talk(check_in(cleared, running), [answers[id] for id in asked])
    assert told.ids == asked
    assert told.result.code == "go_on"


def test_no_rating_is_asked_for_new_pain_and_breath_as_well(cleared, talk):
    running = cleared.sessions.start("morning_full_body")
    told = talk(check_in(cleared, running), [None, "breath"])
    assert (told.ids, told.result.rule) == (["fatigue", "anything"], "W4")
    assert kept(cleared).unwell == "breath"


@pytest.mark.parametrize(
    ("effort", "code"), [(3, "go_on"), (4, "go_on"), (5, "choice"), (9, "choice"), (None, "go_on")]
)
def test_effort_five_is_the_mark_for_stopping_bands(cleared, talk, effort, code):
    running = after(cleared.sessions.start(BAND), "re_row")
    running.answered()
    offer = talk(check_in(cleared, running), [3, effort, None]).result
    assert offer.code == code
    if code == "choice":
        step = next(sessions_running.settle(cleared, running))
        assert step.title.startswith(f"Effort {effort} of 10. 5 is the mark for stopping.")
        assert [option.value for option in step.options] == ["end", "gently"]
        assert kept(cleared).effort == effort


def test_after_each_bout_only_the_breath_is_asked_for_and_no_ends_aerobic_work(cleared, talk):
    running = after(cleared.sessions.start(PEDAL), "ae_pedal")
    assert running.view().phase is Phase.ASK
    told = talk(check_in(cleared, running), ["no"])
    assert (told.ids, told.result.code, told.result.stop_now) == (["talk"], "choice", True)
    step = next(sessions_running.settle(cleared, running))
    assert step.title.startswith("Talking in sentences is hard now.")


def test_who_does_not_speak_is_asked_about_breath_and_not_about_talking_again(cleared, talk):
    running = after(cleared.sessions.start(PEDAL), "ae_pedal")
    assert talk(check_in(cleared, running), ["breath", "yes"]).ids == ["talk", "breath"]
    assert (kept(cleared).talks, kept(cleared).breathes_easily) == (None, True)
    running.go_on()
    running = after(running, "ae_pedal")
    told = talk(check_in(cleared, running), ["no"] if running.brief else [3, "no", None])
    assert "talk" not in told.ids
    assert told.result.code == "choice"


def test_no_answer_is_unknown_and_kept_nowhere(cleared, talk):
    running = after(cleared.sessions.start(PEDAL), "ae_pedal")
    assert talk(check_in(cleared, running), [None]).result.code == "unknown"
    assert cleared.diary.entries("check_in") == []
    assert running.view().phase is Phase.REST


def test_short_of_breath_ends_kindly_and_leads_to_the_warning_signs(cleared, talk):
    running = cleared.sessions.start("morning_full_body")
    told = talk(check_in(cleared, running), [3, "breath"])
    assert (told.result.code, told.result.rule) == ("end", "W4")
    assert [said.level for said in told.said] == ["signs"]
    talk(sessions_running.settle(cleared, running), ["end"])
    assert running.ended.reason == "unwell"


def test_new_pain_asks_how_it_hurts_and_leaves_the_exercise_out(cleared, talk):
    running = after(cleared.sessions.start("morning_full_body"), "neck_turn")
    told = talk(check_in(cleared, running), [3, "pain", "sharp"])
    assert told.ids == ["fatigue", "anything", "pain"]
    assert (kept(cleared, "function_note").exercise, kept(cleared, "function_note").pain) == (
        "neck_turn",
        "sharp",
    )


def test_a_check_in_that_was_not_settled_is_offered_again_after_a_break(cleared, talk):
    running = after(cleared.sessions.start(PEDAL), "ae_pedal")
    talk(check_in(cleared, running), ["no"])
    again = cleared.sessions.resume()
    assert again.waiting.rule == "W3"
    assert next(sessions_running.settle(cleared, again)).title.startswith("Talking in sentences")


def test_too_hard_goes_on_easier_and_is_kept(cleared, talk):
    running = cleared.sessions.start("morning_full_body")
    while running.view().part.exercise != "elbow_bend":
        running.skip()
        running.go_on()
    told = talk(sessions_running.note_step(cleared, running), ["too_hard"])
    assert told.texts == [f"Saved: {running.exercise('elbow_bend').name}, too hard."]
    assert running.view().part.mode == "active_assisted"
    assert kept(cleared, "function_note").about == "too_hard"


def test_what_hurts_sharply_is_left_out_now_and_until_the_therapists_word(cleared, talk):
    running = cleared.sessions.start("morning_full_body")
    first = running.view().part.exercise
    told = talk(sessions_running.note_step(cleared, running), ["sharp"])
    assert "waits until your therapist" in told.texts[0]
    steps = cleared.diary.entries("step")
    assert {(e.exercise, e.outcome, e.reason) for e in steps} == {(first, "skipped", "pain")}


def test_in_a_rest_a_word_is_about_the_exercise_before_it(cleared, talk):
    running = after(cleared.sessions.start("morning_full_body"), "neck_turn")
    told = talk(sessions_running.note_step(cleared, running), [None])
    assert told.asked[0].title.startswith(running.exercise("neck_turn").name)
    assert cleared.diary.entries("function_note") == []


def test_ending_because_it_hurts_asks_how_once(cleared, talk):
    running = after(cleared.sessions.start("morning_full_body"), "neck_turn")
    assert talk(sessions_running.stop_session(cleared, running), ["pain", None]).ids == ["stop", "pain"]
    assert cleared.diary.entries("function_note") == []
    assert running.ended.reason == "pain"


def test_pain_told_in_a_session_is_confirmed_at_its_end(companion, talk):
    running = companion.sessions.start("hands_wrists")
    running.go_on()
    talk(sessions_running.stop_session(companion, running), ["pain", "sharp"])
    (said,) = talk(sessions_running.end_session(companion, running), [None]).texts
    assert " hurt, sharp or sudden." in said
    assert "until" in said


def test_a_fall_leads_to_the_warning_signs_and_a_near_fall_does_not(companion, talk):
    assert [s.level for s in talk(sessions_notes.note_fall(companion), [False]).said] == ["signs"]
    assert [s.level for s in talk(sessions_notes.note_fall(companion), [True]).said] == ["info"]


def test_pain_outside_a_session_offers_the_exercises_of_the_last_days(companion, talk):
    companion.sessions.log("hands_wrists", 2)
    told = talk(sessions_notes.note_pain(companion), ["wrist_bend", "lasting"])
    assert len(told.asked[0].options) == 2
    assert "still there the next day" in told.texts[0]


def test_no_kind_of_pain_writes_nothing(companion, talk):
    told = talk(sessions_notes.note_pain(companion, exercise="wrist_bend"), [None])
    assert (told.texts, companion.diary.history()) == (["Nothing was written down."], [])
