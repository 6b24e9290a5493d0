"""A process that keeps a diary: `writer.py FOLDER WHO add COUNT`, or `hold` until told to let go."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from companion.domain.entries import QuickEaten
from companion.store.diary import Diary
from companion.store.shelf import FolderShelf


def now() -> datetime:
    return datetime.now(UTC)


def entry(who: str, number: int) -> QuickEaten:
    # Longer and shorter by turns, all about one month, so that both processes want the same file.
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    envelope = {"at": moment, "recorded": now(), "by": who, "role": "owner", "via": "command", "version": "1"}
    return QuickEaten(**envelope, slot="snack", name=f"{who} {number}" + "." * (number % 7 * 10))


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(folder: str, who: str, verb: str, count: str = "0") -> None:
    diary = Diary(FolderShelf(Path(folder)), now)
    say("ready")
    if verb == "hold":
        with diary.edit("2026-11", who):
            say("held")
            sys.stdin.read()
    for number in range(int(count)):
        (kept,) = diary.append(entry(who, number))
        say(kept.id)


main(*sys.argv[1:])
