"""What many tests need."""

from datetime import datetime, timedelta, timezone

import hypothesis
import pace  # noqa: F401 - before anything imports Textual
import pytest

from companion.config.settings import Settings
from companion.content.library import Library
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf

hypothesis.settings.register_profile("companion", deadline=None)  # a slow machine is no failure
hypothesis.settings.load_profile("companion")


@pytest.fixture(scope="session")
def library() -> Library:
    """The packaged content, loaded once."""
    return Library()


class SteppedClock:
    """A clock that stands still until it is moved."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def go(self, **spans: float) -> datetime:
        """Move it, in the words of timedelta: go(seconds=30), go(days=1)."""
        self.now += timedelta(**spans)
        return self.now


@pytest.fixture
def clock() -> SteppedClock:
    """A clock at a quarter past four on Tuesday 14 April 2026, two hours ahead of UTC."""
    return SteppedClock(datetime(2026, 4, 14, 16, 15, tzinfo=timezone(timedelta(hours=2))))


@pytest.fixture
def companion(clock: SteppedClock, library: Library) -> Companion:
    """A companion over a diary in memory, for a person about whom nothing is known yet."""
    return Companion(diary=Diary(MemoryShelf(), clock), content=library, settings=Settings(), clock=clock)


@pytest.fixture
def ruth(companion: Companion) -> Companion:
    """The companion of somebody whose name, levels and floor are known."""
    companion.people.set("name", "Ruth")
    for key, value in (("food-level", "5"), ("drink-level", "2"), ("energy", "1900")):
        companion.plan.set(key, value, decided_by="J. Okafor", confirmed=True)
    return companion
