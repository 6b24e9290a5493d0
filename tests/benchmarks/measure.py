"""How time, processor and memory are read: of work in this process, and of processes."""

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from math import log
from pathlib import Path
from statistics import median
from typing import TypeVar

import orjson

Work = Callable[[], object]
Key = TypeVar("Key")
# what a program of this kind cannot do without
IMPORTS = (
    "import tinydb, click; from pydantic import BaseModel; "
    "type('A', (BaseModel,), {'__annotations__': {'x': int}})"
)
PEAK = """
import runpy, sys
try:
    exec(sys.argv.pop(1))
finally:
    told = open("/proc/self/status").read().partition("VmHWM:")[2]
    print(told.split()[0], file=sys.stderr)
"""
PROGRAM = "sys.argv[0] = 'companion'; runpy.run_module('companion', run_name='__main__', alter_sys=True)"


def wall(work: Work) -> float:
    """Milliseconds, without the garbage collector, as a command runs."""
    return _spent(work, time.perf_counter)


def processor(work: Work) -> float:
    """Milliseconds of the processor in this process, likewise."""
    return _spent(work, time.process_time)


def children(work: Work) -> float:
    """Milliseconds of the processor in the processes that were started and have ended meanwhile."""
    return _spent(work, lambda: sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2]))


def in_turn(
    works: Mapping[Key, Work], rounds: int, clock: Callable[[Work], float] = wall
) -> dict[Key, float]:
    """The median of each, done turn by turn: a busy moment hits all alike.

    A first round warms up, and counts only where it is to be the only one.
    """
    found: dict[Key, list[float]] = {name: [] for name in works}
    for _ in range(rounds + 1):
        gc.collect()
        for name, work in works.items():
            found[name].append(clock(work))
    return {name: median(costs[1:] or costs) for name, costs in found.items()}


def growth(cost: Mapping[int, float]) -> float:
    """The exponent by which a cost grows with the size: the slope of the line through the logarithms."""
    points = [(log(size), log(ms)) for size, ms in cost.items()]
    x0, y0 = (sum(point[i] for point in points) / len(points) for i in (0, 1))
    return sum((x - x0) * (y - y0) for x, y in points) / sum((x - x0) ** 2 for x, _ in points)


def run(arguments: Sequence[str], env: Mapping[str, str] | None = None) -> None:
    """Python with these arguments, from start to end; nobody reads what it says."""
    nothing = subprocess.DEVNULL
    command = [sys.executable, *arguments]
    subprocess.run(command, env=env, stdin=nothing, stdout=nothing, stderr=nothing, check=True)


def parsed(file: Path) -> object:
    """A file of JSON, read and parsed as fast as can be."""
    return orjson.loads(file.read_bytes())


def peak(code: str, *words: str, env: Mapping[str, str] | None = None) -> float:
    """MiB that a process had at most; the code may be PROGRAM, whose arguments are the words."""
    done = subprocess.run(
        [sys.executable, "-c", PEAK, code, *words], env=env, check=True, capture_output=True, text=True
    )
    return int(done.stderr.split()[-1]) / 1024


def pss(process: int) -> float:
    """MiB of a process that runs, each page shared fairly among those that use it."""
    told = Path(f"/proc/{process}/smaps_rollup").read_text().partition("Pss:")[2]
    return int(told.split()[0]) / 1024


def ran(process: int) -> float:
    """Milliseconds of the processor that a process used since it began, in steps of ten, all threads."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _spent(work: Work, clock: Callable[[], float]) -> float:
    gc.disable()
    try:
        began = clock()
        work()
        return (clock() - began) * 1000
    finally:
        gc.enable()
