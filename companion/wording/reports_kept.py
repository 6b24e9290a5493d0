"""Where a report is that was written as a file, and how to get at it."""

from pathlib import Path

FORMATS = {
    "html": ("A page", "To print or to send"),
    "text": ("Plain text", "For e-mail and screen readers"),
    "csv": ("Tables", "For a spreadsheet, in a ZIP"),
    "fhir": ("FHIR", "For a clinic that asks for it"),
    "ics": ("Calendar", "Planned sessions and weigh-ins, for a calendar"),
}
HERE = ("Read it here", "Now, without a file")
USES = {
    "html": "It opens in a browser, which prints it.",
    "text": "It can go into an e-mail as it is.",
    "csv": "The tables in it open in a spreadsheet; columns.csv says what they mean.",
    "fhir": "It is for a clinic that asks for FHIR R4.",
    "ics": "A calendar can take it in.",
}
DOWNLOAD = "To get it: on your own computer, ssh NAME companion report --format {} > report.{}"


def kept(path: Path, form: str, *, gated: bool = False) -> str:
    """Saved: report-2026-11-23-4-weeks.html, in the folder /home/ruth/reports. It opens in a browser."""
    told = f"Saved: {path.name}, in the folder {path.parent}. {USES[form]}"
    return f"{told} {DOWNLOAD.format(form, path.suffix.lstrip('.'))}" if gated else told


def written(path: Path, form: str) -> list[str]:
    """The same, a sentence a line."""
    return [f"Saved: {path}", USES[form]]
