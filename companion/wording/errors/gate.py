"""What was asked over SSH and is not to be had there."""

from companion.wording import numbers
from companion.wording.errors.told import Facts, Told, Words, fixed


def _meant(f: Facts) -> str:
    """What is close to it on the list, as a question; empty where nothing is."""
    near = list(f["near"])
    return f"Did you mean {numbers.listed(near, 'or')}?" if near else ""


def _options(f: Facts) -> str:
    return f"help {f['command']} lists the options, spelled in full."


SENTENCES: dict[str, Told] = {
    "ssh_words": fixed(
        "The command cannot be understood: {fault}.",
        "A text with spaces or an apostrophe needs quotes in quotes. Nothing was done.",
    ),
    "ssh_too_long": fixed("A command has at most {most} bytes.", "Nothing was done."),
    "ssh_characters": fixed(
        "The command has characters in it that are no text.", "Nothing was done. Please type it anew."
    ),
    "ssh_no_terminal": fixed(
        "A screen needs a terminal, and none came with this connection.",
        "ssh -t brings one. The word help, after the name of this computer, lists what works without.",
    ),
    "ssh_which": lambda f: Words(
        f"One word more is needed after {f['word']}: {numbers.listed(list(f['known']), 'or')}.",
        f"help {f['word']} says what each does.",
    ),
    "ssh_command": lambda f: Words(
        f"{f['word'].strip() or 'An empty word'} is not among what can be asked over SSH.",
        f"{_meant(f) or 'The word help lists what is.'} Nothing was done.",
    ),
    "ssh_option": lambda f: Words(
        f"{f['option']} is not among what can be asked over SSH.",
        f"{_meant(f) or _options(f)} Nothing was done.",
    ),
    "entries_a_day": fixed(
        "{name} has written {most} entries within a day, and over SSH that is the most.",
        "Nothing was saved. Later it goes on; on the computer itself there is no such limit.",
    ),
}
