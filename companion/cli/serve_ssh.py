"""`companion serve-ssh`: the gate behind a forced command. One name, one command or one face."""

import os
import shlex
from typing import TYPE_CHECKING

import click

from companion.cli.call import Call
from companion.cli.verbs import Verb
from companion.errors import Malformed

if TYPE_CHECKING:
    from companion.cli.launch import Launch

ASKED = "SSH_ORIGINAL_COMMAND"


@click.command("serve-ssh", cls=Verb)
@click.option(
    "--as", "name", required=True, metavar="NAME", help="Who comes in; only caregivers that were added."
)
@click.pass_obj
def serve_ssh(call: Call, name: str) -> object:
    """Open a face, or run one command, for somebody who comes in over SSH: the forced command's gate."""
    from companion.cli.commands import companion

    asked = os.environ.pop(ASKED, "")
    try:
        words = shlex.split(asked)
    except ValueError as fault:
        raise Malformed("ssh_words", fault=str(fault)) from None
    inner = Call(data_dir=call.data_dir, by=name, gated=True)
    inner.companion.actor.require("see")
    with companion.make_context("companion", words, obj=inner) as context:
        outcome: int | Launch | None = companion.invoke(context)
    return outcome
