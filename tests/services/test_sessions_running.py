"""A session under way: what is kept and when, and what tiredness changes."""

import pytest
from services.running import begin, full_disk, steps, until

from companion.config.settings import Settings
from companion.domain.entries import SessionStarted
from companion.domain.sessions import Phase
from companion.services.companion import Companion


def test_a_finished_part_is_kept_before_the_next_begins(companion, clock):
    session = begin(companion)
    until(session, clock, Phase.REST)
    assert steps(companion) == [(0, "done", "active")]


def test_the_whole_session_ends_as_finished_with_every_step_once(companion, clock):
    session = begin(companion, "energy_mini")
    until(session, clock, Phase.MOVE, len(session.started.parts) - 1)
    session.go_on()
    assert session.ended.outcome == "finished"
    assert [part for part, *_ in steps(companion)] == list(range(len(session.started.parts)))
    assert session.steps_done() == (5, 5)


def test_looking_again_writes_nothing(companion, clock, monkeypatch):
    session = begin(companion)
    until(session, clock, Phase.REST)
    full_disk(companion, monkeypatch)
    for _ in range(5):
        session.view()
    assert session.trouble is None


def test_a_skip_is_kept_and_taken_back_in_the_diary(companion, clock):
    session = begin(companion)
    until(session, clock, Phase.MOVE)
    session.skip()
    assert [outcome for _, outcome, _ in steps(companion)] == ["skipped"]
    view = session.unskip()
    assert steps(companion) == []
    assert view.index == 0


def test_easier_is_what_the_step_was_done_as(companion, clock):
    session = begin(companion)
    until(session, clock, Phase.MOVE, 3)
    assert session.easier().part.mode == "active_assisted"
    session.go_on()
    assert steps(companion)[-1] == (3, "done", "active_assisted")


@pytest.mark.parametrize(
    ("now", "code"), [(3, "go_on"), (4, "more_rest"), (5, "choice"), (6, "end"), (None, "unknown")]
)
def test_the_check_in_offers_by_the_rise(companion, now, code):
    session = begin(companion, rating=3)
    assert session.offer(now).code == code


def test_one_point_up_doubles_the_rests(companion, clock):
    session = begin(companion)
    before = until(session, clock, Phase.REST).seconds_total
    session.rate(4)
    assert session.view().seconds_total == 2 * before


def test_finishing_gently_leaves_out_bands_and_aerobic_and_helps_with_the_rest(companion, clock):
    for what in ("resistance", "aerobic"):
        companion.plan.clear(what, decided_by="Dr Lee")
    session = begin(companion, "early_mobility_band")
    tiring = {
        n
        for n, p in enumerate(session.started.parts)
        if session.exercise(p.exercise).category == "resistance"
    }
    assert tiring
    session.gentler()
    left_out = {part for part, outcome, _ in steps(companion) if outcome == "skipped"}
    assert tiring <= left_out
    assert not session.view().can_ease


@pytest.mark.parametrize("pressed", ["easier", "gentler"])
def test_a_broken_session_goes_on_as_gently_as_it_had_become(companion, clock, pressed):
    session = begin(companion)
    until(session, clock, Phase.MOVE, 3)
    getattr(session, pressed)()
    was, now = session.view(), companion.sessions.resume().view()
    assert was.part.mode != "active"
    assert (now.eased, now.part.mode) == (was.eased, was.part.mode)


def test_an_offer_not_answered_before_a_break_is_asked_again(companion, clock):
    session = begin(companion, rating=3)
    until(session, clock, Phase.REST)
    session.rate(6)
    again = companion.sessions.resume()
    assert (again.waiting.code, again.waiting.rating) == ("end", 6)


@pytest.mark.parametrize("answer", ["gentler", "answered"])
def test_an_offer_that_was_answered_is_not_asked_again(companion, clock, answer):
    session = begin(companion, rating=3)
    until(session, clock, Phase.REST)
    session.rate(5)
    getattr(session, answer)()
    assert session.waiting is None
    if answer == "gentler":
        assert companion.sessions.resume().waiting is None


def test_taking_the_last_skip_back_takes_the_end_back_too(companion, clock):
    session = begin(companion, "energy_mini")
    while session.ended is None:
        session.skip()
    session.unskip()
    assert session.ended is None
    assert companion.diary.entries("session_end") == []


def test_stopping_keeps_what_was_done_and_why(companion, clock):
    session = begin(companion)
    until(session, clock, Phase.REST)
    assert session.stop("pain").phase is Phase.STOPPED
    [ended] = companion.diary.entries("session_end")
    assert (ended.outcome, ended.reason, session.ended.id) == ("stopped", "pain", ended.id)
    assert len(steps(companion)) == 1


def test_going_on_after_a_break_keeps_the_place_the_help_and_the_longer_rests(companion, clock):
    session = begin(companion)
    until(session, clock, Phase.MOVE, 3)
    session.easier()
    session.rate(4)
    until(session, clock, Phase.REST, 4)
    clock.go(hours=1)
    again = companion.sessions.resume()
    view = again.view()
    assert (view.index, view.part.mode) == (4, "active_assisted")
    rest = until(again, clock, Phase.REST, 5)
    assert rest.seconds_total == 2 * again.started.parts[4].rest_s
    assert [part for part, *_ in steps(companion)] == [0, 1, 2, 3, 4]


def test_a_session_goes_on_with_its_own_parts_when_the_programme_has_changed(companion, clock, monkeypatch):
    session = begin(companion, "energy_mini")
    until(session, clock, Phase.REST)
    changed = {**companion.content.programmes}
    changed["energy_mini"] = changed["energy_mini"].model_copy(update={"items": changed["face_jaw"].items})
    monkeypatch.setattr(companion.content, "programmes", changed)
    again = companion.sessions.resume()
    assert again.started.parts == session.started.parts


def test_who_does_the_moving_by_done_is_never_hurried(companion, clock):
    companion.settings = Settings(movement="done")
    session = begin(companion)
    until(session, clock, Phase.MOVE)
    clock.go(seconds=500)
    assert session.view().phase is Phase.MOVE


def test_a_rating_after_the_session_is_kept_as_such(companion, clock):
    session = begin(companion)
    session.stop()
    session.rate(5, "after")
    assert [(e.rating, e.when, e.session) for e in companion.diary.entries("fatigue")][-1] == (
        5,
        "after",
        session.id,
    )


def test_two_people_one_session(companion, clock, library):
    session = begin(companion)
    until(session, clock, Phase.REST)
    helper = Companion(diary=companion.diary, content=library, settings=Settings(), clock=clock, by="Tom")
    again = helper.sessions.resume()
    until(again, clock, Phase.REST, 2)
    assert {e.by for e in companion.diary.entries("step")} == {"the person", "Tom"}
    assert [part for part, *_ in steps(companion)] == [0, 1]


def test_a_step_taken_back_in_the_history_is_done_again(companion, clock):
    session = begin(companion)
    until(session, clock, Phase.REST)
    companion.history.undo()
    assert companion.sessions.resume().view().index == 0


def test_the_parts_are_kept_with_the_session(companion):
    session = begin(companion)
    [started] = companion.diary.entries("session")
    assert isinstance(started, SessionStarted)
    assert started.parts == session.started.parts
    assert started.start_rating == 3


def test_where_somebody_listens_nothing_begins_before_go(companion, clock):
    companion.settings = Settings(wait_for_go=False)
    running = companion.sessions.start("morning_full_body")
    assert running.view().seconds_left is not None
    running.wait_for_go()
    clock.go(seconds=500)
    assert (running.view().phase, running.view().seconds_left) == (Phase.READY, None)
