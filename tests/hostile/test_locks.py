"""The lock of the diary is never held while somebody is asked."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import datetime
from typing import Any

import pytest
from parity.case import Case, known
from parity.cases import CASES

from companion.bootstrap import open_companion
from companion.errors import CompanionError
from companion.flows.conversation import Conversation
from companion.flows.steps import Flow, Read, RunSession, Say, Text
from companion.store.shelf import FolderShelf


class Watch:
    """Whether the lock is held now, and how often it was."""

    def __init__(self) -> None:
        self.held, self.times = 0, 0

    def walk(self, flow: Callable[[], Flow], answers: dict[str, Any]) -> None:
        """A flow from its first question to its end; fails where one is asked under the lock."""
        talk = Conversation(flow)
        while not talk.done:
            step = talk.step
            assert not self.held, f"{step} waits for a person while the diary is locked"
            if isinstance(step, RunSession):
                return
            talk.answer(None if isinstance(step, Say | Read) else answers[step.id])
        assert not self.held


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    watch, lock = Watch(), FolderShelf.lock

    @contextmanager
    def watched(self: FolderShelf, who: str, since: datetime) -> Iterator[None]:
        with lock(self, who, since):
            watch.held, watch.times = watch.held + 1, watch.times + 1
            try:
                yield
            finally:
                watch.held -= 1

    monkeypatch.setattr(FolderShelf, "lock", watched)
    return watch


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_question_is_asked_under_the_lock(case: Case, watch, command, folder):
    for line in case.given:
        assert command(*shlex.split(line)).code == 0
    companion = open_companion(folder)
    facts = known(case)(companion)
    with suppress(CompanionError) if case.code else nullcontext():
        watch.walk(lambda: case.flow(companion, **facts), dict(case.answers))
    assert not watch.held


def test_a_flow_that_asks_under_the_lock_is_found(watch, folder):
    companion = open_companion(folder)

    def greedy() -> Flow:
        with companion.diary.shelf.lock("Kim", companion.clock()):
            name = yield Text(id="name", title="Who?")
        return name

    with pytest.raises(AssertionError, match="waits for a person"):
        watch.walk(greedy, {"name": "Ruth"})


def test_the_watch_sees_a_save(watch, folder):
    open_companion(folder).intake.quick("Soup", kcal=150)
    assert (watch.times, watch.held) == (1, 0)
