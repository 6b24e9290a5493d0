"""`companion serve-ssh`: the gate behind a forced command. One name, one command or one face."""

import os
from typing import TYPE_CHECKING, Any

import click

from companion.cli import gate
from companion.cli.call import Call
from companion.cli.verbs import Verb, everywhere
from companion.surroundings.confined import ASKED, GATE
from companion.wording import gate as words
from companion.wording.commands import come_over_ssh

if TYPE_CHECKING:
    from companion.cli.launch import Launch


@click.command(GATE, cls=Verb)
@click.option(
    "--as", "name", required=True, metavar="NAME", help="Who comes in; only caregivers that were added."
)
@click.pass_obj
def serve_ssh(call: Call, name: str) -> object:
    """Open a face, or run one command, for somebody who comes in over SSH: the forced command's gate."""
    from companion.cli.commands import companion

    request = os.environ.pop(ASKED, "")
    inner = Call(
        data_dir=call.data_dir, by=name, json=call.json, demo=call.demo, face=call.face, switch=call.switch,
        gated=True,
    )  # fmt: skip
    come_over_ssh(gate.ALLOWED)
    inner.companion.actor.require("see")
    asked = gate.read(request)
    if asked.about is not None:
        _help(inner, companion, asked)
        return None
    with companion.make_context("companion", list(asked.words), obj=inner) as context:
        outcome: int | Launch | None = companion.invoke(context)
    return outcome


def _help(call: Call, root: click.Group, asked: gate.Asked) -> None:
    """Tell what can be asked for; of a single command its options as well."""
    call.json = call.json or "--json" in asked.words
    topic = "" if asked.about == gate.HELP else asked.about or ""  # help on help is what help says
    rows = [_row(_found(root, name), name) for name in gate.under(topic) if name != gate.HELP]
    lines = words.listed(rows) if len(rows) > 1 else words.described(rows[0])
    call.tell({"commands": rows}, lines)


def _found(root: click.Group, name: str) -> click.Command:
    """A command on the list, by its name."""
    found: click.Command = root
    for word in name.split():
        assert isinstance(found, click.Group)
        inner = found.get_command(click.Context(found), word)
        assert inner is not None
        found = inner
    return found


def _row(command: click.Command, name: str) -> dict[str, Any]:
    """What help says of a command: its arguments, what it does, and its options on the list."""
    known = {option for global_one in everywhere() for option in global_one.opts}
    options = {
        option: param.help or ""
        for param in command.params
        if isinstance(param, click.Option)
        for option in (*param.opts, *param.secondary_opts)
        if option in gate.ALLOWED[name] and option not in known
    }
    arguments = [param.make_metavar(click.Context(command)) for param in command.params
                 if isinstance(param, click.Argument)]  # fmt: skip
    return {
        "command": name,
        "arguments": arguments,
        "about": command.get_short_help_str(200),
        "options": options,
    }
