"""The commands by name, and what `companion` does without one."""

import click

from companion.cli.faces import of_call
from companion.cli.launch import Launch
from companion.cli.verbs import Topic
from companion.errors import Malformed
from companion.surroundings.confined import GATE

TABLE = {
    "today": "today:today", "meal": "meals:meal", "food": "foods:food", "quick": "intake:quick",
    "drink": "intake:drink", "tube": "intake:tube", "copy": "intake:copy", "again": "intake:again",
    "weight": "weight:weight", "fatigue": "fatigue:fatigue",
    "fall": "fall:fall", "session": "sessions:session", "plan": "plan:plan", "clearance": "plan:clearance",
    "trends": "trends:trends",
    "person": "people:person", "settings": "preferences:settings", "target": "energy:target",
    "energy": "energy:energy",
    "undo": "history:undo", "history": "history:history", "edit": "history:edit", "remove": "history:remove",
    "report": "reports:report", "export": "export:export", "import": "imports:import_",
    "check": "health:check", "doctor": "health:doctor", "forget": "forget:forget",
    "backup": "backups:backup", "restore": "backups:restore",
    "caregiver": "caregivers:caregiver", GATE: "serve_ssh:serve_ssh",
    "completion": "completion:completion",
}  # fmt: skip


@click.group("companion", cls=Topic, table=TABLE, invoke_without_command=True)
@click.pass_context
def companion(context: click.Context) -> Launch | None:
    """A guide and a diary for people living with ALS and those who care for them.

    Without a command it opens a face: the full screen, the calm screen or plain lines, as asked for here or
    kept in the settings. Where there is no terminal it prints the day, unless --linear is given.
    """
    if context.invoked_subcommand is not None:
        return None
    face = of_call(context.obj)
    if face != "day":
        return Launch(context.obj, face=face)
    if context.obj.gated:  # the day has a name there: today
        raise Malformed("ssh_no_terminal")
    from companion.cli.today import today

    context.invoke(today)
    return None
