"""What became of sessions: done, shortened and why; tiredness before, during, after and next morning."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from companion.domain.day import day_of
from companion.domain.entries import Rated, SessionEnded
from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.services.companion import Companion

A_DAY = timedelta(days=1)
# "left": begun and never ended, as after a power cut
Became = Literal["finished", "stopped", "rested", "left"]


@frozen
class SessionPast:
    """One session, or a day of rest by choice, with `title` "" and no steps.

    `done` of `steps` exercises had a part done. `softened` is the share that was suggested of it, None for
    all; `skipped` how many parts were left out. Ratings are 0 to 10, None where nothing was answered;
    `during` is the highest. With `helper_view` they are a helper's view.
    """

    id: str
    at: datetime
    on: date
    by: str
    role: str
    became: Became
    title: str = ""
    programme: str = ""
    reason: str | None = None
    done: int = 0
    steps: int = 0
    skipped: int = 0
    softened: float | None = None
    minutes: float | None = None
    before: int | None = None
    during: int | None = None
    after: int | None = None
    later: int | None = None
    morning: int | None = None
    helper_view: bool = False

    @property
    def rested(self) -> bool:
        """Whether this is a rest by choice, and no session."""
        return self.became == "rested"

    @property
    def shortened(self) -> bool:
        """Whether less was done than the programme holds, or it was left open; of a rest never."""
        if self.rested:
            return False
        return self.became != "finished" or self.softened is not None or (0 < self.done < self.steps)


class SessionsPast:
    """Reads sessions that are over; thousands of steps are counted without being built."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def between(self, first: date, last: date) -> tuple[SessionPast, ...]:
        """The sessions begun on these days, and the rests by choice, oldest first."""
        diary, until = self._companion.diary, last + timedelta(days=2)
        ends = {one.session or one.id: one for one in diary.of(SessionEnded, since=first, until=until)}
        ratings = diary.of(Rated, since=first, until=until)
        mornings = self._mornings(ratings)
        steps: dict[str, list[tuple[int, str, str]]] = {}
        for of, part, outcome, at in diary.facts(
            "step", "session", "part", "outcome", "at", since=first, until=until
        ):
            steps.setdefault(of, []).append((part, outcome, at))
        of_session: dict[str | None, list[Rated]] = {}
        for rated in ratings:
            of_session.setdefault(rated.session, []).append(rated)
        found = [self._rest(one) for one in ends.values() if one.outcome == "rested" and one.session is None]
        names = (
            "id", "at", "by", "role", "title", "programme", "parts", "start_rating", "softened", "whole",
            "helper_view",
        )  # fmt: skip
        for values in diary.facts("session", *names, since=first, until=until):
            facts = dict(zip(names, values, strict=True))
            id = facts["id"]
            found.append(
                self._session(facts, ends.get(id), steps.get(id, []), of_session.get(id, []), mornings)
            )
        return tuple(sorted((one for one in found if first <= one.on <= last), key=lambda one: one.at))

    def _mornings(self, ratings: Iterable[Rated]) -> dict[date, int]:
        """The highest of the person's own ratings of each morning."""
        found: dict[date, int] = {}
        for one in ratings:
            if one.when == "morning" and not one.helper_view:
                on = self._companion.day_of(one)
                found[on] = max(one.rating, found.get(on, one.rating))
        return found

    def _rest(self, end: SessionEnded) -> SessionPast:
        on = self._companion.day_of(end)
        return SessionPast(end.id, end.at, on, end.by, end.role, "rested", reason=end.reason)

    def _session(
        self,
        facts: dict[str, Any],
        end: SessionEnded | None,
        steps: list[tuple[int, str, str]],
        ratings: list[Rated],
        mornings: dict[date, int],
    ) -> SessionPast:
        at = datetime.fromisoformat(facts["at"])
        on, parts = day_of(at, self._companion.settings.day_start), facts["parts"]
        done = {parts[n]["step"] for n, outcome, _ in steps if outcome == "done" and n < len(parts)}
        over = max(
            [*(datetime.fromisoformat(t) for _, _, t in steps), *([end.at] if end else [])], default=at
        )
        view = bool(facts["helper_view"])
        became: Became = "left" if end is None else "finished" if end.outcome == "finished" else "stopped"

        def said(when: str) -> list[int]:
            return [one.rating for one in ratings if one.when == when and one.helper_view == view]

        before, during, after, later = (said(when) for when in ("before", "during", "after", "later"))
        return SessionPast(
            id=facts["id"],
            at=at,
            on=on,
            by=facts["by"],
            role=facts["role"],
            became=became,
            title=facts["title"],
            programme=facts["programme"],
            reason=end.reason if end else None,
            done=len(done),
            steps=max((part["step"] for part in parts), default=0),
            skipped=sum(outcome == "skipped" for _, outcome, _ in steps),
            softened=None if facts["whole"] else facts["softened"],
            minutes=(over - at).total_seconds() / 60 if steps and over > at else None,
            before=facts["start_rating"] if facts["start_rating"] is not None else next(iter(before), None),
            during=max(during, default=None),
            after=after[-1] if after else None,
            later=max(later, default=None),
            morning=mornings.get(on + A_DAY),
            helper_view=view,
        )
