"""Command lines run in this process, and diaries that others have written."""

import os
from collections.abc import Callable

import pytest
from cli.conftest import Run, companion, folder, stage
from hostile.diary import spoil
from hostile.inputs import WIDE, WRITTEN
from parity.test_linear_walk import NOW, copied, lived, opened

from companion.content.library import Library
from companion.services.companion import Companion
from companion.store.shelf import MemoryShelf

TEXTS = {"hostile": WRITTEN, "wide": WIDE}
command: Callable[..., Run] = companion
del companion
__all__ = ["command", "folder", "stage"]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is not waited for."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture(scope="session")
def spoilt() -> dict[str, MemoryShelf]:
    """A lived-in diary with one of these texts wherever a text may stand."""
    return {name: spoil(lived(), text, NOW) for name, text in TEXTS.items()}


@pytest.fixture
def theirs(spoilt: dict[str, MemoryShelf], library: Library) -> Callable[[str], Companion]:
    """Opens such a diary, each time a copy of its own."""
    return lambda name: opened(copied(spoilt[name]), NOW, library)
