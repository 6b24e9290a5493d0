"""How the program behaves for this person: units, theme, day start, slots, cues. Kept as settings.toml."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from companion.domain.day import SLOTS, clock_time
from companion.domain.text import clean
from companion.errors import Failure, Refused, Unknown, first_fault

FILE = "settings.toml"
TEMPORARY = f".{FILE}.{{}}.tmp"  # beside it while it is saved, with the number of the process
SLOT_LETTERS, MOST_SLOTS = 16, 12
MOVING = ".restoring"  # in the folder while a restore is half done: what is saved then may be moved away
SHARED = 0o2070  # of a folder that passes its group on: a diary kept by several accounts


class Settings(BaseModel):
    """Every setting with its default. Hours are local; `slots` gives the time from which each slot runs."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    weight_unit: Literal["kg", "lb", "st"] = "kg"
    face: Literal["ask", "full", "calm", "linear"] = "ask"
    theme: Literal["dusk", "clear", "daylight", "paper"] = "dusk"
    paint: Literal["cells", "stock"] = "cells"
    day_start: int = Field(default=4, ge=0, le=11)
    bell: bool = True
    wait_for_go: bool = True
    movement: Literal["clock", "done"] = "clock"
    key_filter: bool = False  # in the full screen too, leave out keys that come again too soon
    same_key_ms: int = Field(default=600, ge=0, le=2000)  # longer than most keyboards wait before they repeat
    any_key_ms: int = Field(default=150, ge=0, le=2000)
    field_key_ms: int = Field(default=150, ge=0, le=2000)  # the same key where text is typed
    enter_after_digit: bool = False  # in plain lines a digit waits for Enter
    calm_mark: Literal["cursor", "row"] = "cursor"  # what shows the row in the calm screen
    still: bool = False  # a countdown shows only the numbers that are also said
    voice: bool = False  # the cues of a session are spoken, where that can be
    switch: bool = False  # one switch: choices are offered one after another
    switch_key: Literal["any", "space", "enter"] = "any"
    switch_ms: int = Field(default=2000, ge=800, le=20000)  # how long a choice is offered
    switch_first_ms: int = Field(default=1500, ge=0, le=15000)  # longer for the first one
    switch_loops: int = Field(default=3, ge=1, le=30)  # rounds before it waits
    idle_minutes: int = Field(default=15, ge=0, le=240)  # over SSH without a key, then it closes; 0 is never
    session_time: str = "10:00"  # when a session that the plan has is reminded of, and stands in a calendar
    notify: Literal["off", "bell", "message"] = "off"  # beside what stands there, when something becomes due
    welcome: bool = True  # ask the first questions when nothing was ever written down
    slots: dict[str, str] = Field(default_factory=lambda: dict(SLOTS), min_length=1, max_length=MOST_SLOTS)

    @property
    def typed_key_ms(self) -> int:
        """How soon is too soon where text is typed; quick hands that do not shake lose no letter."""
        return self.field_key_ms if self.key_filter else 0

    @field_validator("session_time")
    @classmethod
    def _session_time(cls, written: str) -> str:
        """A time of day as people type it, kept as 09:30."""
        try:
            return f"{clock_time(written):%H:%M}"
        except OverflowError:
            raise ValueError("bad_setting") from None

    @field_validator("slots")
    @classmethod
    def _slots(cls, slots: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        """Every slot has a name and a time; they stand in the order of the day, whenever they were added."""
        if not all(_is_name(name) and _is_time(time) for name, time in slots.items()):
            raise ValueError("bad_slots")
        starts = info.data.get("day_start", 0)
        return dict(sorted(slots.items(), key=lambda slot: _minutes(slot[1], starts)))


def _is_name(name: str) -> bool:
    return bool(name) and clean(name, limit=SLOT_LETTERS) == name


def _is_time(time: str) -> bool:
    hour, _, minute = time.partition(":")
    return hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60


def _minutes(time: str, day_start: int) -> int:
    """How far into the day a time is."""
    hour, _, minute = time.partition(":")
    return (int(hour) - day_start) % 24 * 60 + int(minute)


def load(folder: Path) -> Settings:
    """The settings of a data folder; the defaults where there is no file."""
    path = folder / FILE
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise Failure("unreadable", file=str(path), fault="it is no file")
        return _read(path, path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings.model_construct()  # the defaults need no validator, which costs more than a command
    except OSError as error:
        raise Failure("unreadable", file=str(path), fault=error.strerror) from None
    except UnicodeDecodeError as error:
        raise Failure("broken_settings", file=str(path), fault="not_toml", detail=str(error)) from None


def _read(path: Path, written: str) -> Settings:
    """The settings of a file; raises Failure where it cannot be used."""
    import tomli  # most have no such file, and most commands read no other

    try:
        return Settings(**tomli.loads(written))
    except tomli.TOMLDecodeError as error:
        raise Failure("broken_settings", file=str(path), fault="not_toml", detail=str(error)) from None
    except RecursionError:
        deep = "its brackets are nested too deeply"
        raise Failure("broken_settings", file=str(path), fault="not_toml", detail=deep) from None
    except ValidationError as error:
        raise Failure("broken_settings", file=str(path), **_fault(first_fault(error)[0])) from None
    except ValueError:  # Python reads no number of thousands of digits
        long = "a number in it is too long"
        raise Failure("broken_settings", file=str(path), fault="not_toml", detail=long) from None


def _fault(where: str) -> dict[str, object]:
    """What is wrong with a settings file, as a code and facts: no setting, bad slots, a bad value."""
    name = where.partition(".")[0]
    key = name.replace("_", "-")
    if name not in Settings.model_fields:
        return {"fault": "no_setting", "key": key}
    if name == "slots":
        return {"fault": "bad_slots", "most": MOST_SLOTS, "letters": SLOT_LETTERS}
    return {"fault": "bad_setting", "key": key, "known": choices(key), "between": bounds(key)}


def stamp(folder: Path) -> tuple[int, int] | None:
    """Differs once the file was written again; None where there is none, or it cannot be looked at."""
    with suppress(OSError):
        found = (folder / FILE).stat()
        return found.st_mtime_ns, found.st_ino
    return None


def change(settings: Settings, key: str, value: str) -> Settings:
    """The settings with one key changed; `slots.NAME` is the time of a part of the day, or adds it."""
    name = key.replace("-", "_")
    if name.startswith("slots."):
        slot = key.partition(".")[2]
        return (move_slot if slot in settings.slots else add_slot)(settings, slot, value)
    values: dict[str, Any] = settings.model_dump()
    if name not in values or name == "slots":
        raise Unknown("unknown_setting", value=key, known=names(settings))
    try:
        return Settings(**{**values, name: value})
    except ValidationError:
        raise Refused("bad_setting", key=key, value=value, known=choices(key), between=bounds(key)) from None


def add_slot(settings: Settings, name: str, time: str) -> Settings:
    """One more part of the day, from a time such as 17:30; its name is new."""
    if is_taken(name, settings.slots):
        raise Refused("slot_there", value=name)
    return _with_slots(settings, {**settings.slots, name: time})


def move_slot(settings: Settings, name: str, time: str) -> Settings:
    """Another time for a part of the day."""
    _known(settings, name)
    return _with_slots(settings, {**settings.slots, name: time})


def rename_slot(settings: Settings, old: str, new: str) -> Settings:
    """Another name for a part of the day, which keeps its time. What was written down keeps the old name."""
    _known(settings, old)
    if is_taken(new, settings.slots.keys() - {old}):
        raise Refused("slot_there", value=new)
    return _with_slots(
        settings, {new if name == old else name: time for name, time in settings.slots.items()}
    )


def remove_slot(settings: Settings, name: str) -> Settings:
    """Without a part of the day; the last one stays."""
    _known(settings, name)
    if len(settings.slots) == 1:
        raise Refused("last_slot", value=name)
    return _with_slots(settings, {other: time for other, time in settings.slots.items() if other != name})


def is_taken(name: str, slots: Iterable[str]) -> bool:
    """Whether one of these parts of the day has this name; small and capital letters are the same."""
    return name.casefold() in {slot.casefold() for slot in slots}


def _known(settings: Settings, name: str) -> None:
    if name not in settings.slots:
        raise Unknown("unknown_slot", value=name, known=list(settings.slots))


def _with_slots(settings: Settings, slots: dict[str, str]) -> Settings:
    """Refused with a code each for what the model would refuse."""
    for name, time in slots.items():
        if not _is_name(name):
            raise Refused("bad_slot_name", value=name, letters=SLOT_LETTERS)
        if not _is_time(time):
            raise Refused("bad_slot_time", value=time)
    if len(slots) > MOST_SLOTS:
        raise Refused("too_many_slots", most=MOST_SLOTS)
    return Settings(**{**settings.model_dump(), "slots": slots})


def names(settings: Settings) -> list[str]:
    """The keys as they are typed, a slot each."""
    plain = [name.replace("_", "-") for name in Settings.model_fields if name != "slots"]
    return [*plain, *(f"slots.{slot}" for slot in settings.slots)]


def choices(key: str) -> tuple[str, ...]:
    """The values a setting can have, empty where it is free."""
    if key.startswith("slots."):
        return ()
    kind: Any = Settings.model_fields[key.replace("-", "_")].annotation
    return ("yes", "no") if kind is bool else get_args(kind)


def bounds(key: str) -> tuple[int, int] | None:
    """The least and the most of a setting that is a number; None for any other."""
    if key.startswith("slots."):
        return None
    marks = Settings.model_fields[key.replace("-", "_")].metadata
    low = [mark.ge for mark in marks if hasattr(mark, "ge")]
    high = [mark.le for mark in marks if hasattr(mark, "le")]
    return (low[0], high[0]) if low and high else None


def save(folder: Path, settings: Settings) -> None:
    """Write what differs from the defaults, whole or not at all. Raise Failure, also in a half restore."""
    path = folder / FILE
    if os.path.lexists(folder / MOVING):
        raise Failure("restore_cut", folder=str(folder))
    fresh = path.with_name(TEMPORARY.format(os.getpid()))
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        mode = 0o660 if folder.stat().st_mode & SHARED == SHARED else 0o600
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            os.fchmod(descriptor, mode)  # whatever the umask
            file.write(_toml(settings))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):  # what cannot be written cannot be removed either
            fresh.unlink(missing_ok=True)
        raise Failure("unwritable", file=str(path), fault=error.strerror) from None


def _toml(settings: Settings) -> str:
    plain = settings.model_dump(exclude_defaults=True, exclude={"slots"})
    lines = [f"{name} = {_scalar(value)}" for name, value in plain.items()]
    if settings.slots != SLOTS:
        lines += ["", "[slots]", *(f'{_scalar(name)} = "{time}"' for name, time in settings.slots.items())]
    return "\n".join(lines) + "\n"


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)
