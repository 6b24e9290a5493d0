"""How this very program is started again by somebody else, and under which account."""

import os
import pwd
import sys
from pathlib import Path

NAME = "companion"


def program() -> list[str]:
    """The words that start it from anywhere: its own file, or this Python with it as a module."""
    called, beside = Path(sys.argv[0]), Path(sys.executable).with_name(NAME)
    for file in (called, beside):
        if file.name == NAME and file.is_file():
            return [str(file.absolute())]
    return [str(Path(sys.executable).absolute()), "-m", NAME]


def account() -> str:
    """The account of the operating system that runs it, whatever the environment says."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
