"""One server for all of these tests; where there is none, they say so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sshd

from companion.bootstrap import open_companion


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sshd.Sshd]:
    """A server with nobody let in yet."""
    if sshd.ABSENT:
        pytest.skip(sshd.WHY_ABSENT)
    with sshd.opened(tmp_path_factory.mktemp("sshd")) as opened:
        yield opened


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """Ruth's diary, with her levels and past the first questions, to which Maria is let in."""
    ruth = open_companion(tmp_path / "diary")
    ruth.people.set("name", "Ruth")
    ruth.preferences.set("welcome", "no")
    ruth.plan.set("food-level", "5", decided_by="J. Okafor", confirmed=True)
    ruth.caregivers.add("Maria", "caregiver")
    return tmp_path / "diary"


@pytest.fixture
def maria(server: sshd.Sshd, diary: Path) -> sshd.Sshd:
    """The server, with a key for Maria to this diary."""
    server.keys.write_text("")
    server.admit("maria", "--data-dir", str(diary), "serve-ssh", "--as", "Maria")
    return server
