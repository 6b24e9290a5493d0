"""What the doctor finds, and how each thing is put right, in sentences. Keys are never shown."""

from collections.abc import Callable, Mapping
from datetime import datetime
from shlex import quote
from typing import TYPE_CHECKING, Any

from companion.wording import errors, numbers
from companion.wording.backups import way_back

if TYPE_CHECKING:
    from companion.store.repairs import FileState

Facts = Mapping[str, Any]
Said = Callable[[Facts], str]

FIX = "companion doctor --fix"
AWAY = "companion backup /media/a-stick/diary.zip"
KINDS = {**errors.NO_FILES, "gone": "a link to nothing"}


def state(found: "FileState") -> str:
    """2026-11.json: whole, 42 entries. Or what is wrong, and the command that repairs it."""
    if found.ok:
        return f"{found.file}: whole, {found.entries} entries."
    way_out = errors.way_back(found.name, found.copy)
    return f"{found.file}: {errors.fault(found.fault or '', found.detail)}. {way_out}"


def _files(f: Facts) -> str:
    return "1 file or folder" if f["count"] == 1 else f"{f['count']:,} files or folders"


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"


def _moment(value: datetime) -> str:
    return f"{numbers.dated(value)}, {numbers.clock(value)}"


def _copies(f: Facts) -> str:
    return f"the newest copy is of {numbers.dated(f['newest'])}"


def _saving(f: Facts) -> str:
    since = f.get("since")
    when = f" since {_moment(since)}" if isinstance(since, datetime) else ""
    return f"{f.get('who') or 'another window'} has been saving{when}, longer than a save takes."


def _old_copies(f: Facts) -> str:
    newest = f"{_copies(f)}, though" if f["newest"] else "there are no copies, though"
    return f"{newest} the diary was written on {numbers.dated(f['written'])}."


def _no_unicode(f: Facts) -> str:
    return f"texts are written as {f['encoding']}, which lacks letters."


def _letters(f: Facts) -> str:
    return f"Set LANG to a UTF-8 locale, such as C.UTF-8{'' if f['why'] == 'LANG' else _or_unset(f)}."


def _or_unset(f: Facts) -> str:
    return f", and take {f['why']} away" if f["why"].startswith("PYTHON") else f", and {f['why']} too"


def _fault(f: Facts) -> str:
    return errors.sentence(f["error"])


SAID: dict[str, Said] = {
    "versions": lambda f: ", ".join(f"{name} {version}" for name, version in f.items()) + ".",
    "folder": lambda f: f"the diary is in {f['folder']}.",
    "no_folder": lambda f: f"the diary will be in {f['folder']}; nothing was written down yet.",
    "elsewhere": lambda f: f"{f['folder']} is a link to {f['target']}, which belongs to {f['owner']}.",
    "foreign": lambda f: f"{f['owner']}, not {f['me']}, owns {_files(f)}: {f['path']}.",
    "above_foreign": lambda f: (
        f"{f['path']} belongs to {f['owner']}, who could put another folder in its place."
    ),
    "above_open": lambda f: f"others may write in {f['path']}, and could put another folder in its place.",
    "restore_cut": lambda f: (
        f"a restore into {f['folder']} was cut off: half the old diary, half the new one; both are whole."
    ),
    "restore_stuck": _fault,
    "restore_settled": lambda f: f"a restore was cut off; {f['folder']} is as it was before it.",
    "restore_left": lambda f: f"{f['path']} is left of a restore that was cut off; nothing of it is in use.",
    "restore_kept": lambda f: (
        f"{f['path']} is the diary as it was before a restore. To have it again: {way_back(f['path'])}"
    ),
    "private": lambda _: "only you can read it.",
    "open": lambda f: f"{_files(f)} can be read by others.",
    "writable": lambda f: f"{_files(f)} can be changed by others.",
    "mended": lambda f: f"{_files(f)} could be read by others, and no longer can.",
    "strangers": lambda f: f"{numbers.listed(f['paths'])}: not the diary's own, so never forgotten with it.",
    "odd": lambda f: f"{f['path']} is {KINDS[f['kind']]}, where a file should be.",
    "space": lambda f: f"{f['mb']:,} MB are free on the disk.",
    "no_space": lambda f: f"only {f['mb']:,} MB are free on the disk.",
    "no_names": lambda f: f"the disk has room for {f['count']:,} more files only, however small.",
    "copies": lambda f: f"{_copies(f)}, on a disk of its own.",
    "copies_here": lambda f: f"{_copies(f)}, on the same disk as the diary. To have one elsewhere: {AWAY}",
    "old_copies": _old_copies,
    "no_backup": lambda f: f"{f['path']}, the folder for copies, is missing.",
    "backup_made": lambda f: f"{f['path']}, the folder for copies, was missing and is there again.",
    "backup_no_folder": lambda f: f"{f['path']} is no folder, so no copies can be kept.",
    "backup_closed": lambda f: f"{f['path']} cannot be written, so no new copies are kept.",
    "left_over": lambda f: f"{numbers.count(f['count'], 'file')} of a save that was cut off.",
    "swept": lambda f: f"{numbers.count(f['count'], 'file')} of a save that was cut off, now removed.",
    "saving": _saving,
    "diary": lambda f: f"the diary is whole: {numbers.count(f['files'], 'file')}, {_entries(f['entries'])}.",
    "damaged": lambda f: state(f["state"]),
    "clock": lambda f: f"it is {_moment(f['now'])}.",
    "clock_behind": lambda f: (
        f"the clock says {_moment(f['now'])}, but the diary was written at {_moment(f['newest'])}."
    ),
    "to_come": lambda f: f"{_entries(f['count'])} of a time to come, the first of {_moment(f['at'])}.",
    "newer_program": lambda f: f"version {f['version']} has written here; this is {f['own']}.",
    "content": lambda _: "exercises, meals, foods and texts are whole.",
    "content_fault": _fault,
    "settings": lambda _: "the settings can be read.",
    "broken": _fault,
    "keys": lambda f: f"{numbers.count(f['count'], 'key')} can come in over SSH.",
    "key_of_nobody": lambda f: f"line {f['line']} of {f['path']} is for {f['name']}, who is not let in.",
    "key_too_wide": lambda f: f"line {f['line']} of {f['path']}, for {f['name']}, does not say restrict.",
    "no_key": lambda f: f"{f['name']} is let in, but no line of {f['path']} is theirs.",
    "ssh_open": lambda f: f"others can change {f['path']}, so sshd may refuse every key.",
    "encoding": lambda f: f"texts are written as {f['encoding']}.",
    "no_unicode": _no_unicode,
    "locale": lambda f: f"the locale is {f['value']}.",
    "locale_plain": lambda _: "no locale is named; the program does without.",
    "locale_missing": lambda f: f"{f['name']} names the locale {f['value']}, which is not installed.",
    "terminal": lambda f: f"the terminal is {f['term']}.",
    "no_term": lambda f: f"the terminal is {f['term'] or 'not named'}, which this computer does not know.",
    "dumb": lambda _: "the terminal is dumb, so plain lines open.",
    "no_terminal": lambda _: "no terminal here; the full screen needs one, commands do not.",
}

MENDS: dict[str, Said] = {
    "elsewhere": lambda _: "Take the link away, or name a folder of your own with --data-dir.",
    "restore_cut": lambda _: f"To have the old one back: {FIX}; or companion restore FILE begins again.",
    "restore_left": lambda f: f"The next restore removes it, or: rm -r {quote(f['path'])}",
    "foreign": lambda f: (
        f"Ask whoever keeps this computer: chown -R {quote(f['me'])} with the folder's name."
    ),
    "above_foreign": lambda _: "Keep the diary in a folder under your own home.",
    "above_open": lambda f: f"chmod go-w {quote(f['path'])}",
    "open": lambda _: f"To mend it: {FIX}",
    "writable": lambda _: f"To mend it: {FIX}",
    "strangers": lambda f: f"If nobody needs that: rm {' '.join(map(quote, f['paths']))}",
    "odd": lambda f: (
        f"Move it away: mv {quote(f['path'])} {quote(f['path'] + '.odd')}; then companion check."
    ),
    "no_space": lambda _: "Make some room; until then nothing new may be kept.",
    "no_names": lambda _: "Remove files that are not needed any more.",
    "old_copies": lambda _: f"The next entry makes one. To have one elsewhere: {AWAY}",
    "no_backup": lambda _: f"To make it: {FIX}",
    "backup_no_folder": lambda f: (
        f"Move it away: mv {quote(f['path'])} {quote(f['path'] + '.odd')}; then {FIX}"
    ),
    "backup_closed": lambda f: f"chmod u+rwx {quote(f['path'])}",
    "left_over": lambda _: f"To remove them: {FIX}",
    "saving": lambda _: "Close that window; the diary is free as soon as it is gone.",
    "clock_behind": lambda _: "Set the date, time and time zone of this computer; timedatectl shows them.",
    "to_come": lambda f: f"companion edit or remove, beginning with {f['id']}",
    "newer_program": lambda f: f"Install version {f['version']} here too.",
    "key_of_nobody": lambda f: f"Take line {f['line']} out, or let {f['name']} in: companion caregiver add",
    "key_too_wide": lambda f: f"Put restrict,pty, at the front of line {f['line']}.",
    "no_key": lambda f: (
        f"companion caregiver add {quote(f['name'])} --key FILE says the line again; "
        f"companion caregiver remove {quote(f['name'])}, where they come no longer."
    ),
    "ssh_open": lambda f: f"chmod go-w {quote(f['path'])}; it has to belong to {f['owner']}.",
    "no_unicode": _letters,
    "locale_missing": lambda f: f"Set {f['name']} to one of those that locale -a lists, such as C.UTF-8.",
    "no_term": lambda _: "Set TERM to xterm-256color, or install the terminal's description.",
}
