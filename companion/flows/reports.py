"""The conversation in which a report for the care team is made."""

from typing import TYPE_CHECKING

from companion.flows.ask import Ask
from companion.flows.steps import Flow, Option, Read, Say
from companion.wording import reports_kept

if TYPE_CHECKING:
    from companion.reports.formats import Format
    from companion.services.companion import Companion

WEEKS = (4, 8, 12)
OTHER, HERE = "other", "here"


def hand_over(
    companion: "Companion",
    weeks: int | None = None,
    *,
    form: "Format | None" = None,
    names: bool | None = None,
) -> Flow:
    """A report of some weeks as a file in the folder of the diary; then where it is and how to get it.

    Or it is read at once, which leaves no file.
    """
    from companion.reports.formats import SUFFIXES, written

    companion.actor.require("log", "arrange")
    ask = Ask(companion)
    if weeks is None:
        options = [Option(number, f"{number} weeks") for number in WEEKS]
        weeks = yield ask.choose(
            "report_weeks", [*options, Option(OTHER, "Another number")], default=WEEKS[0]
        )
    if weeks == OTHER:
        weeks = yield ask.number("report_other", "report_weeks", unit="weeks", whole=True)
    if form is None:
        forms = [Option(name, *words) for name, words in reports_kept.FORMATS.items()]
        here = Option(HERE, *reports_kept.HERE)
        form = yield ask.choose("report_format", [*forms, here], default=forms[0].value)
    if form == HERE:
        yield _read(companion, int(weeks))
        return None
    if names is None and form != "ics":
        told = [Option(False, "Names left out"), Option(True, "With names")]
        names = yield ask.choose("report_names", told, default=False)
    report = companion.reports.gather(int(weeks), names=bool(names))
    path = companion.reports.keep(report, SUFFIXES[form], written(report, form))
    yield Say(reports_kept.kept(path, form, gated=companion.gated))
    return path


def _read(companion: "Companion", weeks: int) -> Read:
    """The report in sentences, for who has it read out here and opens no file."""
    from companion.reports.sections import paper
    from companion.reports.text import aloud

    made = paper(companion.reports.gather(weeks))
    return Read(made.title, aloud(made))
