"""What is wrong with a file that was to be imported. Nothing was changed by any of it."""

from companion.wording.errors.machine import NO_FILES
from companion.wording.errors.told import Facts, Told, Words, fixed

UNCHANGED = "Nothing was changed."
AGAIN = f"{UNCHANGED} `companion export` on the other computer writes it anew."
UPDATE = f"{UNCHANGED} Please update the program on this computer and try again."

FILES = {
    "empty": ("is empty", AGAIN),
    "utf16": ("is in UTF-16, and an export is in UTF-8", AGAIN),
    "not_text": ("is not text in UTF-8, as an export is", AGAIN),
    "table": (
        "is a table (CSV), which is for looking at",
        f"{UNCHANGED} Please give the JSON that `companion export` writes.",
    ),
    "not_json": ("cannot be read as JSON, in {detail}: it may have been cut off or changed", AGAIN),
    "brackets": ("holds hardly more than brackets, and an export holds entries", AGAIN),
    "keys": ("holds something with more than {detail} parts, which no entry has", AGAIN),
    "too_deep": ("has more lists within lists than an export has", AGAIN),
    "number": ("holds a number that nobody wrote down, such as one of very many digits", AGAIN),
    "long": ("holds a text of more than {detail} letters", AGAIN),
    "half": ("holds half a letter, which is no text", AGAIN),
    "twice": ("says {detail} twice in one place", AGAIN),
    "no_entry": ("holds something among its entries that is no entry", AGAIN),
    "no_export": (
        "is not an export of this program",
        f"{UNCHANGED} `companion export > FILE` writes one.",
    ),
    "diary_file": (
        "is a file of a diary itself, not an export",
        f"{UNCHANGED} `companion --data-dir DIR export` writes an export of the diary in a folder.",
    ),
    "newer": ("was written by a newer version of the program (format {detail})", UPDATE),
    "settings": ("holds settings that this version does not know: {detail}", UPDATE),
}
ENTRIES = {
    "not_an_id": "it is no id",
    "twice": "two entries have it",
    "no_kind": "this version knows no such kind",
    "to_come": "it is a time to come",
    "long_ago": "it is a time very long ago",
    "nobody": "there is no name in it",
    "not_possible": "{value} is not possible",
    "out_of_range": "it can be {low:g} to {high:g}, not {value:g}",
    "target_later": "it names an entry that is not older",
    "no_target": "it names an entry that is neither in the file nor here",
    "not_editable": "that cannot be corrected",
    "other_month": "a correction cannot move it to another month",
    "removed": "the file has no correction that says so",
    "owner": "nobody from afar can be the owner",
}


def _file(f: Facts) -> Words:
    fault, hint = FILES.get(str(f["fault"]), FILES["no_export"])
    return Words(f"{f['file']} {fault.format_map(f).removesuffix(': ')}.", hint)


def _entry(f: Facts) -> Words:
    code = str(f["fault"])
    file = f.get("file", "the file")
    which = f"An entry of {file} cannot come in ({f.get('entry') or 'it has no id'})"
    if code == "other_here":
        return Words(
            f"{file} says something else about an entry that is here already ({f['entry']}).",
            f"{UNCHANGED} One of the two was changed by hand; into an empty folder the file can be imported.",
        )
    fault = ENTRIES[code].format_map(f) if code in ENTRIES else code.replace("Input should be", "it can be")
    hint = UPDATE if code == "no_kind" else f"{UNCHANGED} Please mend that entry, or export again."
    return Words(f"{which}: {f['key']}, {fault}." if f["key"] else f"{which}: {fault}.", hint)


SENTENCES: dict[str, Told] = {
    "bad_import": _file,
    "import_entry": _entry,
    "import_unreadable": fixed("{file} cannot be read: {fault}.", UNCHANGED),
    "import_no_file": lambda f: Words(
        f"{f['file']} is {NO_FILES[str(f['instead'])]}, not a file.",
        f"{UNCHANGED} Please give the file that `companion export` wrote.",
    ),
    "import_too_large": fixed("{file} is larger than {most} MB, which no export is.", UNCHANGED),
    "import_demo": fixed(
        "{file} is an export of the demo: it is invented, and there are entries here.",
        f"{UNCHANGED} It can be imported into an empty folder: `companion --data-dir DIR import FILE`.",
    ),
    "import_into_demo": fixed(
        "The demo is invented, and {file} is not, so it stays out of it.",
        f"{UNCHANGED} It can be imported into another folder: `companion --data-dir DIR import FILE`.",
    ),
    "import_somebody_else": fixed(
        "{file} is about {theirs}, and this diary is about {ours}.",
        f"{UNCHANGED} A folder for each person: `companion --data-dir DIR import FILE`.",
    ),
}
