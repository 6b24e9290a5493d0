"""Four writers of a hundred entries each, and three hundred that are killed: how many are kept."""

from pathlib import Path
from types import SimpleNamespace

import pytest
import sshd
import storm

pytestmark = pytest.mark.benchmark
EACH, KILLS = 100, 300


@pytest.mark.skipif(sshd.ABSENT, reason=sshd.WHY_ABSENT)
def test_nothing_that_was_told_is_lost(tmp_path: Path, bench: SimpleNamespace) -> None:
    diary = tmp_path / "diary"
    with sshd.opened(tmp_path / "server") as server:
        storm.let_in(server, diary)
        told = storm.write(server, diary, each=EACH)
        kept = storm.kept(diary)
        named = sum(id in kept and kept[id].by == name for name, ids in told.items() for id in ids)
        cut = storm.cut_off(server, diary, kills=KILLS)
    lost = set(cut) - storm.kept(diary).keys()
    rows = [("told and kept, with the name", named, 4 * EACH), ("killed", KILLS, KILLS),
            ("of them told", len(cut), len(cut) - len(lost))]  # fmt: skip
    bench.table("Writers at once", ("", "found", "of"), rows)
    assert (named, lost) == (4 * EACH, set())
