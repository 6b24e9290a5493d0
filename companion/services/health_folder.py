"""The folder of the diary: whose it is, who may look into it or swap it, and what stands in it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from companion.domain.health import Finding
from companion.errors import Failure
from companion.store import moving, restoring, tending
from companion.store.disk import what_else
from companion.store.shelf import FolderShelf

PRIVATE = 0o077  # whatever others may do
SHARED = 0o007  # the same where the folder is passed on to a group
WRITING = 0o022
OURS = (".json", ".toml", ".lock")


def folder(place: Path, *, fix: bool) -> Iterator[Finding]:
    """Look at the folder and all in it. `fix` takes away what others may do."""
    if not place.is_dir():
        yield Finding("no_folder", True, {"folder": str(place)})
        yield Finding("private", True)
        return
    yield Finding("folder", True, {"folder": str(place)})
    found = list(tending.inside(place))
    yield from _owners(place, found)
    yield from _above(place.resolve())
    yield _private(place, found, fix=fix)
    yield from _odd(found)
    for left in restoring.left_over(place):
        yield Finding("restore_left", False, {"path": str(left)})
    if restoring.is_cut(place):
        yield _cut(place)
    elif before := moving.kept_before(place):
        yield Finding("restore_kept", True, {"path": str(before[-1])})
    if strangers := FolderShelf(place).strangers():
        yield Finding("strangers", False, {"paths": strangers})


def open_to_others(place: Path) -> bool:
    """Whether others may look into a folder; where a group shares it, the group may."""
    try:
        mode = place.stat().st_mode
    except OSError:
        return False
    return bool(mode & (SHARED if mode & stat.S_ISGID else PRIVATE))


def _cut(place: Path) -> Finding:
    """A restore that was cut off: it can be taken back, or only a person can put it right."""
    try:
        moving.look(place)
    except Failure as failure:
        return Finding("restore_stuck", False, {"error": failure})
    return Finding("restore_cut", False, {"folder": str(place)})


def _owners(place: Path, found: list[Path]) -> Iterator[Finding]:
    """Another's folder behind a link, or another's files. A folder that is shared has several owners."""
    me, target = os.geteuid(), place.stat()
    if place.is_symlink() and target.st_uid != me:
        facts = {"folder": str(place), "target": str(place.resolve()), "owner": account(target.st_uid)}
        yield Finding("elsewhere", False, facts)
        return
    if target.st_mode & stat.S_ISGID:
        return
    others = [path for path in found if path.lstat().st_uid != me]
    if others:
        whose = {"owner": account(others[0].lstat().st_uid), "me": account(me)}
        yield Finding("foreign", False, {"count": len(others), "path": str(others[0]), **whose})


def _above(place: Path) -> Iterator[Finding]:
    """A folder above in which others may rename: they could put another in the place of this one."""
    me = os.geteuid()
    for above in place.parents:
        found = above.stat()
        if found.st_uid not in (0, me):
            yield Finding("above_foreign", False, {"path": str(above), "owner": account(found.st_uid)})
        elif _writable(found):
            yield Finding("above_open", False, {"path": str(above)})


def _writable(found: os.stat_result) -> bool:
    """By anybody, or by a group that is more than its owner's own; where only owners rename, that is well."""
    if found.st_mode & stat.S_ISVTX:
        return False
    foreign_group = group(found.st_gid) != account(found.st_uid)
    return bool(found.st_mode & 0o002 or (found.st_mode & 0o020 and foreign_group))


def _private(place: Path, found: list[Path], *, fix: bool) -> Finding:
    forbidden = SHARED if place.stat().st_mode & stat.S_ISGID else PRIVATE
    modes = {**tending.modes(found), place: stat.S_IMODE(place.stat().st_mode)}  # also behind a link
    wide = {path: mode for path, mode in modes.items() if mode & forbidden}
    if not wide:
        return Finding("private", True)
    if fix:
        try:
            tending.set_modes({path: mode & ~forbidden for path, mode in wide.items()})
        except PermissionError:
            return Finding("open", False, {"count": len(wide)})
        return Finding("mended", True, {"count": len(wide)})
    code = "writable" if any(mode & forbidden & WRITING for mode in wide.values()) else "open"
    return Finding(code, False, {"count": len(wide)})


def _odd(found: list[Path]) -> Iterator[Finding]:
    """A pipe, a folder or a device where the diary has a file."""
    for path in found:
        if path.suffix in OURS or path.name == ".lock":
            try:
                kind = what_else(path.stat().st_mode)
            except OSError:
                kind = "gone"
            if kind:
                yield Finding("odd", False, {"path": str(path), "kind": kind})


def account(number: int) -> str:
    """The name of an account, or its number."""
    import pwd

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def group(number: int) -> str:
    """The name of a group, or its number."""
    import grp

    try:
        return grp.getgrgid(number).gr_name
    except KeyError:
        return str(number)
