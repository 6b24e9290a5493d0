"""Is the diary whole, and is the installation well? Nothing here needs an entry to be readable."""

import shutil
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.content.library import Library
    from companion.store.diary import Diary
    from companion.store.repairs import FileState, Repaired

PRIVATE = 0o077  # whatever others may do
SHARED = 0o007  # the same where the folder is passed on to a group
LEAST_FREE_MB = 50


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: a code, whether it is well, and facts; wording.health has the words."""

    code: str
    ok: bool
    facts: dict[str, Any] = field(default_factory=dict)


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

    def look(self, *, fix: bool = False) -> "Iterator[Finding]":
        """The folder, who may read it, the room on the disk, the diary and the content. `fix` mends modes."""
        yield self._exists()
        yield self._private(fix=fix)
        free = shutil.disk_usage(self._existing()).free // 2**20
        yield Finding("space", free >= LEAST_FREE_MB, {"mb": free})
        yield from self._readable()
        yield from self._sound()

    def _exists(self) -> Finding:
        facts = {"folder": str(self._folder)}
        return Finding("folder", True, facts) if self._folder.is_dir() else Finding("no_folder", True, facts)

    def _existing(self) -> Path:
        return next(folder for folder in (self._folder, *self._folder.resolve().parents) if folder.is_dir())

    def _private(self, *, fix: bool) -> Finding:
        """Others may not look into the folder; where a group shares it, the group may."""
        if not self._folder.is_dir():
            return Finding("private", True)
        found = [self._folder, *self._folder.rglob("*")]
        forbidden = SHARED if self._folder.stat().st_mode & stat.S_ISGID else PRIVATE
        open_ones = [p for p in found if not p.is_symlink() and stat.S_IMODE(p.stat().st_mode) & forbidden]
        if fix:
            for path in open_ones:
                path.chmod(stat.S_IMODE(path.stat().st_mode) & ~forbidden)
            return Finding("mended" if open_ones else "private", True, {"count": len(open_ones)})
        return Finding("open" if open_ones else "private", not open_ones, {"count": len(open_ones)})

    def _readable(self) -> "Iterator[Finding]":
        states = self.files()
        for state in states:
            if not state.ok:
                yield Finding("damaged", False, {"state": state})
        if all(state.ok for state in states):
            yield Finding("diary", True, {"files": len(states), "entries": sum(s.entries for s in states)})

    def _sound(self) -> "Iterator[Finding]":
        from companion.content.check import check

        faults = check(self._content)
        for fault in faults:
            yield Finding("content_fault", False, {"error": fault})
        if not faults:
            yield Finding("content", True)
