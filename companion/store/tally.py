"""How much somebody wrote lately."""

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.store import ids

if TYPE_CHECKING:
    from companion.store.diary import Diary


def lately(diary: "Diary", by: str, span: timedelta) -> int:
    """How many entries somebody wrote within this time by the computer's own clock, corrections included.

    Only files written since then are looked at, from their ends.
    """
    first, count = ids.first(diary.wall() - span), 0
    for name in diary.shelf.names():
        if diary.binder.newest(name) >= first:
            with diary.binder.reading(name) as month:
                count += month.minted(first, by)
    return count
