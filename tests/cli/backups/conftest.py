"""A diary that was lived in, its backup, and what tells that nothing changed."""

import shutil
from pathlib import Path

import pytest

OWN = """
[[text]]
id = "advice.own"
title = "Own"
text = "{}"
source = "own"
reviewed = 2026-01-01
review = "by Dr Lee"
"""


def everything(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".lock")]
    inside = {str(path.relative_to(folder)): path.read_bytes() for path in found}
    return {name: raw for name, raw in inside.items() if not name.startswith("before-restore-")}


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Where the diary of this module is kept once it was lived, and its backup."""
    return tmp_path_factory.mktemp("made")


@pytest.fixture
def lived(companion, request, made, folder, monkeypatch):
    """Two months, a correction, settings and content of one's own."""
    if not (made / "diary").exists():
        person = request.getfixturevalue("person")
        for day in ("2026-03-02", "2026-04-14"):
            monkeypatch.setenv("COMPANION_NOW", f"{day}T16:05:00+02:00")
            for line in ("quick Soup --kcal 150 --note Zinnober", "weight log 56.8", "fatigue log 4", "undo"):
                assert person(*line.split()).code == 0
        assert person("settings", "set", "theme", "paper").code == 0
        assert person("quick", "Tea", "--kcal", "2", "--by", "Maria").code == 0
        own = folder / "content" / "texts"
        own.mkdir(parents=True)
        (own / "advice.toml").write_text(OWN.format("Rest, für heute."), encoding="utf-8")
        assert person("backup", str(made / "out.zip")).code == 0
        folder.rename(made / "diary")
    shutil.copytree(made / "diary", folder)
    return companion


@pytest.fixture
def file(lived, made, tmp_path) -> Path:
    return Path(shutil.copy(made / "out.zip", tmp_path / "out.zip"))


def restored(run, folder: Path, *args: object):
    return run("--data-dir", str(folder), "restore", *map(str, args), data_dir=False)


def refused(run, folder: Path, *args: object, code: int = 2) -> str:
    """That it is refused with a sentence and a hint, and that not a byte of the folder changed."""
    before, beside = everything(folder), sorted(folder.parent.iterdir())
    found = restored(run, folder, *args)
    assert (found.code, found.out) == (code, ""), found
    assert 1 <= len(found.err.splitlines()) <= 2
    assert everything(folder) == before
    assert sorted(folder.parent.iterdir()) == beside
    return found.err
