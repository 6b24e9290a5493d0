"""The watch over mornings: when it learns, notices and warns, and what is never news."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.fatigue_watch import DayRating, Watch, WatchState, watch

START = date(2026, 1, 1)


def days(*ratings, first=0):
    return [DayRating(START + timedelta(days=first + n), rating) for n, rating in enumerate(ratings)]


QUIET = days(*[3, 4, 3, 2, 3, 4, 2, 3] * 4)  # 32 days around 3


def after_quiet(*ratings):
    return [*QUIET, *days(*ratings, first=len(QUIET))]


def test_nothing_is_said_before_eight_ratings(watch_limits):
    keeper = Watch(watch_limits)
    states = [keeper.add(day) for day in days(1, 1, 1, 1, 1, 1, 1, 10, 10, 10)]
    assert {state.level for state in states} == {"none"}
    assert all(state.learning and state.usual is None for state in states)
    assert (states[-1].ratings_so_far, states[-1].needed) == (7, 8)  # the newest three days do not count


def test_once_learned_the_usual_is_known(watch_limits):
    state = watch(QUIET, watch_limits)
    assert (state.level, state.learning) == ("none", False)
    assert state.usual == pytest.approx(3, abs=0.2)


def test_no_ratings_at_all_is_still_learning(watch_limits):
    assert watch([], watch_limits) == WatchState("none", learning=True, ratings_so_far=0, needed=8)


def test_where_no_day_is_old_enough_for_the_usual_nothing_is_known(watch_limits):
    limits = watch_limits.model_copy(update={"usual_days": 7, "lag_days": 14})
    assert watch(QUIET, limits) == WatchState("none", learning=True, ratings_so_far=0, needed=8)


def test_one_high_rating_is_never_news(watch_limits):
    assert watch(after_quiet(10), watch_limits).level == "none"


def test_a_rise_is_noticed_then_warned_of(watch_limits):
    keeper = Watch(watch_limits)
    for day in QUIET:
        keeper.add(day)
    levels = [keeper.add(day).level for day in days(6, 7, 6, 7, first=len(QUIET))]
    assert levels == ["none", "notice", "warning", "warning"]


def test_two_ratings_however_high_are_never_a_warning(watch_limits):
    assert watch(after_quiet(10, 10), watch_limits).level == "notice"
    assert watch(after_quiet(10, 10, 10), watch_limits).level == "warning"


def test_each_level_restarts_only_its_own_sum(watch_limits):
    """What was summed for the notice still counts for the warning: two and two ratings, not two and three."""
    keeper = Watch(watch_limits)
    levels = [keeper.add(day).level for day in after_quiet(5, 6, 5)][len(QUIET) :]
    assert levels == ["none", "notice", "warning"]


def test_the_reason_is_in_numbers(watch_limits):
    reason = watch(after_quiet(6, 7), watch_limits).reason
    assert (reason.kind, reason.since, reason.count, reason.now) == (
        "ratings",
        START + timedelta(days=32),
        2,
        6.5,
    )
    assert reason.usual == pytest.approx(3, abs=0.1)
    assert reason.rise == pytest.approx(3.5, abs=0.1)


def test_an_alert_stays_up_seven_days(watch_limits):
    risen = after_quiet(6, 7)
    up = [watch([*risen, *days(3, first=34 + gap)], watch_limits).level for gap in range(8)]
    assert up == ["notice"] * 6 + ["none"] * 2  # the day of the alert is the first of the seven


GROWN = [*after_quiet(5, 6), *days(5, first=38)]  # a notice on day 33, four days without an answer, a warning


def test_a_warning_ends_with_the_notice_it_grew_from(watch_limits):
    assert watch(GROWN[:-1], watch_limits).level == "notice"
    up = [watch([*GROWN, *days(2, first=39 + gap)], watch_limits).level for gap in range(3)]
    assert up == ["warning", "none", "none"]  # seven days from the notice, though two from the warning


def test_a_warning_stays_while_its_rise_goes_on(watch_limits):
    up = [watch([*GROWN, *days(6, *[2] * gap, first=40)], watch_limits).level for gap in range(7)]
    assert up == ["warning"] * 5 + ["notice"] * 2  # renewed on day 40; the warning has its own seven days


def test_what_is_due_as_a_warning_is_due_as_a_notice(watch_limits):
    alike = watch_limits.model_copy(update={"notice_sum": 99.0, "climb_notice_z": 99.0})
    assert watch(after_quiet(7, 7, 7), alike).level == "warning"


@given(st.integers(0, 3), st.integers(0, 10), st.integers(0, 10))
def test_one_rating_is_never_news_and_two_are_never_a_warning(watch_limits, usual, one, two):
    first, second = (
        watch([*days(*[usual] * 60), *days(*told, first=60)], watch_limits) for told in ([one], [one, two])
    )
    assert first.level == "none"
    assert second.level != "warning"


def test_a_fall_is_no_reason_to_warn(watch_limits):
    assert watch(after_quiet(0, 0, 0, 0, 0, 0, 0, 0), watch_limits).level == "none"


def test_mornings_after_exercise_are_summed_apart(watch_limits):
    risen = days(*[6, 1, 1] * 3, first=len(QUIET))  # every third morning is worse, the others make up for it
    marked = [day._replace(after_session=day.rating == 6) for day in risen[:7]]
    assert watch([*QUIET, *risen[:7]], watch_limits).level == "none"
    found = watch([*QUIET, *marked], watch_limits)
    assert (found.level, found.reason.kind) == ("warning", "mornings_after_exercise")
    assert (found.reason.now, found.reason.count) == (6, 3)


def test_mornings_that_are_always_heavier_after_exercise_are_no_news(watch_limits):
    heavier = days(*[5, 2, 3] * 16)
    marked = [day._replace(after_session=day.rating == 5) for day in heavier]
    keeper = Watch(watch_limits)
    assert {keeper.add(day).level for day in marked} == {"none"}


def test_a_steady_climb_is_seen(watch_limits):
    slow = watch_limits.model_copy(update={"notice_sum": 99.0, "warning_sum": 99.0})
    climb = [2, 2, 3, 2, 3, 3, 3, 4, 3, 4, 4, 4, 5, 4, 5, 5, 5, 6]
    found = watch(after_quiet(*climb), slow)
    assert found.level in ("notice", "warning")
    assert (found.reason.kind, found.reason.now > found.reason.usual) == ("climb", True)


def test_a_rise_nobody_would_feel_is_not_told(watch_limits):
    felt = watch_limits.model_copy(update={"least_rise": 9.0})
    assert watch(after_quiet(6, 7, 6, 7), watch_limits).level == "warning"
    assert watch(after_quiet(6, 7, 6, 7), felt).level == "none"


def test_missing_days_are_left_out_not_filled(watch_limits):
    gap = [*QUIET, *days(3, 3, 3, first=60)]
    assert watch(gap, watch_limits).usual == pytest.approx(3, abs=0.2)


def test_after_a_long_silence_it_learns_again(watch_limits):
    assert watch([*QUIET, *days(6, first=120)], watch_limits).learning


def test_the_last_rating_of_a_day_counts(watch_limits):
    twice = [*after_quiet(6, 10), *days(3, first=33)]
    assert watch(twice, watch_limits) == watch(after_quiet(6, 3), watch_limits)


series = st.lists(
    st.tuples(st.integers(0, 150), st.integers(0, 10), st.booleans()).map(
        lambda given: DayRating(START + timedelta(days=given[0]), given[1], given[2])
    ),
    max_size=60,
)


@given(series)
def test_one_by_one_in_any_order_is_the_same_as_all_at_once(watch_limits, ratings):
    keeper = Watch(watch_limits)
    for day in ratings:
        keeper.add(day)
    assert keeper.state == watch(ratings, watch_limits)


@given(series)
def test_a_level_always_has_its_reason(watch_limits, ratings):
    state = watch(ratings, watch_limits)
    assert (state.reason is None) == (state.level == "none")
    assert state.reason is None or state.reason.rise >= watch_limits.least_rise


@given(st.integers(0, 10))
def test_the_same_rating_every_day_is_never_news(watch_limits, rating):
    assert watch(days(*[rating] * 60), watch_limits).level == "none"


def test_the_reason_of_an_alert_counts_on_from_the_same_usual(watch_limits):
    first, later = (watch(after_quiet(*[6] * n), watch_limits).reason for n in (3, 7))
    assert (later.count, later.now) == (7, 6)
    assert (later.since, later.usual) == (first.since, first.usual)


def test_it_counts_no_further_once_the_rise_would_not_be_felt(watch_limits):
    state = watch(after_quiet(6, 6, 6, 3, 3, 3, 3), watch_limits)
    assert state.level != "none"
    assert state.reason.rise >= watch_limits.least_rise


@pytest.mark.parametrize(
    ("usual", "spread", "band"),
    [
        (3.3, 1.0, (2, 4)),  # 2.3 and 4.3
        (3.5, 1.0, (3, 5)),  # 2.5 and 4.5 go up, as people round
        (0.4, 1.3, (0, 2)),  # not under the scale
        (9.6, 0.9, (9, 10)),  # nor over it
    ],
)
def test_the_band_is_a_spread_to_either_side_in_whole_ratings(usual, spread, band):
    assert (
        WatchState("none", learning=False, ratings_so_far=8, needed=8, usual=usual, spread=spread).band(0, 10)
        == band
    )


def test_while_learning_there_is_no_band(watch_limits):
    assert watch(days(3, 3, 4), watch_limits).band(0, 10) is None


def test_the_band_of_an_alert_is_that_of_the_usual_it_tells(watch_limits):
    before = watch(after_quiet(), watch_limits)
    state = watch(after_quiet(*[6] * 6), watch_limits)
    assert state.usual > before.usual
    assert (state.said[0], state.band(0, 10)) == (state.reason.usual, before.band(0, 10))


@given(series)
def test_the_band_holds_the_usual_within_the_scale(watch_limits, ratings):
    state = watch(ratings, watch_limits)
    assert (state.band(0, 10) is None) == (state.said is None) == state.learning
    if state.band(0, 10):
        low, high = state.band(0, 10)
        assert 0 <= low <= state.said[0] + 0.5
        assert state.said[0] - 0.5 <= high <= 10
