"""A backup: a plain ZIP that any tool opens, and whose comment vouches for every byte before it.

Its members are about.json, the files of the diary, the settings, and what of the content is the person's
own. Whoever made it could be anybody, so every name, size and sum is held against what a backup may be.
"""

import hashlib
import io
import re
import stat
import struct
import zlib
from datetime import datetime
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from companion.domain.frozen import frozen
from companion.errors import Failure, Malformed

FORMAT = 1
ABOUT, SETTINGS, CONTENT = "about.json", "settings.toml", "content"
MOST_MEMBERS, DEEPEST, LONGEST = 5_000, 4, 240  # parts and bytes of a name
SETTINGS_BYTES, TOML_BYTES, TOMLS_BYTES = 100_000, 500_000, 4_000_000  # 500 times that in memory
SMALL, MOST_RATIO = 1_000_000, 200  # from this many bytes on, how many may come out of one
YEARS = (1980, 2107)  # that a ZIP can say
_DIARY = re.compile(r"(\d{4}-(0[1-9]|1[0-2])|plan)\.json")
_PART = re.compile(r"\w([\w .,()+@-]{0,98}[\w)+@-])?")
_SEAL = re.compile(rb"companion-backup (\d{1,3}) sha256:([0-9a-f]{64})\Z")
_SEAL_BYTES = len("companion-backup 999 sha256:") + 64
MOST_LISTED = MOST_MEMBERS * 400  # bytes of the list of members at the end of a ZIP
_FAULTS = (BadZipFile, EOFError, LookupError, NotImplementedError, OSError, OverflowError, RuntimeError)


class Member(BaseModel):
    """One file in a backup as about.json tells of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    name: str
    bytes: int
    sha256: str


class About(BaseModel):
    """What about.json says: when and by which version it was made, and how many entries it holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int = FORMAT
    version: str = Field(max_length=40)
    made: AwareDatetime
    entries: int = Field(ge=0)
    demo: bool = False  # whether all of it is invented
    members: tuple[Member, ...]


@frozen
class Archive:
    """A backup that was opened: what it says of itself, and its other members by name."""

    about: About
    members: dict[str, bytes]


def allowed(name: str) -> bool:
    """Whether a member of this name belongs in a backup: no other place than the diary's own folder."""
    parts = name.split("/")
    if len(parts) == 1:
        return name == SETTINGS or diary_name(name) is not None
    return (
        parts[0] == CONTENT
        and len(parts) <= DEEPEST
        and len(name.encode(errors="replace")) <= LONGEST
        and normalize("NFC", name) == name
        and all(map(_PART.fullmatch, parts))
    )


def diary_name(name: str) -> str | None:
    """Such as 2026-11 of 2026-11.json; None for what is no file of the diary."""
    found = _DIARY.fullmatch(name)
    return found[1] if found and name.isascii() else None


def packed(
    members: dict[str, bytes], made: datetime, version: str, entries: int, *, demo: bool = False
) -> bytes:
    """The bytes of a backup: the same for the same members at the same time."""
    inside = dict(sorted(members.items()))
    listed = tuple(_member(name, raw) for name, raw in inside.items())
    about = About(version=version, made=made, entries=entries, demo=demo, members=listed)
    out, blank = io.BytesIO(), _seal(b"")
    with ZipFile(out, "w") as archive:
        archive.comment = blank
        for name, raw in {ABOUT: about.model_dump_json(indent=1).encode(), **inside}.items():
            info = ZipInfo(name, stamp(made))
            info.external_attr = (stat.S_IFREG | 0o600) << 16
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, raw)
    body = out.getvalue()[: -len(blank)]
    return body + _seal(body)


def stamp(made: datetime) -> tuple[int, int, int, int, int, int]:
    """When something was made, as a ZIP says it, also by a clock that stands at another century."""
    year = min(max(made.year, YEARS[0]), YEARS[1])
    return year, made.month, made.day, made.hour, made.minute, made.second


def opened(raw: bytes, file: str, most: int) -> Archive:
    """What is in a backup, once every byte agrees; `most` is how many bytes it may hold.

    Raise Malformed("bad_backup") with file, fault and member, or Failure where it is of a newer format.
    """
    end = raw[-_SEAL_BYTES:]
    seal = _SEAL.search(end)
    if not seal or seal[1].startswith(b"0"):
        raise bad(file, "unsealed" if raw else "empty")
    body = memoryview(raw)[: len(raw) - (len(end) - seal.start())]
    if hashlib.sha256(body).hexdigest().encode() != seal[2]:
        raise bad(file, "changed")
    if int(seal[1]) > FORMAT:
        raise Failure("newer_backup", file=file, format=int(seal[1]), known=FORMAT)
    if not _is_listed(body):
        raise bad(file, "no_zip")
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            if archive.comment != seal[0]:
                raise bad(file, "unsealed")
            members = _read(archive, file, len(raw), most)
    except (*_FAULTS, ValueError, struct.error, zlib.error):
        raise bad(file, "no_zip") from None
    return Archive(_about(members.pop(ABOUT, b""), members, file), members)


def bad(file: str, fault: str, member: str = "", detail: str = "") -> Malformed:
    """The error for what cannot be used as a backup; the fault is a code."""
    return Malformed("bad_backup", file=file, fault=fault, member=member, detail=detail)


def _is_listed(body: memoryview) -> bool:
    """Whether a ZIP ends with its list of members, of a size that is worth reading."""
    end, larger = bytes(body[-22:]), bytes(body[-42:-38])
    size = int.from_bytes(end[12:16], "little")
    return end[:4] == b"PK\5\6" and larger != b"PK\6\7" and size <= MOST_LISTED


def _read(archive: ZipFile, file: str, size: int, most: int) -> dict[str, bytes]:
    """Every member, once names and sizes of all of them are found to be in order."""
    infos = archive.infolist()
    seen = set[str]()
    for info in infos:
        kind = stat.S_IFMT(info.external_attr >> 16)
        name = info.orig_filename
        if name != info.filename or not (name == ABOUT or allowed(name)):
            raise bad(file, "name", name)
        if kind not in (0, stat.S_IFREG) or info.flag_bits & 1 or _packing(info):
            raise bad(file, "kind", name)
        if name.casefold() in seen:
            raise bad(file, "twice", name)
        seen.add(name.casefold())
    for one in seen:
        if any(one.rsplit("/", up)[0] in seen for up in range(1, one.count("/") + 1)):  # a file, a folder
            raise bad(file, "twice", one)
    whole = sum(info.file_size for info in infos)
    if fault := _too_large_to_read(infos):
        raise bad(file, "too_large_member", fault)
    if len(infos) > MOST_MEMBERS or whole > most or whole > max(SMALL, MOST_RATIO * size):
        raise bad(file, "too_large")
    return {info.filename: archive.read(info) for info in infos}


def _too_large_to_read(infos: list[ZipInfo]) -> str:
    """The member with which the settings and content are more than anybody writes; "" where they are not."""
    whole = 0
    for info in infos:
        if info.filename.endswith(".toml"):
            whole += info.file_size
            most = SETTINGS_BYTES if info.filename == SETTINGS else TOML_BYTES
            if info.file_size > most or whole > TOMLS_BYTES:
                return info.filename
    return ""


def _packing(info: ZipInfo) -> bool:
    return info.compress_type not in (ZIP_STORED, ZIP_DEFLATED)


def _about(raw: bytes, members: dict[str, bytes], file: str) -> About:
    """What about.json says; held against what is really there."""
    try:
        about = About.model_validate_json(raw)
    except ValidationError:
        raise bad(file, "about", ABOUT) from None
    if about.format != FORMAT or list(about.members) != [_member(n, raw) for n, raw in members.items()]:
        raise bad(file, "about", ABOUT)
    return about


def _member(name: str, raw: bytes) -> Member:
    return Member(name=name, bytes=len(raw), sha256=hashlib.sha256(raw).hexdigest())


def _seal(body: bytes) -> bytes:
    return b"companion-backup %d sha256:%s" % (FORMAT, hashlib.sha256(body).hexdigest().encode())
