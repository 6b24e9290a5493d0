"""Measurements, run on request with `pytest tests/benchmarks`: a clock on a busy machine proves nothing.

Each compares with something measured beside it in the same run. The run ends with one table, whatever
was reached; a goal that is missed fails its own benchmark with a line.
"""

from collections.abc import Generator
from pathlib import Path

import pytest
from benchmarks import diaries, screens
from benchmarks.ledger import Ledger, machine
from benchmarks.yardsticks import Sqlite

LEDGER = pytest.StashKey[Ledger]()
PLACE = pytest.StashKey[Path]()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Only when asked for by path."""
    return None if any("benchmarks" in arg for arg in config.invocation_params.args) else True


def pytest_configure(config: pytest.Config) -> None:
    """One table for the whole run."""
    config.stash[LEDGER] = Ledger()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Fail what missed a goal with a line that says by how much."""
    ledger = item.config.stash[LEDGER]
    before = len(ledger.rows)
    yield
    if missed := ledger.missed(before):
        pytest.fail(missed, pytrace=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what was measured."""
    ledger = config.stash[LEDGER]
    if ledger.rows:
        terminalreporter.section(machine(config.stash.get(PLACE, Path.cwd())))
        terminalreporter.write_line("\n".join(ledger.table()))


@pytest.fixture
def ledger(request: pytest.FixtureRequest) -> Ledger:
    """Where a benchmark writes down what it found."""
    return request.config.stash[LEDGER]


@pytest.fixture(scope="session")
def folders(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Diaries by how many documents they hold, a thousand a month up to diaries.NOW."""
    place = request.config.stash[PLACE] = tmp_path_factory.mktemp("diaries")
    return diaries.Filled(place)


@pytest.fixture(scope="session")
def sqlites(folders: dict[int, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The same in SQLite."""
    place = tmp_path_factory.mktemp("sqlite")
    return {
        size: Sqlite.fill(place / f"{size}.db", diaries.documents(folders[size])) for size in diaries.SIZES
    }


@pytest.fixture(scope="session")
def plain_key(tmp_path_factory: pytest.TempPathFactory) -> dict[str, screens.Cost]:
    """What a cursor key, and a page down, cost in the minimal program."""
    with screens.minimal(tmp_path_factory.mktemp("minimal")) as screen:
        key = screens.cursor_key(screen)
        page = screens.middle([screen.cost(screens.PAGE_DOWN) for _ in range(5)])
    return {"key": key, "page": page}
