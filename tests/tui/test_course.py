"""The picture of a course: every point inside, in its order, never wider than given, with its axis named."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from companion.tui.widgets.course import Named, Picture, Point, cells, plot_of

LAST = date(2026, 4, 14)
VALUES = st.floats(0, 300, allow_nan=False)
COURSES = st.lists(st.tuples(st.integers(0, 400), VALUES), min_size=1, max_size=60)


def ago(days: int) -> date:
    return LAST - timedelta(days=days)


def drawn(picture: Picture, width: int, height: int) -> list[str]:
    return ["".join(sign for sign, _ in row) for row in cells(picture, width, height)]


def pictured(course: list[tuple[int, float]], lines: tuple[Named, ...] = ()) -> Picture:
    values = [value for _, value in course]
    return Picture(
        first=ago(max(back for back, _ in course)),
        last=LAST,
        low=min(values),
        high=max(values),
        points=tuple(Point(ago(back), value) for back, value in sorted(course, reverse=True)),
        axis=(Named(min(values), "lowest"),),
        lines=lines,
    )


@given(COURSES, st.integers(1, 140), st.integers(1, 30))
def test_it_is_never_larger_than_given(course: list[tuple[int, float]], width: int, height: int) -> None:
    rows = drawn(pictured(course, (Named(course[0][1], "five"),)), width, height)
    assert len(rows) in {0, height}
    assert all(len(row) <= width for row in rows)


@given(COURSES, st.integers(20, 140), st.integers(3, 30))
def test_every_point_lands_inside_and_order_is_kept(
    course: list[tuple[int, float]], width: int, height: int
) -> None:
    picture = pictured(course)
    plot = plot_of(picture, width, height)
    places = [(plot.column(point.day), plot.row(point.value), point) for point in picture.points]
    assert all(0 <= column < plot.columns and 0 <= row < plot.rows for column, row, _ in places)
    for column, row, point in places:
        for other, lower, later in places:
            assert point.day > later.day or column <= other
            assert point.value < later.value or row <= lower
    shown = sum(row.count("●") for row in drawn(picture, width, height))
    assert shown == len({(column, row) for column, row, _ in places})


def test_where_there_is_a_column_a_day_no_two_days_share_one() -> None:
    picture = Picture(ago(41), LAST, 0, 10, axis=(Named(10, "10"),))
    plot = plot_of(picture, 45, 12)
    assert [plot.column(ago(back)) for back in range(41, -1, -1)] == list(range(42))


def test_days_without_a_point_stay_empty_and_others_stay_out() -> None:
    picture = Picture(ago(4), LAST, 0, 4, points=(Point(ago(4), 4), Point(ago(2), 0), Point(ago(9), 2)))
    assert drawn(picture, 5, 6) == ["●    ", "     ", "     ", "     ", "  ●  ", "14 Ap"]


def test_the_axis_the_lines_and_the_dates_are_named() -> None:
    picture = Picture(
        ago(50),
        LAST,
        54,
        60,
        (Point(LAST, 56),),
        (Named(54, "54"), Named(60, "60")),
        (Named(57, "5 % less"),),
    )
    rows = drawn(picture, 40, 8)
    assert rows[0].startswith("60 ")
    assert rows[6].startswith("54 ")
    assert rows[3].startswith("   ·  ·")
    assert rows[3].endswith(" 5 % less")
    assert rows[7].startswith("   23 February ")
    assert rows[7].endswith(" 14 April")
    assert len(rows[7]) == 40 - len(" 5 % less")


def test_a_line_outside_the_values_is_not_drawn_at_the_edge() -> None:
    assert not any(
        "far" in row for row in drawn(Picture(ago(9), LAST, 54, 60, lines=(Named(70, "far"),)), 30, 8)
    )


def test_the_band_is_a_tone_over_all_days_and_only_over_its_values() -> None:
    rows = cells(Picture(ago(9), LAST, 0, 10, (Point(LAST, 3),), band=(2, 4)), 10, 12)
    toned = [n for n, row in enumerate(rows) if all("on $usual" in style for _, style in row)]
    assert toned == [6, 7, 8]
    assert rows[7][-1] == ("●", "$primary on $usual")


def test_it_is_drawn_without_box_characters() -> None:
    picture = Picture(ago(9), LAST, 0, 10, (Point(LAST, 3),), (Named(0, "0"),), (Named(5, "five"),), (2, 4))
    assert not any("\u2500" <= sign <= "\u257f" for row in drawn(picture, 30, 12) for sign in row)


FALL = ((26, 58.0), (19, 57.6), (12, 57.2), (5, 56.8))
MEANT = (Named(60.1, "reference", "60.1"), Named(57.1, "5 % less", "57.1"), Named(54.1, "10 % less", "54.1"))
KILOS = tuple(Named(kg, str(kg)) for kg in (54, 56, 58, 60))


def test_only_what_equals_a_line_stands_on_it_and_no_number_names_another_value() -> None:
    points = tuple(Point(ago(back), kg) for back, kg in FALL)
    rows = drawn(Picture(ago(27), LAST, 54, 60.1, points, KILOS, MEANT), 74, 8)
    lines = [row for row in rows if row.endswith(("less", "reference"))]
    assert [line.split()[0] for line in lines] == ["60.1", "57.1", "54.1"]
    assert not any("●" in line for line in lines)
    five = next(n for n, row in enumerate(rows) if "5 % less" in row)
    assert sum(row.count("●") for row in rows[:five]) == 3
    assert [row for row in rows if "●" in row and row.split()[0] != "●"] == []
    equal = Picture(ago(27), LAST, 54, 60.1, (Point(ago(3), 57.1),), KILOS, MEANT)
    assert [("●" in row) for row in drawn(equal, 74, 8) if "5 % less" in row] == [True]


@given(COURSES, st.lists(VALUES, max_size=4, unique=True), st.integers(2, 20))
def test_each_value_is_on_its_side_of_every_line(
    course: list[tuple[int, float]], levels: list[float], height: int
) -> None:
    picture = pictured(course, tuple(Named(level, "line") for level in levels))
    plot = plot_of(picture, 60, height)
    assert len({row for _, row in plot.lines}) == len(plot.lines)
    for point in picture.points:
        assert 0 <= plot.row(point.value) < plot.rows
        for line, row in plot.lines:
            below = line.value - point.value
            if abs(below) > 0.1:
                assert (plot.row(point.value) > row) == (below > 0)
                assert plot.row(point.value) != row


@given(st.integers(0, 10), st.integers(0, 10), st.integers(3, 14))
def test_no_whole_number_crosses_an_end_of_the_band(one: int, other: int, rows: int) -> None:
    low, high = sorted((one, other))
    plot = plot_of(Picture(ago(9), LAST, 0, 10, band=(low, high), whole=True), 30, rows + 1)
    band = {plot.row(value) for value in range(low, high + 1)}
    found = [plot.row(value) for value in range(11)]
    assert found == sorted(found, reverse=True)
    assert [value for value in range(11) if plot.row(value) in band] == list(range(low, high + 1))


def test_a_row_of_several_whole_numbers_names_them() -> None:
    axis = tuple(Named(n, str(n)) for n in range(0, 11, 2))
    few = Picture(ago(4), LAST, 0, 10, (Point(LAST, 3),), axis, band=(2, 4), whole=True)
    rows = drawn(few, 20, 7)
    assert [row.split()[0] for row in rows[:-1]] == ["10", "8-9", "5-7", "4", "2-3", "0-1"]
    assert "●" in rows[4]
    many = drawn(few, 20, 12)
    assert [row[:2].strip() for row in many[:-1]] == ["10", "", "8", "", "6", "", "4", "", "2", "", "0"]
