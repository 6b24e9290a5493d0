"""A diary of years as a household keeps it, in files as the store writes them: for measurements.

`python tests/benchmarks/years.py FOLDER [DAYS]` writes one up to today; 730 days are some 24,000 documents.
"""

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from companion.store.ids import mint
from companion.store.layout import encode, line

TWO_YEARS = 730
PERSON = {"name": "Ruth", "sex": "f", "birth-year": 1958, "height-cm": 163.0, "reference-weight": 60.1}
DECIDED = {"food-level": "6", "drink-level": "1", "energy": 1900.0, "protein": 60.0, "stage": 4,
           "programme": "morning_full_body"}  # fmt: skip
EXERCISES = 16
SLOTS = ("breakfast", "morning", "lunch", "afternoon", "supper", "evening")
PART = {"exercise": "neck_turn", "mode": "active", "position": "sitting", "reps": 5, "move_s": 4.0,
        "hold_s": 2.0, "rest_s": 20.0}  # fmt: skip
Kinds = dict[str, list[dict[str, object]]]


def fill(folder: Path, now: datetime, days: int = TWO_YEARS) -> Path:
    """A folder with so many days up to now: meals, drinks, ratings, sessions, weights, a note, a fall."""
    folder.mkdir()
    folder.chmod(0o700)
    first = now.replace(hour=6, minute=30, second=0, microsecond=0) - timedelta(days=days - 1)
    dice, months = Random(7), dict[str, Kinds]()
    for number in range(days):
        morning = first + timedelta(days=number)
        month = months.setdefault(f"{morning:%Y-%m}", {})
        for kind, one in _day(dice, morning, number):
            if str(one["at"]) <= now.isoformat():
                month.setdefault(kind, []).append(one)
    for name, kinds in months.items():
        save(folder / f"{name}.json", kinds)
    save(folder / "plan.json", _plan(first, days))
    return folder


def _day(dice: Random, morning: datetime, number: int) -> Iterator[tuple[str, dict[str, object]]]:
    """One day: most of them whole, one in twelve without food, each year a rise in tiredness."""
    rise = 3 if number % 365 > 340 else 0
    yield "fatigue", _of(morning, rating=min(10, 2 + dice.randrange(3) + rise), when="morning")
    if number % 7 == 0:
        yield "weight", _of(morning + timedelta(minutes=5), kg=round(60 - number * 0.006 + dice.random(), 1))
    if number % 12 != 5:
        for n, slot in enumerate(SLOTS):
            yield from _eaten(dice, morning + timedelta(hours=2 * n + 1), slot)
    if number % 120 == 60:
        yield "function_note", _of(morning + timedelta(hours=3), about="near_fall")
    if number % 5 != 4:
        yield from _session(dice, morning + timedelta(hours=4, minutes=10), rise)
    elif number % 10 == 4:
        yield "session_end", _of(morning + timedelta(hours=4), outcome="rested", reason="tired")


def _eaten(dice: Random, at: datetime, slot: str) -> Iterator[tuple[str, dict[str, object]]]:
    if slot in ("breakfast", "lunch", "supper"):
        facts = {"minutes": 20 + dice.randrange(30), "coughs": int(dice.random() < 0.1), "helped": True}
        yield "meal", _of(
            at, slot=slot, name="Minced beef in gravy with mash", meal="beef_mince_mash", kcal=460.0,
            carb_g=30.5, eaten=dice.choice((0.5, 0.75, 1.0)), protein_g=21.2, fat_g=22.7, fluid_ml=180.0,
            **facts,
        )  # fmt: skip
    else:
        yield "quick", _of(at, slot=slot, name="Shake", kcal=180.0 + dice.randrange(90), protein_g=6.0)
    for n in range(2):
        yield "drink", _of(at + timedelta(minutes=20 + n), slot=slot, name="Water", ml=100.0, level="1",
                           fluid_ml=100.0, kcal=0.0, protein_g=0.0)  # fmt: skip


def _session(dice: Random, at: datetime, rise: int) -> Iterator[tuple[str, dict[str, object]]]:
    parts = [{**PART, "step": n + 1} for n in range(EXERCISES)]
    softened = {"softened": 0.6} if rise else {}
    started = _of(at, programme="morning_full_body", title="Morning range of motion", programme_version="1",
                  parts=parts, start_rating=2 + rise, **softened)  # fmt: skip
    yield "session", started
    done = EXERCISES if dice.random() < 0.85 else 6
    for n in range(done):
        step = at + timedelta(minutes=n + 1)
        yield "step", _of(step, session=started["id"], part=n, exercise="neck_turn", mode="active")
    end = at + timedelta(minutes=done + 1)
    yield "fatigue", _of(end, rating=3 + rise, when="after", session=started["id"])
    why = {"outcome": "finished"} if done == EXERCISES else {"outcome": "stopped", "reason": "tired"}
    yield "session_end", _of(end + timedelta(minutes=1), session=started["id"], **why)


def _plan(first: datetime, days: int) -> Kinds:
    facts = [_of(first + timedelta(seconds=n), key=k, value=v) for n, (k, v) in enumerate(PERSON.items())]
    decided = [_decision(first + timedelta(minutes=n), k, v) for n, (k, v) in enumerate(DECIDED.items(), 1)]
    later = first + timedelta(days=days - 10)
    return {"person": facts, "decision": [*decided, _decision(later, "food-level", "5")]}


def _decision(at: datetime, key: str, value: object) -> dict[str, object]:
    return _of(at, key=key, value=value, decided_by="J. Okafor, speech and language therapist")


def _of(at: datetime, **facts: object) -> dict[str, object]:
    when = at.isoformat()
    who = ("Maria", "caregiver") if at.hour % 2 else ("Ruth", "owner")
    signed = {"by": who[0], "role": who[1], "via": "full", "version": "0.1.0"}
    return {"id": mint(at), "at": when, "recorded": when, **signed, **facts}


def save(path: Path, kinds: Kinds) -> None:
    """Write a file of the diary as the store does."""
    rows = {
        kind: b",\n".join(line(str(n), one) for n, one in enumerate(found, 1))
        for kind, found in kinds.items()
    }
    path.write_bytes(encode(rows, max(str(one["id"]) for found in kinds.values() for one in found)))
    path.chmod(0o600)


if __name__ == "__main__":
    fill(Path(sys.argv[1]), datetime.now().astimezone(), *map(int, sys.argv[2:3]))
