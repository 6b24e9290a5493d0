"""Backups over SSH: whoever is let in names no files of this computer."""

import pytest

from companion.errors import NotAllowed
from companion.services.backups import Backups


@pytest.mark.parametrize("way", ["make", "look", "restore"])
def test_over_ssh_no_backup_is_made_or_read(ruth, tmp_path, way):
    ruth.via = "ssh"
    with pytest.raises(NotAllowed, match="backup_from_afar"):
        getattr(Backups(ruth), way)(tmp_path / "b.zip")
    assert list(tmp_path.iterdir()) == []
