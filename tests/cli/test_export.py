"""companion export: into whose hands it goes."""

import stat
import sys

from companion.cli.main import run


def test_a_file_it_is_written_into_is_for_its_owner_alone(person, folder, tmp_path, monkeypatch, capfd):
    exported = tmp_path / "e.json"
    exported.touch()
    exported.chmod(0o644)
    with exported.open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert run(["--data-dir", str(folder), "export"]) == 0
    assert stat.S_IMODE(exported.stat().st_mode) == 0o600
    assert exported.read_text().startswith("{")
