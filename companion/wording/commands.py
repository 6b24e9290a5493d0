"""Commands named in a sentence, as they are typed where the reader sits: at home, or after ssh and a name."""

import re
from collections.abc import Collection
from contextvars import ContextVar

AT_HOME = "That is for the computer at home."
_NAMED = re.compile(r"`companion ?([^`]*)`")
_SENTENCES = re.compile(r"(?<=[.?]) ")
_listed: ContextVar[Collection[str] | None] = ContextVar("listed", default=None)


def come_over_ssh(listed: Collection[str]) -> None:
    """From now on in this run: somebody reads who can ask for these commands, and for no other."""
    _listed.set(listed)


def over_ssh() -> bool:
    """Whether the reader came over SSH."""
    return _listed.get() is not None


def typed(text: str) -> str:
    """The text with its commands as the reader can type them; a sentence about any other names the place."""
    listed = _listed.get()
    if listed is None or "`companion" not in text:
        return text
    told = [_sentence(part, listed) for part in _SENTENCES.split(text)]
    return " ".join(dict.fromkeys(told))


def _sentence(text: str, listed: Collection[str]) -> str:
    if all(_known(words, listed) for words in _NAMED.findall(text)):
        return _NAMED.sub(lambda found: f"`{_short(found[1])}`", text)
    return AT_HOME


def _known(words: str, listed: Collection[str]) -> bool:
    """Whether a command is on the list, or, where its help is meant, some that begin so."""
    name = " ".join(word for word in words.split()[:2] if not word.startswith("-"))
    if words.endswith("--help"):
        return not name or any(f"{one} ".startswith(f"{name} ") for one in listed)
    return name in listed or name.partition(" ")[0] in listed


def _short(words: str) -> str:
    """`meal log --help` as it is shorter: `help meal log`."""
    return f"help {words.removesuffix('--help')}".strip() if words.endswith("--help") else words
