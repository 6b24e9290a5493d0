"""Scanning for one switch: by the clock, announced once, paused in time, and never chosen twice."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.keyfilter import KeyFilter
from companion.domain.scanning import LATE_S, LEAST_SAME_MS, Offer, Pace, Scan, interval_ms

PLAIN = Pace(each_s=2.0, first_s=1.5, rounds=3)
ITEMS = ["Move", "Eat", "Back"]

labels = st.lists(st.text("abc ", min_size=1, max_size=40), min_size=2, max_size=6)
paces = st.builds(
    Pace, st.floats(0.8, 20), st.floats(0, 15), st.integers(1, 30), st.booleans()
)  # as far as the settings go
moments = st.floats(0, 2000)


def changes(scan: Scan, start: float) -> list[tuple[float, Offer]]:
    """When something else is offered, until the pause, as a face that only waits finds it."""
    at, found = start, [(start, scan.offer(start))]
    while (wait := scan.wait(at)) is not None:
        at += wait + 1e-6  # a face is never early
        found.append((at, scan.offer(at)))
    return found


@given(labels, paces, moments)
def test_each_is_announced_once_a_round_in_order_and_then_it_pauses(
    items: list[str], pace: Pace, start: float
) -> None:
    scan = Scan(items, pace, start)
    offers = [offer for _, offer in changes(scan, start)]
    assert [offer.number for offer in offers] == list(range(len(items) * pace.rounds + 1))
    assert [offer.place for offer in offers] == [*list(range(len(items))) * pace.rounds, None]


@given(labels, paces, moments)
def test_an_interval_is_kept_to_a_hundredth_and_the_first_is_longer(
    items: list[str], pace: Pace, start: float
) -> None:
    times = [at for at, _ in changes(Scan(items, pace, start), start)]
    for number, (begins, ends) in enumerate(itertools.pairwise(times)):
        spoken = 0.5 + len(items[number % len(items)]) / 15 if pace.aloud else 0
        meant = max(pace.each_s, spoken) + (0 if number else pace.first_s)
        assert ends - begins == pytest.approx(meant, rel=0.01)


@given(labels, paces, moments)
def test_a_machine_that_slept_finds_one_pause_and_not_every_round(
    items: list[str], pace: Pace, start: float
) -> None:
    scan = Scan(items, pace, start)
    late = start + 100_000
    assert scan.offer(late).place is None
    assert scan.wait(late) is None
    assert scan.offer(late) == scan.offer(late + 5000)


def test_a_long_label_is_offered_until_it_was_heard():
    scan = Scan(["Lentil soup with cream and soft bread", "Back"], Pace(2.0, 0.0, 1, aloud=True), 0)
    assert scan.wait(0) == pytest.approx(0.5 + 37 / 15)


def test_what_is_said_before_the_first_leaves_the_first_its_time():
    plain, led = Pace(2.0, 1.5, 3, aloud=True), "How much of it was eaten?"
    with_lead, without = Scan(ITEMS, plain, 0, lead=led).wait(0), Scan(ITEMS, plain, 0).wait(0)
    assert with_lead is not None
    assert without is not None
    assert with_lead - without == pytest.approx(0.5 + len(led) / 15)


@pytest.mark.parametrize(
    ("at", "place"),
    [
        (0.4, 0),
        (3.4, 0),
        (3.5 + LATE_S - 0.01, 0),
        (3.5 + LATE_S + 0.01, 1),
        (5.6, 1),
        (7.0, 2),
        (7.6, 2),
        (9.4, 0),
    ],
)
def test_a_press_takes_what_stood_there_when_the_hand_began(at, place):
    assert Scan(ITEMS, PLAIN, 0).press(at) == place


def test_a_press_too_soon_for_a_new_list_takes_nothing_of_it():
    scan = Scan(ITEMS, PLAIN, 0)
    assert scan.press(0.1) is None
    assert scan.offer(0.1) == Offer(0, 0)


def test_at_a_fast_pace_only_a_fifth_belongs_to_the_choice_before():
    scan = Scan(ITEMS, Pace(0.8, 0, 3), 0)
    assert [scan.press(0.8 + 0.15), scan.press(0.8 + 0.17)] == [0, 1]


def test_a_press_while_paused_begins_anew_and_is_announced():
    scan = Scan(ITEMS, PLAIN, 0)
    before = scan.offer(100)
    assert scan.press(100) is None
    after = scan.offer(100)
    assert (before.place, after.place) == (None, 0)
    assert after.number > before.number
    assert scan.wait(100) == pytest.approx(3.5)
    assert scan.rounds(100) == 0


def test_one_label_alone_stands_for_good_and_is_announced_once():
    scan = Scan(["Go on"], PLAIN, 0)
    assert (scan.offer(0), scan.offer(9000), scan.wait(0)) == (Offer(0, 0), Offer(0, 0), None)
    assert scan.press(9000) == 0


@given(labels, st.floats(0.1, 60), st.text("ab ", min_size=1, max_size=90))
def test_something_said_in_between_neither_restarts_nor_skips(items: list[str], at: float, text: str) -> None:
    pace = Pace(2.0, 1.5, 3, aloud=True)
    held, plain = Scan(items, pace, 0), Scan(items, pace, 0)
    held.hold(at, text)
    assert held.offer(at) == plain.offer(at)
    if (without := plain.wait(at)) is not None:
        assert held.wait(at) == pytest.approx(without + 0.5 + len(text) / 15)


@given(st.floats(0.5, 18), st.lists(st.floats(0.001, 0.16), min_size=3, max_size=3))
def test_three_bounces_of_a_switch_never_choose_twice(first: float, gaps: list[float]) -> None:
    keys, scan, at, taken = KeyFilter(LEAST_SAME_MS, 0, LEAST_SAME_MS), Scan(ITEMS, PLAIN, 0), first, 0
    for gap in [0.0, *gaps]:
        at += gap
        if keys.take("switch", at) and scan.press(at) is not None:
            taken += 1
            scan = Scan(ITEMS, PLAIN, at)  # the next choice stands there at once
    assert taken == 1


@pytest.mark.parametrize(
    ("reactions", "ms"),
    [([1.3] * 5, 2000), ([0.9, 1.0, 1.1, 1.2, 1.3], 1700), ([0.1] * 5, 800), ([30.0] * 5, 10_000)],
)
def test_the_pace_is_the_mean_reaction_by_0_65_within_bounds(reactions, ms):
    """Simpson, Koester and LoPresti 2007; the bounds are those of the settings' pace."""
    assert interval_ms(reactions) == ms
