"""Mornings that were rated, and what stands beside their picture: shared by the tests of that room."""

from datetime import timedelta
from typing import Any

from companion.services.companion import Companion
from companion.tui.widgets.course import Course
from companion.tui.widgets.paragraphs import Paragraphs

SIZES = [(80, 24), (40, 24), (120, 36)]
PARTS = "Course, Told, Chips, Paragraphs, #question"
RISE = "3433423343332433432332432433432432343334334435665665"  # the last morning is yesterday's


def rated(companion: Companion, ratings: str, **facts: Any) -> Companion:
    """A rating a morning up to yesterday; a dot is a morning without one."""
    for back, rating in enumerate(reversed(ratings), 1):
        if rating != ".":
            at = companion.clock() - timedelta(days=back, hours=8)
            companion.fatigue.log(int(rating), when="morning", at=at, **facts)
    return companion


def beside(app: Any) -> str:
    """The words beside the picture."""
    return " ".join(app.screen.query_one(Paragraphs).render().plain.split())


def marks(app: Any) -> list[str]:
    """The marks of the picture, oldest day first."""
    return [point.mark for point in app.screen.query_one(Course).picture.points]
