"""Is the diary whole, and is the installation well? Nothing here needs an entry to be readable."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from companion.domain.health import Finding
from companion.errors import CompanionError

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.entries import CaregiverSet
    from companion.store.diary import Diary
    from companion.store.repairs import FileState, Repaired


class Health:
    """Looks after a diary and its folder."""

    def __init__(self, diary: "Diary", content: "Library", folder: Path, who: str = "") -> None:
        self._diary = diary
        self._content = content
        self._folder = folder
        self._who = who

    def files(self) -> "list[FileState]":
        """Every file of the diary, looked at entry by entry."""
        return self._diary.check()

    def repair(self, name: str) -> "Repaired":
        """Bring back the newest good copy of a file; the damaged one is set aside."""
        return self._diary.repair(name, self._who)

    def accept(self, name: str) -> int:
        """Take a file edited by hand as it is, once every entry in it is valid; how many entries it has."""
        return self._diary.accept(name, self._who)

    def look(self, *, fix: bool = False) -> Iterator[Finding]:
        """The folder, the disk, the copies, the diary, the clock and the content.

        `fix` mends what harms nothing: who may read, a missing folder for copies, what a cut save left.
        """
        from companion.services import health_copies
        from companion.services.health_folder import folder

        if fix and self._settled():
            yield Finding("restore_settled", True, {"folder": str(self._folder)})
        yield from folder(self._folder, fix=fix)
        yield from health_copies.room(self._folder)
        yield from health_copies.copies(self._folder, fix=fix)
        yield from health_copies.left_over(self._folder, fix=fix)
        yield from health_copies.saving(self._folder)
        yield from self._readable()
        yield from self._sound()

    def keys(self, home: Path, known: "Collection[CaregiverSet]") -> Iterator[Finding]:
        """The lines of authorized_keys that open this diary, held against who is let in."""
        from companion.services.health_ssh import ssh

        return ssh(home, self._folder, known)

    def _settled(self) -> bool:
        """Whether a restore that was cut off is taken back now; where it cannot be, the folder says why."""
        from companion.store import moving, restoring

        try:
            return restoring.settle(self._folder, self._who, self._diary.clock())
        except CompanionError as error:
            if error.code not in moving.STUCK:
                raise
        return False

    def _readable(self) -> Iterator[Finding]:
        from companion.services.health_clock import clock

        try:
            states = self.files()
        except CompanionError as error:
            if error.code != "restore_cut":  # the folder says so
                yield Finding("broken", False, {"error": error})
            return
        for state in states:
            if not state.ok:
                yield Finding("damaged", False, {"state": state})
        if all(state.ok for state in states):
            yield Finding("diary", True, {"files": len(states), "entries": sum(s.entries for s in states)})
            yield from clock(self._diary, self._content, self._folder)

    def _sound(self) -> Iterator[Finding]:
        from companion.content.check import check

        faults = check(self._content)
        for fault in faults:
            yield Finding("content_fault", False, {"error": fault})
        if not faults:
            yield Finding("content", True)
