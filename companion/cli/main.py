"""Runs a command line: every error becomes one plain sentence, a hint and an exit code, here and once."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextvars import copy_context
from io import TextIOWrapper
from typing import TypeVar

import click

from companion.cli.call import Call, write
from companion.cli.launch import Launch
from companion.errors import SIGNALLED, CompanionError, Failure, where
from companion.surroundings.interrupts import listen
from companion.surroundings.terminal import nobody_reads, obey_signals, open_streams

T = TypeVar("T")
NAME = "companion"
COMPLETE = "_COMPANION_COMPLETE"


def run(args: Sequence[str]) -> int | Launch:
    """The exit code of a command line, or the face it asks for."""
    open_streams()
    obey_signals()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a strange letter is no reason to stop
    return copy_context().run(guarded, lambda: _invoke(list(args)))  # who reads is known to this run only


def guarded(act: Callable[[], T]) -> T | int:
    """What it returns, or the exit code of what went wrong, which is told."""
    try:
        return act()
    except CompanionError as error:
        return told(error)
    except click.UsageError as error:
        from companion.cli.slips import slip

        return told(slip(error))
    except (KeyboardInterrupt, EOFError, click.Abort):
        told(Failure("interrupted"))
        return SIGNALLED + signal.SIGINT
    except BrokenPipeError:
        nobody_reads()  # they went away, as `head` does; what was to be done is done
        return 0
    except OSError as error:
        return told(Failure("unwritable", file=error.filename or "the output", fault=error.strerror or ""))
    except MemoryError:
        return told(Failure("no_memory"))
    except Exception as fault:  # noqa: BLE001 - whatever it was, it is told
        if os.environ.get("COMPANION_DEBUG"):
            write(sys.stderr, where(fault))
        return told(Failure("unexpected"))


def told(error: CompanionError) -> int:
    """Say what is wrong and what can be done; the exit code."""
    from companion.wording.errors import words

    for line in words(error):
        write(sys.stderr, line)
    return error.exit_code


def _invoke(args: list[str]) -> int | Launch:
    listen()
    from companion.cli.commands import companion

    if instruction := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(companion, {}, NAME, COMPLETE, instruction)
    try:
        with companion.make_context(NAME, args, obj=Call()) as context:
            outcome = companion.invoke(context)
    except click.exceptions.Exit as done:
        outcome = done.exit_code
    sys.stdout.flush()
    return outcome if isinstance(outcome, int | Launch) else 0
