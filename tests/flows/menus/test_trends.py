"""Trends by digits: the topics, the sentences of the full screen, the list, other days, and none yet."""

import re
from datetime import timedelta

import pytest

from companion.flows.menus import today, trends
from companion.flows.steps import Read
from companion.wording import trends as told

TOPICS = ["Energy", "Protein", "Fluid", "Weight", "Tiredness", "Sessions", "Meals"]


@pytest.fixture
def lived(ruth, clock):
    """Ruth, after two weeks with something of everything."""
    for day in range(14):
        clock.go(days=1)
        ruth.meals.log("cod_white_sauce", minutes=20 + day, coughs=day % 2, slot="lunch")
        ruth.intake.drink(200 + day)
        ruth.weight.log(57 - day / 10)
        ruth.fatigue.log(3 + day % 2, when="morning")
    ruth.sessions.rest()
    return ruth


def test_they_are_two_choices_away_and_the_weight_stands_beside_them(lived, stand):
    walker = stand(lived, today.main).take("Day and more")
    assert walker.details["Trends"] == "weight 55.7 kg"
    walker.take("Trends")
    assert walker.labels[:7] == TOPICS
    assert walker.step.told == "Last 28 days."
    assert walker.details["Weight"] == "55.7 kg"


@pytest.mark.parametrize("name", told.TOPICS)
def test_a_topic_says_what_the_full_screen_says(lived, stand, name):
    walker = stand(lived, trends.menu).take(told.title(name))
    span = lived.trends.over(28)
    said, rows = told.said(span, name, "kg"), told.rows(span, name, "kg")
    reads = {option.label: option.value for option in walker.step.options if isinstance(option.value, Read)}
    lead, *more = (text for text in (walker.step.told, *(text for _, text in reads[told.IN_FULL].texts)))
    assert re.findall(r"\w+", " ".join((name, lead, *more)).lower()) == re.findall(
        r"\w+", " ".join(said).lower()
    )  # all of it, and nothing twice
    assert len(lead) <= 80  # the choices are still to be listened to
    listed = "\n".join(text for _, text in reads[told.LIST].texts)
    assert listed.split("\n") == rows != []


def test_a_rise_is_said_before_the_mean(companion, stand, clock):
    for day in range(40):
        companion.fatigue.log(3 if day < 30 else 7, when="morning")
        clock.go(days=1)
    walker = stand(companion, trends.menu).take("Tiredness")
    assert walker.step.told.startswith("Warning: more tired than usual. ")
    assert walker.step.told.endswith(" of 10 on average.")


def test_other_days_are_one_choice_away(lived, stand):
    walker = stand(lived, trends.menu).take("Energy", "7 days")
    assert walker.step.title == "Energy. Last 7 days"
    assert "over 6 days with entries" in walker.step.told
    walker.back().take("Everything")
    assert walker.step.title == "Energy. All 14 days"
    assert "over 13 days with entries" in walker.step.told


def test_pages_of_the_list_are_a_week_long(lived, stand):
    walker = stand(lived, trends.menu).take("Tiredness", told.LIST)
    assert [text.count("\n") for _, text in walker.step.texts] == [6, 6]


@pytest.mark.parametrize("name", told.TOPICS)
def test_where_nothing_is_known_the_way_to_begin_is_a_choice(companion, stand, name):
    walker = stand(companion, trends.menu).take(told.title(name))
    assert walker.step.told == told.coming(name)
    assert walker.labels[0] in ("Eat", "Drink", "Weight", "Tiredness", "Move")
    assert {told.LIST, told.IN_FULL, "7 days"}.isdisjoint(walker.labels)


def test_a_time_without_entries_says_so_and_keeps_what_is_known(lived, stand, clock):
    clock.go(days=40)
    walker = stand(lived, trends.menu).take("Weight")
    assert walker.step.told == "None in these 28 days. The newest is 55.7 kg on 28 April."
    assert told.IN_FULL in walker.labels


def test_every_way_leads_back(lived, explored):
    assert next(found.id for found in explored(lived, trends.menu)) == "trends"


def test_whoever_may_only_see_is_offered_it_without_the_ways_to_write(companion, stand):
    companion.caregivers.add("Maria", "viewer")
    companion.by, companion.gated = "Maria", True
    walker = stand(companion, trends.menu).take("Fluid")
    assert walker.labels == ["In full"]
    assert companion.trends.over(7).days == timedelta(days=7).days
