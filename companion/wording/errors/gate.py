"""What was asked over SSH and is not to be had there."""

from companion.wording import numbers
from companion.wording.errors.told import Told, Words, fixed

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
    "ssh_command": fixed(
        "{word} is not among what can be asked over SSH.", "The word help lists what is. Nothing was done."
    ),
    "ssh_option": fixed(
        "{option} is not among what can be asked over SSH.",
        "help {command} lists the options, spelled in full. Nothing was done.",
    ),
    "entries_a_day": fixed(
        "{name} has written {most} entries within a day, and over SSH that is the most.",
        "Nothing was saved. Later it goes on; on the computer itself there is no such limit.",
    ),
}
