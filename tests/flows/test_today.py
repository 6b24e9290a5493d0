"""What Enter takes on the day, wherever it is pressed."""

from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

from companion.flows import meals, plan, sessions
from companion.flows.levels import Into, Talk
from companion.flows.menus import today
from companion.flows.today import Meals, taken
from companion.services.today import Next

MEAL: Any = SimpleNamespace(id="lassi_mango")
CHOICES: Any = SimpleNamespace(offered=(SimpleNamespace(programme=SimpleNamespace(id="energy_mini")),))
DISH: Any = SimpleNamespace(entry=SimpleNamespace(meal="lassi_mango", slot="supper"))
IDEA: Any = SimpleNamespace(candidate=SimpleNamespace(offer=SimpleNamespace(meal=MEAL)))


def told(way: Any) -> Any:
    """A conversation with its facts, or the room with its own."""
    return (way.func, way.keywords) if isinstance(way, partial) else way


@pytest.mark.parametrize(
    ("upcoming", "way"),
    [
        (Next("resume", "supper"), sessions.resume_session),
        (Next("session", "supper", CHOICES), (sessions.start_session, {"programme": "energy_mini"})),
        (Next("session", "supper"), sessions.start_session),
        (Next("gentle", "supper", CHOICES), sessions.start_session),
        (Next("level", "supper"), (plan.set_plan, {"key": "food-level"})),
        (Next("eat", "supper", planned=DISH), (meals.log_meal, {"meal": "lassi_mango", "slot": "supper"})),
        (Next("eat", "supper", idea=IDEA), Meals("supper", MEAL)),
        (Next("eat", "supper"), Meals()),
    ],
)
def test_each_thing_that_can_be_next_has_its_way(upcoming: Next, way: Any) -> None:
    assert told(taken(upcoming)) == way


def test_the_first_choice_of_the_day_is_the_same_way() -> None:
    assert today._take(Next("gentle", "supper", CHOICES)) == Talk(sessions.start_session)
    for upcoming, facts in (
        (Next("eat", "supper", idea=IDEA), {"meal": "lassi_mango", "slot": "supper"}),
        (Next("eat", "supper"), {}),
    ):
        way: Any = today._take(upcoming)
        assert isinstance(way, Into)
        assert told(way.menu)[1] == facts
