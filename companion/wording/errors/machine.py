"""What the disk, the files or the terminal would not let us do."""

from datetime import datetime

from companion.wording import preferences
from companion.wording.errors.told import Facts, Told, Words, fixed


def _busy(f: Facts) -> Words:
    since = f.get("since")
    when = f" since {since:%H:%M:%S}" if isinstance(since, datetime) else ""
    saving = f"has been saving{when}" if when else "is saving"
    return Words(f"{f.get('who') or 'Another window'} {saving}.", "Nothing was saved. Please try again.")


def _damaged(f: Facts) -> Words:
    damaged = f"{f['file']} is damaged: {fault(str(f['fault']), str(f.get('detail', '')))}."
    return Words(damaged, f"Nothing was changed. {way_back(f['name'], f.get('copy'))}")


def way_back(name: str, copy: str | None) -> str:
    """How to bring a damaged file of the diary back, where there is a good copy."""
    if not copy:
        return "No good copy was found; keep the file and ask for help."
    return f"The newest good copy is {copy}. To bring it back: `companion check --repair {name}`"


def fault(code: str, detail: str = "") -> str:
    """What is wrong with a file of the diary, in a few words."""
    told = FAULTS.get(code, code)
    return f"{told} ({detail})" if detail else told


def _newer(f: Facts) -> Words:
    return Words(
        f"{f['file']} was written by a newer version (format {f['format']}, this one knows {f['known']}).",
        f"Nothing was changed. Install the newer version, or bring back an older copy: "
        f"`companion check --repair {f['name']}`",
    )


FAULTS = {
    "missing": "the file is gone, though copies of it are there", "empty": "it is empty",
    "cut": "its end is missing", "checksum": "its contents do not match its checksum",
    "not_json": "it cannot be read as JSON", "not_object": "it does not hold what it should",
    "not_ours": "it does not begin as a diary does", "format": "its format is not known",
    "layout": "its lines are not where they should be", "unknown_kind": "it holds a kind that is not known",
    "bad_entry": "an entry in it is not valid", "newer": "a newer version wrote it",
}  # fmt: skip

NO_FILES = {"folder": "a folder", "pipe": "a pipe", "socket": "a socket", "device": "a device"}

SENTENCES: dict[str, Told] = {
    "two_faces": fixed("--{one} and --{other} exclude each other.", "Leave one of them out."),
    "demo_excludes_data_dir": fixed("The demo keeps to a folder of its own.", "Leave out --data-dir."),
    "busy": _busy,
    "damaged_diary": _damaged,
    "newer_diary": _newer,
    "no_good_copy": fixed(
        "No good copy of {name} was found.", "Nothing was changed. Keep the file and ask for help."
    ),
    "disk_full": fixed(
        "The disk is full, so {file} could not be saved.", "Nothing was lost. Make some space and try again."
    ),
    "read_only": fixed(
        "{file} cannot be written: the folder or the disk is read-only.",
        "Nothing was lost. `companion doctor` says more.",
    ),
    "unreadable": fixed("{file} cannot be read: {fault}.", "`companion doctor` says more."),
    "folder_gone": fixed(
        "The folder of the diary is not there: {folder}.",
        "Nothing is written until it is back, as where a disk was taken out or a folder renamed.",
    ),
    "not_a_file": lambda f: Words(
        f"{f['file']} is {NO_FILES[str(f['instead'])]}, where a file should be.",
        "Nothing was changed. Move it away; `companion check` then says what is missing.",
    ),
    "unwritable": fixed("{file} cannot be written: {fault}.", "Nothing was lost."),
    "broken_settings": lambda f: Words(
        f"{f['file']} cannot be used: {preferences.broken(f)}.",
        "Mend or move that file; the defaults then hold.",
    ),
    "broken_content": fixed(
        "{file}, record {record}, {key}: {fault}.", "Mend or move that file. Nothing else was changed."
    ),
    "nothing_to_repair": fixed("{file} is whole, so there is nothing to repair.", "Nothing was changed."),
    "bad_entry": lambda f: Words(
        f"Entry {f.get('entry', '')} is not valid: {f['key']} {f['fault']}.",
        "The file was left as it is. Please mend it and accept it again.",
    ),
    "interrupted": fixed("Stopped.", "What was saved before is kept."),
    "unexpected": fixed(
        "Something went wrong inside the program.",
        "What was saved before is kept. COMPANION_DEBUG=1 shows where it happened.",
    ),
    "no_memory": fixed(
        "There is not enough memory to go on.",
        "What was saved before is kept. A smaller window, or --linear, needs less.",
    ),
    "no_terminal": fixed(
        "The full screen needs a terminal.", "--linear works without one. `companion today` prints the day."
    ),
}
