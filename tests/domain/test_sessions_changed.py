"""What a person changes on the way: left out, taken back, longer rests, easier ways, and the end."""

import pytest
from domain.parts import MODES, after, done, part, session, shown

from companion.domain.sessions import Finished, Phase


def test_skip_leaves_out_all_of_the_exercise():
    run = session(part(1, side="left"), part(1, side="right"), part(2)).skip(after(6))
    assert done(run) == [(0, "skipped"), (1, "skipped")]
    assert shown(run, 6) == (Phase.REST, 2, 20)


def test_skipping_before_it_began_does_not_rest_twice():
    run = session(between_s=10).skip(after(2))
    assert shown(run, 2) == (Phase.REST, 1, 10)


def test_skip_in_a_rest_is_about_the_coming_one_and_the_rest_goes_on():
    run = session().skip(after(24))
    assert done(run) == [(0, "done"), (1, "skipped")]
    assert shown(run, 24) == (Phase.REST, 2, 15)


def test_skipping_the_last_one_ends_it_and_can_be_taken_back():
    run = session(part(1)).skip(after(6))
    assert shown(run, 6) == (Phase.DONE, 1, None)
    assert shown(run.unskip(after(8)), 8) == (Phase.READY, 0, 5)


@pytest.mark.parametrize("at", [2, 6, 10, 24])
def test_unskip_takes_a_skip_back(at):
    run = session().tick(after(at))
    back = run.skip(after(at)).unskip(after(at))
    assert (back.outcomes, back.index) == (run.outcomes, run.index)


def test_unskip_goes_back_to_an_earlier_one_then_on():
    run = session().skip(after(2)).tick(after(10)).go_on(after(10)).go_on(after(11)).go_on(after(12))
    assert done(run) == [(0, "skipped"), (1, "done")]
    run = run.unskip(after(14))
    assert shown(run, 14) == (Phase.READY, 0, 5)
    run = run.go_on(after(15)).go_on(after(16))
    assert (done(run), run.index) == ([(1, "done"), (0, "done")], 2)


def test_with_nothing_skipped_unskip_does_nothing():
    run = session().tick(after(6))
    assert run.unskip(after(6)) == run
    assert not run.at(after(6)).can_unskip


def test_unskip_in_a_rest_does_not_cut_it_short():
    run = session().skip(after(24)).unskip(after(25))
    assert shown(run, 25) == (Phase.REST, 1, 14)


def test_more_rest_lengthens_this_rest():
    run = session().more_rest(after(20), 15)
    view = run.at(after(20))
    assert (view.seconds_left, view.seconds_total, view.extended_s, view.reason) == (34, 35, 15, "asked")
    assert run.at(after(39 + 15)).phase is Phase.READY


def test_more_rest_while_moving_is_for_the_coming_rest_only():
    run = session().more_rest(after(7), 15)
    assert run.at(after(19)).seconds_total == 35
    assert run.at(after(39 + 15 + 19)).seconds_total == 20


def test_more_rest_lengthens_getting_ready():
    assert session().more_rest(after(1), 15).at(after(1)).seconds_left == 19


def test_stretched_rests_stay_longer_and_say_why():
    run = session().stretch_rest(after(20), 2, "tired")
    view = run.at(after(20))
    assert (view.seconds_left, view.extended_s, view.reason) == (39, 20, "tired")
    assert run.at(after(59 + 19)).seconds_total == 40


def test_a_rest_is_never_stretched_twice_or_back():
    run = session().stretch_rest(after(1), 2, "tired")
    assert run.stretch_rest(after(2), 2, "again").at(after(19)).seconds_total == 40
    assert run.stretch_rest(after(2), 1, "fresh").at(after(19)).seconds_total == 40


def test_easier_goes_one_mode_down_where_the_exercise_allows_it():
    run = session(modes=MODES)
    assert [run.mode_of(n) for n in range(3)] == ["active"] * 3
    run = run.easier(after(1))
    assert [run.mode_of(n) for n in range(4)] == ["active_assisted", "passive", "active", "active"]
    run = run.easier(after(1))
    assert (run.mode_of(0), run.can_ease) == ("passive", False)
    assert run.easier(after(1)).harder(after(1)).mode_of(0) == "active_assisted"


def test_a_finished_part_keeps_the_mode_it_was_done_in():
    run = session(modes=MODES).tick(after(20)).easier(after(20))
    assert run.outcomes == (Finished(0, "done", "active"),)
    assert run.at(after(20)).part.mode == "passive"
    assert run.tick(after(39 + 19)).outcomes[1].mode == "passive"


def test_leaving_exercises_out_skips_what_is_still_to_come():
    run = session().tick(after(20)).leave_out(after(20), {"ex1", "ex3"})
    assert done(run) == [(0, "done"), (2, "skipped")]
    assert shown(run, 20) == (Phase.REST, 1, 19)


def test_leaving_out_the_one_under_way_rests_before_the_next():
    run = session().leave_out(after(7), {"ex1"})
    assert (done(run), shown(run, 7)) == ([(0, "skipped")], (Phase.REST, 1, 20))


def test_taking_back_a_later_one_does_not_disturb_the_one_under_way():
    run = session().leave_out(after(7), {"ex3"}).unskip(after(8))
    assert (done(run), shown(run, 8)) == ([], (Phase.MOVE, 0, 1))


def test_stop_keeps_what_was_done_and_stays_stopped():
    run = session().tick(after(50)).stop(after(50))
    assert done(run) == [(0, "done")]
    assert run.go_on(after(60)).skip(after(61)).unskip(after(62)).at(after(500)).phase is Phase.STOPPED
