"""Four people write at once, over a real server and at the computer; some are cut off."""

from pathlib import Path

import storm
from sshd import Sshd


def test_four_at_once_lose_nothing_and_each_keeps_the_name(server: Sshd, tmp_path: Path) -> None:
    storm.let_in(server, tmp_path / "diary")
    told = storm.write(server, tmp_path / "diary", each=5)
    kept = storm.kept(tmp_path / "diary")
    assert {id: kept[id].by for ids in told.values() for id in ids} == {
        id: name for name, ids in told.items() for id in ids
    }
    assert len(kept) == 20
    assert {entry.via for entry in kept.values() if entry.by in storm.FAR} == {"ssh"}
    assert all(entry.verified for entry in kept.values())


def test_who_is_cut_off_loses_nothing_that_was_told(server: Sshd, tmp_path: Path) -> None:
    storm.let_in(server, tmp_path / "diary")
    told = storm.cut_off(server, tmp_path / "diary", kills=12)
    assert len(told) >= 4  # each of the four wrote one in peace
    assert set(told) <= set(storm.kept(tmp_path / "diary"))
