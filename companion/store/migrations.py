"""Older formats and how to read them: one pure step from each format to the next."""

from collections.abc import Callable, Mapping
from typing import Any

FORMAT = 1

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
Migration = Callable[[Tables], Tables]

MIGRATIONS: Mapping[int, Migration] = {}


def upgraded(tables: Tables, since: int, migrations: Mapping[int, Migration]) -> Tables:
    """The tables of an older format as this version keeps them. KeyError where a step is not known."""
    for step in range(since, FORMAT):
        tables = migrations[step](tables)
    return tables
