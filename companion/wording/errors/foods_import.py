"""What a file can be that should be a download of foods."""

from companion.wording import numbers
from companion.wording.errors.machine import NO_FILES
from companion.wording.errors.told import Facts, Told, Words, fixed

HINT = (
    "Nothing was changed. What can be read is the CSV download of Foundation Foods or SR Legacy from "
    "FoodData Central, as it comes, in its ZIP file."
)
AGAIN = "Nothing was changed. Downloading it again may help."
KINDS = {
    "branded_food": "branded foods", "survey_fndds_food": "survey dishes", "sample_food": "samples",
    "sub_sample_food": "samples", "market_acquisition": "samples", "agricultural_acquisition": "samples",
    "experimental_food": "experimental foods",
}  # fmt: skip


def _no_food(f: Facts) -> Words:
    named = list(dict.fromkeys(KINDS[kind] for kind in f["kinds"] if kind in KINDS))
    only = f", only {numbers.listed(named)}" if named else ""
    return Words(f"{f['file']} holds no food of Foundation Foods or SR Legacy{only}.", HINT)


SENTENCES: dict[str, Told] = {
    "download_not_there": fixed("There is no file {file}.", "Nothing was changed."),
    "download_no_file": lambda f: Words(
        f"{f['file']} is {NO_FILES[str(f['instead'])]}, where a file should be.", "Nothing was changed."
    ),
    "download_too_large": fixed("{file} is larger than {most} MB.", HINT),
    "download_unpacked": fixed("{file} holds more than {most} MB once unpacked.", HINT),
    "download_no_zip": fixed("{file} is no ZIP file, or its end is missing.", HINT),
    "download_locked": fixed("{file} is locked with a password.", HINT),
    "download_missing": fixed("{file} has no {table} in it.", HINT),
    "download_twice": fixed("{file} has {table} in it more than once.", HINT),
    "download_damaged": fixed("In {file}, {table} is damaged or cut.", AGAIN),
    "download_no_text": fixed("In {file}, {table} is not plain text (UTF-8).", AGAIN),
    "download_column": fixed("In {file}, {table} has no column {column}.", HINT),
    "download_row": fixed("In {file}, line {line} of {table} is not as long as the others.", AGAIN),
    "download_long": fixed("In {file}, {table} has more than {most} lines.", HINT),
    "download_lines": fixed("The tables in {file} have more than {most} lines.", HINT),
    "download_unit": fixed("In {file}, {table} has nutrient {nutrient} in another unit.", HINT),
    "download_many": fixed("{file} holds more than {most} foods.", HINT),
    "download_no_food": _no_food,
    "download_no_energy": fixed("{file} says the energy of none of its foods.", HINT),
    "download_same": fixed(
        "These foods are there already, exactly so.", "Nothing was changed. They are in {file}."
    ),
    "download_from_afar": fixed(
        "A file cannot be read over this connection.",
        "On the computer itself `companion food import` reads it.",
    ),
}
