"""One-shot commands import little: what they do without is named here, as all of them would pay for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SHOWS = """
import sys
from companion.__main__ import main
sys.argv = ["companion", *sys.argv[1:]]
code = main()
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""
# Searching for packages, mail and archives are what plugins, secrets and backups bring.
FOREIGN = {
    "textual", "rich", "asyncio", "platformdirs", "email", "zipfile", "ssl", "sqlite3", "fhir",
    "importlib.metadata", "locale",
}  # fmt: skip
ROOMS = {"tui", "linear", "reports", "demo"}
TOPICS = {
    "services.reports", "services.trends", "services.imports", "services.backups", "services.health",
    "services.history", "services.forget", "services.recipes", "services.foods", "services.news",
    "services.welcome", "services.sessions_running", "domain.sessions_run", "domain.trends",
    "domain.foods_search", "domain.fortify", "wording.spoken", "wording.trends", "wording.reports",
    "store.archive", "store.restoring", "store.imports", "content.references", "content.food_tables",
}  # fmt: skip
FOR_LINES = {"wording.today", "wording.sessions", "wording.meals_next"}


def loaded(home: Path, *args: str) -> set[str]:
    """The modules that a command has imported when it ends."""
    environ = {**os.environ, "COMPANION_DATA_DIR": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", SHOWS, *args], env=environ, capture_output=True, text=True, check=True
    )
    return set(done.stderr.splitlines()[-1].split())


def needless(modules: set[str], *more: str) -> set[str]:
    """Those of them that a short command does without."""
    own = {name.removeprefix("companion.") for name in modules if name.startswith("companion.")}
    rooms = {name.partition(".")[0] for name in own} & ROOMS
    return modules & FOREIGN | rooms | own & {*TOPICS, *more}


def test_the_day_in_json_loads_its_own_topics_alone(tmp_path: Path) -> None:
    home = tmp_path / "diary"
    home.mkdir(mode=0o700)
    modules = loaded(home, "today", "--json")
    assert "companion.services.today" in modules
    assert needless(modules, "flows", "services.meals", *FOR_LINES) == set()


def test_the_day_in_lines_adds_only_its_words(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "today")
    assert "companion.wording.today" in modules
    assert needless(modules) - {"wording.spoken"} == set()


RECIPES = {"services.recipes"}  # an entry of one's own dishes would be known by them
TABLES = {"services.foods", "content.food_tables"}  # what is in a dish


@pytest.mark.parametrize(
    ("args", "more"),
    [
        (("quick", "Toast", "--kcal", "180"), RECIPES),
        (("meal", "log", "cod_white_sauce", "--eaten", "half"), RECIPES | TABLES),
    ],
)
def test_writing_down_what_was_eaten_loads_no_other_topic(
    tmp_path: Path, args: tuple[str, ...], more: set[str]
) -> None:
    modules = loaded(tmp_path / "diary", *args)
    assert "companion.services.intake" in modules
    assert needless(modules) - more == set()
