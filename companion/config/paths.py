"""Where the diary, the settings and the person's own content are kept."""

import os
from pathlib import Path

from companion.errors import Malformed

OWN_CONTENT = "content"  # within the folder of one person
INVENTED = "DEMO"  # a file in it that says that nothing in it is real


def data_folder(given: Path | None, *, demo: bool = False) -> Path:
    """The folder of one person: the one given, else COMPANION_DATA_DIR, else the platform's data folder.

    The demo has a folder of its own, which neither the option nor the variable can move onto real data.
    """
    if demo:
        if given is not None:
            raise Malformed("demo_excludes_data_dir")
        return _platform_folder("companion-demo")
    if given is not None:
        return given
    if named := os.environ.get("COMPANION_DATA_DIR"):
        return Path(named)
    return _platform_folder("companion")


def invented(folder: Path) -> bool:
    """Whether what is in a folder is the demo's, wherever that folder stands."""
    return (folder / INVENTED).exists()


def named_nowhere() -> bool:
    """Whether the platform alone says where it is, so that a login with another environment finds it too."""
    return not any(os.environ.get(name) for name in ("COMPANION_DATA_DIR", "XDG_DATA_HOME"))


def _platform_folder(name: str) -> Path:
    from platformdirs import (
        user_data_path,
    )  # only where no folder was named: it costs a little at every start

    return user_data_path(name, appauthor=False)
