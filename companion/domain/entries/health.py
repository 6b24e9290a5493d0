"""Entries of how the person is: weight, fatigue, a reason for it, and what the care team was told."""

from typing import Literal

from pydantic import Field

from companion.domain.entries.entry import Entry

Cause = Literal["poor_night", "unwell", "busy_day"]
TalkAnswer = Literal["talked", "later", "no"]
Feeling = Literal["nothing", "weaker", "sore", "unwell", "no_answer"]
When = Literal["morning", "before", "during", "after", "later", "day"]


class Weighed(Entry):
    """Body weight in kilograms, the tare already taken off."""

    kind = "weight"
    needs = "log"
    kg: float = Field(gt=0)
    tare_kg: float | None = Field(default=None, ge=0)


class Rated(Entry):
    """A fatigue rating, 0 to 10. A helper's view stays out of the person's usual."""

    kind = "fatigue"
    needs = "log"
    rating: int = Field(ge=0, le=10)
    when: When
    helper_view: bool = False
    session: str | None = None


class Felt(Entry):
    """What was answered around a session beside the rating; `unwell` is a warning sign: do not start.

    `no_answer`: a rating was asked for and not given, which is unknown and never fine. A helper's view
    leaves the person's own question open.
    """

    kind = "felt"
    needs = "log"
    when: Literal["before", "later", "morning"]
    what: Feeling
    helper_view: bool = False
    session: str | None = None


class Explained(Entry):
    """A reason for a day's tiredness, a known one or in own words. It changes nothing in the watch."""

    kind = "explained"
    needs = "log"
    reason: str = Field(min_length=1)


class TeamTold(Entry):
    """Somebody of the care team was told: `about` is what, such as "swallowing", `whom` who."""

    kind = "told"
    needs = "log"
    about: str
    whom: str


class TubeTalk(Entry):
    """What was said to the offer of a talk about a feeding tube: had already, later, or not wanted."""

    kind = "tube_talk"
    home = "plan"
    needs = "log"
    answer: TalkAnswer
