"""Reports that cannot be written where they were asked for."""

from companion.wording.errors.told import Told, fixed

SENTENCES: dict[str, Told] = {
    "file_there": fixed("There is {file} already.", "Nothing was written. Give another name."),
    "no_such_folder": fixed("There is no folder {folder}.", "Nothing was written. Make it, or name another."),
    "no_folder_here": fixed("This diary has no folder of its own to write into.", "Nothing was written."),
    "report_over_ssh": fixed(
        "A report as {format} is no text to read in a terminal.",
        "Nothing was written. At home: ssh NAME companion report --format {format} > {file}",
    ),
}
