"""Pictures in a page: what stands where, in shapes that differ, small however long the course."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports.papers import FIRST, Reader, bars, points, read

from companion.reports.paper import Picture
from companion.reports.pictures import MOST, axis, keys, slots, weekly
from companion.reports.svg import HEIGHT, WIDTH, svg

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
VALUES = st.lists(st.none() | st.floats(0, 5000, allow_nan=False), min_size=1, max_size=400)


def drawn(picture: Picture) -> Reader:
    return read(svg(picture, "Title", picture.said, "p"))


def paths(picture: Picture, kind: str) -> str:
    """What is drawn of one kind, together."""
    found = [tag for tag in drawn(picture).named("path") if tag.attributes["class"] == kind]
    return "".join(tag.attributes["d"] or "" for tag in found)


def labels(picture: Picture, *kinds: str) -> list[str]:
    return [tag.text for tag in drawn(picture).named("text") if tag.attributes["class"] in kinds]


def over(values: list[float | None], **more: object) -> Picture:
    days = tuple((FIRST + timedelta(days=n), value) for n, value in enumerate(values))
    return replace(Picture("Said.", "kg", days), **more)


def test_a_bar_stands_for_each_day_with_an_entry_and_a_cross_for_each_without():
    picture = bars(28)
    missing = sum(value is None for _, value in picture.values)
    assert missing == 3
    assert paths(picture, "bar").count("M") == 28 - missing
    assert paths(picture, "missing").count("M") == missing
    assert ("missing", "no entry") in [(key.mark, key.means) for key in keys(picture)]


def test_bars_are_as_high_as_their_values():
    picture = over([1000, 500, 0, 2000], bars=True)
    feet = [tuple(map(float, NUMBER.findall(bar))) for bar in paths(picture, "bar").split("z")[:-1]]
    heights = [foot - top for _, foot, top, _, _ in feet]
    assert heights[0] == pytest.approx(heights[3] / 2, abs=0.1)
    assert heights[1] == pytest.approx(heights[3] / 4, abs=0.1)
    assert heights[2] == 0


def test_points_break_where_a_day_is_missing():
    picture = over([57, 58, None, 59, 58])
    assert paths(picture, "course").count("M") == 2
    assert paths(picture, "point").count("M") == 4
    assert paths(picture, "bar") == ""


def test_what_is_marked_has_a_shape_and_a_word_of_its_own():
    picture = points()
    marks = {key.mark: key.means for key in keys(picture)}
    assert (marks["triangle"], marks["diamond"]) == ("warning", "notice")
    assert paths(picture, "triangle") != paths(picture, "diamond") != ""
    assert paths(picture, "point").count("M") == 28 - 1 - 2


def test_the_floor_is_a_step_where_it_changes():
    picture = bars(10)
    assert re.fullmatch(r"M\S+ \S+?H[\d.]+V[\d.]+H[\d.]+", paths(picture, "floor"))
    gap = replace(picture, floors=(picture.floors[0], picture.floors[4]))
    assert paths(gap, "floor").count("M") == 2


def test_named_lines_are_drawn_within_the_axis_and_never_over_each_other():
    lines = (
        (60.1, "reference"),
        (57.1, "5 % less"),
        (57.0, "close"),
        (54.1, "10 % less"),
        (12.0, "far away"),
    )
    picture = over([58, 56.8], lines=lines)
    assert labels(picture, "name") == ["reference", "5 % less", "close", "10 % less"]
    heights = [
        float(tag.attributes["y"] or "")
        for tag in drawn(picture).named("text")
        if tag.text in {"5 % less", "close"}
    ]
    assert abs(heights[-1] - heights[-2]) >= 12


def test_the_name_of_a_line_stands_where_it_covers_no_point():
    lines = ((57.1, "5 % less, 57.1 kg"),)
    sinking = over([60 - n / 30 for n in range(100)], lines=lines)
    hidden = over([57.3] * 100, lines=lines)
    assert [tag.attributes["class"] for tag in drawn(sinking).named("text") if "%" in tag.text] == [
        "name left"
    ]
    assert [tag.attributes["class"] for tag in drawn(hidden).named("text") if "%" in tag.text] == ["name"]


def test_the_unit_stands_by_the_name():
    assert labels(over([58], name="Weight"), "unit") == ["Weight (kg)"]


def test_the_axis_has_few_round_numbers_and_its_unit():
    assert labels(bars(), "axis", "unit") == ["0", "500", "1,000", "1,500", "2,000", "kcal"]
    assert labels(points(), "axis", "unit") == ["0", "2", "4", "6", "8", "10", "of 10"]
    assert labels(over([58, 56.8], lines=((60.1, "reference"),)), "axis") == [
        "56",
        "57",
        "58",
        "59",
        "60",
        "61",
    ]


def test_a_course_that_hardly_moves_does_not_look_like_a_cliff():
    assert axis(over([56.8, 56.7])) == [56, 57]


def test_dates_stand_at_the_ends_and_months_between():
    assert labels(bars(28), "first", "mid", "mid few", "last") == ["16 March", "12 April", "Apr"]
    assert labels(bars(1), "first", "mid", "last") == ["16 March"]
    two_years = labels(bars(731), "first", "mid", "mid few", "last")
    assert two_years[:2] == ["16 March 2026", "15 March 2028"]
    assert two_years[2:] == ["Oct", "Jan 2027", "Apr", "Jul", "Oct"]


@pytest.mark.parametrize(("days", "few"), [(91, ["May"]), (365, ["Sep"]), (731, ["Jan 2027"])])
def test_fewer_dates_stand_between_the_ends_where_letters_are_large(days, few):
    """On paper and on a phone."""
    assert labels(bars(days), "mid few") == few


def test_a_day_with_too_little_written_down_is_hollow_and_says_so():
    picture = replace(bars(28), thin=(FIRST, FIRST + timedelta(days=8)))  # the ninth day has no entry
    assert paths(picture, "thin").count("M") == 1
    assert paths(picture, "bar").count("M") == 28 - 3 - 1
    assert ("thin", "too little written down") in [(key.mark, key.means) for key in keys(picture)]
    assert "thin" not in {key.mark for key in keys(bars(28))}


def test_the_name_of_a_line_is_not_crossed_by_the_course_between_points():
    ends = ((FIRST, 61.0), (FIRST + timedelta(days=21), 58.8))
    steep = replace(over([]), values=ends, lines=((59.4, "5 % less, 59.4 kg"),))
    assert [tag.attributes["class"] for tag in drawn(steep).named("text") if "%" in tag.text] == ["name left"]


def test_the_picture_spans_more_days_than_it_has_values():
    picture = over([58, 57], first=date(2026, 3, 1), last=date(2026, 4, 14))
    assert labels(picture, "first", "last") == ["1 March", "14 April"]


@pytest.mark.parametrize(("days", "by_week"), [(MOST, False), (MOST + 1, True)])
def test_a_long_course_is_drawn_by_weeks_and_says_so(days, by_week):
    picture = bars(days)
    means = {key.means for key in keys(picture)}
    assert weekly(picture) is by_week
    assert ("mean of a week" in means) is by_week
    assert ("mean of seven days" in means) is not by_week
    assert bool(paths(picture, "mean")) is not by_week


def test_a_week_is_the_mean_of_its_known_days_and_without_any_it_is_missing():
    values: list[float | None] = [None] * 7 + [10, None, 20, None, None, None, None] + [5.0] * 119
    weeks = slots(over(values))
    assert [week.value for week in weeks[:3]] == [None, 15, 5]
    assert [week.days for week in weeks[:2]] == [7, 7]
    assert len(weeks) == 19


def test_a_week_bears_the_gravest_of_its_words():
    picture = points(140)
    days = [day for day, _ in picture.values]
    marked = ((days[7], "notice"), (days[9], "warning"), (days[14], "notice"))
    assert [week.word for week in slots(replace(picture, marked=marked))[:4]] == ["", "warning", "notice", ""]


def test_a_word_on_a_day_without_a_value_stands_on_the_next_that_has_one():
    values, first = over([3, None, None, 5, 4]), FIRST + timedelta(days=1)
    marked = replace(values, marked=((first, "notice"), (FIRST, "warning"), (FIRST, "notice")))
    assert [slot.word for slot in slots(marked)] == ["notice", "", "", "notice", ""]
    graver = replace(marked, marks=("warning", "notice"))
    assert [slot.word for slot in slots(graver)] == ["warning", "", "", "notice", ""]


def test_without_a_day_nothing_is_drawn():
    assert svg(Picture("Said.", "kg", ()), "Title", "Said.", "p") == ""


def test_days_without_any_entry_are_drawn_as_missing_alone():
    picture = over([None, None, None], bars=True)
    assert paths(picture, "missing").count("M") == 3
    assert paths(picture, "bar") == ""


@given(VALUES, st.booleans())
@settings(max_examples=40)
def test_everything_stays_inside_whatever_the_values(values, as_bars):
    page = drawn(over(values, bars=as_bars, lines=((60.0, "reference"),)))
    for tag in page.named("text"):
        assert 0 <= float(tag.attributes["x"] or "") <= WIDTH
        assert 0 <= float(tag.attributes["y"] or "") <= HEIGHT
    for tag in page.named("path"):
        steps = tag.attributes["d"] or ""
        assert "nan" not in steps
        for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", steps):
            assert 0 <= float(x) <= WIDTH
            assert 0 <= float(y) <= HEIGHT


@given(VALUES)
@settings(max_examples=40)
def test_the_axis_holds_every_value_in_even_steps(values):
    picture = over(values)
    ticks = axis(picture)
    known = [slot.value for slot in slots(picture) if slot.value is not None]
    assert all(ticks[0] - 1e-6 <= value <= ticks[-1] + 1e-6 for value in known)
    assert 2 <= len(ticks) <= 8
    assert len({round(b - a, 6) for a, b in pairwise(ticks)}) == 1


def test_two_years_are_a_few_kilobytes():
    assert len(svg(bars(731), "Energy", "Said.", "p")) < 10_000
    assert len(svg(points(731), "Tiredness", "Said.", "p")) < 10_000
