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
        assert row[5] == str(len(day.entries))  # three parts of the day each: enough to judge it


def test_the_first_page_counts_the_days_with_an_entry(report) -> None:
    energy = short(paper(report))["Energy"]
    assert f"entries on 18 of {report.span.over} days" in energy
    assert "at least 1,900 kcal reached on none of 18 days" in energy


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
    assert rows[-1][1:3] == (reports.NOW, "warning")
    assert "the usual then 3" in rows[-1][3]
    assert "noted: a poor night" in rows[-1][4].lower()
    assert "1 rest by choice" in rows[-1][4]


def test_names_and_words_of_their_own_are_left_out_unless_asked_for(lived: Companion) -> None:
    lived.fatigue.explain("my sister Zinnober came")
    lived.people.set("name", "Ruth Zinnober")
    lived.plan.set("energy", "2000", decided_by="Ruth Zinnober")
    plain = text(paper(lived.reports.gather(4)))
    assert not [w for w in ("Maria", "Ruth", "Zinnober", "half of it cold", "sister") if w in plain]
    assert "Caregiver 1" in plain
    assert "before that 1,900 kcal a day, 14 April, the person" in plain.replace("\n  ", " ")
    told = text(paper(lived.reports.gather(4, names=True, notes=True)))
    for word in ("Maria", "Ruth Zinnober", "half of it cold"):
        assert word in told


def test_a_long_report_has_a_line_a_week_and_says_so(lived: Companion) -> None:
    made = paper(lived.reports.gather(104))
    assert reports.BY_WEEK in made.under
    weeks = table(made, "intake").rows
    assert len(weeks) <= 6
    assert sum(int(row[-1]) for row in weeks if row[-1]) == 18
    assert table(made, "sessions").columns == ("Week of", "Sessions", "Shortened", "Rests", "Next morning")


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
    assert weights.rows[-1][1:] == ("57.9", "127.6 lb", "3.5 % less")


def test_a_report_is_about_the_person_and_advises_nobody(lived: Companion) -> None:
    lived.sessions.rest()
    lived.weight.log(54)
    told = " ".join(text(paper(lived.reports.gather(4, names=True))).split())
    assert "Warning: weight below the reference." in told
    assert "Warning: more tired than usual. Since 9 April the last " in told
    assert "The usual is 3.3." in told
    assert not [word for word in (" you", "tell your", "good choice", "Choose ", "worth ") if word in told]


def test_a_day_with_few_entries_says_so_where_it_is_the_lowest(lived: Companion, clock) -> None:
    clock.now -= timedelta(days=4)
    lived.intake.quick("Toast", kcal=150, protein_g=4, slot="breakfast")
    clock.now += timedelta(days=4)
    made = paper(lived.reports.gather(4))
    energy = short(made)["Energy"]
    assert "lowest 150 kcal on 10 April (1 entry that day)" in energy
    assert "over the 18 days with enough written down 1,609 kcal" in energy
    assert table(made, "intake").rows[-5][-1] == f"1, {reports.THIN}"


def test_what_the_warning_advised_counts_as_done_each_session_once(lived: Companion) -> None:
    lived.sessions.log("energy_mini", 5)
    assert (
        "1 mini session; 1 session ended early"
        in table(paper(lived.reports.gather(4)), "tiredness").rows[-1][4]
    )


def test_a_helpers_view_alone_is_no_missing_entry(companion: Companion) -> None:
    companion.fatigue.log(5, helper_view=True)
    assert short(paper(companion.reports.gather(4)))["Tiredness"] == reports.VIEW_ALONE


def test_an_empty_diary_reads_as_a_sentence(companion: Companion) -> None:
    written = text(paper(companion.reports.gather(4)))
    assert "Food and drink: no day is over yet." in written
    assert "Energy: not decided yet" in written
    assert not [word for word in ("0 of", "of 1 day", "0 times", "+0.0", "now not") if word in written]


def test_own_words_are_told_as_what_they_are(lived: Companion) -> None:
    lived.sessions.rest("Gin with Annika")
    lived.swallowing.tell("TOLDWHOM Annika")
    plain = text(paper(lived.reports.gather(4)))
    assert "Annika" not in plain
    assert f"rest by choice: {reports.OWN_REASON}" in plain
    assert f"{numbers.capital(reports.OF_THE_TEAM)} was told of coughing" in plain
    assert "Annika" in text(paper(lived.reports.gather(4, notes=True)))


def test_a_thing_has_one_date_in_the_whole_report(companion: Companion, clock) -> None:
    clock.go(hours=9)  # a quarter past one on the 15th: the 14th still goes on
    companion.weight.log(56.8)
    companion.plan.set("food-level", "5", decided_by="J. Okafor", confirmed=True)
    companion.swallowing.tell("Dana Ellis")
    told = text(paper(companion.reports.gather(1)))
    assert "56.8 kg on 14 April" in told
    assert "15 Apr" not in told.replace("Made on 15 April", "")


def test_what_leans_on_a_first_sentence_has_it_in_its_section(lived: Companion) -> None:
    for one in (section(paper(lived.reports.gather(4)), id) for id in ("protein", "fluid")):
        assert one.sentences[0].startswith(f"{one.title}: ")
        assert one.sentences[0] == one.pictures[0].said
        assert len(one.sentences) > 1


def test_words_in_the_text_read_as_sentences(lived: Companion) -> None:
    lived.sessions_notes.note("near_fall")
    meal = lived.meals.allowed()[0].meal.id
    for minutes in (20, 40):
        lived.meals.log(meal, 1.0, minutes=minutes)
    made = paper(lived.reports.gather(4))
    written = text(made)
    assert ": A near fall; written down by" in written
    assert "greatest rise" in written.replace("\n  ", " ")
    assert "over 2 meals, 1 of them over 30 minutes" in short(made)["Meals"]


def test_a_day_with_too_little_is_marked_in_the_bars(lived: Companion, clock) -> None:
    now, clock.now = clock.now, clock.now - timedelta(days=4)
    lived.intake.quick("Toast", kcal=150, protein_g=4, slot="breakfast")
    on, clock.now = clock.now.date(), now
    energy = next(one for one in section(paper(lived.reports.gather(4)), "summary").pictures if one.bars)
    assert energy.thin == (on,)


@pytest.mark.parametrize(("weeks", "each", "count"), [(13, "", 9), (26, "week", 5), (104, "month", 2)])
def test_a_long_time_has_the_newest_weight_of_each_week_or_month(
    companion, clock, weeks, each, count
) -> None:
    today = clock.now
    for ago in range(28, -1, -4):
        clock.now = today - timedelta(days=ago)
        companion.weight.log(58 - ago / 50)
    companion.weight.log(57)
    weights = table(paper(companion.reports.gather(weeks)), "weight")
    assert weights.caption == (f"Weights, the newest of each {each}" if each else "Weights")
    assert len(weights.rows) == count
    assert weights.rows[-1][1] == "57.0"
