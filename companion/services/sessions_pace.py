"""How a session is run: the person's settings, the limits, and what each kind of exercise needs."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from companion.domain.limits import SessionLimits
from companion.domain.sessions import Pace

if TYPE_CHECKING:
    from companion.domain.exercises import Exercise
    from companion.services.companion import Companion

TIRING = ("aerobic", "resistance")  # what ends first when somebody tires; see care.md, "during"


def pace_for(companion: "Companion", exercises: Iterable["Exercise"]) -> Pace:
    """The pace of a session with these exercises.

    Breath follows no clock; getting up and changing seats begins once everything is in place; aerobic work
    rests as long as it worked; bouts and bands are asked about one by one.
    """
    settings, limits = companion.settings, companion.limits(SessionLimits, "session")
    of: dict[str, set[str]] = {}
    modes = {}
    for exercise in exercises:
        of.setdefault(exercise.category, set()).add(exercise.id)
        modes[exercise.id] = exercise.modes
    aerobic = of.get("aerobic", set())
    return Pace(
        wait_for_go=settings.wait_for_go,
        manual=settings.movement == "done",
        between_s=limits.between_s,
        least_rest_s=limits.least_rest_s,
        longest_gap_s=limits.longest_gap_s,
        modes=modes,
        own_pace=of.get("breathing", set()),
        set_up=of.get("mobility", set()),
        asks_after=aerobic | of.get("resistance", set()),
        rest_shares=dict.fromkeys(aerobic, limits.aerobic_rest_share),
    )
