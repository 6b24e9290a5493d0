"""One call of a command: the global options, the Companion they open, and the two streams it speaks on."""

import os
import re
import stat
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from companion.domain.text import show
from companion.errors import Malformed
from companion.wording.commands import typed

if TYPE_CHECKING:
    from companion.cli.faces import Face
    from companion.domain.people import Via
    from companion.services.companion import Companion
    from companion.services.health import Health

SCHEMA = 1
NOTE_AT_MOST = 20_000  # characters read from standard input; what is kept of them is the content's limit
PRIVATE = 0o600
NARROWEST = 20  # columns of a terminal for which lines are folded
OTHERS = 0o077  # what a group and all others may do
EXCLUSIVE = ({"linear", "calm", "full"}, {"full", "switch"})  # one switch has no full screen
_UNUSUAL = re.compile(r"[^ -~\n]")


@dataclass
class Call:
    """What a command may use. Nothing is opened before it asks for the Companion."""

    data_dir: Path | None = None
    by: str | None = None
    json: bool = False
    demo: bool = False
    face: "Face | None" = None
    switch: bool = False
    gated: bool = False
    _wanted: list[str] = field(default_factory=list)

    def want(self, option: str) -> None:
        """Take "linear", "calm", "full" or "switch"; raises Malformed where two exclude each other."""
        self._wanted.append(option)
        for group in EXCLUSIVE:
            both = [*dict.fromkeys(name for name in self._wanted if name in group)]
            if len(both) > 1:
                raise Malformed("two_faces", one=both[0], other=both[1])
        if option == "switch":
            self.switch = True
        else:
            self.face = option  # type: ignore[assignment]

    @cached_property
    def companion(self) -> "Companion":
        """The diary's services for whoever acts."""
        from companion.bootstrap import open_companion

        via: Via = "ssh" if self.gated else "command"
        opened = open_companion(self.data_dir, by=self.by, via=via, demo=self.demo, gated=self.gated)
        self.demo = opened.demo  # also where the folder itself is marked as invented
        if self.demo:
            from companion.wording.welcome import INVENTED

            self.remark(INVENTED)
        if opened.folder and not self.gated and looked_into(opened.folder):
            from companion.wording.health import OPEN_FOLDER

            self.remark(OPEN_FOLDER)
        return opened

    @cached_property
    def health(self) -> "Health":
        """Looks after the diary's files; needs neither settings nor entries that can be read."""
        from companion.bootstrap import open_health

        return open_health(self.data_dir, demo=self.demo, who=self.by or "")

    @cached_property
    def nobody(self) -> "Companion":
        """Services over an empty diary that is never written, for sums that need no diary."""
        from companion.bootstrap import without_diary

        return without_diary()

    def tell(self, document: Mapping[str, Any], lines: Iterable[str]) -> None:
        """The answer: the document as JSON where asked for, else the lines."""
        if self.json:
            marked = {"demo": True} if self.demo else {}
            self.give({"schema": SCHEMA, **marked, **document})
        else:
            write(sys.stdout, folded(show("\n".join(map(typed, lines))), sys.stdout))

    def give(self, document: Mapping[str, Any]) -> None:
        """A document as one line of JSON, whatever was asked for."""
        encoding = getattr(sys.stdout, "encoding", None) or ""
        write(sys.stdout, written(document, plain=encoding.lower() not in ("utf-8", "utf8")))

    def remark(self, *sentences: str) -> None:
        """What is worth knowing beside the answer."""
        for sentence in sentences:
            write(sys.stderr, folded(show(typed(sentence)), sys.stderr))

    def note(self, given: str | None) -> str | None:
        """A note; "-" reads it from standard input."""
        return sys.stdin.read(NOTE_AT_MOST) if given == "-" else given


def private(output: TextIO) -> None:
    """A file that it is written into is for its owner alone, as the diary is."""
    with suppress(OSError, ValueError, AttributeError):  # no file, or another's
        number = output.fileno()
        if stat.S_ISREG(os.fstat(number).st_mode):
            os.fchmod(number, PRIVATE)


def looked_into(folder: Path) -> bool:
    """Whether others may look into the folder; the doctor is only asked where that seems so."""
    try:
        if not folder.stat().st_mode & OTHERS:
            return False
    except OSError:
        return False
    from companion.services.health_folder import open_to_others

    return open_to_others(folder)


def folded(text: str, stream: TextIO) -> str:
    """Lines broken between words, what goes on set in: a terminal would break them inside of words."""
    if not stream.isatty():
        return text
    from textwrap import wrap

    try:
        wide = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return text
    if wide < NARROWEST:
        return text
    lines = (
        wrap(line, wide, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )
    return "\n".join("\n".join(line) for line in lines)


def written(document: Mapping[str, Any], *, plain: bool = False) -> str:
    """JSON in which every character that could steer a terminal is escaped, so that nothing is lost.

    With `plain` every letter beyond ASCII is escaped too, for an output that is not UTF-8.
    """
    import orjson

    def shown(found: re.Match[str]) -> str:
        steers = show(f"a{found[0]}a") == "aa"
        return _escaped(found[0]) if plain or steers else found[0]

    return _UNUSUAL.sub(shown, orjson.dumps(document).decode())


def _escaped(char: str) -> str:
    pairs = char.encode("utf-16-be")
    return "".join(f"\\u{pairs[n]:02x}{pairs[n + 1]:02x}" for n in range(0, len(pairs), 2))


def write(stream: TextIO, text: str) -> None:
    """A line on a stream, unless it is empty."""
    if text:
        stream.write(f"{text}\n")
