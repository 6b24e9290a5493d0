"""Commands that take the global options before or after their name; groups that import what they run."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from companion.cli.call import Call

FACES = {
    "linear": "Plain lines, for a screen reader or any printer of lines.",
    "calm": "The calm screen: one column, few words.",
    "full": "The full screen.",
    "switch": "One switch; in the calm screen, or with --linear in plain lines.",
}
NEGATIVE = re.compile(r"-[\d.]")


def _remember(context: click.Context, option: click.Parameter, value: Any) -> None:
    if value is not None and value is not False and option.name:
        setattr(context.ensure_object(Call), option.name, value)


def _folder(context: click.Context, option: click.Parameter, value: str | None) -> None:
    if value == "":  # an empty shell variable; the folder one happens to stand in is not meant
        raise click.BadParameter("the folder has no name.", context, option)
    if value and "\0" in value:
        raise click.BadParameter("no folder has such a name.", context, option)
    _remember(context, option, Path(value) if value else None)


def _face(context: click.Context, option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's shape
    if value and option.name:
        context.ensure_object(Call).want(option.name)


def _version(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's shape
    if value:
        from companion import __version__

        click.echo(f"companion {__version__}")
        context.exit()


def _help(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's shape
    if value and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()


@cache
def everywhere() -> tuple[click.Parameter, ...]:
    """The options that every command understands.

    Help among them: to make its own, click looks for a translation of what it says, a millisecond each time.
    """
    return (
        click.Option(["--data-dir"], callback=_folder, expose_value=False,
                     metavar="DIR", help="The folder of the diary."),
        click.Option(["--by"], callback=_remember, expose_value=False, metavar="NAME", help="Who acts."),
        click.Option(["--json"], is_flag=True, callback=_remember, expose_value=False,
                     help="Answer in JSON."),
        click.Option(["--demo"], is_flag=True, callback=_remember, expose_value=False,
                     help="Invented data; the diary stays untouched."),
        *(click.Option([f"--{name}"], is_flag=True, callback=_face, expose_value=False, help=about)
          for name, about in FACES.items()),
        click.Option(["--version"], is_flag=True, is_eager=True, callback=_version, expose_value=False,
                     help="Show the version."),
        click.Option(["--help"], is_flag=True, is_eager=True, callback=_help, expose_value=False,
                     help="Show this message and exit."),
    )  # fmt: skip


class Verb(click.Command):
    """A command."""

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **{"add_help_option": False, **facts})
        self.params += everywhere()

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """As click does, but -1 is a number and no option: a space before it says so; float() skips it."""
        context.allow_extra_args = True  # they are told of in words of our own
        rest = super().parse_args(context, [f" {arg}" if NEGATIVE.match(arg) else arg for arg in args])
        if rest and not context.resilient_parsing:
            from companion.cli.slips import too_much

            raise too_much(context)
        return rest


class Topic(click.Group):
    """A group of commands. `table` names module and attribute of those imported only when they run."""

    command_class = Verb

    def __init__(self, *args: Any, table: Mapping[str, str] | None = None, **facts: Any) -> None:
        facts.setdefault("no_args_is_help", False)
        super().__init__(*args, **{"add_help_option": False, **facts})
        self.params += everywhere()
        self._table = table or {}

    def list_commands(self, context: click.Context) -> list[str]:
        """Every command, in the order of the table."""
        return [*self._table, *super().list_commands(context)]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """A command; its module is imported now."""
        if name not in self._table:
            return super().get_command(context, name)
        module, _, attribute = self._table[name].partition(":")
        found: click.Command = getattr(import_module(f"companion.cli.{module}"), attribute)
        return found

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; what is no command is told in words of our own."""
        unknown = not args[0].startswith("-") and self.get_command(context, args[0]) is None
        if unknown and not context.resilient_parsing:
            from companion.cli.slips import no_such_command

            raise no_such_command(context, args[0])
        return super().resolve_command(context, args)


Topic.group_class = Topic
