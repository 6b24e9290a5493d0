"""Loss, body mass index and change over time, each edge by the table of care."""

from datetime import date, timedelta

import pytest

from companion.domain.weight import Weighing, bmi, course, from_kg, marks, slip, to_kg

TODAY = date(2026, 11, 22)


def ago(days, kg):
    return Weighing(TODAY - timedelta(days=days), kg)


@pytest.mark.parametrize(
    ("reference", "kg", "level"),
    [  # research/nutrition.md 1.4 and 1.8; height 160, so that BMI stays out of it
        (80, 80, "none"),
        (80, 76.01, "none"),
        (80, 76, "amber"),  # exactly 5.00 %
        (80, 72.01, "amber"),
        (80, 72, "red"),  # exactly 10 %
        (73.4, 69.73, "amber"),  # exactly 5 %, which binary fractions miss
        (70.1, 63.09, "red"),  # exactly 10 %
        (80, 90, "none"),
        (None, 60, "none"),
    ],
)
def test_loss_against_the_reference(reference, kg, level, weight_limits):
    assert course([ago(0, kg)], reference, 160, TODAY, weight_limits).level == level


@pytest.mark.parametrize(
    ("kg", "level"),
    [(61.25, "none"), (61.2, "amber"), (56.66, "amber"), (56.6, "red")],  # BMI 20.0, 19.98, 18.50, 18.48
)
def test_body_mass_index(kg, level, weight_limits):
    assert course([ago(0, kg)], kg, 175, TODAY, weight_limits).level == level


def test_the_worked_course(weight_limits):
    state = course([ago(60, 80), ago(0, 75.9)], 80, 178, TODAY, weight_limits)
    fall = next(reason for reason in state.reasons if reason.code == "bmi_fall")
    assert state.change_percent == pytest.approx(-5.125)
    assert fall.value == pytest.approx(0.647, abs=0.001)  # 1.8: 0.65 in 30 days
    assert state.level == "amber"


@pytest.mark.parametrize(
    ("earlier", "now", "level"),
    [
        (ago(30, 80), 78.4, "note"),  # exactly 2 % in 30 days
        (ago(30, 80), 78.5, "none"),
        (ago(31, 80), 78.4, "none"),  # a day too long ago
        (ago(3, 78), 80, "gain"),  # 2 kg in 3 days
        (ago(4, 78), 80, "none"),
        (ago(3, 78.1), 80, "none"),
        (ago(60, 80), 78.6, "amber"),  # BMI down by 0.22 a month
        (ago(60, 80), 78.9, "none"),  # 0.17 a month
        (ago(59, 80), 78.6, "none"),  # too short to tell from noise
    ],
)
def test_change_over_time(earlier, now, level, weight_limits):
    assert course([earlier, ago(0, now)], 80, 178, TODAY, weight_limits).level == level


@pytest.mark.parametrize(
    ("earlier", "now", "level", "code"),
    [  # care.md, Targets, last paragraph; the limits are in the fixture
        (ago(30, 80), 76.01, "note", "month"),  # 4.99 % in a month, no reference
        (ago(30, 80), 76, "amber", "month"),  # as much as is amber against a reference
        (ago(30, 80), 72, "red", "month"),
        (ago(3, 78), 79.99, "none", None),
        (ago(0, 78), 80, "none", None),  # of a day only the newest counts
        (ago(3, 90.01), 92.01, "gain", "gain"),  # exactly 2, which binary fractions miss
    ],
)
def test_each_edge_of_a_change(earlier, now, level, code, weight_limits):
    state = course([earlier, ago(0, now)], None, None, TODAY, weight_limits)
    assert (state.level, next((r.code for r in state.reasons), None)) == (level, code)


def test_an_index_that_falls_by_exactly_the_limit_counts(weight_limits):
    height = 178
    fall_kg = 0.2 * 2 * (height / 100) ** 2  # care.md: 0.2 a month, over two months
    state = course([ago(60, 80), ago(0, 80 - fall_kg)], None, height, TODAY, weight_limits)
    assert [r.code for r in state.reasons] == ["bmi_fall"]
    just_less = course([ago(60, 80), ago(0, 80 - fall_kg + 0.01)], None, height, TODAY, weight_limits)
    assert just_less.reasons == ()


def test_a_quick_gain_is_named_beside_a_graver_loss(weight_limits):
    state = course([ago(3, 70), ago(0, 72.5)], 80, None, TODAY, weight_limits)
    assert state.level == "amber"
    assert [(r.code, r.days) for r in state.reasons] == [("percent", 0), ("gain", 3)]


@pytest.mark.parametrize("unit", ["kg", "lb", "st"])
def test_the_marks_are_the_same_in_every_unit(unit, weight_limits):
    for kg, level in ((76.01, "none"), (76, "amber"), (72.01, "amber"), (72, "red")):
        there_and_back = to_kg(from_kg(kg, unit), unit)
        assert course([ago(0, there_and_back)], 80, 160, TODAY, weight_limits).level == level


def test_the_gravest_reason_gives_the_level_and_all_are_named(weight_limits):
    state = course([ago(20, 80), ago(0, 71)], 80, 178, TODAY, weight_limits)
    assert state.level == "red"
    assert [reason.code for reason in state.reasons] == ["percent", "month"]


def test_later_weights_and_no_weights(weight_limits):
    assert course([ago(-1, 60)], 80, 178, TODAY, weight_limits) is None
    assert course([ago(-1, 60), ago(2, 80)], 80, 178, TODAY, weight_limits).kg == 80


def test_without_a_height_there_is_no_index(weight_limits):
    assert course([ago(0, 40)], None, None, TODAY, weight_limits).bmi is None


@pytest.mark.parametrize(
    ("typed", "earlier", "code", "meant"),
    [
        (705, [ago(7, 70.2)], "decimal_lost", 70.5),
        (7050, [ago(7, 70.2)], "decimal_lost", 70.5),
        (7.05, [ago(7, 70.2)], "tenfold", 70.5),
        (155, [ago(7, 70.2)], "pounds", 70.31),
        (50, [ago(7, 70.2)], "jump", None),
        (705, [], "decimal_lost", 70.5),
        (3, [], "tenfold", 30),
        (1, [], "out_of_range", None),
    ],
)
def test_a_slip_is_noticed_with_what_was_probably_meant(typed, earlier, code, meant, weight_limits):
    found = slip(typed, TODAY, earlier, weight_limits)
    assert (found.code, found.likely_kg) == (code, meant)


@pytest.mark.parametrize(
    ("typed", "earlier"),
    [
        (70.5, []),
        (70.5, [ago(7, 70.2)]),
        (59.67, [ago(90, 70.2)]),  # exactly 15 %
        (50, [ago(91, 70.2)]),  # long enough ago to be true
    ],
)
def test_a_possible_weight_is_no_slip(typed, earlier, weight_limits):
    assert slip(typed, TODAY, earlier, weight_limits) is None


@pytest.mark.parametrize(
    ("typed", "height", "asked"),
    [
        (228, None, True),
        (20, None, True),
        (30, None, False),
        (200, None, False),
        (34, 170, True),  # index 11.8
        (35, 170, False),  # 12.1
        (155, 160, True),  # 60.5
        (153, 160, False),  # 59.8
    ],
)
def test_a_first_weight_that_few_people_have_is_asked_about(typed, height, asked, weight_limits):
    found = slip(typed, TODAY, [], weight_limits, height)
    assert (found is not None and found.code == "unusual") is asked
    assert slip(typed, TODAY, [ago(7, typed)], weight_limits, height) is None


@pytest.mark.parametrize(
    ("value", "unit", "kg"), [(70, "kg", 70), (154.32, "lb", 69.998), (11, "st", 69.853)]
)
def test_units_go_both_ways(value, unit, kg):
    assert to_kg(value, unit) == pytest.approx(kg, abs=0.001)
    assert from_kg(to_kg(value, unit), unit) == pytest.approx(value)


def test_bmi_is_in_centimetres():
    assert bmi(70, 175) == pytest.approx(22.86, abs=0.01)  # nutrition.md 1.8


def test_loss_and_gain_tell_of_the_same_weight_of_a_day(weight_limits):
    known = [ago(1, 56.8), ago(1, 47.6), ago(0, 50.8)]  # the second of yesterday was said to be right
    codes = {reason.code for reason in course(known, None, None, TODAY, weight_limits).reasons}
    assert codes == {"gain"}


def test_the_marks_stand_where_the_level_changes(weight_limits):
    reference, amber, red = marks(73.4, weight_limits)
    assert (reference.percent_below, reference.kg) == (0, 73.4)
    for mark, level in ((amber, "amber"), (red, "red")):
        assert course([ago(0, mark.kg)], 73.4, 160, TODAY, weight_limits).level == level
        assert course([ago(0, mark.kg + 0.01)], 73.4, 160, TODAY, weight_limits).level != level
    assert marks(None, weight_limits) == ()
