"""What today allows, starting, going on, and what was done without guidance."""

import pytest

from companion.domain.people import Actor
from companion.domain.sessions import Phase
from companion.errors import NotAllowed, Refused, Unknown


def ids(offered):
    return [choice.programme.id for choice in offered]


def a_usual_of_three(companion, clock):
    clock.go(days=-9)
    for _ in range(8):
        companion.fatigue.log(3, when="before")
        clock.go(days=1)
    clock.go(days=1)


def test_on_a_good_day_everything_is_offered_and_the_plans_programme_is_first(companion):
    companion.plan.set("programme", "breathing_5", decided_by="Dr Lee")
    choices = companion.sessions.choices(3)
    assert ids(choices.offered)[0] == "breathing_5"
    assert not choices.tired
    assert len(choices.offered) + len(choices.held) == len(companion.content.programmes)


@pytest.mark.parametrize("rating", [7, 9])
def test_from_the_limit_on_only_gentle_ones_are_offered_the_shortest_first(companion, rating):
    choices = companion.sessions.choices(rating)
    assert ids(choices.offered) == ["energy_mini", "caregiver_arms_10", "caregiver_passive_bed"]
    assert {held.why for held in choices.held} == {"tired"}
    assert choices.holds("morning_full_body")
    assert not choices.holds("energy_mini")


def test_two_above_the_usual_is_a_tired_day_too(companion, clock):
    a_usual_of_three(companion, clock)
    choices = companion.sessions.choices(5)
    assert choices.offer.above_usual
    assert choices.tired
    assert not companion.sessions.choices(4).tired


def test_gentle_programmes_have_no_bands_and_no_aerobic_work(library):
    gentle = [p for p in library.programmes.values() if p.gentle]
    kinds = {library.exercises[item.exercise].category for p in gentle for item in p.items}
    assert gentle
    assert not kinds & {"aerobic", "resistance"}


def test_what_is_made_for_another_stage_is_held_back_by_name(companion):
    companion.plan.set("stage", "6", decided_by="Dr Lee")
    held = {one.programme.id: one.why for one in companion.sessions.choices(3).held}
    assert held["easy_intervals"] == "stage"


def test_exercises_wait_for_clearance_and_come_back_with_it(companion):
    def left_out():
        return next(
            c for c in companion.sessions.choices(3).offered if c.programme.id == "early_mobility_band"
        ).left_out

    waiting = left_out()
    assert waiting
    assert {p.exercise for p in companion.sessions.start("early_mobility_band").started.parts}.isdisjoint(
        waiting
    )
    for exercise in waiting:
        companion.plan.clear(exercise, decided_by="Dr Lee")
    assert left_out() == ()


def test_the_minutes_offered_are_the_minutes_the_player_says(companion):
    choice = companion.sessions.choices(3).offered[0]
    view = companion.sessions.start(choice.programme.id).view()
    assert view.time_left_s / 60 == pytest.approx(choice.minutes)


def test_a_mode_replaces_the_programmes_where_the_exercise_allows_it(companion):
    parts = companion.sessions.start("morning_full_body", "passive").started.parts
    modes = {p.mode for p in parts if "passive" in companion.content.exercises[p.exercise].modes}
    assert modes == {"passive"}


def test_a_mode_that_nothing_allows_is_refused(companion):
    with pytest.raises(Refused, match="mode_not_possible"):
        companion.sessions.start("breathing_5", "passive")


def test_an_unknown_programme_is_named(companion):
    with pytest.raises(Unknown):
        companion.sessions.start("boxing")


def test_a_rating_before_holds_for_half_an_hour(companion, clock):
    companion.fatigue.log(4, when="before")
    clock.go(minutes=30)
    assert companion.sessions_before.rating() == 4
    clock.go(minutes=1)
    assert companion.sessions_before.rating() is None


def test_a_broken_session_is_offered_at_the_step_it_came_to(companion, clock):
    running = companion.sessions.start("morning_full_body")
    running.go_on()
    running.go_on()
    found = companion.sessions.unfinished()
    assert (found.started.id, len(found.finished), found.part) == (running.id, 1, running.started.parts[1])
    assert companion.sessions.resume().view().phase is Phase.READY


def test_a_broken_session_is_not_offered_for_ever(companion, clock):
    companion.sessions.start("morning_full_body")
    clock.go(hours=12)
    assert companion.sessions.unfinished()
    clock.go(minutes=1)
    assert companion.sessions.unfinished() is None
    with pytest.raises(Refused, match="nothing_to_resume"):
        companion.sessions.resume()


def test_a_broken_session_gives_way_to_a_newer_one(companion, clock):
    companion.sessions.start("morning_full_body")
    clock.go(minutes=5)
    companion.sessions.start("energy_mini").stop("enough")
    assert companion.sessions.unfinished() is None


def test_a_stopped_session_is_over(companion):
    companion.sessions.start("energy_mini").stop()
    assert companion.sessions.unfinished() is None
    assert [e.outcome for e in companion.sessions.ended_today()] == ["stopped"]


def test_rest_by_choice_is_written_down(companion):
    assert companion.sessions.rest("a bad night").outcome == "rested"
    assert companion.sessions.ended_today()[0].reason == "a bad night"


@pytest.mark.parametrize(("done", "outcome"), [(5, "finished"), (2, "stopped")])
def test_a_session_without_guidance(companion, done, outcome):
    logged = companion.sessions.log("energy_mini", done)
    steps = companion.diary.entries("step")
    assert logged.ended.outcome == outcome
    assert {logged.started.parts[e.part].step for e in steps} == set(range(1, done + 1))
    assert companion.sessions.unfinished() is None


@pytest.mark.parametrize("done", [0, 6])
def test_more_steps_than_there_are_is_refused(companion, done):
    with pytest.raises(Refused, match="out_of_range"):
        companion.sessions.log("energy_mini", done)


def test_who_may_not_log_may_not_begin(companion, monkeypatch):
    visitor = Actor(name="Ann", role="viewer", via="command")
    monkeypatch.setattr(type(companion), "actor", property(lambda _: visitor))
    with pytest.raises(NotAllowed):
        companion.sessions.start("energy_mini")
