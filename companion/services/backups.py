"""One file to keep elsewhere, and back again: on a new computer, or where the diary is damaged."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING

from companion import __version__
from companion.config import settings as kept
from companion.config.paths import INVENTED, invented
from companion.content import check
from companion.content.library import Library
from companion.domain.frozen import frozen
from companion.domain.people import same_name
from companion.errors import CompanionError, Failure, Malformed, NotAllowed, Refused
from companion.store import archive, disk, gathering, papers, restoring, sealing
from companion.store.diary import Diary
from companion.store.layout import NewerError
from companion.store.month import CORRECTION
from companion.store.shelf import PLAN, MemoryShelf

if TYPE_CHECKING:
    from companion.services.companion import Companion

MB = 1_000_000
KEY_BYTES = 100_000


@frozen
class Made:
    """A backup that was written: its bytes and entries, whether encrypted, what could not go with it."""

    file: str
    bytes: int
    entries: int
    encrypted: bool
    left_out: tuple[str, ...] = ()


@frozen
class Held:
    """What is in a backup: whose diary, who wrote in it, its days, and how it was made.

    `folder` is where it was put in place, `before` where what was there is kept now. `let_in` are those whom
    it lets in and who are not let in now. `demo`: all of it is invented.
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
    demo: bool
    let_in: tuple[str, ...]
    folder: str = ""
    before: str | None = None


class Backups:
    """Makes backups of a diary and puts them in its place, whatever state the diary there is in."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def make(self, file: Path, encrypt_to: Sequence[str] = ()) -> Made:
        """Write everything into a new file. `encrypt_to`: keys, or files of keys.

        Raises NotAllowed for anybody but the owner and over SSH, Refused where the file is there or lies in
        the diary's folder, Failure for a damaged diary, and Malformed for what is no key; nothing is written
        then.
        """
        self._require_here()
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
        demo = companion.demo or (companion.folder is not None and invented(companion.folder))
        raw = archive.packed(found.members, companion.clock(), __version__, found.entries, demo=demo)
        archive.opened(raw, str(file), self._most)
        if encrypt_to:
            raw = sealing.sealed(raw, keys)
        papers.hand_over(file, raw)
        return Made(str(file), len(raw), found.entries, bool(encrypt_to), found.left_out)

    def look(self, file: Path, identity: Path | None = None) -> Held:
        """What is in a backup, once every byte and every entry was looked at; nothing is changed."""
        self._require_here()
        return self._opened(file, identity)[1]

    def restore(self, file: Path, identity: Path | None = None) -> Held:
        """Put a backup in the place of the diary; what was there is kept within the folder.

        Raises NotAllowed for all but the owner and over SSH, Malformed or Failure for what cannot be used,
        Refused where the folder is a link or another's, or for the demo in the place of what is real; nothing
        is changed then.
        """
        self._require_here()
        companion, folder = self._companion, self._companion.folder
        if companion.by is not None:  # who says no name is the owner, also where no name can be read
            companion.actor.require("admit")
        if companion.demo or folder is None:
            raise Malformed("restore_into_demo")
        folder = restoring.place(folder)
        restoring.require_own(folder)
        members, held = self._opened(file, identity)
        if held.demo and not (invented(folder) or restoring.is_empty(folder)):
            raise Refused("restore_of_demo", file=str(file))
        who, mark = companion.by or held.person, INVENTED if held.demo else ""
        before = restoring.put(folder, members, who, companion.clock(), mark)
        return replace(held, folder=str(folder), before=str(before) if before else None)

    @property
    def _most(self) -> int:
        return int(self._companion.content.limit("limits.backup_mb") * MB)

    def _require_here(self) -> None:
        """Raise NotAllowed over SSH: whoever is let in names no files of this computer."""
        if self._companion.via == "ssh":
            raise NotAllowed("backup_from_afar")

    def _require_free(self, file: Path) -> None:
        """Raise Refused where something is there or the diary lies there, Malformed without its folder."""
        if _there(file):
            raise Refused("backup_there", file=str(file))
        folder = self._companion.folder
        if folder and disk.inside(file, folder):
            raise Refused("backup_inside", file=str(file))
        papers.require_folder(file)

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
        let_in: tuple[str, ...] = ()
        with suppress(CompanionError):
            person, let_in = _person(diary), self._let_in(diary)
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
            demo=found.about.demo,
            let_in=let_in,
        )

    def _let_in(self, diary: Diary) -> tuple[str, ...]:
        """Who is let in by a backup and is not let in now. Raises CompanionError."""
        now: list[str] = []
        with suppress(CompanionError):  # a diary that is damaged lets nobody in
            now = [one.caregiver for one in self._companion.caregivers.everybody()]
        then = [one.caregiver for one in _reader(diary).caregivers.everybody()]
        return tuple(name for name in then if not any(same_name(name, other) for other in now))


def _person(diary: Diary) -> str:
    """What the person of a diary is called; "" where it does not say."""
    return _reader(diary).people.person().name or ""


def _reader(diary: Diary) -> "Companion":
    """Services over a diary that is only read."""
    from companion.services.companion import Companion

    return Companion(diary=diary, content=Library(trusting=True), settings=kept.Settings(), clock=diary.clock)


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
    with disk.plainly(Path(gettempdir())), TemporaryDirectory(prefix="companion-") as place:
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
    try:
        return disk.named(file, most)
    except disk.UnreadError as error:
        raise archive.bad(str(file), error.why) from None
