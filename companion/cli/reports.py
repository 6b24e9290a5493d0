"""`companion report`: some weeks on paper for the care team, on standard output or as a file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from companion.cli.call import Call, private
from companion.cli.verbs import Verb
from companion.errors import Malformed, Refused
from companion.wording.reports_kept import FORMATS

if TYPE_CHECKING:
    from companion.reports.formats import Format
    from companion.services.reports import Report

NO_TEXT = ("html", "csv")  # what nobody reads in a terminal
ZIP = ".zip"
STREAM = "-"  # standard output, as elsewhere


@click.command("report", cls=Verb)
@click.option("--weeks", type=int, default=4, show_default=True, help="Up to today.")
@click.option(
    "--format", "form", type=click.Choice([*FORMATS]),
    help="html: a page to print; csv: tables in a ZIP; ics: what is planned. Left out: html, over SSH text.",
)  # fmt: skip
@click.option(
    "--out", metavar="PATH", help="A new file; its ending can say the format. Tables: a folder, or a .zip."
)
@click.option("--with-names", "names", is_flag=True, help="Name people; roles stand in their place without.")
@click.option("--with-notes", "notes", is_flag=True, help="Notes and own words too.")
@click.pass_obj
def report(call: Call, /, weeks: int, form: "Format | None", out: str | None, **told: Any) -> None:
    """A report for the care team: weight, food, tiredness, sessions, textures, the plan.

    It goes to standard output. A page or a ZIP does so only where that is no terminal; there it becomes a
    new file in the folder one stands in.
    """
    path = _named(call, out) if out not in (None, STREAM) else None
    form = _form(path, form) if path else form or ("text" if call.gated else "html")
    made = call.companion.reports.gather(weeks, **told)
    if path:
        _told(call, made, form, _write(made, form, path))
    elif call.json:
        _as_json(call, made, form)
    elif form in NO_TEXT and out is None and sys.stdout.isatty():
        _told(call, made, form, _here(call, made, form))
    else:
        _show(made, form)
    if form == "ics":
        from companion.wording import reminders

        call.remark(*reminders.told(made.planned))


def _named(call: Call, out: str | None) -> Path:
    """The place that was named, outside of the diary's own folder, whose files others look after."""
    from companion.store import disk

    if not out or "\0" in out:  # an empty shell variable
        raise Malformed("no_such_folder", folder=out or "")
    path, home = Path(out), call.companion.folder
    if home and disk.inside(path, home):
        raise Refused("report_inside", file=out)
    return path


def _form(path: Path, form: "Format | None") -> "Format":
    from companion.reports.formats import form_of

    return form_of(path.name, path.suffix.removeprefix("."), form)


def _write(made: "Report", form: "Format", path: Path) -> Path:
    """Into the one file that was named; tables into a folder unless it is a ZIP."""
    from companion.reports.formats import encoded, files, written
    from companion.store import papers

    if form == "csv" and path.suffix.lower() != ZIP:
        tables = files(made, form)
        papers.hand_over_folder(path, {name: encoded(text, form) for name, text in tables.items()})
    else:
        papers.hand_over(path, written(made, form))
    return path


def _here(call: Call, made: "Report", form: "Format") -> Path:
    """Into a file of a plain name in the folder one stands in; over SSH that is nobody's."""
    from companion.reports.formats import SUFFIXES, written
    from companion.store import papers

    suffix = SUFFIXES[form]
    _named(call, papers.name(made.last, made.weeks, suffix))
    name = f"{'demo-' if call.demo else ''}{papers.name(made.last, made.weeks, suffix)}"
    if call.gated:
        raise Malformed("report_over_ssh", format=form, file=name)
    return papers.hand_over_beside(Path(), name, written(made, form))


def _told(call: Call, made: "Report", form: "Format", path: Path) -> None:
    from companion.wording import reports_kept

    place = path.absolute()
    call.tell({**_about(made, form), "file": str(place)}, reports_kept.written(place, form))


def _as_json(call: Call, made: "Report", form: "Format") -> None:
    """The report within a document: a text, tables by name, or FHIR as it is."""
    from companion.reports.formats import files

    texts: dict[str, Any] = dict(files(made, form))
    if form == "fhir":
        import orjson

        texts[""] = orjson.loads(texts[""])
    private(sys.stdout)
    call.tell({**_about(made, form), "report": texts if form == "csv" else texts[""]}, [])


def _about(made: "Report", form: "Format") -> dict[str, Any]:
    return {"first": str(made.first), "last": str(made.last), "weeks": made.weeks, "format": form}


def _show(made: "Report", form: "Format") -> None:
    """On standard output, byte for byte; text in the letters that the terminal has."""
    from companion.reports.formats import files, written

    private(sys.stdout)
    if form == "text":
        sys.stdout.write(files(made, form)[""])
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(written(made, form))
