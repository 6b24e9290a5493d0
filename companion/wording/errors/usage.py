"""Slips in a command line: more or less than a command takes, or a word that it does not know."""

from companion.wording import numbers
from companion.wording.commands import over_ssh
from companion.wording.errors.told import Facts, Told, Words, fixed

QUOTES = "A name with spaces needs quotes."
QUOTES_OVER_SSH = "A name with spaces needs quotes, and single quotes go round the whole."


def _hint(f: Facts, *said: str) -> str:
    """What helps; where the command would have written something down, that it did not."""
    return " ".join(part for part in (*said, "Nothing was saved." if f["writes"] else "") if part)


def _help(f: Facts) -> str:
    return f"`{' '.join(['companion', *str(f['command']).split(), '--help'])}` shows what there is."


def _near(f: Facts) -> str:
    near = list(f["near"])
    return f"Did you mean {numbers.listed(near, 'or')}?" if near else _help(f)


def _name(f: Facts) -> str:
    return str(f["command"]) or "companion"


SENTENCES: dict[str, Told] = {
    "too_much": lambda f: Words(
        f"There is more than {_name(f)} takes: {f['rest']}.",
        _hint(f, _near(f) if f["near"] else QUOTES_OVER_SSH if over_ssh() else QUOTES),
    ),
    "too_little": lambda f: Words(
        f"There is less than {_name(f)} needs: {f['what']} is missing.", _hint(f, _help(f))
    ),
    "no_such_option": lambda f: Words(
        f"There is no option {f['option']} in {_name(f)}.", _hint(f, _near(f))
    ),
    "no_such_command": lambda f: Words(f"There is no command {f['word']}.", _hint(f, _near(f))),
    "no_value": fixed("{option} needs something after it.", "Nothing was saved."),
    "not_one_of": lambda f: Words(
        f"{f['what']} can be {numbers.listed(list(f['known']), 'or')}.", _hint(f)
    ),
    "no_whole_number": lambda f: Words(
        f"{f['what']} is a whole number, written in digits{f['range']}.", _hint(f)
    ),
    "usage": lambda f: Words(numbers.sentence(f["sentence"]), _hint(f, _help(f))),
}  # fmt: skip
