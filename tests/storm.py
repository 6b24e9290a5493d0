"""Many hands at one diary: some at the computer itself, some over a real server, some of them cut off."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from threading import Thread, Timer
from time import monotonic

from sshd import Sshd
from terminal import PLACE

from companion.bootstrap import open_companion
from companion.domain.entries import Entry

FAR, NEAR = ("Maria", "Jon"), ("Ann", "Ruth")  # who comes over the server, who sits at the computer


def let_in(server: Sshd, diary: Path) -> None:
    """Everybody but Ruth, whose diary it is, is let in; those afar have keys."""
    home = open_companion(diary)
    home.people.set("name", "Ruth")
    server.keys.write_text("")
    for name in (*FAR, NEAR[0]):
        home.caregivers.add(name, "caregiver")
    for name in FAR:
        server.admit(name.lower(), "--data-dir", str(diary), "serve-ssh", "--as", name)


def begun(server: Sshd, diary: Path, name: str, number: int) -> subprocess.Popen[str]:
    """One entry of somebody, under way."""
    words = ["quick", f"{name}-{number}", "--kcal", "100", "--json"]
    local = [sys.executable, "-m", "companion", "--data-dir", str(diary), "--by", name, *words]
    return subprocess.Popen(
        server.call(name.lower(), *words) if name in FAR else local,
        cwd=PLACE, env={"PATH": os.environ["PATH"], "HOME": str(server.place)},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def write(server: Sshd, diary: Path, each: int) -> dict[str, list[str]]:
    """All four write so many entries at once; the ids that each was told."""
    told: dict[str, list[str]] = {name: [] for name in (*FAR, *NEAR)}

    def writer(name: str) -> None:
        for number in range(each):
            out, err = begun(server, diary, name, number).communicate()
            told[name].append(json.loads(out)["id"] if out else err)

    writers = [Thread(target=writer, args=(name,)) for name in told]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    return told


def cut_off(server: Sshd, diary: Path, kills: int) -> list[str]:
    """By turns each writes, and is killed at any moment of it; the ids that were told all the same."""
    chance, told, takes = random.Random(6), list[str](), dict[str, float]()
    for number in range(kills):
        name = (*FAR, *NEAR)[number % 4]
        if name not in takes:
            begin = monotonic()
            told.append(json.loads(begun(server, diary, name, number).communicate()[0])["id"])
            takes[name] = monotonic() - begin
        with begun(server, diary, name, number) as process:
            killer = Timer(chance.uniform(0.1, 1.4) * takes[name], process.kill)
            killer.start()
            out = process.stdout.read() if process.stdout else ""
            process.wait()
            killer.cancel()
            killer.join()
        if out.endswith("\n"):
            told.append(json.loads(out)["id"])
    return told


def kept(diary: Path) -> dict[str, Entry]:
    """What stands in the diary after all of it; every file is whole."""
    opened = open_companion(diary).diary
    assert all(state.ok for state in opened.check())
    return {entry.id: entry for entry in opened.entries("quick")}
