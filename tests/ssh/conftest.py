"""One server for all of these tests; where there is none, they say so."""

from collections.abc import Iterator

import pytest
import sshd


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sshd.Sshd]:
    """A server with nobody let in yet."""
    if sshd.ABSENT:
        pytest.skip(sshd.WHY_ABSENT)
    with sshd.opened(tmp_path_factory.mktemp("sshd")) as opened:
        yield opened
