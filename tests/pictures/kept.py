"""The pictures of the README, made anew: python tests/pictures/kept.py [FOLDER]

Of the invented person of the demo, on an afternoon that does not change.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from make import opened
from small import small

from companion.tui.app import CompanionApp

KEPT = Path(__file__).parent / "kept"
SIZE = (80, 24)
SHOWN = {  # a picture: what it is called, and the keys that lead to it from Today
    "today": ("Today", ""),
    "rest": ("A rest within a session", "1 3 1 1 space space"),
    "meals": ("Meals of this hour", "2"),
    "trends": ("Trends", "8"),
}


async def picture(label: str, keys: str, folder: str) -> str:
    """The SVG of the screen that these keys lead to."""
    app = CompanionApp(opened(folder, demo=True))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys.split():
            await pilot.press(key)
            await pilot.pause()
        return small(app, label)


def main(folder: Path = KEPT) -> None:
    """Write every one of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (label, keys) in SHOWN.items():
        with tempfile.TemporaryDirectory() as diary:
            made = asyncio.run(picture(label, keys, diary))
        (folder / f"{name}.svg").write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
