"""The table that a run ends with: what was measured, beside what in the same run, and whether it will do."""

import os
import platform
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.goals import GOALS

HEAD = ("what", "figure", "reference", "", "ratio", "goal", "reached")
LEGEND = """
ms are those of the processor, save where something waits: an entry for the disk, a key, a change of screen
and a start "until it waits" for the terminal, SSH for the line. Goals are in tests/benchmarks/goals.py."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; `beside` is the same of something else: its name and its figure."""

    what: str
    figure: float
    unit: str
    beside: tuple[str, float] | None = None
    goal: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the reference."""
        return self.figure / self.beside[1] if self.beside and self.beside[1] else None

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None without one."""
        if not self.goal:
            return None
        most, of_ratio = GOALS[self.goal]
        found = self.ratio if of_ratio else self.figure
        return found is not None and found <= most

    def cells(self) -> tuple[str, ...]:
        """What the table says of it."""
        name, figure = self.beside or ("", None)
        most, of_ratio = GOALS[self.goal] if self.goal else (None, False)
        return (
            self.what,
            told(self.figure, self.unit),
            name,
            "" if figure is None else told(figure, self.unit),
            "" if self.ratio is None else f"{self.ratio:.2f}",
            "" if most is None else f"{most:g} x" if of_ratio else f"{most:g} {self.unit}".strip(),
            {None: "", True: "yes", False: "NO"}[self.reached],
        )


@dataclass(slots=True)
class Ledger:
    """What a run measured so far."""

    rows: list[Row] = field(default_factory=list)

    def add(
        self, what: str, figure: float, unit: str, beside: tuple[str, float] | None = None, goal: str = ""
    ) -> None:
        """Write one figure down."""
        self.rows.append(Row(what, figure, unit, beside, goal))

    def missed(self, since: int) -> str:
        """One line about the goals that the rows from this one on miss; empty where they miss none."""
        return "; ".join(
            f"{what}: {figure}{f', {ratio} x' if ratio else ''}, goal {goal}"
            for row in self.rows[since:]
            if row.reached is False
            for what, figure, _, _, ratio, goal, _ in (row.cells(),)
        )

    def table(self) -> list[str]:
        """The whole, a line a row."""
        cells = [HEAD, *(row.cells() for row in self.rows)]
        wide = [max(len(row[n]) for row in cells) for n in range(len(HEAD))]
        lines = ["  ".join(text.ljust(wide[n]) if n in (0, 2) else text.rjust(wide[n])
                           for n, text in enumerate(row)) for row in cells]  # fmt: skip
        return [lines[0], "-" * len(lines[0]), *lines[1:], LEGEND]


def told(figure: float, unit: str) -> str:
    """A figure with its unit."""
    places = 0 if figure == int(figure) or figure >= 1000 else 1 if figure >= 100 else 2
    return f"{figure:.{places}f} {unit}".strip()


def machine(folder: Path) -> str:
    """On what this was measured: cores, Python, how busy it is, and the file system of a folder."""
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores, load {load:.1f} now, Python {platform.python_version()}, "
        f"diaries on {file_system(folder)}"
    )


def file_system(folder: Path) -> str:
    """The kind of file system that a folder is on, such as ext4; "?" where the system does not tell."""
    found, place = "?", ""
    mounts = Path("/proc/mounts")
    for line in mounts.read_text().splitlines() if mounts.exists() else ():
        _, mounted, kind, *_ = line.split()
        if folder.resolve().is_relative_to(mounted) and len(mounted) >= len(place):
            found, place = kind, mounted
    return found
