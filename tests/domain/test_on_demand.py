"""Packages whose models are made when they are asked for hold what they say, and read nothing early."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from companion.domain import entries, limits

READS_ONE = """
import sys
from companion.domain.{package} import {name}
mine = "companion.domain.{package}."
print(*sorted(module.removeprefix(mine) for module in sys.modules if module.startswith(mine)))
"""


@pytest.mark.parametrize("package", [entries, limits])
def test_every_name_is_there_and_no_other(package: ModuleType) -> None:
    assert all(hasattr(package, name) for name in package.__all__)
    with pytest.raises(AttributeError, match="Nothing"):
        _ = package.Nothing


@pytest.mark.parametrize("package", [entries, limits])
def test_every_model_of_every_module_is_named(package: ModuleType) -> None:
    written = {
        line.split()[1].partition("(")[0]
        for file in Path(str(package.__file__)).parent.glob("[a-z]*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("class ")
    }
    assert written - {"Nourishing"} <= set(package.__all__)


def test_a_model_is_found_by_its_kind_and_no_other_word() -> None:
    assert {kind: model.kind for kind, model in entries.KINDS.items()} == {k: k for k in entries.KINDS}
    assert entries.KINDS["meal"] is entries.MealEaten
    assert "meal" in entries.KINDS
    assert "MealEaten" not in entries.KINDS
    with pytest.raises(KeyError):
        _ = entries.KINDS["MealEaten"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("package", "name", "read"),
    [("entries", "Weighed", ["entry", "weight"]), ("limits", "WeightLimits", ["weight"])],
)
def test_asking_for_one_reads_no_other_topic(package: str, name: str, read: list[str]) -> None:
    code = READS_ONE.format(package=package, name=name)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == read
