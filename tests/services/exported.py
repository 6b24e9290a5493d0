"""Empty diaries and what they export: shared by the tests of imports."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from companion.cli.call import written
from companion.cli.export import document
from companion.config.settings import Settings
from companion.domain.entries import KINDS, Entry
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf

NOW = datetime(2026, 4, 14, 16, 15, tzinfo=timezone(timedelta(hours=2)))


def fresh(library, **facts: Any) -> Companion:
    """The companion of an empty diary."""
    diary = Diary(MemoryShelf(), lambda: NOW)
    return Companion(diary=diary, content=library, settings=Settings(), clock=lambda: NOW, **facts)


def exported(companion: Companion, file: Path) -> list[dict[str, Any]]:
    """Export into a file; the entries as they stand in it."""
    file.write_text(written({"schema": 1, **document(companion)}), encoding="utf-8")
    return json.loads(file.read_text(encoding="utf-8"))["entries"]


def quick(name: str, *, days: int = 0, **facts: Any) -> Entry:
    at = NOW - timedelta(days=days)
    signed = {"at": at, "recorded": at, "by": "Ruth", "role": "owner", "via": "full", "version": "0.1"}
    return KINDS["quick"].model_validate({**signed, "slot": "lunch", "name": name, "kcal": 90, **facts})
