"""How the program behaves for this person: units, theme, day start, slots, cues. Kept as settings.toml."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, get_args

import tomli
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from companion.domain.day import SLOTS
from companion.domain.text import clean
from companion.errors import Failure, Refused, Unknown, first_fault

FILE = "settings.toml"


class Settings(BaseModel):
    """Every setting with its default. Hours are local; `slots` gives the time from which each slot runs."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    weight_unit: Literal["kg", "lb", "st"] = "kg"
    theme: Literal["dusk", "clear", "daylight", "paper"] = "dusk"
    paint: Literal["cells", "stock"] = "cells"
    day_start: int = Field(default=4, ge=0, le=11)
    bell: bool = True
    wait_for_go: bool = True
    movement: Literal["clock", "done"] = "clock"
    slots: dict[str, str] = Field(default_factory=lambda: dict(SLOTS), min_length=1, max_length=12)

    @field_validator("slots")
    @classmethod
    def _slots(cls, slots: dict[str, str]) -> dict[str, str]:
        for name, time in slots.items():
            hour, _, minute = time.partition(":")
            if clean(name, limit=16) != name or not name:
                raise ValueError(f"{name!r} cannot be the name of a slot")
            if not (hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60):
                raise ValueError(f"{time!r} is not a time such as 17:30")
        return slots


def load(folder: Path) -> Settings:
    """The settings of a data folder; the defaults where there is no file."""
    path = folder / FILE
    try:
        values = tomli.loads(path.read_text(encoding="utf-8"))
        return Settings(**values)
    except FileNotFoundError:
        return Settings.model_construct()  # the defaults need no validator, which costs more than a command
    except OSError as error:
        raise Failure("unreadable", file=str(path), fault=error.strerror) from None
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Failure("broken_settings", file=str(path), key="", fault=str(error)) from None
    except ValidationError as error:
        key, fault = first_fault(error)
        raise Failure("broken_settings", file=str(path), key=key, fault=fault) from None


def change(settings: Settings, key: str, value: str) -> Settings:
    """The settings with one key changed; `slots.NAME` sets or adds a slot."""
    name = key.replace("-", "_")
    values: dict[str, Any] = settings.model_dump()
    if name.startswith("slots."):
        values["slots"] = {**values["slots"], key.partition(".")[2]: value}
    elif name in values and name != "slots":
        values[name] = value
    else:
        raise Unknown("unknown_setting", value=key, known=names(settings))
    try:
        return Settings(**values)
    except ValidationError as error:
        raise Refused("bad_setting", key=key, value=value, fault=first_fault(error)[1]) from None


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


def save(folder: Path, settings: Settings) -> None:
    """Write what differs from the defaults, whole or not at all."""
    path = folder / FILE
    fresh = path.with_name(f".{FILE}.{os.getpid()}.tmp")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
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
