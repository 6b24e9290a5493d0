"""The words of a session that pauses and of one that ends early."""

from typing import Any

import pytest

from companion.domain.sessions import Phase
from companion.flows.sessions_running import REASONS
from companion.services.companion import Companion
from companion.wording import sessions, sessions_player


def test_a_paused_rest_says_paused_instead_of_seconds_that_do_not_run(
    companion: Companion, clock: Any
) -> None:
    running = companion.sessions.start("morning_full_body")
    while running.view().phase is not Phase.REST:
        running.go_on()
    assert sessions_player.rest_reason(running.view()).startswith("Seconds left.")
    running.pause()
    view = running.view()
    assert (view.phase, view.under) == (Phase.PAUSED, Phase.REST)
    assert sessions_player.rest_reason(view) == "Paused."


@pytest.mark.parametrize("reason", [option.value for option in REASONS])
def test_why_a_session_ended_is_told_in_the_words_of_the_answer(companion: Companion, reason: str) -> None:
    running = companion.sessions.start("morning_full_body")
    running.stop(reason)
    assert running.ended is not None
    words = next(option.label for option in REASONS if option.value == reason)
    told = sessions.described(running.ended)
    assert told.casefold() == f"session ended early: {words}".casefold()


@pytest.mark.parametrize(("done", "said"), [
    (2, "Saved: the whole session, 2 of 2 steps."),
    (1, "Saved: 1 of 2 steps. Leaving out what does not suit is a good choice."),
    (0, "Saved: 0 of 2 steps. Leaving out what does not suit is a good choice."),
])  # fmt: skip
def test_only_where_all_was_done_it_was_the_whole_session(companion: Companion, done: int, said: str) -> None:
    running = companion.sessions.start("morning_full_body")
    running.stop(None)
    assert running.ended is not None
    ended = running.ended.model_copy(update={"outcome": "finished"})
    assert sessions.ended(ended, done, 2) == said
