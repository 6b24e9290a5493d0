"""A full screen at its own best pace, for Pilot; a style sheet is parsed once a process.

Most of what tests with a Pilot took was waiting, and on a busy machine too little of it: Pilot takes a
program that gets no processor time for idle. Here a screen is drawn oftener, and Pilot waits until there is
nothing that the program would do soon. A style sheet that one app has parsed, the next one in this process
does not parse again.
"""

import os

os.environ["TEXTUAL_FPS"] = "240"

import asyncio
from typing import Any

from textual import _wait, app, pilot
from textual.css import stylesheet

SOON = 0.05  # seconds: what comes later is waited for by nobody (a look at the diary, an end of a rest)


async def wait_for_idle(_least: float = 0, most: float = 1) -> None:
    """Until no callback is ready and no timer due soon, or for `most` seconds."""
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + most
    while loop.time() < end:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        soon = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=end)
        if (wait := soon - loop.time()) < SOON:
            await asyncio.sleep(max(wait, 0))
        else:
            break


for module in (_wait, app, pilot):
    module.wait_for_idle = wait_for_idle  # type: ignore[attr-defined]

_parse = stylesheet.Stylesheet._parse_rules
_parsed: dict[Any, list[Any]] = {}


def _parse_once(self: stylesheet.Stylesheet, css: str, *where: Any, **options: Any) -> Any:
    """The rules of a sheet under these colours: an app only reads them."""
    key = (css, where, *options.items(), tuple(self._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse(self, css, *where, **options)
    return _parsed[key]


stylesheet.Stylesheet._parse_rules = _parse_once
