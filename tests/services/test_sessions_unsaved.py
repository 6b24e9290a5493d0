"""A session on a full disk, or pressed at random: everything is kept once, and later."""

from datetime import UTC, datetime, timedelta

from disk import full
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from services.running import begin, full_disk, steps, until

from companion.config.settings import Settings
from companion.domain.sessions import Phase
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf


def test_a_full_disk_does_not_stop_a_session_and_everything_is_kept_later(companion, clock, monkeypatch):
    session = begin(companion)
    with monkeypatch.context() as patch:
        full_disk(companion, patch)
        view = until(session, clock, Phase.REST, 1)
        session.rate(4)
        assert view.phase is Phase.REST
        assert session.trouble.code == "disk_full"
        assert steps(companion) == []
    until(session, clock, Phase.REST, 2)
    assert session.trouble is None
    assert [part for part, *_ in steps(companion)] == [0, 1]
    assert [e.rating for e in companion.diary.entries("fatigue")] == [3, 4]


def test_a_skip_that_could_not_be_kept_and_was_taken_back_leaves_no_trace(companion, clock, monkeypatch):
    session = begin(companion)
    with monkeypatch.context() as patch:
        full_disk(companion, patch)
        session.skip()
        session.unskip()
    assert session.save()
    assert steps(companion) == []


def test_an_undo_that_could_not_be_kept_is_kept_later(companion, clock, monkeypatch):
    session = begin(companion)
    session.skip()
    with monkeypatch.context() as patch:
        full_disk(companion, patch)
        session.unskip()
        assert len(steps(companion)) == 1
    assert session.save()
    assert steps(companion) == []


def test_the_end_on_a_full_disk_is_kept_with_its_reason_later(companion, monkeypatch):
    session = begin(companion)
    with monkeypatch.context() as patch:
        full_disk(companion, patch)
        session.stop("tired")
        assert session.ended.outcome == "stopped"
    assert session.save()
    assert [e.reason for e in companion.diary.entries("session_end")] == ["tired"]


COMMANDS = [
    "go_on",
    "pause",
    "hold",
    "skip",
    "unskip",
    "more_rest",
    "easier",
    "gentler",
    "wait",
    "rate",
    "break",
    "full",
]


@hypothesis_settings(max_examples=60)
@given(
    commands=st.lists(st.sampled_from(COMMANDS), max_size=60),
    programme=st.sampled_from(["energy_mini", "hands_wrists"]),
)
def test_whatever_is_pressed_every_part_is_kept_once_and_the_end_once(library, commands, programme):
    clock = Hand(datetime(2026, 4, 14, 16, tzinfo=UTC))
    companion = Companion(
        diary=Diary(MemoryShelf(), clock), content=library, settings=Settings(), clock=clock
    )
    session = begin(companion, programme)
    keep = companion.keep
    for command in commands:
        clock.now += timedelta(seconds=7)
        companion.keep = keep
        if command == "wait":
            session.view()
        elif command == "rate":
            session.rate(4)
            session.answered()
        elif command == "full":
            companion.keep = full
            session.skip()
        elif command == "break" and session.save() and companion.sessions.unfinished():
            session = companion.sessions.resume()
        elif command != "break":
            getattr(session, command)()
        over = session.view().phase in (Phase.DONE, Phase.STOPPED)
        assert over == (session.ended is not None)
    companion.keep = keep
    assert session.save()
    kept = [part for part, *_ in steps(companion)]
    assert len(kept) == len(set(kept)) == session.view().parts_done
    assert len(companion.diary.entries("session_end")) == (session.ended is not None)


class Hand:
    """A clock in hand."""

    def __init__(self, now):
        self.now = now

    def __call__(self):
        return self.now
