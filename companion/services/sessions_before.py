"""Before a session: what was answered a moment ago and today, and what the start allows by it."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.entries import Entry, Feeling, Felt, FunctionNote, Rated
from companion.domain.frozen import frozen
from companion.domain.limits import SessionLimits

if TYPE_CHECKING:
    from companion.domain.fatigue import Offer
    from companion.domain.fatigue_watch import WatchState
    from companion.services.companion import Companion
    from companion.services.sessions_after import Answer


@frozen
class Before:
    """What was answered before a session: the rating, how somebody feels, and what was due beside it.

    `felt` is None where it was answered a moment ago. Nothing of it is written down yet. `helper_view` is
    whose it is, and whose the ratings of the session will be.
    """

    rating: int | None
    felt: Feeling | None
    after: "Answer | None" = None
    helper_view: bool = False


class SessionsBefore:
    """Knows what was said before a session, and judges the start."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def rating(self, *, helper_view: bool = False) -> int | None:
        """The start rating given a moment ago, one's own or a helper's view; None if it should be asked."""
        found, since = self._companion.diary.of(Rated, since=self._yesterday()), self._holds_since()
        recent = [one for one in found if one.when == "before" and one.at >= since]
        alike = [one.rating for one in recent if one.helper_view == helper_view]
        return alike[-1] if alike else None

    def felt(self) -> Feeling | None:
        """What was answered a moment ago to "anything different today"; None if it should be asked."""
        if self.unwell_today():
            return None
        found, since = self._companion.diary.of(Felt, since=self._yesterday()), self._holds_since()
        recent = [felt.what for felt in found if felt.when == "before" and felt.at >= since]
        return recent[-1] if recent else None

    def unwell_today(self) -> bool:
        """Whether a fall or a warning sign of today is the newest word on beginning a session (W0)."""
        today = self._companion.today_date()
        found = self._companion.diary.entries("felt", "function_note", since=today)
        warned, others = "", ""  # ids, as they tell what was written last
        for one in (entry for entry in found if self._companion.day_of(entry) == today):
            if _warns(one):
                warned = max(warned, one.id)
            elif isinstance(one, Felt) and one.when == "before" and one.what != "no_answer":
                others = max(others, one.id)
        return warned > others

    def allowed(
        self, rating: int | None = None, felt: Feeling | None = None, *, helper_view: bool = False
    ) -> "Offer":
        """What the start allows, by this rating or else today's newest, and by what was said today."""
        fatigue = self._companion.fatigue
        if rating is None and helper_view:
            rating = self.rating(helper_view=True)
        own = fatigue.own_today() if rating is None else None
        return fatigue.before(
            own.rating if own else rating,
            own.when if own else "before",
            weaker=felt == "weaker" or self._weaker_today(),
            unwell=felt == "unwell" if felt else self.unwell_today(),
            helper_view=helper_view and own is None,
        )

    def keep(self, before: Before) -> "WatchState | None":
        """Write down what was answered before a session, and what was due, in one go.

        Gives the fatigue watch, where that made its level higher.
        """
        self._companion.actor.require("log")
        sign, view = self._companion.sign, before.helper_view
        due = before.after
        entries: list[Entry] = self._companion.sessions_after.entries(due) if due is not None else []
        if before.rating is not None:
            self._companion.within("rating", before.rating)
            entries.append(sign(Rated, rating=before.rating, when="before", helper_view=view))
        if before.felt is not None:
            entries.append(sign(Felt, when="before", what=before.felt, helper_view=view))
        watched = self._companion.fatigue.state().watch
        self._companion.write(*entries)
        now = self._companion.fatigue.state().watch
        return now if now.graver_than(watched) else None

    def _weaker_today(self) -> bool:
        today = self._companion.today_date()
        found = self._companion.diary.of(Felt, since=today)
        return any(felt.what == "weaker" and self._companion.day_of(felt) == today for felt in found)

    def _holds_since(self) -> datetime:
        minutes = self._companion.limits(SessionLimits, "session").rating_holds_minutes
        return self._companion.clock() - timedelta(minutes=minutes)

    def _yesterday(self) -> date:
        return self._companion.today_date() - timedelta(days=1)


def _warns(entry: Entry) -> bool:
    """Whether it is a fall, or a warning sign that was answered before a session."""
    if isinstance(entry, FunctionNote):
        return entry.about == "fall"
    return isinstance(entry, Felt) and entry.what == "unwell"
