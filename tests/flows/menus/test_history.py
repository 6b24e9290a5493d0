"""What was written down, by digits: by day, each entry taken back, brought back, corrected, looked at."""

from datetime import timedelta

import pytest

from companion.domain.entries import Rated, Weighed
from companion.flows.menus import history
from companion.wording import history_rows


@pytest.fixture
def lived(ruth):
    """Ruth, with entries of today and of ten days ago."""
    ruth.intake.quick("Old stew", kcal=300, at=ruth.clock() - timedelta(days=10))
    ruth.weight.log(56.8)
    ruth.fatigue.log(4)
    return ruth


def test_the_days_come_newest_first_with_how_much_was_written(lived, stand):
    menu = stand(lived, history.menu).step
    assert (menu.title, menu.told) == ("History", "The last 7 days.")
    assert next((o.label, o.detail) for o in menu.options) == ("Today, Tuesday 14 April", "6 entries")


def test_a_day_has_its_entries_newest_first(lived, stand):
    walker = stand(lived, history.menu).take("Today, Tuesday 14 April")
    assert walker.labels[:2] == ["Tiredness 4 of 10, during the day", "Weight 56.8 kg"]
    assert walker.details["Weight 56.8 kg"] == "16:15, Ruth"


def test_an_entry_is_taken_back_and_brought_back(lived, stand):
    walker = stand(lived, history.menu).take("Today, Tuesday 14 April", "Weight 56.8 kg", "Take back")
    assert list(lived.diary.of(Weighed)) == []
    assert (walker.step.title, walker.step.told) == ("Weight 56.8 kg", "Taken back.")
    assert walker.labels == ["Bring back", "Details"]
    walker.take("Bring back")
    assert [entry.kg for entry in lived.diary.of(Weighed)] == [56.8]
    assert walker.labels == ["Take back", "Correct", "Details"]


def test_an_entry_is_corrected(lived, stand):
    walker = stand(lived, history.menu).take("Today, Tuesday 14 April", "Tiredness 4 of 10, during the day")
    walker.take("Correct", "How tired", 6)
    assert [entry.rating for entry in lived.diary.of(Rated)] == [6]
    assert walker.step.title == "Tiredness 6 of 10, during the day"


def test_what_cannot_be_corrected_does_not_offer_it(lived, stand):
    walker = stand(lived, history.menu).take("Today, Tuesday 14 April", "Name Ruth")
    assert walker.labels == ["Take back", "Details"]


def test_the_details_are_those_of_the_room(lived, stand):
    walker = stand(lived, history.menu).take("Today, Tuesday 14 April", "Weight 56.8 kg", "Details")
    assert walker.step.title == history_rows.ENTRY
    assert walker.step.texts[-1][0] == "In the diary"


def test_earlier_days_go_on_where_the_first_ones_end(lived, stand):
    walker = stand(lived, history.menu).take("Earlier days")
    assert walker.step.told == "7 to 29 days ago."
    assert walker.labels == ["Saturday 4 April", "Earlier days", "Undo"]
    walker.take("Saturday 4 April", "Old stew, 300 kcal")
    assert walker.step.id == "history_entry"
    walker.back().back().take("Earlier days")
    assert walker.labels == ["Undo"]
    assert walker.step.told == "Nothing was written down in these days."


def test_the_steps_of_a_session_are_behind_one_more_choice(lived, stand):
    lived.sessions.log("hands_wrists", 2)
    walker = stand(lived, history.menu).take("Today, Tuesday 14 April")
    rows = len(walker.step.options)
    assert walker.labels[-1] == "Every step"
    walker.take("Every step")
    assert walker.step.id == "history_steps"
    assert len(walker.step.options) > rows
    assert walker.back().step.id == "history_day"


def test_without_a_session_there_are_no_steps_to_show(lived, stand):
    assert "Every step" not in stand(lived, history.menu).take("Today, Tuesday 14 April").labels


def test_undo_takes_back_the_newest(lived, stand):
    stand(lived, history.menu).take("Undo")
    assert not list(lived.diary.of(Rated))


def test_whoever_may_not_correct_it_is_not_offered_that(lived, stand):
    ways = ("Today, Tuesday 14 April", "Weight 56.8 kg")
    assert {"Take back", "Correct"} <= set(stand(lived, history.menu).take(*ways).labels)
    lived.by = "Maria"
    assert stand(lived, history.menu).take(*ways).labels == ["Details"]


def test_every_way_leads_back(lived, explored):
    menus = explored(lived, history.menu)
    assert all(menu.options for menu in menus)
    assert {menu.id for menu in menus} >= {"history", "history_day", "history_entry", "history_earlier"}
