"""Before a session, through the services: whose rating begins it, what holds it back, what it leaves out."""

import pytest

from companion.domain.entries import Felt
from companion.domain.sessions import Phase
from companion.services.sessions_before import Before

LOAD = {"aerobic", "resistance"}


def kinds(companion, parts):
    return {companion.content.exercises[part.exercise].category for part in parts}


@pytest.fixture
def loaded(companion, monkeypatch):
    """A gentle programme of one's own with bands and aerobic work in it, both allowed by a therapist."""
    for kind in LOAD:
        companion.plan.clear(kind, decided_by="P. Ray")
    programmes = companion.content.programmes
    items = (
        *programmes["energy_mini"].items,
        *(i for i in programmes["easy_intervals"].items if i.exercise == "ae_pedal"),
        *(i for i in programmes["early_mobility_band"].items if i.exercise == "re_row"),
    )
    own = programmes["energy_mini"].model_copy(update={"id": "own", "name": "Own", "items": items})
    monkeypatch.setattr(companion.programmes, "all", lambda: {"own": own})
    monkeypatch.setattr(companion.programmes, "find", lambda _: own)
    return companion


@pytest.mark.parametrize(("rating", "felt"), [(9, "nothing"), (3, "weaker")])
def test_a_gentle_programme_has_neither_bands_nor_aerobic_work_on_a_tired_day(loaded, rating, felt):
    own = loaded.sessions.choices(rating, felt=felt).choice("own")
    loaded.sessions_before.keep(Before(rating, felt))
    running = loaded.sessions.start("own")
    assert not kinds(loaded, running.started.parts) & LOAD
    assert running.view().time_left_s / 60 == pytest.approx(own.minutes)
    assert own.whole_minutes is None


def test_the_same_programme_has_them_on_a_good_day(loaded):
    loaded.sessions_before.keep(Before(3, "nothing"))
    assert kinds(loaded, loaded.sessions.start("own").started.parts) >= LOAD


def test_nor_has_it_while_a_softer_day_allows_none_and_the_person_may_still_choose_all_of_it(loaded, clock):
    loaded.sessions_before.keep(Before(3, "nothing"))
    running = loaded.sessions.start("energy_mini")
    while not running.ended:
        running.answered() if running.view().phase is Phase.ASK else running.go_on()
    clock.now = (clock.now + clock.now.resolution).replace(day=15, hour=8)
    loaded.keep(loaded.sign(Felt, when="morning", what="weaker"))
    clock.go(days=3)  # bands may come again
    loaded.sessions_before.keep(Before(3, "nothing"))
    choice = loaded.sessions.choices(3).choice("own")
    assert choice.minutes < choice.whole_minutes
    assert not kinds(loaded, loaded.sessions.start("own").started.parts) & LOAD
    assert kinds(loaded, loaded.sessions.start("own", whole=True).started.parts) >= LOAD


def test_whatever_begins_on_a_tired_day_has_no_aerobic_work(companion):
    companion.plan.clear("aerobic", decided_by="P. Ray")
    companion.sessions_before.keep(Before(9, "nothing"))
    assert "aerobic" not in kinds(companion, companion.sessions.start("easy_intervals").started.parts)


# Whose rating


def test_a_helpers_view_is_no_start_rating_of_the_persons(companion):
    companion.fatigue.log(6, when="before", helper_view=True)
    assert companion.sessions_before.rating() is None
    assert companion.sessions.start("energy_mini").started.start_rating is None


def test_what_a_helper_sees_is_compared_with_what_a_helper_saw_and_stays_out_of_the_usual(companion, clock):
    for _ in range(6):
        companion.sessions_before.keep(Before(6, "nothing", helper_view=True))
        running = companion.sessions.start("energy_mini", helper_view=True)
        assert running.offer(8).rule == "W4"
        assert (running.started.start_rating, running.rate(7).rule) == (6, "W2")
        running.rate(7, "after")
        running.stop()
        clock.go(days=1)
    assert {rated.helper_view for rated in companion.diary.entries("fatigue")} == {True}
    assert companion.fatigue.usual("before") is None


def test_a_helpers_view_from_seven_on_offers_the_gentle_ones_and_is_not_held_against_ones_own_usual(
    companion, clock
):
    for _ in range(6):
        companion.fatigue.log(3, when="before")
        clock.go(days=1)
    assert companion.sessions.choices(7, helper_view=True).offer.code == "gentle"
    assert companion.sessions.choices(5, helper_view=True).offer.code == "go_on"
    assert companion.sessions.choices(5).offer.code == "gentle"


# A fall or a warning sign of today


def fall(companion):
    companion.sessions_notes.note("fall")


def unwell(companion):
    companion.sessions_before.keep(Before(3, "unwell"))


@pytest.mark.parametrize("happens", [fall, unwell])
def test_after_a_fall_or_a_warning_sign_nothing_begins_until_the_person_says_otherwise(ruth, clock, happens):
    clock.now = clock.now.replace(hour=9)
    happens(ruth)
    choices = ruth.sessions.choices(3)
    assert (choices.offer.code, choices.offered) == ("do_not_start", ())
    assert ruth.today.next().choices is None
    assert ruth.sessions_before.felt() is None  # it is asked again, whenever
    assert ruth.sessions.choices(3, felt="nothing").offered
    ruth.sessions_before.keep(Before(3, "nothing"))
    assert ruth.sessions.choices().offered
    assert ruth.today.next().choices is not None
    fall(ruth)
    assert ruth.today.next().choices is None


def test_a_fall_written_down_later_with_an_earlier_time_holds_as_well(companion, clock):
    early = clock()
    clock.go(hours=2)
    companion.sessions_before.keep(Before(3, "nothing"))
    companion.sessions_notes.note("fall", at=early)
    assert companion.sessions_before.unwell_today()


def test_yesterdays_fall_is_not_todays(companion, clock):
    fall(companion)
    clock.go(days=1)
    assert not companion.sessions_before.unwell_today()
