"""`companion forget`: really removes what is about days before a date."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from companion.cli import given
from companion.cli.verbs import Verb
from companion.wording import forget as words

if TYPE_CHECKING:
    from companion.cli.call import Call

UNCONFIRMED = 2


@click.command("forget", cls=Verb)
@click.option("--before", required=True, metavar="DATE", help="The first day that stays: 2026-04-14.")
@click.option("--confirm", "confirmed", is_flag=True, help="Do it. Without, only say what would go.")
@click.pass_context
def forget(context: click.Context, before: str, confirmed: bool) -> None:  # noqa: FBT001 - click's shape
    """Remove for good what is about days before a date: from months, plan, copies and files set aside.

    What was decided before and still holds stays. Nothing brings back what went.
    """
    call: Call = context.obj
    first = given.day(call.companion, before)
    found = call.companion.forget.before(first, confirmed=confirmed)
    told = words.done if confirmed else words.would
    call.tell(
        {"before": str(first), "removed": confirmed and bool(found), **asdict(found)}, told(found, first)
    )
    if found and not confirmed:
        call.remark(*words.unconfirmed(first))
        context.exit(UNCONFIRMED)
