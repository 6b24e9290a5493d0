"""Every pair of tokens that meets on a screen can be read, in every theme."""

import re
from pathlib import Path

import pytest
from textual.theme import Theme

from companion.resources import styles
from companion.tui.themes import CLEAR, DAYLIGHT, DUSK, PAPER, THEMES, token

GROUNDS = ("background", "surface", "panel")
PAIRS = [
    (text, ground) for text in ("foreground", "quiet", "primary", "notice", "alarm") for ground in GROUNDS
]
PAIRS += [("focus-text", "focus"), ("alarm-text", "alarm"), ("chip-text", "chip")]
PAIRS += [(text, "usual") for text in ("foreground", "primary", "notice", "chip-text")]
PAIRS += [("foreground", "chip"), ("foreground", "usual")]
LEAST = {DUSK.name: 4.5, CLEAR.name: 7.0, DAYLIGHT.name: 4.5, PAPER.name: 7.0}
LINE = 3.0  # a picture that words stand beside


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: str, other: str) -> float:
    low, high = sorted((luminance(token(theme, one)), luminance(token(theme, other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_pair_in_use_has_its_contrast(theme: Theme) -> None:
    weak = {
        pair: round(contrast(theme, *pair), 1) for pair in PAIRS if contrast(theme, *pair) < LEAST[theme.name]
    }
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_the_empty_part_of_a_bar_can_be_seen(theme: Theme, ground: str) -> None:
    assert contrast(theme, "trough", ground) >= LINE


def test_every_theme_has_the_same_tokens() -> None:
    assert {frozenset(theme.variables) for theme in THEMES} == {frozenset(DUSK.variables)}


SHEETS = sorted(styles().glob("*.tcss"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_style_sheets_name_tokens_and_never_colours(sheet: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"(?i)#[0-9a-f]{3,8}\s*;|rgb\(|hsl\(", rules) == []
    known = {*DUSK.variables, "background", "surface", "panel", "foreground", "primary"}
    assert set(re.findall(r"\$([a-z-]+)", rules)) <= known


def test_there_are_style_sheets() -> None:
    assert {"base", "widgets", "dialogs"} <= {sheet.stem for sheet in SHEETS}
