"""Reads content files. What is broken is told with the file, the record, the key and what is wrong."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import orjson
from pydantic import BaseModel, ValidationError

from companion.content.kinds import NAMES, TABLES, Kind, M
from companion.domain.built import built
from companion.domain.records import Record
from companion.errors import Failure, first_fault

R = TypeVar("R", bound=Record)
INHERITED = frozenset({"source", "reviewed", "review", "set_by"})
_NUMBER = re.compile(rb'^id\s*= "([^"]+)"\nvalue\s*= (.+)$', re.MULTILINE)


def broken(file: Path, record: str, key: str, fault: str) -> Failure:
    """The error for a record that cannot be used."""
    return Failure("broken_content", file=str(file), record=record, key=key, fault=fault)


def files(root: Path, name: str) -> list[Path]:
    """The files of a kind: one beside the others, or a folder of them; none when there is neither."""
    one = root / f"{name}.toml"
    return [one] * one.is_file() + sorted((root / name).glob("*.toml"))


def records(found: Iterable[Path], kind: Kind[R]) -> Iterator[tuple[Path, R]]:
    """Every record of these files, each with its file; an id may come once."""
    seen: dict[str, Path] = {}
    for file in found:
        for record in read(file, kind):
            if record.id in seen:
                raise broken(file, record.id, "id", f"is also in {seen[record.id]}")
            seen[record.id] = file
            yield file, record


def read(
    file: Path, kind: Kind[M], *, trusted: bool = False, inherited: Mapping[str, Any] | None = None
) -> Iterator[M]:
    """The records of one file; each inherits what [defaults] says and it does not, and then `inherited`.

    Trusted records are not validated: building a validator costs more than most commands do.
    """
    document = parsed(file, raw(file))
    defaults = common(file, document, kind.model, inherited)
    tables = document.pop(kind.table, [])
    if document:
        raise broken(file, "", next(iter(document)), f"only [defaults] and [[{kind.table}]] belong here")
    if not isinstance(tables, list):
        raise broken(file, "", kind.table, f"has to be written as [[{kind.table}]]")
    for table in tables:
        yield as_it_is(kind, table, defaults) if trusted else _record(file, kind, table, defaults)


def words(file: Path) -> dict[str, str]:
    """What people call foods and what the tables call them, from [same]."""
    document = parsed(file, raw(file))
    _defaults(file, document)
    same = document.pop("same", {})
    if document:
        raise broken(file, "", next(iter(document)), "only [defaults] and [same] belong here")
    if not isinstance(same, dict):
        raise broken(file, "", "same", "has to be written as [same]")
    for word, said in same.items():
        if not isinstance(said, str):
            raise broken(file, word, "same", "has to be a text")
    return dict(same)


def numbers(file: Path) -> dict[str, Any]:
    """The number of each threshold of a packaged file, by id.

    Only for what tests have validated: most of a file says where its numbers come from, and is passed over.
    What is left, JSON writes as TOML does.
    """
    found = _NUMBER.findall(raw(file))
    values = orjson.loads(b"[%s]" % b",".join(value for _, value in found))
    return {id_.decode(): _plain(value, None) for (id_, _), value in zip(found, values, strict=True)}


def strays(root: Path) -> Iterator[Path]:
    """Content files under a folder that no kind reads: a slip in a name must not go unseen."""
    for file in sorted(root.rglob("*")):
        place = file.relative_to(root)
        if file.suffix not in {".toml", ".csv"} or any(part.startswith(".") for part in place.parts):
            continue
        known = (
            TABLES.fullmatch(place.name)
            if file.suffix == ".csv"
            else place.parts[0].removesuffix(".toml") in NAMES
        )
        if not known or len(place.parts) > 1 + (file.suffix == ".toml" and place.parts[0] in NAMES):
            yield file


def common(
    file: Path, document: dict[str, Any], model: type[BaseModel], inherited: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What [defaults] says, and then `inherited`, of what a model has a field for; out of the document."""
    said = {**(inherited or {}), **_defaults(file, document)}
    return {name: value for name, value in said.items() if name in model.model_fields}


def _defaults(file: Path, document: dict[str, Any]) -> dict[str, Any]:
    defaults = document.pop("defaults", {})
    if not isinstance(defaults, dict) or not defaults.keys() <= INHERITED:
        raise broken(file, "", "defaults", f"only {', '.join(sorted(INHERITED))} can be inherited")
    return defaults


def raw(file: Path) -> bytes:
    """The bytes of a content file."""
    try:
        with file.open("rb") as stream:
            return stream.read()
    except OSError as fault:
        raise broken(file, "", "", fault.strerror or str(fault)) from None


def parsed(file: Path, inside: bytes) -> dict[str, Any]:
    """What a file says, or a piece of it."""
    import tomli  # a day and most entries need none: their numbers are read otherwise

    try:
        return tomli.loads(inside.decode())
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise broken(file, "", "", str(fault)) from None
    except RecursionError:
        raise broken(file, "", "", "its brackets are nested too deeply") from None
    except ValueError:  # Python reads no number of thousands of digits
        raise broken(file, "", "", "a number in it is too long") from None


def _record(file: Path, kind: Kind[M], table: Any, defaults: Mapping[str, Any]) -> M:
    if not isinstance(table, dict):
        raise broken(file, "", kind.table, f"has to be written as [[{kind.table}]]")
    try:
        return kind.model(**{**defaults, **table})
    except ValidationError as fault:
        raise broken(file, str(table.get("id", "")), *first_fault(fault)) from None


def as_it_is(kind: Kind[M], table: dict[str, Any], defaults: Mapping[str, Any]) -> M:
    """A record of these values, not validated."""
    values = {name: _plain(value, kind.part(name)) for name, value in table.items()}
    return built(kind.model, {**defaults, **values})


def _plain(value: Any, part: type[BaseModel] | None) -> Any:
    """A value as its field holds it: lists as tuples, tables as the model they are."""
    if isinstance(value, list):
        return tuple(_plain(one, part) for one in value)
    return built(part, value) if part is not None else value
