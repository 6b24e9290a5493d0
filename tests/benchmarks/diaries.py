"""Diaries of so many documents, for measurements of how a cost grows."""

import os
import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import orjson
from benchmarks.years import PERSON, Kinds, save

from companion.config.settings import Settings
from companion.content.library import Library
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.ids import mint
from companion.store.shelf import FolderShelf

NOW = datetime.fromisoformat("2026-11-28T12:00:00+01:00")
A_MONTH = 1000
SIZES = (1_000, 10_000, 100_000, 300_000)
DECIDED = {"food-level": "5", "drink-level": "2", "energy": 1900.0, "stage": 4}
PART = {"step": 1, "exercise": "neck_turn", "mode": "active", "position": "sitting", "reps": 5, "move_s": 4.0,
        "hold_s": 2.0, "rest_s": 20.0}  # fmt: skip


class Filled(dict[int, Path]):
    """Diaries by how many documents they hold, made when first asked for; not to be written to."""

    def __init__(self, place: Path) -> None:
        super().__init__()
        self._place = place

    def __missing__(self, size: int) -> Path:
        self[size] = fill(self._place / str(size), size)
        return self[size]


def companion_in(folder: Path, library: Library | None = None, now: datetime = NOW) -> Companion:
    """A Companion over a folder, opened just now; with its own content unless some is read already."""
    return Companion(
        diary=Diary(FolderShelf(folder), lambda: now),
        content=library or Library(trusting=True),
        settings=Settings(),
        clock=lambda: now,
        folder=folder,
    )


def environment(folder: Path, now: datetime = NOW) -> dict[str, str]:
    """What a command needs to know to find a diary, at a time when its last day is today."""
    return {**os.environ, "COMPANION_DATA_DIR": str(folder), "COMPANION_NOW": now.isoformat()}


def copied(folder: Path, to: Path) -> Path:
    """The same to write into: a save puts a new file in the place of the one that both share."""
    return Path(shutil.copytree(folder, to, copy_function=os.link))


def day(text: str) -> date:
    """A day as it is written in a diary."""
    return date.fromisoformat(text)


def documents(folder: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Kind and document of everything in the months of a folder."""
    for file in sorted(folder.glob("????-??.json")):
        for kind, table in orjson.loads(file.read_bytes()).items():
            if kind != "_meta":
                yield from ((kind, one) for one in table.values())


def fill(folder: Path, documents: int) -> Path:
    """A diary of so many documents, a thousand a month up to now, in files as the store writes them."""
    folder.mkdir(mode=0o700)
    for back in range(documents // A_MONTH):
        first = month_before(back)
        save(folder / f"{first:%Y-%m}.json", _month(first))
    first = month_before(documents // A_MONTH - 1)
    facts = [_signed(first + timedelta(seconds=n), key=k, value=v) for n, (k, v) in enumerate(PERSON.items())]
    decided = [
        _signed(first + timedelta(minutes=n), key=k, value=v, decided_by="Dr Lee")
        for n, (k, v) in enumerate(DECIDED.items(), 1)
    ]
    save(folder / "plan.json", {"person": facts, "decision": decided})
    return folder


def month_before(back: int) -> datetime:
    """The first morning of the month so many months before now."""
    years, month = divmod(NOW.year * 12 + NOW.month - 1 - back, 12)
    return NOW.replace(year=years, month=month + 1, day=1, hour=7)


def _month(first: datetime) -> Kinds:
    """A thousand documents over 27 days: a rating, a session and its steps, meals, drinks; weights."""
    kinds: Kinds = {}

    def add(kind: str, at: datetime, **facts: object) -> str:
        entry = _signed(at, **facts)
        kinds.setdefault(kind, []).append(entry)
        return str(entry["id"])

    session = ""
    for n in range(A_MONTH):
        day, place = divmod(n, A_MONTH // 27 + 1)
        at = first + timedelta(days=day, minutes=7 * place)
        if place == 0:
            add("fatigue", at, rating=3 + day % 3 % 2, when="morning")
        elif place == 1 and day % 7 == 0:
            add("weight", at, kg=57.0)
        elif place < 8:
            add("meal", at, slot="lunch", name="Minced beef in gravy with mash", meal="beef_mince_mash",
                eaten=0.75, kcal=412.5, protein_g=21.2, carb_g=30.5, fat_g=22.7, fluid_ml=180)  # fmt: skip
        elif place < 12:
            add("drink", at, slot="afternoon", name="Water", ml=150.0, level="2", fluid_ml=100.0)
        elif place == 12:
            session = add("session", at, programme="morning_full_body", title="Morning",
                          programme_version="1", parts=[PART] * 24, start_rating=3)  # fmt: skip
        elif place < 37:
            add("step", at, session=session, part=place - 13, exercise="neck_turn", mode="active")
        else:
            add("session_end", at, session=session, outcome="finished")
    return kinds


def _signed(at: datetime, **facts: object) -> dict[str, object]:
    when = at.isoformat()
    who = {"by": "Ruth", "role": "owner", "via": "full", "version": "0.1.0"}
    return {"id": mint(at), "at": when, "recorded": when, **who, **facts}
