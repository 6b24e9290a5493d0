"""Walking through the full screen by keys: press, then wait for what a person would see."""

import asyncio
from collections.abc import Iterable
from typing import Any

from textual.pilot import Pilot

PATIENCE = 10  # seconds, against a screen that never shows what is waited for


def text_of(pilot: Pilot[Any]) -> str:
    """What stands on the screen, a line a row."""
    return "\n".join(strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips())


async def see(pilot: Pilot[Any], *texts: str) -> str:
    """Wait until all of these stand on the screen; line breaks and gaps between words do not count."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not all(text in " ".join(text_of(pilot).split()) for text in texts):
                await pilot.pause()
    except TimeoutError:
        raise AssertionError(f"{texts} not on the screen:\n{text_of(pilot)}") from None
    return text_of(pilot)


async def walk(pilot: Pilot[Any], *ways: tuple[str | Iterable[str], str]) -> str:
    """Pairs of keys, or a text to type, and what is seen then."""
    seen = text_of(pilot)
    for keys, text in ways:
        await pilot.press(*keys)
        seen = await see(pilot, text)
    return seen
