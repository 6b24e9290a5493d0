"""The pictures of Trends: the mark of each meal its own, and every mark that is drawn named."""

from datetime import date, timedelta

import pytest

from companion.services.companion import Companion
from companion.tui.screens import trends_pictures as pictures
from companion.tui.widgets.course import Picture, Point

LAST = date(2026, 4, 14)
SIGNS = (pictures.OWN, pictures.VIEW, pictures.RISEN)


def test_only_the_meals_with_a_cough_have_the_mark_of_coughing(ruth: Companion) -> None:
    meal = ruth.meals.allowed()[0].meal.id
    for minutes, coughs in ((20, 0), (30, 2), (25, None)):
        ruth.meals.log(meal, 1.0, minutes=minutes, coughs=coughs)
    drawn = pictures.meals(ruth.trends.over(7))
    assert drawn is not None
    marks = [(point.value, point.mark) for point in drawn.points]
    assert marks == [(20, pictures.OWN), (25, pictures.OWN), (30, pictures.RISEN)]


@pytest.mark.parametrize("room", [34, 72])
def test_every_mark_is_named_in_little_room_but_the_plainest(room: int) -> None:
    points = tuple(Point(LAST - timedelta(days=n), 3, sign) for n, sign in enumerate(SIGNS))
    told = pictures.legend("tiredness", Picture(LAST, LAST, 0, 10, points, band=(2, 4)), room)
    assert told.cell_length <= room
    assert "usual" in told.plain
    assert [sign for sign in SIGNS if sign not in told.plain] == ([pictures.OWN] if room == 34 else [])
