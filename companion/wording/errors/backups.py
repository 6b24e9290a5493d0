"""Backups that cannot be made, opened or put in place."""

from shlex import quote

from companion.wording.errors.machine import FAULTS as OF_A_FILE
from companion.wording.errors.told import Facts, Told, Words, fixed

FAULTS = {
    "no_file": "there is no such file", "folder": "it is a folder", "pipe": "it is a pipe",
    "socket": "it is a socket", "device": "it is a device", "unreadable": "it cannot be read",
    "empty": "it is empty", "too_large": "it is larger than any backup, packed or unpacked",
    "too_large_member": "a file in it is larger than anybody writes",
    "unsealed": "it does not end as a backup does, so it was cut short or is something else",
    "changed": "it is not as it was when it was made", "no_zip": "its inside cannot be read",
    "name": "it holds what no backup holds", "kind": "it holds what is no plain file",
    "twice": "it holds a file twice", "about": "what it holds is not what it says",
    "unusable": "a file in it cannot be used",
}  # fmt: skip
ELSEWHERE = {
    "link": "is a link to another place", "no_folder": "is not a folder of its own",
    "foreign": "belongs to somebody else", "other": "holds other things than a diary",
}  # fmt: skip
COPY = "Nothing was changed. Copy it again from where it is kept, or take an older one."
NOTHING = "Nothing was changed."


def _bad(f: Facts) -> Words:
    code, member, detail = str(f["fault"]), f.get("member"), f.get("detail")
    fault = FAULTS.get(code) or OF_A_FILE.get(code, code)
    of = f" ({member}{f': {detail}' if detail else ''})" if member else ""
    again = code in ("empty", "unsealed", "changed", "no_zip")
    return Words(f"{f['file']} cannot be used as a backup: {fault}{of}.", COPY if again else NOTHING)


def _mark(f: Facts) -> Words:
    """A mark that cannot be believed: the diary stands, or what was there is named."""
    if before := f.get("before"):
        way = f"What was there, or a part of it, is in {before}: keep that. When all of it is back in place"
    else:
        way = f"What is in {f['folder']} stands as it was. To go on with it"
    said = f"{f['mark']} should say what a restore that was cut off has moved, and cannot be used."
    return Words(said, f"Nothing was changed. {way}: rm -r {quote(str(f['mark']))}")


SENTENCES: dict[str, Told] = {
    "bad_backup": _bad,
    "newer_backup": fixed(
        "{file} was made by a newer version (format {format}, this one knows {known}).",
        "Nothing was changed. Install the newer version, then it can be restored.",
    ),
    "sealed_backup": fixed(
        "{file} is encrypted.", "--identity FILE says where the secret key is. Nothing was changed."
    ),
    "wrong_key": fixed("The key in {key} does not open {file}.", "Nothing was changed. Another key may."),
    "bad_secret_key": fixed(
        "There is no secret key in {file} that can be used.",
        "It has lines that begin with AGE-SECRET-KEY-1, or is an SSH key without a passphrase.",
    ),
    "bad_public_key": fixed(
        "{file} is no key that a backup can be encrypted to, and no file of such keys.",
        "Such a key begins with age1, ssh-ed25519 or ssh-rsa. Nothing was written.",
    ),
    "secret_key": fixed(
        "That is the secret key, which only opens.",
        "The public one, which begins with age1, is the one to encrypt to. Nothing was written.",
    ),
    "no_encryption": fixed(
        "Encryption needs one more part, pyrage, which is not installed.",
        "pip install 'companion-als[encrypt]' installs it. Nothing was changed.",
    ),
    "backup_from_afar": fixed(
        "Backups are not made or read over this connection.",
        "On the computer itself `companion backup` and `companion restore` do it. Nothing was changed.",
    ),
    "backup_there": fixed("{file} is there already.", "Nothing was written. Give another name."),
    "backup_inside": fixed(
        "{file} would lie in the diary's own folder, and be lost with it.",
        "Nothing was written. Name a place outside, best on another disk.",
    ),
    "backup_of_nothing": fixed("Nothing was ever written down here, so there is nothing to back up."),
    "restore_into_demo": fixed("The demo has invented data only.", "Nothing was changed. Leave out --demo."),
    "restore_of_demo": fixed(
        "{file} is a backup of the demo: it is invented, and there is a diary here.",
        "Nothing was changed. It can go into an empty folder: companion --data-dir DIR restore FILE",
    ),
    "restore_cut": fixed(
        "A restore into {folder} was cut off: it is half the old diary, half the new one. Both are whole.",
        "companion doctor --fix puts the old one back; companion restore FILE begins again.",
    ),
    "restore_mark": _mark,
    "restore_lost": fixed(
        "A restore into {folder} was cut off, and {name} of the old diary is neither there nor in {before}.",
        "Nothing was changed. The old one's other files are in these two, the new ones also in {fresh}: "
        "copy all three elsewhere first. A backup goes into another folder: "
        "companion --data-dir DIR restore FILE",
    ),
    "restore_elsewhere": lambda f: Words(
        f"{f['folder']} {ELSEWHERE.get(str(f['fault']), 'is not yours')}, so nothing is put in its place.",
        "Nothing was changed. --data-dir names another folder.",
    ),
}
