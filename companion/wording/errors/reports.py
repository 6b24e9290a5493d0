"""Reports that cannot be written where they were asked for."""

from companion.wording import numbers
from companion.wording.errors.told import Told, Words, fixed

SENTENCES: dict[str, Told] = {
    "file_there": fixed("There is {file} already.", "Nothing was written. Give another name."),
    "no_such_folder": fixed("There is no folder {folder}.", "Nothing was written. Make it, or name another."),
    "report_inside": fixed(
        "{file} would lie in the folder of the diary.", "Nothing was written. Name a place outside."
    ),
    "report_ending": lambda f: Words(
        f"{f['file']} ends in {f['ending']}, and a report as {f['format']} does not."
        if f["format"]
        else f"A report cannot be written as {f['ending']}.",
        f"Nothing was written. The name can end in {numbers.listed(list(f['allowed']), 'or')}."
        f"{'' if f['format'] else ' A browser prints .html, also to a PDF.'}",
    ),
    "reports_elsewhere": fixed(
        "{folder} is not a folder of the diary's own, so no report is kept in it.",
        "Nothing was written. Move it away, or name a place: `companion report --out FILE`",
    ),
    "no_folder_here": fixed("This diary has no folder of its own to write into.", "Nothing was written."),
    "report_over_ssh": fixed(
        "A report as {format} is no text to read in a terminal.",
        "Nothing was written. At home: ssh NAME companion report --format {format} > {file}",
    ),
}
