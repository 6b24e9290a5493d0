"""Pictures of every screen, for eyes: python tests/pictures/make.py OUT [SIZE ...] [--theme T] [--only S]

Over the invented data of the demo, and over an empty diary. Writes SVG, and PNG as well where rsvg-convert
is installed. Sizes are COLUMNSxROWS, by default 80x24, 40x24 and 120x36.
"""

import argparse
import asyncio
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from companion.bootstrap import open_companion
from companion.flows.menus.today import begin
from companion.services.companion import Companion
from companion.tui.app import CompanionApp
from companion.tui.calm.app import CalmApp
from companion.tui.welcome import greet

AFTERNOON = "2026-04-14T16:05:00+02:00"
SCREENS = {  # a screen, and the keys that lead to it from Today
    "today": "", "meals": "2", "search": "2 s c o d", "recipe": "2 o", "eaten": "2 enter",
    "twins": "2 enter enter",
    "fatigue": "4", "fatigue_said": "4 6", "fatigue_why": "4 w", "fatigue_list": "4 l", "rating": "4 enter",
    "fatigue_explain": "4 e", "fatigue_noted": "4 e 1", "fatigue_months": "4 w space",
    "weight": "6", "weight_said": "6 1 5 6 . 4 enter", "weight_why": "6 w", "weight_list": "6 l",
    "tare": "6 t 8 0 enter", "number": "6 enter", "text": "k", "plan": "p", "level": "p 1", "stage": "p 8",
    "plan_change": "p 2", "plan_energy": "p 4",
    "plan_person": "p down down down down down down down down down down down down down down",
    "programmes": "p e", "programme": "p e 1 1", "programme_item": "p e 1 1 5",
    "programme_yes": "p e 1 1 5 1 9 enter d K enter", "note": "7", "plan_more": "p 9",
    "limits": "p 9 1 1", "limit": "p 9 1 1 1 6 enter",
    "limit_lock": "p 9 1 1 1 6 enter K enter",
    "plan_who": "p w", "clearance": "p a", "history": "h", "history_steps": "h e", "entry": "h o",
    "settings": "s", "theme": "s c", "slot": "s down down enter",
    "foods": "a", "foods_search": "a s m i l k", "foods_found": "a s m i l k enter",
    "foods_none": "a s q q x", "amount": "a s m i l k enter enter", "amount_again": "a m",
    "foods_again": "a 2 2",
    "intake": "5", "intake_before": "5 l", "edit": "5 enter", "intake_row": "5 i",
    "intake_week": "5 w", "talk": "6 f", "talk_why": "6 f enter",
    "intake_busy": "5 l up up g g up g g g g up g g down down down g g g t", "intake_copy": "5 y",
    "different": "1 3", "choose": "1 3 1", "choose_tired": "1 7 1", "held": "1 7 1 h",
    "ready": "1 3 1 1", "move": "1 3 1 1 space",
    "word": "1 3 1 1 space h", "anything": "1 3 1 1 f 3",
    "rest": "1 3 1 1 space space", "check_in": "1 3 1 1 f", "offer": "1 3 1 1 f 5", "stop": "1 3 1 1 x",
    "warnings": "!", "help": "?", "help_sessions": "1 3 1 ?", "help_player": "1 3 1 1 ?", "why": "w",
    "recipe_new": "2 n", "food_new": "a n",
    "eat": "2 o enter", "eat_clock": "2 o enter 1", "eat_share": "2 o enter 1 enter",
    "eat_coughs": "2 o enter 1 enter 1", "drinks": "2 d",
    "next": "n", "next_do": "n 1", "meal_plan": "e 1", "meal_plan_other": "e 1 2",
    "intake_planned": "e 1 1 5 down", "recipe_more": "2 o space",
    "tube": "t", "flow": "f", "flow_fill": "f 1", "flow_count": "f 1 1", "posture": "b",
    "trends": "8", "trends_energy": "8 1", "trends_protein": "8 2", "trends_fluid": "8 3",
    "trends_weight": "8 4", "trends_tired": "8 5", "trends_sessions": "8 6", "trends_meals": "8 7",
    "trends_all": "8 m m", "trends_list": "8 l", "trends_rows": "8 1 l",
    "calm": "", "calm_tired": "4", "calm_weight": "6", "calm_day": "8",
    "welcome": "", "welcome_name": "1", "welcome_food": "1 enter", "welcome_drink": "1 enter 5",
    "welcome_who": "1 enter 5 2", "welcome_unit": "1 enter 5 2 1",
    "welcome_weight": "1 enter 5 2 1 1", "welcome_over": "1 enter 5 2 1 1 5 7 enter",
}  # fmt: skip
EMPTY = ("today", "meals", "foods", "intake", "choose", "plan", "history", "settings", "warnings",
         "fatigue", "weight", "trends")  # fmt: skip
TWINS = "twins"  # screens of a meal that Maria wrote down just before
CALM = "calm"  # screens of the calm face, whose keys begin at the main menu
FIRST = "welcome"  # screens of the first start: over an empty diary only


async def picture(
    companion: Companion,
    theme: str,
    size: tuple[int, int],
    keys: str,
    *,
    first: bool = False,
    calm: bool = False,
) -> str:
    """The SVG of the screen that these keys lead to, from Today or from the first start."""
    app = CalmApp(companion, begin(companion)) if calm else CompanionApp(companion)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await pilot.pause()
        if first and isinstance(app, CompanionApp):
            greet(app)
            await pilot.pause()
        for key in keys.split():
            await pilot.press({"!": "exclamation_mark", "?": "question_mark"}.get(key, key))
            await pilot.pause()
        return str(app.export_screenshot(simplify=True))


def write(out: Path, name: str, svg: str) -> None:
    """NAME.svg, and NAME.png where there is a converter; one font that has every sign we use.

    Its letters fill the columns of the grid, and a thin stroke closes the seams between blocks.
    """
    path = out / f"{name}.svg"
    svg = svg.replace("Fira Code", "DejaVu Sans Mono").replace("<text ", '<text xml:space="preserve" ')
    svg = svg.replace("font-size: 20px", "font-size: 20.26px")
    svg = re.sub(r"(\.\S+-r\d+) { fill: (#\w+)", r"\1.block { stroke: \2; stroke-width: 0.9 }\n\g<0>", svg)
    svg = re.sub(r'class="(\S+-r\d+)"([^>]*>(?:[█▀▄\s]|&#160;)+</text>)', r'class="\1 block"\2', svg)
    path.write_text(svg, encoding="utf-8")
    if shutil.which("rsvg-convert"):
        subprocess.run(["rsvg-convert", "-w", "1000", path, "-o", path.with_suffix(".png")], check=True)


def opened(folder: str, *, demo: bool) -> Companion:
    """A companion whose data nobody will miss."""
    os.environ |= {"XDG_DATA_HOME": folder, "COMPANION_NOW": AFTERNOON}
    companion = open_companion(None if demo else Path(folder, "empty"), via="full", demo=demo)
    companion.foods.prepare()  # a picture does not wait for the table
    return companion


def helped(companion: Companion) -> Companion:
    """The same, once somebody else wrote down what was eaten."""
    companion.by = "Maria"
    companion.meals.log(companion.meals.allowed(slot="afternoon")[0].meal.id, 0.5)
    companion.by = None
    return companion


def main() -> None:
    """Draw every screen at every size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("sizes", nargs="*", default=["80x24", "40x24", "120x36"])
    parser.add_argument("--theme", default="dusk")
    parser.add_argument("--only", choices=SCREENS)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for name, keys in SCREENS.items():
        both = (True, False) if name in EMPTY else (not name.startswith(FIRST),)
        for demo in both:
            if given.only in (None, name):
                with tempfile.TemporaryDirectory() as folder:
                    made = opened(folder, demo=demo)
                    draw(given.out, given.sizes, given.theme, f"{name}{'' if demo else '_empty'}", keys,
                         helped(made) if name.startswith(TWINS) else made)  # fmt: skip


def draw(out: Path, sizes: list[str], theme: str, name: str, keys: str, companion: Companion) -> None:
    """One screen at every size."""
    for size in sizes:
        columns, rows = (int(part) for part in size.split("x"))
        first, calm = name.startswith(FIRST), name.startswith(CALM)
        svg = asyncio.run(picture(companion, theme, (columns, rows), keys, first=first, calm=calm))
        write(out, f"{name}_{size}_{theme}", svg)


if __name__ == "__main__":
    main()
