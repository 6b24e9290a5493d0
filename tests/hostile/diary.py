"""A diary written by other hands: in every text of every kind of entry stands something hostile."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from tinydb import TinyDB

from companion.domain.entries import KINDS, Entry
from companion.store.diary import Diary
from companion.store.month import document
from companion.store.shelf import MemoryShelf

KEPT = {"id", "at", "recorded", "act", "on", "target", "session"}  # by these entries find each other
MEANT = {"meal", "food", "exercise", "programme", "key", "value", "what", "level", "changes", "document",
         "slots", "locked"}  # by these they find the content; the samples hold strange ones  # fmt: skip
ABOUT = ("name", "emergency-number")  # facts about the person that are a text


def spoil(shelf: MemoryShelf, text: str, now: datetime) -> MemoryShelf:
    """Write the text over every free text of a diary, then add an entry of each kind that is nothing else."""
    diary = Diary(shelf, lambda: now)
    for name in shelf.names():
        with diary.edit(name) as db:
            for kind in db.tables():
                db.table(kind).update(lambda entry, kind=kind: spoiled(kind, entry, text))
    for kind, model in KINDS.items():
        entry = sample(model, text, now - timedelta(days=2 if kind.startswith("session") else 0, hours=1))
        with diary.edit("plan" if model.home == "plan" else f"{now:%Y-%m}") as db:
            keep(db, diary, entry)
    return shelf


def keep(db: TinyDB, diary: Diary, entry: Entry) -> None:
    """Put an entry into a file beside the services, with an id of its own."""
    from companion.store import ids

    diary.last = ids.mint(diary.wall(), diary.last)
    db.table(entry.kind).insert(document(entry.model_copy(update={"id": diary.last})))


def spoiled(kind: str, entry: dict[str, Any], text: str) -> None:
    """Change the free texts of a document in place."""
    model = KINDS[kind]
    for name, field in model.model_fields.items():
        if name in KEPT | MEANT or not _is_text(field.annotation):
            continue
        entry[name] = [text, text] if _holds_several(field.annotation) else text
    if kind == "person" and entry["key"] in ABOUT:
        entry["value"] = text


def sample(model: type[Entry], text: str, at: datetime) -> Entry:
    """An entry in which every text that may be any text is this one."""
    facts = dict(_filled(model, text, at))
    if "drink_level" in facts:
        facts["drink_level"] = None  # it is a food
    return model.model_validate(facts)


def _filled(model: type[BaseModel], text: str, at: datetime) -> Iterator[tuple[str, Any]]:
    for name, field in model.model_fields.items():
        if name in ("id", "act"):
            continue
        yield name, at if name in ("at", "recorded") else _value(name, field.annotation, text, at)


def _value(name: str, kind: Any, text: str, at: datetime) -> Any:
    """Something of this type, as hostile as it can be."""
    made: Any = 1
    origin, inner = get_origin(kind), get_args(kind)
    if _is_text(kind) and not _holds_several(kind):
        made = text
    elif origin in (Union, UnionType):
        made = _value(name, next(one for one in inner if one is not type(None)), text, at)
    elif origin is Literal:
        made = inner[0]
    elif origin is tuple:
        made = (_value(name, inner[0], text, at),)
    elif origin in (dict, Mapping):
        made = {text: text}
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        made = dict(_filled(kind, text, at))
    elif kind is bool:
        made = True
    elif name == "on":
        made = at.date()
    return made


def _is_text(kind: Any) -> bool:
    """Whether any text may stand there."""
    if kind is str:
        return True
    if get_origin(kind) in (Union, UnionType, tuple):
        return any(map(_is_text, get_args(kind)))
    return False


def _holds_several(kind: Any) -> bool:
    return get_origin(kind) is tuple
