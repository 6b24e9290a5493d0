"""Content of one's own in a folder: shared by the tests of loading."""

from pathlib import Path

import pytest

from companion.content.library import Library
from companion.errors import Failure

SAYS = 'source = "Jo"\nreviewed = 2027-01-05\nreview = "Jo, physiotherapist"\n'
PROGRAMME = f"""
[defaults]
{SAYS}
[[programme]]
id = "jo_hands"
name = "Jo's hands"
version = "1"
for_whom = "person"
position = "sitting"
mode = "active"
stages = [1, 2]
description = "Wrists."
frequency = "Once a day"
items = [{{ exercise = "wrist_bend", mode = "active", reps = 3 }}]
"""
THRESHOLD = f"""
[[threshold]]
id = "session.more_rest_s"
value = 30
unit = "s"
set_by = "Jo"
{SAYS}"""


def put(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def fault_of(folder: Path, kind: str) -> dict[str, object]:
    with pytest.raises(Failure) as raised:
        Library(folder).usda() if kind == "usda" else getattr(Library(folder), kind)
    assert raised.value.code == "broken_content"
    return raised.value.facts
