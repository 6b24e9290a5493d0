"""What the program writes to: letters, the locale and the terminal."""

import locale
from collections.abc import Iterator, Mapping
from pathlib import Path

from companion.domain.health import Finding

NAMES = ("LC_ALL", "LC_CTYPE", "LANG")
PLAIN = ("", "C", "POSIX")
TERMINALS = ("/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo")


def around(environ: Mapping[str, str], encoding: str, *, terminal: bool) -> Iterator[Finding]:
    """Whether every letter can be written, the locale exists and the terminal is a known one."""
    utf8 = encoding.lower().replace("-", "") == "utf8"
    yield from _locale(environ)
    if utf8:
        yield Finding("encoding", True, {"encoding": encoding})
    else:
        yield Finding("no_unicode", False, {"encoding": encoding, "why": _why(environ)})
    yield from _terminal(environ, terminal=terminal)


def _locale(environ: Mapping[str, str]) -> Iterator[Finding]:
    named = {name: environ[name] for name in NAMES if environ.get(name)}
    missing = {name: value for name, value in named.items() if not _installed(value)}
    for name, value in missing.items():
        yield Finding("locale_missing", False, {"name": name, "value": value})
    if not missing:
        value = next(iter(named.values()), "")
        yield Finding("locale_plain" if value in PLAIN else "locale", True, {"value": value})


def _installed(value: str) -> bool:
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, value)
    except (locale.Error, ValueError):
        return False
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return True


def _why(environ: Mapping[str, str]) -> str:
    """The variable that keeps letters out."""
    if environ.get("PYTHONIOENCODING"):
        return "PYTHONIOENCODING"
    if environ.get("PYTHONUTF8") == "0":
        return "PYTHONUTF8"
    return next((name for name in NAMES if environ.get(name)), "LANG")


def _terminal(environ: Mapping[str, str], *, terminal: bool) -> Iterator[Finding]:
    term = environ.get("TERM", "")
    if not terminal:
        yield Finding("no_terminal", True)
    elif term == "dumb":
        yield Finding("dumb", True)
    elif term in ("", "unknown", "network") or not _known(term, environ):
        yield Finding("no_term", False, {"term": term})
    else:
        yield Finding("terminal", True, {"term": term})


def _known(term: str, environ: Mapping[str, str]) -> bool:
    """Whether this computer has a description of a terminal; where it has none at all, none is missed."""
    if "/" in term or "\0" in term:
        return False
    own = [environ.get("TERMINFO", ""), *environ.get("TERMINFO_DIRS", "").split(":")]
    home = f"{environ['HOME']}/.terminfo" if environ.get("HOME") else ""
    places = [Path(place) for place in (*own, home, *TERMINALS) if place and Path(place).is_dir()]
    if not any(Path(place).is_dir() for place in TERMINALS):
        return True
    shelves = (term[0], f"{ord(term[0]):x}")
    return any((place / shelf / term).exists() for place in places for shelf in shelves)
