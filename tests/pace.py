"""A full screen at four times its pace, for Pilot; a style sheet is parsed once a process.

Most of what tests with a Pilot took was waiting: a screen is drawn 60 times a second, and Pilot looks every
20 ms whether the program is idle. Both are quicker here, in step: it still looks once everything is drawn.
A style sheet that one app has parsed, the next one in this process does not parse again.
"""

import os

os.environ["TEXTUAL_FPS"] = "240"

from typing import Any

from textual import _wait
from textual.css import stylesheet

_wait.SLEEP_GRANULARITY /= 4
_wait.SLEEP_IDLE /= 4

_parse = stylesheet.Stylesheet._parse_rules
_parsed: dict[Any, list[Any]] = {}


def _parse_once(self: stylesheet.Stylesheet, css: str, *where: Any, **options: Any) -> Any:
    """The rules of a sheet under these colours: an app only reads them."""
    key = (css, where, *options.items(), tuple(self._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse(self, css, *where, **options)
    return _parsed[key]


stylesheet.Stylesheet._parse_rules = _parse_once
