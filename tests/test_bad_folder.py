"""A diary that cannot be read or written: both faces say so in one sentence, and not a byte of it changes."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from walk import see, walk

from companion.__main__ import opened
from companion.bootstrap import open_companion
from companion.cli import main
from companion.cli.call import Call
from companion.cli.launch import Launch
from companion.tui.app import CompanionApp

NOW = "2026-04-14T16:05+02:00"
MONTH, PLAN = "2026-04.json", "plan.json"
DAMAGE: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "emptied": (MONTH, lambda raw: b"", "2026-04.json is damaged: it is empty."),
    "cut": (MONTH, lambda raw: raw[: len(raw) // 2], "2026-04.json is damaged: its end is missing."),
    "changed": (MONTH, lambda raw: raw.replace(b"Soup", b"Stew"), "do not match its checksum."),
    "newer": (
        MONTH,
        lambda raw: raw.replace(b'"schema": 1', b'"schema": 9'),
        "was written by a newer version",
    ),
    "plan emptied": (PLAN, lambda raw: b"", "plan.json is damaged: it is empty."),
}
CONTENT = {
    "not TOML": ("meals.toml", "[[meal", "meals.toml"),
    "no such key": ("meals.toml", '[[meal]]\nid = "stew"\nsecret = 1\n', "meals.toml, record stew"),
    "not UTF-8": ("meals.toml", b"\xff\xfe", "meals.toml"),
}


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPANION_NOW", NOW)
    monkeypatch.setattr(main, "obey_signals", lambda: None)


def begun(folder: Path) -> Path:
    """A diary with a plan and an entry."""
    companion = open_companion(folder)
    companion.plan.set("food-level", "5", decided_by="A. Lee")
    companion.intake.quick("Soup", kcal=150)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return begun(tmp_path / "diary")


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file but those of the lock."""
    found = sorted(folder.rglob("*"))
    return {str(path): path.read_bytes() for path in found if path.is_file() and path.name[0] != "."}


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """Runs a command that has to fail with this sentence and a hint."""

    def run(folder: Path, line: str, sentence: str, code: int = 1) -> None:
        capsys.readouterr()
        assert main.run(["--data-dir", str(folder), *line.split()]) == code
        out, err = capsys.readouterr()
        told, hint = err.splitlines()
        assert sentence in told
        assert hint[-1] not in ",:"
        assert (out, "Traceback" in err) == ("", False)

    return run


async def refused_in_the_screen(folder: Path, sentence: str, *, at_once: bool, asked: bool = True) -> None:
    """Today says it, where it cannot be read; writing something down says it too, and all goes on.

    Nobody is `asked` anything where even who writes cannot be known.
    """
    app = CompanionApp(open_companion(folder, via="full"))
    async with app.run_test(size=(80, 24)) as pilot:
        await see(pilot, sentence if at_once else "Next")
        if asked:
            await walk(pilot, ("k", "What was it?"), ("Tea", "Tea"), (["enter"], "How much energy"))
            await walk(pilot, ("90", "90"), (["enter"], sentence))
        else:
            await walk(pilot, ("k", sentence))
        await walk(pilot, (["exclamation_mark"], "EMERGENCY"))


@pytest.mark.parametrize(("file", "spoil", "sentence"), DAMAGE.values(), ids=DAMAGE.keys())
async def test_a_damaged_or_newer_diary_is_told_and_left_alone(folder, refused, file, spoil, sentence):
    path = folder / file
    path.write_bytes(spoil(path.read_bytes()))
    before = bytes_of(folder)
    for line in ("today", "quick Tea --kcal 90", "history", "undo", "export"):
        refused(folder, line, sentence)
    await refused_in_the_screen(folder, sentence.split(" is ")[-1], at_once=True, asked=file != "plan.json")
    assert bytes_of(folder) == before


@pytest.mark.parametrize(("file", "text", "sentence"), CONTENT.values(), ids=CONTENT.keys())
async def test_broken_content_of_ones_own_is_told_and_the_rest_works(folder, refused, file, text, sentence):
    own = folder / "content"
    own.mkdir()
    (own / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    before = bytes_of(folder)
    for line in ("meal list", "meal log cod_white_sauce"):
        refused(folder, line, sentence)
    async with CompanionApp(open_companion(folder, via="full")).run_test(size=(80, 24)) as pilot:
        await walk(pilot, ([], "Next"), ("2", "meals.toml"), (["exclamation_mark"], "EMERGENCY"))
    assert bytes_of(folder) == before


@pytest.mark.parametrize("text", ["theme = [", 'theme = "pink"', "colour = 1"])
def test_broken_settings_are_told_by_both_faces(folder, refused, capsys, text):
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    before = bytes_of(folder)
    refused(folder, "today", "settings.toml cannot be used")
    assert main.guarded(lambda: opened(Launch(Call(data_dir=folder), face="full"))) == 1
    assert "settings.toml cannot be used" in capsys.readouterr().err
    assert bytes_of(folder) == before


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    asked = ["mount", "-t", "tmpfs", "-o", "size=256k,mode=700", "tmpfs", str(place)]
    try:
        done = subprocess.run(asked, capture_output=True, text=True)
    except OSError as error:
        pytest.skip(f"no disk of its own: {error}")
    if done.returncode:
        pytest.skip(f"no disk of its own: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.slow
async def test_a_full_disk_is_told_and_loses_nothing(disk, refused):
    folder = begun(disk / "diary")
    _fill(disk / "ballast")
    before = bytes_of(disk)
    refused(folder, "quick Tea --kcal 90", "The disk is full")
    refused(folder, "settings set bell no", "settings.toml cannot be written")
    await refused_in_the_screen(folder, "The disk is full", at_once=False)
    assert bytes_of(disk) == before
    assert main.run(["--data-dir", str(folder), "today"]) == 0
    (disk / "ballast").unlink()
    assert main.run(["--data-dir", str(folder), "quick", "Tea", "--kcal", "90"]) == 0


def _fill(ballast: Path) -> None:
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return


@pytest.mark.slow
async def test_a_disk_that_cannot_be_written_is_told(disk, refused):
    folder = begun(disk / "diary")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    before = bytes_of(disk)
    refused(folder, "quick Tea --kcal 90", "read-only")
    refused(folder, "settings set bell no", "settings.toml cannot be written")
    await refused_in_the_screen(folder, "read-only", at_once=False)
    assert bytes_of(disk) == before
    assert main.run(["--data-dir", str(folder), "today"]) == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_a_folder_that_may_not_be_written_is_told(folder, refused):
    before = bytes_of(folder)
    for path in (folder / "backup", folder):
        path.chmod(0o500)
    (folder / ".lock").chmod(0o400)
    try:
        refused(folder, "quick Tea --kcal 90", "cannot be written")
        await refused_in_the_screen(folder, "cannot be written", at_once=False)
        assert bytes_of(folder) == before
    finally:
        folder.chmod(0o700)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path, refused):
    place = tmp_path / "diary"
    place.write_text("mine", encoding="utf-8")
    refused(place, "quick Tea --kcal 90", str(place))
    assert place.read_text(encoding="utf-8") == "mine"


async def test_a_folder_that_goes_away_under_a_running_program_is_told_and_no_other_is_made(folder):
    app, away = CompanionApp(open_companion(folder, via="full")), folder.with_name("away")
    gone = "The folder of the diary is not there:"
    async with app.run_test(size=(200, 24)) as pilot:
        await see(pilot, "kcal eaten")
        folder.rename(away)
        app.beat()
        await see(pilot, gone)
        await walk(pilot, ("k", gone))
        assert not folder.exists()
        away.rename(folder)
        app.beat()
        await see(pilot, "kcal eaten")
        await walk(pilot, ("k", "What was it?"), ("Tea", "Tea"), (["enter"], "How much energy"))
        await walk(pilot, ("90", "90"), (["enter"], "240 kcal today"))
    assert sorted(path.name for path in folder.glob("*.json")) == [MONTH, PLAN]
