"""A backup that only its key opens."""

import sys

import pytest
from cli.backups.conftest import refused, restored

from companion.bootstrap import open_companion

pytestmark = pytest.mark.slow


class TestEncrypted:
    """With the optional part that knows age."""

    @pytest.fixture
    def age(self):
        return pytest.importorskip("pyrage")

    @pytest.fixture
    def key(self, age, tmp_path):
        secret = age.x25519.Identity.generate()
        (tmp_path / "key.txt").write_text(f"# mine\n{secret}\n")
        return str(secret.to_public())

    def test_only_its_key_opens_it(self, age, lived, folder, tmp_path, key):
        file, other = tmp_path / "b.age", tmp_path / "other.txt"
        said = lived("backup", str(file), "--encrypt-to", key, "--json")
        assert said.json["encrypted"] is True
        assert file.read_bytes().startswith(b"age-encryption.org/v1")
        other.write_text(str(age.x25519.Identity.generate()))
        assert "--identity" in refused(lived, folder, file)
        assert "does not open" in refused(lived, folder, file, "--identity", other)
        assert "no secret key" in refused(lived, folder, file, "--identity", file)
        assert "no secret key" in refused(lived, folder, file, "--identity", tmp_path / "none")
        there = tmp_path / "new"
        assert restored(lived, there, file, "--identity", tmp_path / "key.txt").code == 0
        assert open_companion(there).diary.written() == open_companion(folder).diary.written()

    def test_cut_or_changed_it_is_refused(self, lived, folder, tmp_path, key):
        file = tmp_path / "b.age"
        assert lived("backup", str(file), "--encrypt-to", key).code == 0
        raw = file.read_bytes()
        for place in range(1, len(raw), len(raw) // 8):
            for bad in (raw[:place], raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :], raw + b"x"):
                file.write_bytes(bad)
                refused(lived, folder, file, "--identity", tmp_path / "key.txt")

    def test_a_file_of_keys_is_read(self, lived, tmp_path, key):
        (tmp_path / "keys").write_text(f"# ours\n{key}\n")
        assert lived("backup", str(tmp_path / "b.age"), "--encrypt-to", str(tmp_path / "keys")).code == 0
        said = lived("restore", str(tmp_path / "b.age"), "--check", "--identity", str(tmp_path / "key.txt"))
        assert said.code == 0

    @pytest.mark.parametrize(
        "given", ["age1x", "ssh-ed25519 AAAA", "", "nokey", "AGE-SECRET-KEY-1X", "age1\udc80"]
    )
    def test_what_is_no_key_writes_nothing(self, age, lived, tmp_path, given):
        said = lived("backup", str(tmp_path / "b.age"), "--encrypt-to", given)
        assert said.code == 2
        assert "key" in said.err
        assert not (tmp_path / "b.age").exists()

    def test_without_the_part_it_says_how_to_have_it(self, lived, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "pyrage", None)
        said = lived("backup", str(tmp_path / "b.age"), "--encrypt-to", "age1x")
        assert said.code == 1
        assert "pip install 'companion-als[encrypt]'" in said.err
        assert not (tmp_path / "b.age").exists()
