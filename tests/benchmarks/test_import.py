"""A download of the size of SR Legacy, 8,000 foods and 648,000 figures, is taken in; then it is searched."""

from functools import partial
from pathlib import Path
from zipfile import ZipFile

import downloads
import pytest
from benchmarks import diaries, measure
from benchmarks.ledger import Ledger

from companion.content.library import Library

pytestmark = pytest.mark.benchmark
TYPED = ("milk", "chicken soup", "brocolli", "orangejuice", "invented food 7")


def test_a_download_of_foods(ledger: Ledger, tmp_path: Path) -> None:
    file, folder = tmp_path / "foods.zip", tmp_path / "diary"
    downloads.large(file)
    words = ("--data-dir", str(folder), "food", "import", str(file))
    found: list[float] = []
    ms = measure.children(lambda: found.append(measure.peak(measure.PROGRAM, *words)))
    plain = measure.processor(partial(unpacked, file))
    imports = measure.peak(measure.IMPORTS)
    ledger.add("import of 8,000 foods", ms, "ms", ("unpacked, read as lines", plain), "import")
    ledger.add("import of 8,000 foods: memory", found[0], "MiB", ("the imports", imports), "import memory")
    before, after = (slowest(tmp_path / str(n), own) for n, own in enumerate((None, folder / "content")))
    ledger.add("food search after it, the slowest key", after, "ms", ("before it", before), "search imported")


def unpacked(file: Path) -> int:
    """How many lines a download has."""
    with ZipFile(file) as archive:
        return sum(len(archive.read(name).decode().splitlines()) for name in archive.namelist())


def slowest(folder: Path, own: Path | None) -> float:
    """Milliseconds of the worst key."""
    foods = diaries.companion_in(folder, Library(own, trusting=True)).foods
    foods.prepare()
    keys = [typed[:letters] for typed in TYPED for letters in range(1, len(typed) + 1)]
    return max(min(measure.processor(partial(foods.search, key)) for _ in range(5)) for key in keys)
