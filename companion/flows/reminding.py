"""When to tell somebody beside the screen that something has become due, or that somebody wrote something."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.reminders import Knocks
from companion.errors import CompanionError
from companion.wording.reminders import DUE, NEWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.services.companion import Companion

LOOK_EVERY = timedelta(minutes=1)


class Reminding:
    """Looks at most once a minute, and only where the settings ask for it. A face says how it can `knock`."""

    def __init__(self, companion: "Companion", knock: "Callable[[str], None]" = lambda _: None) -> None:
        self.knock = knock
        self._companion, self._knocks = companion, Knocks()
        self._looked: datetime | None = None
        self.look()  # what is due already stands there

    def look(self, *, news: bool = False) -> None:
        """Knock where it is time to; `news` is whether somebody else wrote something just now."""
        companion = self._companion
        if companion.settings.notify == "off":
            return
        now = companion.clock()
        if not news and self._looked is not None and timedelta() <= now - self._looked < LOOK_EVERY:
            return
        self._looked = now
        try:
            things = companion.reminders.due_now()
        except CompanionError:  # whatever is wrong is said by who shows the day
            things = []
        if news:
            things.append(f"news {now}")
        if self._knocks.due(things, now):
            self.knock(NEWS if news else DUE)
