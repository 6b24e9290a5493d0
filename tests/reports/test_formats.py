"""The file that a report becomes."""

import io
from datetime import datetime
from zipfile import ZipFile

import pytest

from companion.reports.formats import written


@pytest.mark.parametrize(("year", "told"), [(1970, 1980), (2026, 2026), (2150, 2107)])
def test_tables_are_packed_whatever_the_clock_says(report, year, told) -> None:
    report.made = datetime(year, 2, 3, 4, 5, 6, tzinfo=report.made.tzinfo)
    with ZipFile(io.BytesIO(written(report, "csv"))) as box:
        assert {one.date_time for one in box.infolist()} == {(told, 2, 3, 4, 5, 6)}
        assert "days.csv" in box.namelist()
