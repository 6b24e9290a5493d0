"""`companion completion`: lets a shell complete commands and options."""

from typing import TYPE_CHECKING

import click
from click.shell_completion import ShellComplete, get_completion_class

from companion.cli.verbs import Verb

if TYPE_CHECKING:
    from companion.cli.call import Call


@click.command("completion", cls=Verb)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what a shell needs: companion completion bash >> ~/.bashrc."""
    from companion.cli.main import COMPLETE, NAME

    call: Call = context.obj
    made = get_completion_class(shell)
    assert made is not None
    script = ShellComplete.source(made(context.find_root().command, {}, NAME, COMPLETE))
    call.tell({"shell": shell, "script": script}, [script])
