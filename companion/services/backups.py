"""One file to keep elsewhere, and back again: on a new computer, or where the diary is damaged."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from companion import __version__
from companion.config import settings as kept
from companion.content import check
from companion.content.library import Library
from companion.errors import CompanionError, Failure, Malformed, Refused
from companion.store import archive, disk, gathering, restoring, sealing
from companion.store.diary import Diary
from companion.store.layout import NewerError
from companion.store.month import CORRECTION
from companion.store.shelf import PLAN, MemoryShelf

if TYPE_CHECKING:
    from companion.services.companion import Companion

MB = 1_000_000
KEY_BYTES = 100_000
PRIVATE = 0o600


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was written: its bytes and entries, whether encrypted, what could not go with it."""

    file: str
    bytes: int
    entries: int
    encrypted: bool
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """What is in a backup: whose diary, who wrote in it, its days, and how it was made.

    `folder` is where it was put in place, `before` where the folder that was there is kept now.
    """

    file: str
    made: datetime
    version: str
    entries: int
    first: date | None
    last: date | None
    person: str
    people: tuple[str, ...]
    settings: bool
    content: int
    folder: str = ""
    before: str | None = None


class Backups:
    """Makes backups of a diary and puts them in its place, whatever state the diary there is in."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def make(self, file: Path, encrypt_to: Sequence[str] = ()) -> Made:
        """Write everything into a new file. `encrypt_to`: keys, or files of keys.

        Raises NotAllowed for anybody but the owner, Refused where the file is there or lies in the diary's
        folder, Failure for a damaged diary, and Malformed for what is no key; nothing is written then.
        """
        companion = self._companion
        actor = companion.actor
        actor.require("admit")
        self._require_free(file)
        if not companion.diary.shelf.names():
            raise Refused("backup_of_nothing")
        keys = [key for given in encrypt_to for key in _keys(given)]
        found = gathering.gather(companion.diary, companion.folder, actor.name)
        if companion.folder:
            _require_sound(companion.folder)
            _require_sound_members(found.members, str(file))
        raw = archive.packed(found.members, companion.clock(), __version__, found.entries)
        archive.opened(raw, str(file), self._most)
        if encrypt_to:
            raw = sealing.sealed(raw, keys)
        with disk.plainly(file):
            try:
                disk.hand_over(file, raw, PRIVATE)
            except FileExistsError:
                raise Refused("backup_there", file=str(file)) from None
        return Made(str(file), len(raw), found.entries, bool(encrypt_to), found.left_out)

    def look(self, file: Path, identity: Path | None = None) -> Held:
        """What is in a backup, once every byte and every entry was looked at; nothing is changed."""
        return self._opened(file, identity)[1]

    def restore(self, file: Path, identity: Path | None = None) -> Held:
        """Put a backup in the place of the diary; the folder that was there is kept beside it.

        Raises NotAllowed for anybody but the owner, Malformed or Failure for what cannot be used,
        Refused where the folder is a link or another's; nothing is changed then.
        """
        companion, folder = self._companion, self._companion.folder
        if companion.by is not None:  # who says no name is the owner, also where no name can be read
            companion.actor.require("admit")
        if companion.demo or folder is None:
            raise Malformed("restore_into_demo")
        folder = restoring.place(folder)
        restoring.require_own(folder)
        members, held = self._opened(file, identity)
        before = restoring.put(folder, members, companion.by or held.person, companion.clock())
        return replace(held, folder=str(folder), before=str(before) if before else None)

    @property
    def _most(self) -> int:
        return int(self._companion.content.limit("limits.backup_mb") * MB)

    def _require_free(self, file: Path) -> None:
        """Raise Refused where something is there, or the file would lie where the diary does."""
        if _there(file):
            raise Refused("backup_there", file=str(file))
        folder = self._companion.folder
        if folder and file.absolute().parent.resolve().is_relative_to(folder.resolve()):
            raise Refused("backup_inside", file=str(file))

    def _opened(self, file: Path, identity: Path | None) -> tuple[dict[str, bytes], Held]:
        """The members of a backup and what they are. Raises Malformed or Failure."""
        name = str(file)
        raw = _read(file, self._most)
        if sealing.is_sealed(raw):
            if identity is None:
                raise Malformed("sealed_backup", file=name)
            key = _key_file(identity, "bad_secret_key")
            raw = sealing.unsealed(raw, key, name, str(identity))
        found = archive.opened(raw, name, self._most)
        shelf = MemoryShelf()
        for member, inside in found.members.items():
            if stem := archive.diary_name(member):
                shelf.files[stem] = inside
        held = self._held(name, found, Diary(shelf, self._companion.clock))
        _require_sound_members(found.members, name)
        return found.members, held

    def _held(self, file: str, found: archive.Archive, diary: Diary) -> Held:
        """What the entries of a backup say, each of them looked at. Raises Malformed or Failure."""
        days, people, count, person = set[str](), dict[str, None](), 0, ""
        for name in diary.shelf.names():
            raw = diary.shelf.read(name) or b""
            if fault := diary.binder.fault(raw):
                if isinstance(fault, NewerError):
                    raise Failure("newer_backup", file=file, format=fault.schema, known=archive.FORMAT)
                raise archive.bad(file, fault.fault, f"{name}.json", fault.detail)
            month = diary.binder.parse(raw)
            for kind in month.sections:
                documents = month.documents(kind)
                count += len(documents)
                people |= dict.fromkeys(str(one["by"]) for one in documents)
                if name != PLAN and kind != CORRECTION:
                    days |= {str(one["at"])[:10] for one in documents}
        if not count or count != found.about.entries:
            raise archive.bad(file, "about", archive.ABOUT)
        with suppress(CompanionError):
            person = _person(diary)
        return Held(
            file=file,
            made=found.about.made,
            version=found.about.version,
            entries=count,
            first=date.fromisoformat(min(days)) if days else None,
            last=date.fromisoformat(max(days)) if days else None,
            person=person,
            people=tuple(people),
            settings=archive.SETTINGS in found.members,
            content=sum(name.startswith(f"{archive.CONTENT}/") for name in found.members),
        )


def _person(diary: Diary) -> str:
    """What the person of a diary is called; "" where it does not say."""
    from companion.services.companion import Companion

    opened = Companion(
        diary=diary, content=Library(trusting=True), settings=kept.Settings(), clock=diary.clock
    )
    return opened.people.person().name or ""


def _require_sound(folder: Path) -> None:
    """Raise Failure for settings or content of one's own that the program could not use."""
    kept.load(folder)
    own = folder / archive.CONTENT
    if own.is_dir():
        for fault in check.unreadable(Library(own, trusting=True)):
            raise fault


def _require_sound_members(members: dict[str, bytes], file: str) -> None:
    """The same for a backup, in a folder that is gone afterwards."""
    others = {name: raw for name, raw in members.items() if not archive.diary_name(name)}
    if not others:
        return
    with TemporaryDirectory(prefix="companion-") as place:
        for name, raw in others.items():
            path = Path(place, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        try:
            _require_sound(Path(place))
        except Failure as fault:
            name = str(fault.facts.get("file", "")).removeprefix(f"{place}/")
            raise archive.bad(file, "unusable", name) from None


def _keys(given: str) -> list[str]:
    """The public keys meant: one as it is, or those of a file."""
    if given.startswith(("age1", "ssh-")) or given.upper().startswith(sealing.SECRET):
        return [given]
    found = sealing.keys_in(_key_file(Path(given), "bad_public_key").decode(errors="replace"))
    if not found:
        raise Malformed("bad_public_key", file=given)
    return found


def _key_file(file: Path, code: str) -> bytes:
    try:
        return _read(file, KEY_BYTES)
    except Malformed:
        raise Malformed(code, file=str(file)) from None


def _there(file: Path) -> bool:
    """Whether there is anything of this name. Raises Malformed for what cannot be one."""
    try:
        file.lstat()
    except OSError:
        return False
    except ValueError:
        raise archive.bad(str(file), "no_file") from None
    return True


def _read(file: Path, most: int) -> bytes:
    """A file that was named. Raises Malformed for what is none, or too large to be one."""
    name = str(file)
    try:
        raw = disk.read(file, most + 1)
    except Failure as fault:
        raise archive.bad(name, str(fault.facts.get("instead") or "unreadable")) from None
    except ValueError:
        raw = None
    if raw is None:
        raise archive.bad(name, "no_file")
    if len(raw) > most:
        raise archive.bad(name, "too_large")
    return raw
