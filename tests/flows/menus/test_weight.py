"""Weight by digits: the newest one and its change, a new one, why, one by one, the unit."""

from datetime import timedelta

import pytest

from companion.domain.entries import TubeTalk, Weighed
from companion.flows.menus import weight
from companion.wording import weight as told


@pytest.fixture
def weighed(ruth):
    """Ruth, who weighed 60 kg before and was weighed twice."""
    ruth.people.set("reference-weight", "60")
    ruth.weight.log(59, at=ruth.clock() - timedelta(days=30))
    ruth.weight.log(58.8)
    return ruth


def test_it_tells_the_newest_and_its_change(weighed, stand):
    assert stand(weighed, weight.menu).step.told == "58.8 kg today. 1.2 kg less than the reference weight."


def test_a_notice_takes_the_place_of_the_change(weighed, stand):
    weighed.weight.log(56, confirmed=True)
    menu = stand(weighed, weight.menu).step
    assert menu.told == "56.0 kg today. Notice: weight below the reference."
    assert len(menu.told) <= 80


def test_without_a_weight_it_says_so_and_names_no_key(ruth, stand):
    walker = stand(ruth, weight.menu)
    assert walker.step.told == "No weight yet."
    walker.take("One by one")
    assert walker.step.texts == (("", "No weight yet."),)


def test_a_weight_is_what_the_flow_writes(weighed, stand):
    walker = stand(weighed, weight.menu).take("Write", 58.2)
    assert list(weighed.diary.of(Weighed))[-1].kg == 58.2
    assert walker.said[0].startswith("Saved: 58.2 kg.")


def test_the_chair_is_taken_off(weighed, stand):
    stand(weighed, weight.menu).take("With chair", 78.2, 20)
    newest = list(weighed.diary.of(Weighed))[-1]
    assert (round(newest.kg, 1), newest.tare_kg) == (58.2, 20)


def test_a_likely_slip_is_asked_about(weighed, stand):
    walker = stand(weighed, weight.menu).take("Write", 85)
    assert walker.step.id == "confirm"
    walker.take(False, 58.5)
    assert list(weighed.diary.of(Weighed))[-1].kg == 58.5


def test_the_list_and_why_are_those_of_the_room(weighed, stand):
    walker = stand(weighed, weight.menu).take("One by one")
    course = weighed.weight.course(told.DAYS)
    assert [text for _, text in walker.step.texts] == [told.summary(course, "kg"), *told.rows(course, "kg")]
    walker.back()
    walker.take("Why")
    assert walker.step.texts[0][0] == "What it says now"


def test_another_unit_holds_at_once(weighed, stand):
    walker = stand(weighed, weight.menu).take("Unit", "Pounds")
    assert weighed.settings.weight_unit == "lb"
    assert walker.step.told.startswith("129.6 lb today.")
    assert walker.details["Unit"] == "pounds"


def test_the_talk_about_a_feeding_tube(weighed, stand):
    walker = stand(weighed, weight.menu).take("Feeding tube talk")
    while walker.step.id != "answer":
        walker.take("on")
    walker.take("later")
    assert [entry.answer for entry in weighed.diary.of(TubeTalk)] == ["later"]


def test_undo_takes_the_weight_back(weighed, stand):
    stand(weighed, weight.menu).take("Undo")
    assert list(weighed.diary.of(Weighed))[-1].kg == 59


def test_every_way_leads_back(weighed, explored):
    assert [menu.id for menu in explored(weighed, weight.menu)] == ["weight"]
