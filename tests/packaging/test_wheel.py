"""The built wheel, in an environment of its own, started from another directory."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The program's folder of scripts. Dependencies come from the tests' environment, not the network."""
    home = tmp_path_factory.mktemp("clean")
    venv.create(home, symlinks=True, with_pip=False)
    python = home / "bin" / "python"
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-index",
        "--no-deps",
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    site = subprocess.check_output(
        [python, "-c", "import site; print(site.getsitepackages()[0])"], text=True
    ).strip()
    Path(site, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home / "bin"


def run(installed: Path, *args: str, home: Path) -> subprocess.CompletedProcess[str]:
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "XDG_DATA_HOME": str(home / "data"),
    }
    return subprocess.run([installed / args[0], *args[1:]], cwd=home, env=env, capture_output=True, text=True)


def test_the_wheel_holds_the_styles_and_the_content(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {f"companion/styles/{file.name}" for file in (ROOT / "styles").glob("*.tcss")}
    data = ROOT / "companion" / "content" / "data"
    content = {str(file.relative_to(ROOT)) for file in data.rglob("*") if file.is_file()}
    assert shipped | content <= names
    assert not [name for name in names if name.startswith(("styles/", "tests/"))]


def test_the_installed_program_runs_from_another_directory(installed, tmp_path):
    where = "import companion.resources as r; print(r.PACKAGE); print(r.styles())"
    package, styles = run(installed, "python", "-c", where, home=tmp_path).stdout.split()
    assert str(ROOT) not in package + styles
    assert Path(styles, "base.tcss").is_file()
    listed = run(installed, "companion", "meal", "list", "--food-level", "5", home=tmp_path)
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "cod_white_sauce" in listed.stdout


def test_the_installed_program_shows_its_first_screen(installed, tmp_path):
    draw = """
import asyncio, pathlib
from companion.bootstrap import open_companion
from companion.tui.app import CompanionApp
async def main():
    app = CompanionApp(open_companion(pathlib.Path("data"), via="full"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        print("heading:", app.screen.heading)
asyncio.run(main())
"""
    shown = run(installed, "python", "-c", draw, home=tmp_path)
    assert "heading: Today" in shown.stdout, shown.stderr
