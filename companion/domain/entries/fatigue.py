"""Entries of tiredness: a rating, what was felt around a session, a reason."""

from typing import Literal

from pydantic import Field

from companion.domain.entries.entry import Entry

Cause = Literal["poor_night", "unwell", "busy_day"]
Feeling = Literal["nothing", "weaker", "sore", "unwell", "no_answer"]
When = Literal["morning", "before", "during", "after", "later", "day"]


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
