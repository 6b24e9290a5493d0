"""The program's own files as they were when it was opened: an update replaces what was not read yet."""

import marshal
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.machinery import ModuleSpec
from importlib.util import cache_from_source, spec_from_file_location
from itertools import islice
from os import walk
from pathlib import Path
from types import ModuleType
from typing import Any

from companion.resources import PACKAGE, sheets

SOME = 8  # files in one go: a third of a millisecond, which no key waits for
OTHERS = {"__pycache__", "data", "cli", "linear", "calm", "demo"}  # folders of which no room needs a module
HEADER = 16  # bytes before the code in a file of byte code


class OwnFiles:
    """Reads modules without running them, and style sheets; gives them to whoever asks for one later."""

    def __init__(self) -> None:
        self._sheets: dict[Path, str] = {}
        self._modules: dict[str, tuple[Path, bytes, bool]] = {}  # a file, what is in it, whether compiled
        files = [*(("", sheet) for sheet in sheets()), *_modules()]
        self._left = ((name, file) for name, file in files if name not in sys.modules)
        sys.meta_path.insert(0, self)

    def close(self) -> None:
        """What is imported from now on comes from the disk again."""
        sys.meta_path.remove(self)

    def read_some(self) -> bool:
        """Read the next few; False once nothing is left."""
        some = list(islice(self._left, SOME))
        for name, file in some:
            with suppress(OSError):  # replaced just now: what is missing is told to whoever asks for it
                if name:
                    compiled = _compiled(file)
                    self._modules[name] = file, compiled or file.read_bytes(), bool(compiled)
                else:
                    self._sheets[file] = file.read_text("utf-8")
        return bool(some)

    def sheet(self, file: Path) -> str:
        """The text of a style sheet."""
        return self._sheets.get(file) or file.read_text("utf-8")

    # As Python's imports ask

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """Where a module is that was read here; None for every other."""
        if name not in self._modules:
            return None
        file = self._modules[name][0]
        within = [str(file.parent)] if file.stem == "__init__" else None
        loader: Any = self  # has what imports have asked for since Python 3.4, and not load_module
        return spec_from_file_location(name, file, loader=loader, submodule_search_locations=within)

    def create_module(self, _: ModuleSpec) -> None:
        """As usual."""

    def exec_module(self, module: ModuleType) -> None:
        """Run what was read."""
        file, data, is_compiled = self._modules[module.__name__]
        code = marshal.loads(data[HEADER:]) if is_compiled else compile(data, file, "exec")  # noqa: S302
        exec(code, vars(module))  # noqa: S102 - both as an import does


def _modules() -> Iterator[tuple[str, Path]]:
    """The name and the file of each module that a room may need."""
    for place, folders, files in walk(PACKAGE):
        folders[:] = sorted(set(folders) - OTHERS)
        for file in (Path(place, name) for name in sorted(files) if name.endswith(".py")):
            parts = ("companion", *file.relative_to(PACKAGE).with_suffix("").parts)
            yield ".".join(parts).removesuffix(".__init__"), file


def _compiled(file: Path) -> bytes:
    """The byte code of a module where there is some of this very text, else nothing."""
    try:
        data, text = Path(cache_from_source(str(file))).read_bytes(), file.stat()
    except OSError:
        return b""
    told = [int.from_bytes(data[at : at + 4], "little") for at in (4, 8, 12)]
    return data if told == [0, int(text.st_mtime), text.st_size] else b""
