"""Slips in a command line, as click finds them, become errors that have words of this program's own."""

from difflib import get_close_matches

import click
from click.types import IntParamType

from companion.errors import Malformed

FEW = 12  # commands of a group that can be named whole
READING = frozenset({
    "", "today", "meal next", "meal list", "meal show", "food search", "food show", "weight show",
    "fatigue watch", "fatigue replay", "session list", "session show", "plan show", "clearance list",
    "person show", "settings show", "target", "energy", "history", "check", "doctor", "export",
    "caregiver list", "completion", "trends",
})  # fmt: skip


def slip(error: click.UsageError) -> Malformed:
    """The error that stands for what click found."""
    command = error.ctx.command_path.partition(" ")[2] if error.ctx else ""
    writes = command not in READING
    if isinstance(error, click.NoSuchOption):
        near = list(error.possibilities or ())[:1]
        return Malformed(
            "no_such_option", option=error.option_name, near=near, command=command, writes=writes
        )
    if isinstance(error, click.BadOptionUsage):
        return Malformed("no_value", option=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param:
        return Malformed("too_little", what=_name(error.param), command=command, writes=writes)
    if isinstance(error, click.BadParameter) and (found := _bad(error, writes=writes)):
        return found
    if type(error) is click.UsageError and error.ctx and isinstance(error.ctx.command, click.Group):
        return Malformed("too_little", what="a command", command=command, writes=True)
    return Malformed("usage", sentence=error.format_message(), command=command, writes=writes)


def too_much(context: click.Context) -> Malformed:
    """More words than the command takes; one that an option takes is named with it."""
    command = context.command_path.partition(" ")[2]
    first, *more = map(str.strip, context.args)
    options = [
        one for one in context.command.params
        if isinstance(one, click.Option) and isinstance(one.type, click.Choice) and first in one.type.choices
    ]  # fmt: skip
    near = [f"{context.command_path} {one.opts[0]} {first}" for one in options]
    rest = " ".join((first, *more))
    return Malformed("too_much", rest=rest, near=near, command=command, writes=command not in READING)


def no_such_command(context: click.Context, word: str) -> Malformed:
    """A word that no command of a group has; the close ones, or all where they are few."""
    command = context.command_path.partition(" ")[2]
    assert isinstance(context.command, click.Group)
    known = context.command.list_commands(context)
    close = get_close_matches(word.lower(), known) or (known if len(known) <= FEW else [])
    near = [f"{command} {name}".strip() for name in close]
    return Malformed(
        "no_such_command", word=f"{command} {word}".strip(), near=near, command=command, writes=True
    )


def _bad(error: click.BadParameter, *, writes: bool) -> Malformed | None:
    """A value that is none of a few, or no whole number."""
    if error.param is None:
        return None
    kind, what = error.param.type, _name(error.param)
    if isinstance(kind, click.Choice):
        return Malformed("not_one_of", what=what, known=list(kind.choices), writes=writes)
    if isinstance(kind, click.IntRange):
        least, most = kind.min, kind.max
        within = f", {least} to {most}" if most is not None else f", {least} or more"
        return Malformed("no_whole_number", what=what, range=within, writes=writes)
    if isinstance(kind, IntParamType):
        return Malformed("no_whole_number", what=what, range="", writes=writes)
    return None


def _name(param: click.Parameter) -> str:
    """--kcal; RATING."""
    return param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name
