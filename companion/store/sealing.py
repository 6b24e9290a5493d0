"""Encryption of a backup to keys, in the format of age. The part that does it, pyrage, is optional."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from companion.errors import Failure, Malformed
from companion.store.archive import bad

HEADERS = (b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----")
SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - how such a key begins
_NO_MATCH = "No matching keys found"


def is_sealed(raw: bytes) -> bool:
    """Whether these bytes are encrypted, as their first line says."""
    return raw.startswith(HEADERS)


def sealed(raw: bytes, keys: Iterable[str]) -> bytes:
    """The bytes, encrypted to public keys: age1... or a line of an SSH key.

    Raise Malformed for what is no such key, Failure where the part that encrypts is not installed.
    """
    pyrage = _pyrage()
    wanted = [_recipient(pyrage, key) for key in keys]
    return bytes(pyrage.encrypt(raw, wanted))


def unsealed(raw: bytes, identity: bytes, file: str, key_file: str) -> bytes:
    """The bytes, decrypted with a file of secret keys. Raise Malformed or Failure."""
    pyrage = _pyrage()
    keys = _identities(pyrage, identity, key_file)
    try:
        return bytes(pyrage.decrypt(raw, keys))
    except pyrage.DecryptError as fault:
        if str(fault) == _NO_MATCH:
            raise Malformed("wrong_key", file=file, key=key_file) from None
        raise bad(file, "changed") from None


def keys_in(text: str) -> list[str]:
    """The keys of a file, one a line; what stands behind # is a remark."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _recipient(pyrage: Any, key: str) -> Any:
    if key.upper().startswith(SECRET):
        raise Malformed("secret_key")
    kind = pyrage.ssh if key.startswith("ssh-") else pyrage.x25519
    try:
        return kind.Recipient.from_str(key)
    except (pyrage.RecipientError, UnicodeError):
        raise Malformed("bad_public_key", file=key) from None


def _identities(pyrage: Any, raw: bytes, file: str) -> list[Any]:
    """The secret keys of a file: lines of age, or one key of SSH without a passphrase."""
    try:
        if raw.lstrip().startswith(b"-----BEGIN"):
            return [pyrage.ssh.Identity.from_buffer(raw)]
        found = [pyrage.x25519.Identity.from_str(line) for line in keys_in(raw.decode())]
    except (pyrage.IdentityError, UnicodeError):
        found = []
    if not found:
        raise Malformed("bad_secret_key", file=file)
    return found


def _pyrage() -> Any:
    try:
        return import_module("pyrage")
    except ImportError:
        raise Failure("no_encryption") from None
