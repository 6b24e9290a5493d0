"""What can be asked over SSH: the commands and options on the list, spelled in full, and nothing else."""

import shlex
import unicodedata
from collections.abc import Iterable, Sequence

from companion.cli.commands import TABLE
from companion.cli.verbs import FACES, NEGATIVE
from companion.domain.frozen import frozen
from companion.errors import Malformed, NotAllowed

LONGEST = 2048  # bytes of a request
SHOWN = 40  # characters of a word that is told back
HELP, PROGRAM = "help", "companion"
CLOSE = 0.8  # how alike an option must be to be meant
REFUSED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # what steers a terminal, and what is no text at all
EVERYWHERE = frozenset({"--json", "--help"})
OPENS = " ".join(f"--{name}" for name in FACES)
# Each command with its options. None of them reads a file, opens an editor or runs another program.
ALLOWED = {name: frozenset(options.split()) for name, options in {
    "": OPENS,
    HELP: "",
    "today": "",
    "meal next": "--slot --count",
    "meal plan": "--day --accept --meal --slot",
    "meal list": "--food-level --drink-level --kind --slot --search --tag",
    "meal show": "",
    "meal log": "--eaten --slot --at --minutes --coughs --helped --not-helped --note",
    "meal add": "--ingredient --servings --food-level --drink-level --texture-by --slot --tag --method",
    "meal told": "--note",
    "food search": "--limit",
    "food show": "",
    "food log": "--grams --servings --slot --at --note",
    "quick": "--kcal --protein --slot --at --note",
    "drink log": "--what --level --slot --at --note",
    "drink test": "--left",
    "tube log": "--kcal-per-ml --protein-per-100ml --water-per-100ml --what --slot --at --note",
    "tube talk": "",
    "copy": "--to --slot",
    "again": "--amount --slot --at",
    "weight log": "--unit --tare --confirm --at --note",
    "weight show": "--days",
    "fatigue log": "--when --felt --helper-view --at --note",
    "fatigue explain": "--at --note",
    "fatigue watch": "",
    "trends": "--days --all --topic --list",
    "fall log": "--near --at --note",
    "session list": "",
    "session show": "",
    "session start": f"--mode {OPENS}",
    "session resume": OPENS,
    "session log": "--done --note",
    "session pain": "--kind --at --note",
    "plan show": "",
    "plan set": "--decided-by --confirm --lock --no-lock --note",
    "clearance add": "--decided-by --note",
    "clearance list": "",
    "clearance remove": "--decided-by",
    "person show": "",
    "settings show": "",
    "report": "--weeks --format --with-names --with-notes",
    "target": "",
    "energy": "--sex --weight --height --age --alsfrs6 --alsfrs-r --ventilation",
    "undo": "--confirm",
    "history": "--days",
    "edit": "--eaten --grams --ml --kcal --protein --kg --rating --when --minutes --coughs --helped "
            "--not-helped --confirm --slot --at --note",
    "remove": "--confirm",
}.items()}  # fmt: skip


@frozen
class Asked:
    """A request that may be run: its words, and its command, "" for a face. `about`: what to tell about."""

    words: tuple[str, ...]
    command: str
    about: str | None = None


def read(request: str) -> Asked:
    """What a request asks for; raises Malformed or NotAllowed for anything that is not on the list."""
    try:
        words = tuple(shlex.split(_plain(request)))
    except ValueError as fault:
        raise Malformed("ssh_words", fault=str(fault).lower()) from None
    spoken = _spoken(words)
    command = _command(spoken)
    words = _spelled(words, command)
    allowed = ALLOWED[command] | EVERYWHERE
    for word in words:
        if _is_option(word) and word.partition("=")[0] not in allowed:
            near = _close(word.partition("=")[0], allowed, CLOSE)
            raise NotAllowed("ssh_option", option=word[:SHOWN], command=command or HELP, near=near)
    if command == HELP:
        return Asked(words, command, _topic([word.lower() for word in spoken[1:]]))
    return Asked(words, command, command if "--help" in words else None)


def under(topic: str) -> list[str]:
    """The commands on the list that a word stands for: itself, or those that begin with it; "" is all."""
    if topic in ALLOWED and topic:
        return [topic]
    return [name for name in ALLOWED if name and (not topic or name.startswith(f"{topic} "))]


def _plain(request: str) -> str:
    """The request, if it is one line of text and no more than it may be."""
    if len(request.encode("utf-8", "surrogateescape")) > LONGEST:
        raise Malformed("ssh_too_long", most=LONGEST)
    if not request.isprintable() and any(unicodedata.category(char) in REFUSED for char in request):
        raise Malformed("ssh_characters")
    return request


def _is_option(word: str) -> bool:
    """Whether it begins as an option does; a number below zero and "-" for standard input do not count."""
    return word.startswith("-") and word != "-" and not NEGATIVE.match(word)


def _spoken(words: Sequence[str]) -> list[str]:
    """What is no option; the name of the program in front of it may stand there and need not."""
    spoken = [word for word in words if not _is_option(word)]
    return spoken[1:] if spoken and spoken[0].lower() == PROGRAM else spoken


def _spelled(words: Sequence[str], command: str) -> tuple[str, ...]:
    """The words with the command as the list spells it: a phone begins with a capital."""
    spelled, left = list[str](), command.split()
    for word in words:
        if left and not _is_option(word):
            if word.lower() == left[0]:
                spelled.append(left.pop(0))
        elif command or _is_option(word):
            spelled.append(word)
    return tuple(spelled)


def _command(spoken: Sequence[str]) -> str:
    """The command that these words begin with, however they are capitalised; "" where there are none."""
    if not spoken:
        return ""
    for count in (2, 1):
        begun = [word.lower() for word in spoken[:count]]
        name = " ".join(begun)
        if name in ALLOWED and name.split() == begun:
            return name
    first = spoken[0].lower()
    if len(spoken) == 1 and first and (known := under(first)):
        raise Malformed("ssh_which", word=first, known=[name.partition(" ")[2] for name in known])
    raise NotAllowed("ssh_command", word=" ".join(spoken[:2])[:SHOWN], near=_near(spoken))


def _near(spoken: Sequence[str]) -> list[str]:
    """What may have been meant, from the list; nothing for a command that only the computer at home has."""
    first, *rest = (word.lower() for word in spoken)
    if not first or (first in TABLE and not under(first)):
        return []
    inner = under(first)
    if rest and inner and first not in ALLOWED:
        second = _close(rest[0], [name.partition(" ")[2] for name in inner])
        if second:
            return [f"{first} {second[0]}"]
        return [" ".join([f"{first} log", *spoken[1:]])[:SHOWN]] if f"{first} log" in ALLOWED else inner
    if whole := _close(" ".join([first, *rest[:1]]), ALLOWED, CLOSE):
        return whole
    meant = [] if inner else _close(first, {name.partition(" ")[0] for name in ALLOWED})
    return meant if not meant or meant[0] in ALLOWED else _near([*meant, *spoken[1:]]) or under(meant[0])


def _close(word: str, known: Iterable[str], least: float = 0.6) -> list[str]:
    """The one that is most like a word, if any is at `least` so alike."""
    from difflib import get_close_matches  # only a slip needs it

    return get_close_matches(word.lower(), sorted(known), 1, least)


def _topic(spoken: Sequence[str]) -> str:
    topic = " ".join(spoken)
    if not under(topic):
        raise NotAllowed("ssh_command", word=topic[:SHOWN], near=_near(spoken))
    return topic
