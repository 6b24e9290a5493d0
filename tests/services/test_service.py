"""A face that stays open has every service and every model in hand: an update may replace their files."""

import subprocess
import sys

import pytest

from companion.resources import PACKAGE

READS_ALL = """
import sys
from companion.services.service import read_all
read_all()
print(*sys.modules)
"""


@pytest.mark.slow
def test_all_of_them_are_read_in_one_go() -> None:
    done = subprocess.run([sys.executable, "-c", READS_ALL], capture_output=True, text=True, check=True)
    files = [
        file
        for name in ("services", "domain/entries", "domain/limits")
        for file in (PACKAGE / name).glob("[a-z]*.py")
    ]
    names = {".".join(("companion", *file.relative_to(PACKAGE).with_suffix("").parts)) for file in files}
    assert len(names) > 50
    assert names <= set(done.stdout.split())
