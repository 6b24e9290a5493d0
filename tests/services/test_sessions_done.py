"""Which steps count as done for whoever looks back."""

from companion.domain.sessions import Phase
from companion.services.sessions_done import HOUR, steps_done


def test_a_step_that_was_left_out_is_none_that_was_done(companion, clock):
    today = companion.today_date()
    left_out = companion.sessions.start("hands_wrists")
    while not left_out.ended:
        left_out.skip()
    assert steps_done(companion, today) == set()
    done = companion.sessions.start("hands_wrists")
    while not done.ended:
        done.answered() if done.view().phase is Phase.ASK else done.go_on()
    assert steps_done(companion, today) == {(done.started.id, clock().isoformat()[:HOUR])}
