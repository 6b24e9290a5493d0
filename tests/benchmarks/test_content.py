"""Reading the content, watching ten years of ratings, and searching for food while somebody types."""

import csv
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median

import pytest
import tomli
from benchmarks import diaries, measure, years
from benchmarks.ledger import Ledger

from companion.content.library import Library
from companion.content.loader import files
from companion.resources import CONTENT
from companion.services.companion import Companion
from companion.services.fatigue_past import FatiguePast
from companion.services.foods_lookup import Lookup

pytestmark = pytest.mark.benchmark
ROUNDS = 7
TEN_YEARS = 3650
A_YEAR = 10_000
KINDS = (
    "sources", "flags", "modes", "exercises", "programmes", "tests", "levels", "meals", "fortify",
    "equations", "thresholds", "texts",
)  # fmt: skip
TABLES = {"foods": "foods.csv", "usda": "usda.csv"}
TYPED = """
    milk;porridge;yoghurt;tomatoe soup;choc pudding;mash;sip feed;nutrition drink;
    creme fraiche;custard;rice pudding;wheat biscuits cereal;ready brek;mousse;ice cream;
    angel delight;gravy;thickener;avocado;peanut butter;hummus;double cream;butter;
    olive oil;scrambled egg;omelette;fish pie;shepherds pie;lasagne;mac and cheese;dal;
    congee;polenta;semolina;smoothie;juice;coke;tea with milk;coffee;hot chocolate;
    horlicks;beer;red wine;lentil soup;chicken soup;mushroom soup;spag bol;jacket potato;
    sweet potatoe;brocolli;bananna;strawbery icecream;tinned peaches;apple sauce;prune juice;
    cottage cheese;minced beef;salmon;chiken;orangejuice;zzqqxx
"""


def test_reading_content(ledger: Ledger) -> None:
    for kind in KINDS:
        found = files(CONTENT, kind)
        beside(ledger, kind, "tomli alone", lambda found=found: [tomli.loads(f.read_text()) for f in found])
    for kind, name in TABLES.items():
        beside(ledger, kind, "csv alone", partial(rows, CONTENT / name))


def beside(ledger: Ledger, kind: str, name: str, plainly: Callable[[], object]) -> None:
    """Write down what a kind of content costs, every record built, beside parsing its files."""
    works: dict[str, measure.Work] = {"ours": partial(built, kind), "plain": plainly}
    cost = measure.in_turn(works, ROUNDS, measure.processor)
    ledger.add(f"content, {kind}", cost["ours"], "ms", (name, cost["plain"]))


def built(kind: str) -> int:
    """How many records there are once all of a kind were read."""
    found = getattr(Library(trusting=True), kind)
    found = found() if callable(found) else found
    return len(list(found.values() if hasattr(found, "values") else found))


def rows(file: Path) -> list[dict[str, str]]:
    """A table of foods as the standard library reads it, without what is a comment."""
    with file.open(newline="", encoding="utf-8") as text:
        return list(csv.DictReader(line for line in text if not line.startswith("#")))


def test_ten_years_of_ratings(ledger: Ledger, tmp_path: Path) -> None:
    now = diaries.NOW + timedelta(hours=8)
    folder, library = years.fill(tmp_path / "ten", now, TEN_YEARS), Library(trusting=True)
    begins = (now - timedelta(days=TEN_YEARS - 1)).date()

    def opened() -> Companion:
        return diaries.companion_in(folder, library, now)

    works: dict[str, measure.Work] = {
        "state": lambda: opened().fatigue.state(),
        "replay": lambda: FatiguePast(opened()).between(begins, now.date(), begins),
        "pass": lambda: sum(rating for (rating,) in opened().diary.facts("fatigue", "rating")),
    }
    cost = measure.in_turn(works, 3, measure.processor)
    plain = ("a pass over all ratings", cost["pass"])
    ledger.add("fatigue watch now, ten years kept", cost["state"], "ms", plain)
    ledger.add("fatigue watch replayed over ten years", cost["replay"], "ms", plain)


def test_a_key_of_a_search(ledger: Ledger, folders: dict[int, Path]) -> None:
    companion = diaries.companion_in(folders[A_YEAR])
    ready = measure.processor(companion.foods.prepare)
    lookup, names = Lookup(companion, "lunch"), [food.name.lower() for food in companion.content.usda()]
    words = [word for part in TYPED.split(";") if (word := part.strip())]
    keys = [word[:letters] for word in words for letters in range(1, len(word) + 1)]
    ours, plain = (
        # the best of three, for the machine may be busy with something else
        sorted(min(costs) for costs in zip(*([find(key) for key in keys] for _ in range(3)), strict=True))
        for find in (
            lambda key: measure.processor(partial(lookup.find, key)),
            lambda key: measure.processor(lambda: [name for name in names if key in name]),
        )
    )
    naive = ("a scan for the letters", median(plain))
    ledger.add(f"food search, a key of {len(keys)}", median(ours), "ms", naive, "search")
    ledger.add("food search, the slowest key", ours[-1], "ms", ("the same", plain[-1]), "search")
    ledger.add("food search, the table ready", ready, "ms")
