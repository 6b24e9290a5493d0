"""What was written down, by day, the newest first; each entry can be taken back, corrected, looked at."""

from datetime import date
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from companion.flows.history import DAYS, edit, rows, take_back, undo
from companion.flows.levels import Into, Talk
from companion.flows.steps import Menu, Option, Read
from companion.wording import history_rows, intake, numbers

if TYPE_CHECKING:
    from companion.services.companion import Companion


def menu(companion: "Companion") -> Menu:
    """The last days."""
    return days(companion, DAYS[0])


def days(companion: "Companion", back: int, before: int = 0) -> Menu:
    """The days with entries, of the last `back` without the newest `before`; then the way further back."""
    today = companion.today_date()
    found = [row for row in rows(companion, back) if (today - row.day).days >= before]
    options = []
    for on, of_day in groupby(found, lambda row: row.day):
        label, many = history_rows.day(on, today), intake.entries(len(list(of_day)))
        options.append(Option(Into(partial(day, on=on, back=back)), label, many))
    if back != DAYS[-1]:
        further = partial(days, back=DAYS[DAYS.index(back) + 1], before=back)
        options.append(Option(Into(further), "Earlier days"))
    options.append(Option(Talk(undo), "Undo", twice=True))
    told = history_rows.span(back, before) if found else history_rows.NOTHING
    return Menu(id="history_earlier" if before else "history", title="History", told=numbers.sentence(told),
                options=tuple(options))  # fmt: skip


def day(companion: "Companion", *, on: date, back: int, everything: bool = False) -> Menu | None:
    """The entries of a day; with `everything` each step of a session as well. None where nothing is left."""
    found = _of_day(companion, on, back, everything=everything)
    if not found:
        return None
    options = [
        Option(Into(partial(entry, id=row.id, back=back, everything=everything)), row.title,
               history_rows.facts(row))
        for row in found
    ]  # fmt: skip
    if not everything and len(_of_day(companion, on, back, everything=True)) > len(found):
        options.append(Option(Into(partial(day, on=on, back=back, everything=True)), "Every step"))
    title = history_rows.day(on, companion.today_date())
    return Menu(id="history_steps" if everything else "history_day", title=title, options=tuple(options))


def _of_day(companion: "Companion", on: date, back: int, *, everything: bool) -> list[history_rows.Row]:
    return [row for row in rows(companion, back, everything=everything) if row.day == on]


def entry(companion: "Companion", *, id: str, back: int, everything: bool) -> Menu | None:
    """One entry; None where it is no longer listed."""
    row = next((row for row in rows(companion, back, everything=everything) if row.id == id), None)
    if row is None:
        return None
    word = history_rows.BRING if row.removed else history_rows.TAKE
    options = []
    if companion.history.may_correct(row.entry):
        way = Talk(partial(take_back, id=id, back=row.removed))
        options.append(Option(way, word, twice=not row.removed))
    if not row.removed and companion.history.editable(row.entry):
        options.append(Option(Talk(partial(edit, id=id)), "Correct"))
    options.append(Option(Read(history_rows.ENTRY, tuple(history_rows.details(row))), "Details"))
    told = history_rows.TAKEN_BACK if row.removed else history_rows.signed(row)
    return Menu(id="history_entry", title=row.what, told=told, options=tuple(options))
