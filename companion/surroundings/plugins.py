"""Pydantic's plugins: none is wanted here.

Looking for them reads every installed package. Even where that is forbidden, what would look is imported
with all it needs, e-mail and zip files among it: 14 ms of every entry that is written, for nothing.
"""

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

LOOKS = "pydantic.plugin._loader"


def want_none() -> None:
    """Before the first model is made. Where pydantic has moved what looks, it only costs the time again."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.modules.setdefault(LOOKS, _NoPlugins(LOOKS))


class _NoPlugins(ModuleType):
    """Stands where pydantic asks for plugins; whoever asks it for anything else gets the real module's."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        """There are none."""
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what Python asks of any module
            raise AttributeError(name)
        sys.modules.pop(LOOKS, None)
        return getattr(import_module(LOOKS), name)
