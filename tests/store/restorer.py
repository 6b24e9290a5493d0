"""A process that restores: `restorer.py FOLDER BACKUP WORK` kills itself before each file operation in turn.

WORK/0/diary, WORK/1/diary and so on are what each of them left; the last one was not killed.
"""

import os
import shutil
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from companion.store.archive import opened
from companion.store.restoring import put

TOUCHES = ("open", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "shutil.rmtree")
NOW = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)


def killed_at(place: int, folder: Path, members: dict[str, bytes]) -> bool:
    """Restore in a child that is gone before its file operation of this number; whether it came to that."""
    child = os.fork()
    if not child:
        left = [place]

        def count(event: str, args: tuple[object, ...]) -> None:
            if event in TOUCHES and str(args[0]).startswith(str(folder.parent)):
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
                left[0] -= 1

        sys.addaudithook(count)
        put(folder, members, "ruth", NOW)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def main(folder: str, backup: str, work: str) -> None:
    members = opened(Path(backup).read_bytes(), backup, 10**7).members
    place, alive = 0, False
    while not alive:
        copy = Path(work) / str(place) / "diary"
        copy.parent.mkdir()
        shutil.copytree(folder, copy)
        alive = not killed_at(place, copy, members)
        place += 1


main(*sys.argv[1:])
