"""Which steps count as done for whoever looks back."""

from datetime import timedelta

from companion.domain.sessions import Phase
from companion.services.sessions_done import days_done, done_in


def test_a_step_that_was_left_out_is_none_that_was_done(companion):
    today = companion.today_date()
    left_out = companion.sessions.start("hands_wrists")
    while not left_out.ended:
        left_out.skip()
    assert days_done(companion, today) == set()
    assert not done_in(companion, left_out.id, today)
    done = companion.sessions.start("hands_wrists")
    while not done.ended:
        done.answered() if done.view().phase is Phase.ASK else done.go_on()
    assert days_done(companion, today) == {today}
    assert done_in(companion, done.id, today)
    assert not done_in(companion, left_out.id, today)


def test_a_step_of_the_small_hours_was_done_the_day_before(companion, clock):
    clock.now = clock().replace(hour=companion.settings.day_start - 1)
    companion.sessions.log("hands_wrists", 1)
    before = clock().date() - timedelta(days=1)
    assert days_done(companion, before) == {before}
