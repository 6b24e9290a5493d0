"""What a report can be written as, and the file it becomes. A writer is imported when it is wanted."""

import io
import re
from typing import TYPE_CHECKING, Literal, get_args

from companion.errors import Malformed

if TYPE_CHECKING:
    from companion.services.reports import Report

Format = Literal["html", "text", "csv", "fhir", "ics"]
FORMATS: tuple[Format, ...] = get_args(Format)
SUFFIXES: dict[Format, str] = {"html": "html", "text": "txt", "csv": "zip", "fhir": "json", "ics": "ics"}
ENDINGS: dict[str, Format] = {
    "html": "html", "htm": "html", "txt": "text", "text": "text", "zip": "csv", "csv": "csv", "json": "fhir",
    "fhir": "fhir", "ics": "ics",
}  # fmt: skip
WORD = re.compile(r"[a-z]\w*")  # what an ending is that says a format: .11 of a date says none
READ_BY_OWNER = 0o600 << 16  # the mode of a file within a ZIP


def form_of(file: str, ending: str, form: Format | None) -> Format:
    """What a file of this name is to be written as; `ending` is without a dot, `form` what was asked for.

    Raise Malformed where the two do not agree, or nothing is written so. A folder of tables may be called
    anything.
    """
    named = ending.lower()
    meant = ENDINGS.get(named)
    if not WORD.fullmatch(named) or (form == "csv" and meant is None):
        return form or "html"
    if meant is None or form not in (None, meant):
        allowed = [f".{one}" for one in SUFFIXES.values()] if form is None else [f".{SUFFIXES[form]}"]
        raise Malformed("report_ending", file=file, ending=f".{named}", format=form, allowed=allowed)
    return meant


def encoded(text: str, form: Format) -> bytes:
    """A file's bytes; tables begin with a mark, without which a spreadsheet may not take them for UTF-8."""
    return text.encode("utf-8-sig" if form == "csv" else "utf-8")


def files(report: "Report", form: Format) -> dict[str, str]:
    """The text of each file by its name; all but tables are a single one, whose name is ""."""
    if form == "csv":
        from companion.reports.tables import tables

        return tables(report)
    return {"": _text(report, form)}


def _text(report: "Report", form: Format) -> str:
    if form == "fhir":
        import orjson

        from companion.reports.fhir import bundle

        return orjson.dumps(bundle(report), option=orjson.OPT_INDENT_2).decode() + "\n"
    if form == "ics":
        from companion.reports.calendar import calendar

        return calendar(report.planned, report.made, names=report.names, own=report.notes)
    from companion.reports.sections import paper

    if form == "html":
        from companion.reports.html import html

        return html(paper(report))
    from companion.reports.text import text

    return text(paper(report))


def written(report: "Report", form: Format) -> bytes:
    """The bytes of the one file that a report becomes: tables are in a ZIP."""
    made = files(report, form)
    if form != "csv":
        return encoded(made[""], form)
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    from companion.store.archive import stamp

    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as box:
        for name, text in made.items():
            about = ZipInfo(name, stamp(report.made))
            about.external_attr, about.compress_type = READ_BY_OWNER, ZIP_DEFLATED
            box.writestr(about, encoded(text, form))
    return packed.getvalue()
