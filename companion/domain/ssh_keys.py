"""Public keys of OpenSSH, and the line of authorized_keys that lets one in to a command, written and read."""

import base64
import hashlib
import re
import shlex
from collections.abc import Iterator, Sequence

from companion.domain.frozen import frozen
from companion.domain.text import clean
from companion.errors import Malformed

FILE = ".ssh/authorized_keys"  # in the home of an account
AT_MOST = 3_000  # characters of a line: a key of RSA with 16,384 bits, the most there is, has 2,800
RSA_BITS = 2_048  # fewer are refused by servers of today
POINTS = {"nistp256": 65, "nistp384": 97, "nistp521": 133}  # bytes of a point on the curve
ED25519 = 32  # bytes
# What follows the kind in the key itself: x a number of ED25519, e and n those of RSA, c the name of the
# curve, p a point on it, a whom a security key answers.
PARTS = {
    "ssh-ed25519": "x",
    "sk-ssh-ed25519@openssh.com": "xa",
    **{f"ecdsa-sha2-{curve}": "cp" for curve in POINTS},
    "sk-ecdsa-sha2-nistp256@openssh.com": "cpa",
    "ssh-rsa": "en",
}
LENGTH = 4  # bytes before each part that say how long it is
_PRIVATE = re.compile(r"PRIVATE KEY|PuTTY-User-Key-File")
_OTHER_FORM = re.compile(r"-{4,5} ?BEGIN ")
_KEY = re.compile(r"AAAA[A-Za-z0-9+/]+={0,2}")
_GAP = re.compile(r"[ \t]+")
_PLAIN = re.compile(r"[A-Za-z0-9_@%+:,./-]+")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_LINE = re.compile(r'((?:[^\s"]|"(?:[^"\\]|\\.)*")+)\s+(?:ssh-|ecdsa-|sk-)\S')
_COMMAND = re.compile(r'(?:^|,)command="((?:[^"\\]|\\.)*)"', re.IGNORECASE)
_TAKEN_OUT = re.compile(r"(['\\!])")


@frozen
class PublicKey:
    """A public key: its kind, itself in base64, and what stood behind it."""

    kind: str
    data: str
    comment: str = ""

    @property
    def text(self) -> str:
        """Kind and key, as authorized_keys has them."""
        return f"{self.kind} {self.data}"

    @property
    def fingerprint(self) -> str:
        """As `ssh-keygen -l` shows it: SHA256:..."""
        digest = hashlib.sha256(base64.b64decode(self.data)).digest()
        return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


@frozen
class AuthorizedLine:
    """A line that lets somebody in to the gate: its number, who, to which folder if it names one.

    `restricted` is whether nothing but the command is allowed.
    """

    number: int
    name: str
    folder: str | None
    restricted: bool


def public_key(text: str) -> PublicKey:
    """The key of a file with one line; raises Malformed with a code for each thing that can be wrong."""
    if _PRIVATE.search(text):
        raise Malformed("key_private")
    line = text.removeprefix("\ufeff").strip(" \t\r\n")
    if not line:
        raise Malformed("key_none")
    if _OTHER_FORM.match(line):
        raise Malformed("key_form")
    if len(line) > AT_MOST:
        raise Malformed("key_long")
    if len(line.splitlines()) > 1:
        raise Malformed("key_lines")
    kind, data, comment = (*_GAP.split(line, maxsplit=2), "", "")[:3]
    if kind not in PARTS:
        raise Malformed("key_options" if PARTS.keys() & set(_GAP.split(line)) else "key_kind")
    if not _KEY.fullmatch(data):
        raise Malformed("key_broken")
    return PublicKey(kind, _checked(kind, data), clean(comment))


def _checked(kind: str, data: str) -> str:
    """The key in its one way of being written; raises Malformed where it is not whole or of another kind."""
    try:
        blob = base64.b64decode(data, validate=True)
        named, *parts = _parts(blob)
    except ValueError:
        raise Malformed("key_broken") from None
    expected = PARTS[kind]
    if named != kind.encode() or len(parts) != len(expected):
        raise Malformed("key_broken")
    for what, part in zip(expected, parts, strict=True):
        _check(what, part, kind)
    return base64.b64encode(blob).decode()


def _check(what: str, part: bytes, kind: str) -> None:
    """Hold one part of a key to its length and form."""
    curve = next((name for name in POINTS if name in kind), "")
    whole = {
        "x": len(part) == ED25519,
        "c": part == curve.encode(),
        "p": len(part) == POINTS.get(curve) and part[:1] == b"\x04",
    }.get(what, part != b"")
    if not whole:
        raise Malformed("key_broken")
    if what == "n" and int.from_bytes(part).bit_length() < RSA_BITS:
        raise Malformed("key_short")


def _parts(blob: bytes) -> Iterator[bytes]:
    """Each part of a key, which is its length and itself; raises ValueError where it ends too early."""
    while blob:
        size, blob = int.from_bytes(blob[:LENGTH]), blob[LENGTH:]
        if size > len(blob):
            raise ValueError(size)
        yield blob[:size]
        blob = blob[size:]


def shell_word(text: str) -> str:
    """A word that every login shell, of whatever kind, reads as this text and as nothing else."""
    if _PLAIN.fullmatch(text):
        return text
    return "'" + _TAKEN_OUT.sub(r"'\\\1'", text) + "'"  # a backslash means much in the quotes of fish


def authorized(command: Sequence[str], key: PublicKey, name: str) -> str:
    """The line that lets the key in to this command alone: no forwarding, no file transfer, a terminal.

    The server takes a backslash away only before a quote, and hands the rest to the login shell.
    """
    asked = " ".join(map(shell_word, command)).replace('"', '\\"')
    return f'restrict,pty,command="{asked}" {key.text} {name}'


def authorized_lines(text: str, gate: str) -> Iterator[AuthorizedLine]:
    """The lines of authorized_keys that run this command for somebody, those of the demo left out."""
    for number, line in enumerate(text.splitlines(), 1):
        options = _LINE.match(line.strip())
        command = _COMMAND.search(options[1]) if options and not line.lstrip().startswith("#") else None
        if options is None or command is None:
            continue
        try:
            words = shlex.split(command[1].replace('\\"', '"'))
        except ValueError:
            continue
        name = _value(words, "--as")
        if gate in words and "--demo" not in words and name is not None:
            folder = _value(words, "--data-dir") or _value(words, "COMPANION_DATA_DIR")
            bare = _QUOTED.sub("", options[1]).lower().split(",")
            yield AuthorizedLine(number, name, folder, "restrict" in bare)


def _value(words: list[str], option: str) -> str | None:
    """What follows an option, after a space or an equals sign."""
    for place, word in enumerate(words):
        if word == option and place + 1 < len(words):
            return words[place + 1]
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return None
