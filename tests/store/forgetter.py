"""A process that forgets: `forgetter.py FOLDER WORK BEFORE` kills itself before each file operation in turn.

WORK/0, WORK/1 and so on are what each of them left; the last one was not killed. `once` forgets and ends.
"""

import os
import shutil
import signal
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from companion.domain.forgetting import day_of_entry, holding
from companion.store.diary import Diary
from companion.store.forgetting import forget
from companion.store.shelf import FolderShelf

TOUCHES = ("open", "os.remove", "os.rename", "os.mkdir")


def now() -> datetime:
    return datetime.now(UTC)


def go(folder: Path, before: date) -> None:
    diary = Diary(FolderShelf(folder), now)
    forget(diary, before, lambda entry: day_of_entry(entry, 4) < before, holding, "ruth", really=True)


def killed_at(place: int, folder: Path, before: date) -> bool:
    """Forget in a child that is gone before its file operation of this number; whether it came to that."""
    child = os.fork()
    if not child:
        left = [place]

        def count(event: str, args: tuple[object, ...]) -> None:
            if event in TOUCHES and str(args[0]).startswith(str(folder)):
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
                left[0] -= 1

        sys.addaudithook(count)
        go(folder, before)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def main(folder: str, work: str, before: str) -> None:
    first = date.fromisoformat(before)
    if work == "once":
        go(Path(folder), first)
        return
    place, alive = 0, False
    while not alive:
        copy = Path(work) / str(place)
        shutil.copytree(folder, copy)
        alive = not killed_at(place, copy, first)
        place += 1


main(*sys.argv[1:])
