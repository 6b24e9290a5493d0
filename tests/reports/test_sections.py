"""What a report says: sums and names as they are, missing as missing, and weeks in place of days."""

from datetime import timedelta

import pytest

from companion.reports.paper import Paper, Section, Table
from companion.reports.sections import paper
from companion.reports.text import text
from companion.services.companion import Companion
from companion.wording import numbers, reports

NEVER = ("0 kcal", "0 g a day", "0 mL", "None", "nan", "!")


def section(made: Paper, id: str) -> Section:
    return next(one for one in made.sections if one.id == id)


def table(made: Paper, id: str) -> Table:
    return section(made, id).tables[0]


def short(made: Paper) -> dict[str, str]:
    return {row[0]: row[1] for row in table(made, "summary").rows}


def test_every_heading_has_its_section_in_one_order(report) -> None:
    made = paper(report)
    ids = [one.id for one in made.sections]
    assert set(ids) == reports.HEADINGS.keys() - {"notes"}
    assert [ids[0], ids[-1]] == ["summary", "record"]
    assert [one.title for one in made.sections] == [reports.HEADINGS[id] for id in ids]


def test_the_days_of_the_table_are_the_sums_of_the_day(report, lived: Companion) -> None:
    rows = table(paper(report), "intake").rows
    today = lived.today_date()
    for ago, row in enumerate(reversed(rows)):
        day = lived.intake.day(today - timedelta(days=ago)).day
        if not day.entries:
            assert row[1:4] == (reports.NO_ENTRY, "", "")
            continue
        assert row[1] == numbers.whole(day.total.kcal)
        assert row[2].startswith(numbers.whole(day.total.protein_g))
        assert row[5] == str(len(day.entries))


def test_the_first_page_counts_the_days_with_an_entry(report) -> None:
    energy = short(paper(report))["Energy"]
    assert f"entries on 18 of {report.span.over} days" in energy
    assert "at least 1,900 reached on none of 18 days" in energy


def test_a_change_of_texture_says_who_decided_and_when(report) -> None:
    made = paper(report)
    rows = table(made, "texture").rows
    assert [row[1][0] for row in rows] == ["5", "2", "4"]
    assert rows[-1][2] == "Dana Ellis, swallowing therapist"
    assert "Food level: 4" in short(made)["What changed"]


def test_a_warning_stands_with_what_was_done_about_it(report, lived: Companion) -> None:
    lived.fatigue.explain("poor_night")
    lived.sessions.rest()
    rows = table(paper(lived.reports.gather(4)), "tiredness").rows
    assert rows[-1][2] in ("notice", "warning")
    assert "usual 3" in rows[-1][3]
    assert "noted: a poor night" in rows[-1][4].lower()
    assert "1 rest by choice" in rows[-1][4]


def test_names_and_words_of_their_own_are_left_out_unless_asked_for(lived: Companion) -> None:
    lived.fatigue.explain("my sister Zinnober came")
    lived.people.set("name", "Ruth Zinnober")
    lived.plan.set("energy", "2000", decided_by="Ruth Zinnober")
    plain = text(paper(lived.reports.gather(4)))
    assert not [w for w in ("Maria", "Ruth", "Zinnober", "half of it cold", "sister") if w in plain]
    assert "Caregiver 1" in plain
    assert reports.NOT_NAMED in plain
    told = text(paper(lived.reports.gather(4, names=True, notes=True)))
    for word in ("Maria", "Ruth Zinnober", "half of it cold"):
        assert word in told


def test_a_long_report_has_a_line_a_week_and_says_so(lived: Companion) -> None:
    made = paper(lived.reports.gather(104))
    assert reports.BY_WEEK in made.under
    weeks = table(made, "intake").rows
    assert len(weeks) <= 6
    assert sum(int(row[-1]) for row in weeks if row[-1]) == 18
    assert {len(one.columns) for one in section(made, "sessions").tables} == {8}


def test_an_empty_diary_has_no_number_in_its_place(companion: Companion) -> None:
    made = paper(companion.reports.gather(4))
    assert short(made)["Energy"] == reports.NO_ENTRY
    assert short(made)["Falls and pain"] == reports.NO_ENTRY
    written = text(made)
    assert not [word for word in NEVER if word in written]


def test_a_demo_is_told_in_words(report) -> None:
    report.demo = True
    assert reports.DEMO in paper(report).under
    assert "invented" in reports.DEMO


@pytest.mark.parametrize("weeks", [4, 60])
def test_every_row_has_a_cell_a_column(lived: Companion, weeks: int) -> None:
    lived.sessions_notes.note("fall")
    tables = [one for part in paper(lived.reports.gather(weeks, notes=True)).sections for one in part.tables]
    assert len(tables) > 8
    for one in tables:
        assert {len(row) for row in one.rows} == {len(one.columns)}, one.caption


def test_weights_are_in_kilograms_with_those_of_the_scales_beside(lived: Companion) -> None:
    lived.preferences.set("weight-unit", "lb")
    weights = table(paper(lived.reports.gather(4)), "weight")
    assert weights.columns == ("Day", "Weight (kg)", "On the scales", "Against the reference")
    assert weights.rows[-1][1:] == ("57.9", "127.6 lb", "−3.5 %")
