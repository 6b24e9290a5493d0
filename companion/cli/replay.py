"""`companion fatigue replay`: ratings in, what the watch says out, line by line. Needs no diary."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO

import click

from companion.cli.verbs import Verb
from companion.content.library import Library
from companion.domain.fatigue_watch import DayRating, Watch, WatchState
from companion.domain.limits import WatchLimits
from companion.errors import Malformed
from companion.wording import fatigue as words

if TYPE_CHECKING:
    from companion.cli.call import Call


@click.command("replay", cls=Verb)
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"))
@click.pass_obj
def replay(call: "Call", file: TextIO) -> None:  # noqa: ARG001 - every command is passed its call
    """Read ratings as JSON lines from FILE, or - for standard input, and answer each with a line."""
    for said in answers(file, Library(trusting=True)):
        sys.stdout.write(said)
        sys.stdout.flush()


def answers(lines: Iterable[str], content: Library) -> Iterator[str]:
    """One line of JSON for each line read; raises Malformed with the number of a line that cannot be read."""
    limits = content.limits(WatchLimits, "watch")
    low, high = content.bounds("rating")
    watch = Watch(limits)
    for number, line in enumerate(lines, 1):
        try:
            given = json.loads(line)
            if given.get("reset") is True:
                watch = Watch(limits)
            else:
                watch.add(_rating(given, low, high))
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            raise Malformed("bad_line", line=number, fault=_fault(error)) from None
        yield _said(watch.state)


def _rating(given: dict[str, Any], low: float, high: float) -> DayRating:
    rating = given["rating"]
    if type(rating) is not int or not low <= rating <= high:
        raise ValueError(f"rating is {low:g} to {high:g}")
    return DayRating(date.fromisoformat(given["date"]), rating, given.get("session_yesterday") is True)


def _said(state: WatchState) -> str:
    reason = words.reason(state) or None
    return json.dumps({"level": state.level, "learning": state.learning, "reason": reason}) + "\n"


def _fault(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error.args[0]} is missing"
    return "it is not a rating" if isinstance(error, TypeError | AttributeError) else str(error)
