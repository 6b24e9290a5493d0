"""`companion food import`: foods from USDA's own download, into a table of one's own."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from companion.cli.verbs import Verb
from companion.wording import foods_import as words

if TYPE_CHECKING:
    from companion.cli.call import Call

PARTS = 4  # of the reading, each of which is told where somebody waits


@click.command("import", cls=Verb)
@click.argument("file", type=click.Path(path_type=str))
@click.option("--check", is_flag=True, help="Only say what would come in.")
@click.pass_obj
def import_(call: "Call", file: str, check: bool) -> None:  # noqa: FBT001 - click's shape
    """Take in USDA FoodData Central's own CSV download: Foundation Foods or SR Legacy, still zipped.

    The foods go into a table of your own and are searched with the others. A food that the program brings
    with the same number gives way; each table of an earlier import is kept beside the new one.
    """
    companion = call.companion
    taken = companion.foods.read_download(Path(file), heard=progress(call))
    kept = None if check else companion.foods.take_in(taken)
    lines = words.told(taken, kept)
    call.tell(
        {
            "foods": len(taken.foods), "origins": dict(taken.origins),
            "new": len(taken.foods) - taken.replaced, "replaced": taken.replaced,
            "published": taken.published and str(taken.published),
            "left_out": {"foods_without_energy": taken.no_energy, "impossible_figures": taken.impossible},
            "searched_no_more": taken.gone,
            "saved": kept is not None, "file": kept and str(kept.table),
            "before": kept and kept.before and str(kept.before), "sentence": lines[0],
        },
        lines,
    )  # fmt: skip


def progress(call: "Call") -> Callable[[float], None]:
    """Says each quarter of the reading on a line of its own, where somebody sits before a terminal."""
    if call.json or not sys.stderr.isatty():
        return lambda _: None
    said = 0

    def heard(share: float) -> None:
        nonlocal said
        while said < min(PARTS - 1, int(share * PARTS)):
            said += 1
            call.remark(words.progress(said * 100 // PARTS))

    return heard
