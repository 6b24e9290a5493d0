"""The note beside the lock says who is saving, whoever left one before."""

from pathlib import Path

import pytest

from companion.store.lock import held, holder


@pytest.mark.parametrize("before", ["M" * 200, "\N{OLD ITALIC LETTER A}" * 200, "Jo"])
def test_whoever_saves_is_named_whatever_name_stood_there_before(folder: Path, clock, before):
    folder.mkdir()
    for who in (before, "Kim"):
        with held(folder, 0o600, 0, who, clock()):
            assert holder(folder) == {"who": who[:80], "since": clock()}
        clock.turn(minutes=1)


def test_where_nobody_saves_nobody_is_named(folder: Path, clock):
    folder.mkdir()
    assert holder(folder) is None
    with held(folder, 0o600, 0, "Kim", clock()):
        assert holder(folder) is not None
    assert holder(folder) is None
