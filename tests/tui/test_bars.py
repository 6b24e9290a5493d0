"""Days as bars: each as high as its value and no higher, a missing day a question mark, in the room given."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.geometry import Size

from companion.domain.trends import DayValue
from companion.tui.widgets.bars import (
    EIGHTHS,
    MEAN,
    MISSING,
    RUNS,
    Bars,
    Chart,
    cells,
    columns,
    legend,
    plot_of,
)

LAST = date(2026, 4, 14)
DAYS = st.dictionaries(st.integers(0, 800), st.floats(0, 4000), min_size=1, max_size=60)


def ago(days: int) -> date:
    return LAST - timedelta(days=days)


def chart(found: dict[int, float], **facts: object) -> Chart:
    values = tuple(DayValue(ago(back), value) for back, value in sorted(found.items(), reverse=True))
    return Chart(ago(max(found)), LAST, values, unit="kcal", **facts)  # type: ignore[arg-type]


def drawn(one: Chart, width: int = 74, rows: int = 6) -> list[str]:
    return ["".join(sign for sign, _ in row) for row in cells(one, plot_of(one, width, rows), width)]


@settings(max_examples=50)
@given(DAYS, st.integers(1, 140), st.integers(1, 20), st.floats(1, 3000))
def test_it_stays_in_its_room(found: dict[int, float], width: int, rows: int, floor: float) -> None:
    lines = drawn(chart(found, floors={ago(n): floor for n in found}), width, rows)
    assert len(lines) == rows + 1
    assert all(len(line) <= width for line in lines[:-1])


@settings(max_examples=50)
@given(DAYS, st.integers(10, 140))
def test_a_bar_is_the_mean_of_the_known_days_it_stands_for(found: dict[int, float], most: int) -> None:
    each, bars = columns(chart(found), most)
    assert len(bars) <= most
    for back, bar in enumerate(reversed(bars)):
        days = [found[n] for n in range(back * each, (back + 1) * each) if n in found]
        assert (bar.value is None) == (not days) == (bar.sign == MISSING)
        assert bar.value == (pytest.approx(sum(days) / len(days)) if days else None)


@settings(max_examples=50)
@given(st.lists(st.floats(0, 4000), min_size=2, max_size=30), st.floats(1, 4000), st.integers(2, 20))
def test_no_bar_is_drawn_higher_than_it_is_and_the_floor_begins_a_row(
    kcal: list[float], floor: float, rows: int
) -> None:
    found = dict(enumerate(kcal))
    plot = plot_of(chart(found, floors={ago(n): floor for n in found}), 74, rows)
    row = plot.scale.top / rows
    for value in kcal:
        high = plot.scale.eighths(value)
        assert high * row / 8 <= value + 1e-3 or high == 1
        assert bool(high) == (value > 0)
    if floor * rows >= max(kcal):
        assert abs(plot.scale.row(floor) * row - floor) < 1e-3


def test_a_missing_day_today_and_the_time_before_the_diary_differ() -> None:
    one = chart({6: 1000, 5: 2000, 4: 0, 2: 2000}, runs=LAST, began=ago(6))
    one = Chart(ago(8), LAST, one.values, runs=LAST, began=ago(6), unit="kcal")
    plot = plot_of(one, 74, 6)
    bottom = drawn(one)[-2][plot.left :]
    assert bottom.count(MISSING) == 2
    assert bottom.rstrip().endswith(RUNS)
    assert bottom.startswith("  " * plot.wide)  # two days before it
    assert legend(one, plot, 74).plain == "? no entry   – today"


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (80, "? no entry   • mean of 7 days   – today    at or above the target "),
        (36, "? none  • mean  – today   target "),
        (26, "? none  – today   target "),
    ],
)
def test_the_zone_and_every_sign_that_is_drawn_has_its_word_in_little_room(width: int, told: str) -> None:
    floors = {ago(n): 1900.0 for n in range(7)}
    one = chart({6: 1000, 5: 2000}, runs=LAST, floors=floors, means=(DayValue(ago(5), 1500.0),))
    assert legend(one, plot_of(one, width, 6), width).plain == told


def test_the_axis_has_the_floor_zero_and_the_unit_and_both_dates() -> None:
    found = dict.fromkeys(range(28), 2100.0)
    one = chart(found, floors={ago(n): 1900.0 for n in found}, means=(DayValue(ago(1), 2100.0),))
    lines = drawn(one)
    assert [line.split()[0] for line in lines if line[:5].strip()] == ["1,900", "0", "kcal"]
    assert lines[-1].split() == ["kcal", "18", "March", "14", "April"]
    assert "".join(lines).count(MEAN) == 1
    assert set("".join(lines[:-1])) <= set(EIGHTHS + MEAN + "1,900")


def test_how_many_days_a_bar_stands_for_is_said() -> None:
    year = chart(dict.fromkeys(range(365), 1900.0))
    told = legend(year, plot_of(year, 74, 6), 74).plain
    assert told == "a bar is the mean of 6 days"


@pytest.mark.parametrize(("height", "named"), [(8, True), (4, False)])
def test_a_mean_is_drawn_only_where_its_sign_is_named(
    height: int, named: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bars, "content_size", Size(60, height))
    bars = Bars()
    bars.chart = chart(dict.fromkeys(range(20), 2000.0), means=(DayValue(ago(1), 1000.0),))
    shown = bars.render().plain
    assert shown.count(MEAN) == 2 * named
