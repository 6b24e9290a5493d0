"""The entry of what was said to the offer of a talk about a feeding tube."""

from typing import Literal

from companion.domain.entries.entry import Entry

TalkAnswer = Literal["talked", "later", "no"]


class TubeTalk(Entry):
    """What was said to the offer of a talk about a feeding tube: had already, later, or not wanted."""

    kind = "tube_talk"
    home = "plan"
    needs = "log"
    answer: TalkAnswer
