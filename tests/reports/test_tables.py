"""Tables of a report: what a spreadsheet is given, and that its sums are those of the program."""

import csv
import io
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.config.settings import Settings
from companion.domain.entries import Drunk, QuickEaten, TubeFed
from companion.domain.sheets import cell, sheet
from companion.reports.columns import COLUMNS
from companion.reports.tables import ROWS, tables
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf


def read(made: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made[f"{name}.csv"])))


def test_every_table_has_its_columns_and_every_column_its_meaning(report) -> None:
    made = tables(report)
    assert set(ROWS) == set(COLUMNS)
    for name in ROWS:
        assert made[f"{name}.csv"].splitlines()[0].split(",") == list(COLUMNS[name])
        assert len(read(made, name)) > (0 if name != "happened" else -1), name
    guide = {(row["table"], row["column"]): row["meaning"] for row in read(made, "columns")}
    assert set(guide) == {(name, column) for name in COLUMNS for column in COLUMNS[name]}
    assert all(guide.values())


def test_a_missing_day_is_empty_and_not_nothing(report) -> None:
    days = {row["date"]: row for row in read(tables(report), "days")}
    assert len(days) == 28
    missing = days["2026-04-10"]
    assert (missing["entries"], missing["kcal"], missing["protein_g"], missing["fluid_ml"]) == (
        "0",
        "",
        "",
        "",
    )
    assert days["2026-04-14"]["over"] == "no"
    assert days["2026-04-13"]["over"] == "yes"


def test_names_and_notes_only_where_they_are_asked_for(lived: Companion) -> None:
    plain = "".join(tables(lived.reports.gather(4)).values())
    assert "Maria" not in plain
    assert "half of it cold" not in plain
    assert "caregiver 1" in plain
    told = tables(lived.reports.gather(4, names=True, notes=True))
    assert {row["by"] for row in read(told, "weights")} == {"Maria"}
    assert "half of it cold" in told["eaten.csv"]


def test_falls_and_pain_have_a_table(lived: Companion) -> None:
    lived.sessions_notes.note("near_fall", note="on the stairs")
    exercise = next(iter(lived.content.exercises))
    lived.sessions_notes.note("pain", exercise, pain="sharp")
    rows = read(tables(lived.reports.gather(4)), "happened")
    assert [(row["about"], row["exercise"], row["pain"], row["by"], row["note"]) for row in rows] == [
        ("near_fall", "", "", "owner 1", ""),
        ("pain", exercise, "sharp", "owner 1", ""),
    ]


def test_own_words_are_left_out_without_notes(lived: Companion) -> None:
    own = "with Annika"
    lived.intake.quick(own, kcal=300)
    lived.sessions.rest(own)
    lived.settings = lived.settings.model_copy(update={"slots": {"breakfast": "06:00", own: "12:00"}})
    lived.intake.quick("Soup", kcal=100, slot=own)
    plain, told = (tables(lived.reports.gather(4, notes=notes)) for notes in (False, True))
    assert own not in "".join(plain.values())
    assert all(own in told[f"{name}.csv"] for name in ("eaten", "sessions"))
    assert own in {row["slot"] for row in read(told, "eaten")}


def test_before_the_diary_began_nothing_was_asked_for(companion: Companion) -> None:
    companion.weight.log(57)  # the targets are worked out of it
    days = read(tables(companion.reports.gather(1)), "days")
    for target in ("kcal_target", "protein_least_g", "fluid_target_ml"):
        assert [bool(day[target]) for day in days] == [False] * 6 + [True], target


def test_the_protein_that_was_decided_stands_beside_the_least(companion: Companion) -> None:
    companion.weight.log(57.5)
    companion.plan.set("protein", "60", decided_by="J. Okafor", confirmed=True)
    day = read(tables(companion.reports.gather(1)), "days")[-1]
    assert (float(day["protein_least_g"]), float(day["protein_aim_g"])) == (46, 60)


def test_in_a_demo_every_row_says_so(lived: Companion) -> None:
    lived.demo = True
    made = tables(lived.reports.gather(4))
    for name in ("days", "eaten", "columns"):
        assert {row["DEMO"] for row in read(made, name)} == {"invented"}


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t=", " =", "\r=", "  @", "＝", "\u200d\xa0="])
def test_no_text_can_pass_for_a_formula(begins: str) -> None:
    made = sheet(("name",), [{"name": f'{begins}HYPERLINK("x")'}])
    (row,) = csv.DictReader(io.StringIO(made))
    assert row["name"].startswith("'")


@given(st.text())
def test_a_cell_of_text_never_begins_as_a_formula_and_holds_no_control(text: str) -> None:
    found = cell(text)
    assert not found.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert "\x1b" not in found
    assert "\x00" not in found


FIGURE = st.none() | st.integers(0, 20_000).map(lambda tenth: tenth / 10)
TAKEN = st.tuples(
    st.integers(0, 800), st.integers(0, 23), st.sampled_from((QuickEaten, Drunk, TubeFed)), FIGURE, FIGURE,
    st.integers(1, 3000),
)  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TAKEN, max_size=40))
def test_sums_of_report_rows_days_and_today_are_the_same(library, clock, taken) -> None:
    ruth = Companion(diary=Diary(MemoryShelf(), clock), content=library, settings=Settings(), clock=clock)
    entries = []
    for ago, hour, kind, kcal, protein, ml in taken:
        at = min(clock() - timedelta(days=ago, hours=hour), clock())
        amount = {} if kind is QuickEaten else {"ml": float(ml)}
        facts = {"name": "x", "slot": "lunch", "kcal": kcal, "protein_g": protein, "fluid_ml": protein}
        entries.append(ruth.sign(kind, at=at, **facts, **amount))
    ruth.write(*entries)
    report = ruth.reports.gather(120)
    made = tables(report)
    rows, days = read(made, "eaten"), {row["date"]: row for row in read(made, "days")}
    assert len(rows) == len(entries)
    for name in ("kcal", "protein_g", "fluid_ml"):
        for on, day in days.items():
            parts = [float(row[name]) for row in rows if row["date"] == on and row[name]]
            if not parts:
                assert day[name] == ""
                continue
            assert float(day[name]) == pytest.approx(sum(parts), abs=1e-4)
        known = [float(day[name]) for day in days.values() if day["over"] == "yes" and day[name]]
        spread = {"kcal": report.span.energy, "protein_g": report.span.protein, "fluid_ml": report.span.fluid}
        found = spread[name].spread
        assert (found.days if found else 0) == len(known)
        if found is not None:
            assert found.mean == pytest.approx(sum(known) / len(known), abs=1e-4)
            assert found.low.value == pytest.approx(min(known), abs=1e-4)
    shown = ruth.today.view().intake.day.total.kcal
    assert days["2026-04-14"]["kcal"] == ("" if shown is None else cell(shown))
    for on in {one.date for one in report.span.eaten_days}:
        assert days[on.isoformat()]["kcal"] == cell(ruth.intake.day(on).day.total.kcal)
