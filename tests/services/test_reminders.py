"""What is planned, what is due of it today, and what has become due by now."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stepped import SteppedClock

from companion.config.settings import Settings
from companion.domain.sessions import Phase
from companion.services.companion import Companion
from companion.services.sessions_before import Before
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf
from companion.wording import remarks
from companion.wording.reminders import told


def plans(companion: Companion, programme: str = "hands_wrists") -> None:
    companion.plan.set("programme", programme, decided_by="P. Lind", confirmed=True)


def due(companion: Companion) -> list[str]:
    return [remark.code for remark in companion.today.view().due]


@pytest.fixture(autouse=True)
def morning(clock):
    """Half past nine on Tuesday 14 April 2026."""
    clock.go(hours=-6, minutes=-45)


def test_without_a_programme_no_session_is_planned_and_it_says_so(ruth):
    planned = ruth.reminders.planned()
    assert planned.sessions is None
    assert told(planned)[0] == "No programme is in the plan yet, so no sessions are in it."
    assert "session_planned" not in due(ruth)


def test_a_programme_for_every_day_is_planned_from_today_at_the_time_of_the_settings(ruth):
    plans(ruth)
    ruth.preferences.set("session-time", "9.45")
    sessions = ruth.reminders.planned().sessions
    assert sessions is not None
    assert (sessions.weekdays, sessions.minutes) == (tuple(range(7)), 7)
    assert sessions.starts == datetime.fromisoformat("2026-04-14T09:45")
    assert told(ruth.reminders.planned())[0] == "Sessions every day at 09:45, about 7 minutes."


def test_a_band_that_is_allowed_makes_it_three_days_a_week(ruth):
    """The programme itself says so: three days a week, never two days running."""
    plans(ruth, "early_mobility_band")
    before = ruth.reminders.planned().sessions
    ruth.plan.clear("resistance", decided_by="P. Lind")
    after = ruth.reminders.planned().sessions
    assert (len(before.weekdays), after.weekdays) == (7, (0, 2, 4))
    assert after.first == date(2026, 4, 15)
    assert "session_planned" not in due(ruth)  # today is Tuesday
    assert told(ruth.reminders.planned())[0] == (
        "Sessions on Monday, Wednesday and Friday at 10:00, about 14 minutes."
    )


def test_a_programme_of_which_nothing_is_allowed_has_no_sessions(ruth, monkeypatch):
    plans(ruth)
    monkeypatch.setattr(ruth.sessions, "cleared", lambda _: False)
    assert ruth.reminders.planned().why == "not_allowed"
    assert told(ruth.reminders.planned())[0].startswith("A therapist has allowed none")


def test_a_programme_that_is_no_more_has_no_sessions(ruth, monkeypatch):
    plans(ruth)
    monkeypatch.setattr(ruth.programmes, "all", dict)
    assert ruth.reminders.planned().why == "no_programme"


def test_weighing_keeps_the_weekday_and_the_time_of_the_last_one(ruth, clock):
    ruth.weight.log(56.8, at=clock() - timedelta(days=8, hours=1, minutes=52))
    weighing = ruth.reminders.planned().weighing
    assert (weighing.every, weighing.starts) == (14, datetime.fromisoformat("2026-04-20T07:30"))


def test_what_is_planned_is_still_to_come_and_never_at_night(ruth, clock):
    """A weight at 01:06, while the day before still goes on, asks for none at one in the morning."""
    plans(ruth)
    clock.go(hours=15, minutes=36)
    planned = ruth.reminders.planned()
    assert planned.sessions.starts == planned.weighing.starts == datetime.fromisoformat("2026-04-15T10:00")
    ruth.weight.log(56.8)
    assert ruth.reminders.planned().weighing.starts == datetime.fromisoformat("2026-04-28T10:00")


def test_what_is_after_midnight_is_planned_for_the_night_of_its_day(ruth):
    plans(ruth)
    ruth.settings = Settings(session_time="01:30")
    sessions = ruth.reminders.planned().sessions
    assert (sessions.first, sessions.starts) == (
        date(2026, 4, 14),
        datetime.fromisoformat("2026-04-15T01:30"),
    )


def test_a_planned_session_is_due_today_until_something_was_done_or_rested(ruth):
    plans(ruth)
    assert due(ruth)[0] == "session_planned"
    ruth.sessions.rest()
    assert "session_planned" not in due(ruth)


def test_it_is_said_calmly_and_never_that_it_is_late(ruth, clock):
    plans(ruth)
    said = [remarks.sentence(remark) for remark in ruth.today.view().due if remark.code == "session_planned"]
    clock.go(hours=8)
    later = [remarks.sentence(remark) for remark in ruth.today.view().due if remark.code == "session_planned"]
    assert said == later == ["A session is planned for today."]


def test_one_that_was_begun_is_told_as_such_alone(ruth):
    plans(ruth)
    ruth.sessions.start("hands_wrists")
    assert [code for code in due(ruth) if code.startswith("session")] == ["session_broken_off"]


def test_in_the_evening_nothing_is_asked_for_any_more(ruth, clock):
    plans(ruth)
    clock.go(hours=11)
    assert "session_planned" not in due(ruth)


@pytest.mark.parametrize("programme", ["morning_full_body", "energy_mini"])
@pytest.mark.parametrize("rating", [7, 9])
def test_on_a_tired_day_nothing_is_asked_for(ruth, rating, programme):
    plans(ruth, programme)
    assert due(ruth)[0] == "session_planned"
    ruth.fatigue.log(rating)
    assert "session_planned" not in due(ruth)


def test_it_becomes_due_at_its_time_and_weighing_at_its_own(ruth, clock):
    plans(ruth)
    ruth.weight.log(56.8, at=clock() - timedelta(days=14) + timedelta(hours=1))
    at = [(30 * n, ruth.reminders.due_now()) for n in range(4) if clock.go(minutes=30 if n else 0)]
    kinds = [(minutes, [thing.split()[0] for thing in things]) for minutes, things in at]
    assert kinds == [(0, []), (30, ["session"]), (60, ["session", "weight"]), (90, ["session", "weight"])]


def test_the_question_after_a_session_becomes_due_once_for_each_of_its_times(ruth, clock):
    ruth.fatigue.log(3, when="before")
    running = ruth.sessions.start("energy_mini")
    while not running.ended:
        running.answered() if running.view().phase is Phase.ASK else running.go_on()
    things = []
    for _ in range(13):
        clock.go(minutes=10)
        things += [thing for thing in ruth.reminders.due_now() if thing.startswith("after")]
    limits = ruth.sessions_after.limits
    marks = (limits.first_minutes, limits.second_minutes, limits.third_minutes)
    assert [thing.split()[2] for thing in dict.fromkeys(things)] == [str(mark) for mark in marks]


def test_who_may_only_look_is_reminded_of_nothing(ruth, clock, library):
    ruth.caregivers.add("Vera", "viewer")
    vera = Companion(
        diary=Diary(ruth.diary.shelf, clock), content=library, settings=Settings(), clock=clock,
        by="Vera", gated=True,
    )  # fmt: skip
    clock.go(hours=2)
    assert ruth.reminders.due_now()
    assert vera.reminders.due_now() == []
    assert vera.reminders.planned().person == "Ruth"


def the_long_way(companion: Companion) -> bool:
    """Whether a session is planned, by all the choices of the day as somebody is shown them."""
    sessions = companion.reminders.planned().sessions
    if sessions is None or companion.sessions.unfinished() or companion.today.moved():
        return False
    choices = companion.sessions.choices(only=sessions.programme)
    offered = not choices.tired and choices.choice(sessions.programme.id) is not None
    return offered and companion.today_date().weekday() in sessions.weekdays


AGAINST = ("stage", "pain", "rating", "feeling", "settling", "clearance")


@settings(max_examples=25)
@given(st.booleans(), st.sets(st.sampled_from(AGAINST), max_size=2), st.data())
def test_what_is_planned_today_is_what_the_choices_of_the_day_offer(library, bands, against, data):
    """Up to two things that may speak against a programme, which may be of bands alone."""
    clock = SteppedClock(datetime.fromisoformat("2026-04-14T09:30+02:00"))
    companion = Companion(
        diary=Diary(MemoryShelf(), clock), content=library, settings=Settings(), clock=clock
    )
    by = {"decided_by": "P. Lind", "confirmed": True}
    programme = data.draw(st.sampled_from(list(library.programmes.values())))
    if bands:
        banded = library.programmes["early_mobility_band"]
        items = [i for i in banded.items if library.exercises[i.exercise].category == "resistance"]
        programme = banded.model_copy(update={"id": "bands", "name": "Bands", "items": tuple(items)})
        companion.programmes.save(programme, **by)
    companion.plan.set("programme", programme.id, **by)
    for what in () if "clearance" in against else ("resistance", "aerobic"):
        companion.plan.clear(what, decided_by="P. Lind")
    if "stage" in against:
        companion.plan.set("stage", data.draw(st.sampled_from("12345678")), **by)
    if "settling" in against:
        companion.fatigue.log(3, when="before")
        running = companion.sessions.start("hands_wrists")
        while not running.ended:
            running.answered() if running.view().phase is Phase.ASK else running.go_on()
        clock.go(minutes=125)
        companion.fatigue.log(data.draw(st.sampled_from([4, 6])), when="later")
    clock.now = datetime.fromisoformat("2026-04-15T09:30+02:00")
    if "pain" in against:
        named = {item.exercise for item in programme.items}
        for exercise in sorted(named) if data.draw(st.booleans()) else [min(named)]:
            companion.sessions_notes.note("pain", exercise, pain="sharp")
    rating = data.draw(st.sampled_from([3, 8])) if "rating" in against else None
    felt = data.draw(st.sampled_from(["weaker", "sore", "unwell"])) if "feeling" in against else None
    companion.sessions_before.keep(Before(rating, felt))
    assert companion.reminders.session_planned() == the_long_way(companion)
