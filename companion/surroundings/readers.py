"""Whether a screen reader listens to this terminal, as far as this machine shows it."""

import os
from collections.abc import Iterator
from pathlib import Path

AROUND = ("yasr", "tdsr", "fenrir")  # a terminal runs inside these
BESIDE = ("brltty", "orca")  # these run for the whole machine
SPEAKUP = Path("/sys/accessibility/speakup")
PROC = Path("/proc")
FARTHEST = 40  # generations of processes, should they ever form a ring


def reader(proc: Path = PROC, pid: int | None = None, speakup: Path = SPEAKUP) -> str:
    """The name of a screen reader around this process or beside it; "" where none is seen."""
    for process in _ancestors(proc, os.getpid() if pid is None else pid):
        for word in _command(process):
            if found := next((name for name in AROUND if word.startswith(name)), ""):
                return found
    return "speakup" if speakup.is_dir() else _beside(proc)


def _ancestors(proc: Path, pid: int) -> Iterator[Path]:
    for _ in range(FARTHEST):
        pid = _parent(proc / str(pid))
        if pid < 1:
            return
        yield proc / str(pid)


def _parent(process: Path) -> int:
    """The process that began this one; 0 where that cannot be seen."""
    try:
        # the name stands in brackets and may hold anything, brackets too
        return int((process / "stat").read_text(errors="replace").rpartition(")")[2].split()[1])
    except (OSError, IndexError, ValueError):
        return 0


def _command(process: Path) -> list[str]:
    """The program, and the script where an interpreter runs one; without their folders."""
    try:
        words = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return []
    script = [word for word in words[1:] if word and not word.startswith("-")][:1]
    program = Path(words[0]).name
    return [program, *(Path(word).name for word in script if program.startswith("python"))]


def _beside(proc: Path) -> str:
    for process in proc.glob("[0-9]*"):
        try:
            name = (process / "comm").read_text(errors="replace").strip()
        except OSError:
            continue
        if name in BESIDE:
            return name
    return ""
