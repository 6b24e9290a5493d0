"""What a report can be written as, and the file it becomes. A writer is imported when it is wanted."""

import io
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from companion.services.reports import Report

Format = Literal["html", "text", "csv", "fhir", "ics"]
FORMATS: tuple[Format, ...] = get_args(Format)
SUFFIXES: dict[Format, str] = {"html": "html", "text": "txt", "csv": "zip", "fhir": "json", "ics": "ics"}
READ_BY_OWNER = 0o600 << 16  # the mode of a file within a ZIP


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

        return calendar(report.planned, report.made, names=report.names)
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
        return made[""].encode()
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as box:
        for name, text in made.items():
            about = ZipInfo(name, report.made.timetuple()[:6])
            about.external_attr, about.compress_type = READ_BY_OWNER, ZIP_DEFLATED
            box.writestr(about, text.encode())
    return packed.getvalue()
