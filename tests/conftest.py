"""What many tests need."""

import compileall
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import hypothesis
import pace  # noqa: F401 - before anything imports Textual
import pytest
from stepped import SteppedClock

from companion.config.settings import Settings
from companion.content.library import Library
from companion.resources import PACKAGE
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf

hypothesis.settings.register_profile("companion", deadline=None)  # a slow machine is no failure
hypothesis.settings.load_profile("companion")
SLOW_ROOMS = {"benchmarks", "hostile", "parity", "readers", "ssh"}  # elsewhere each test is marked by itself
# Rooms of tests/tui of which a quick run takes only what is marked quick; it has Today, player and dialogs.
SCREENS = """
    eating fatigue fatigue_rise foods foods_found help history intake_days intake_entries meals meals_found
    plan preferences roles trends twins
"""
SLOW_SCREENS = set(SCREENS.split())
USUAL = (80, 24)
STARTS = {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.system"}
under_way: list[pytest.Item] = []

rooms = Path(__file__).parent / "tui"
if gone := sorted(name for name in SLOW_SCREENS if not (rooms / f"test_{name}.py").exists()):
    raise pytest.UsageError(f"no longer in tests/tui, still named in tests/conftest.py: {', '.join(gone)}")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program as an installer does: else each process of a test might do so for itself."""
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(PACKAGE, quiet=2)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow by where it stands, and every size of a screen but the first."""
    for item in items:
        room, file = item.path.relative_to(Path(__file__).parent).parts[0], item.path.stem
        seldom = file.removeprefix("test_") in SLOW_SCREENS and not item.get_closest_marker("quick")
        if room in SLOW_ROOMS or (room == "tui" and (seldom or size_of(item) != USUAL)):
            item.add_marker(pytest.mark.slow)


def size_of(item: pytest.Item) -> tuple[int, int]:
    """The columns and rows of the screen of a test."""
    given: tuple[int, int] | None = getattr(item, "callspec", None) and item.callspec.params.get("size")
    return given or USUAL


def pytest_runtest_setup(item: pytest.Item) -> None:
    under_way[:] = [item]


def only_slow_tests_start_processes(event: str, _: tuple[Any, ...]) -> None:
    """So that nobody has to remember the mark."""
    if event in STARTS and under_way and under_way[0].get_closest_marker("slow") is None:
        pytest.fail(f"{under_way[0].name} starts a process: mark it slow")


sys.addaudithook(only_slow_tests_start_processes)


@pytest.fixture(scope="session")
def library() -> Library:
    """The packaged content, loaded once."""
    return Library()


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
