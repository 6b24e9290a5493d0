"""What is asked after a session and the morning after it, and how the next session is softened by it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

from companion.domain import fatigue_after as rules
from companion.domain.day import day_of
from companion.domain.entries import Entry, Feeling, Felt, Part, Rated
from companion.domain.fatigue import Offer, later, next_morning, tell_therapist, usual_of
from companion.domain.fatigue_after import DAY, Morning, PastSession, Softer
from companion.domain.frozen import frozen
from companion.domain.limits import AfterLimits, SessionLimits
from companion.services.sessions_done import done_in

if TYPE_CHECKING:
    from companion.domain.fatigue_watch import WatchState
    from companion.services.companion import Companion

BACK = timedelta(days=91)  # how far back a hard session or morning still counts, while no good ones came


@frozen
class Question:
    """What is asked now: how tired, `minutes` after the end of a session or on the morning.

    `session` is None on a morning without a session the day before, which may still lift what holds.
    """

    when: Literal["later", "morning"]
    minutes: int = 0
    session: PastSession | None = None


@frozen
class Answer:
    """An answer to it, not written down yet. `felt` is asked on the morning after a session."""

    question: Question
    rating: int | None
    felt: Feeling | None = None
    helper_view: bool = False


@frozen
class Answered:
    """What an answer led to: its entries, the offer, what holds now, and the days to tell a therapist.

    `rose` is the fatigue watch, where this rating made its level higher.
    """

    question: Question
    entries: tuple[Entry, ...]
    offer: Offer
    softer: Softer | None
    tell: tuple[date, ...]
    rose: "WatchState | None" = None


@frozen
class _Record:
    """What the rules look at, read in one go."""

    sessions: list[PastSession]
    mornings: dict[date, Morning]
    usual: Callable[[date], float | None]
    asked: set[date]  # the mornings that were answered; a helper's view leaves the question open


class SessionsAfter:
    """Asks, judges and remembers what comes after a session; shortens the next one."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    @property
    def limits(self) -> AfterLimits:
        """The limits in force."""
        return self._companion.limits(AfterLimits, "after")

    def due(self) -> Question | None:
        """What is to be asked now: the last session's mark, on its day; else the morning after."""
        return self._due(self._record())

    def due_and_tell(self) -> tuple[Question | None, tuple[date, ...]]:
        """What is to be asked now, and the days to tell the therapist about, read in one go."""
        record = self._record()
        return self._due(record), self._tell(record)

    def _due(self, record: _Record) -> Question | None:
        today = self._companion.today_date()
        last = record.sessions[-1] if record.sessions else None
        if last is not None and last.on == today:
            minutes = rules.due(last, self._companion.clock(), self.limits)
            return Question("later", minutes, last) if minutes else None
        if today in record.asked:
            return None
        if last is not None and last.on == today - DAY:
            return Question("morning", session=last)
        return Question("morning") if self._holding(record) else None

    def in_force(self, answer: Answer | None = None) -> Softer | None:
        """How the next session is softened now, once this answer counts; None where it is whole."""
        return self._holding(self._record(answer))

    def offer(self, answer: Answer) -> Offer:
        """What an answer leads to, in numbers."""
        return self._offer(answer, self._record(answer))

    def tell(self, answer: Answer | None = None) -> tuple[date, ...]:
        """The days to tell the therapist about, where the newest of them is today; else nothing (W11)."""
        return self._tell(self._record(answer))

    def log(self, answer: Answer) -> Answered:
        """Write an answer down. What was asked for and not answered is kept as unknown."""
        self._companion.actor.require("log")
        record, before = self._record(answer), self._companion.fatigue.state().watch
        kept = self._companion.write(*self.entries(answer))
        now = self._companion.fatigue.state().watch
        return Answered(
            answer.question, kept, self._offer(answer, record), self._holding(record), self._tell(record),
            rose=now if now.graver_than(before) else None,
        )  # fmt: skip

    def answered(self, question: Question, entry: Rated) -> Answered:
        """What a rating led to that was written down as the answer to a question."""
        record = self._record()
        offer = self._offer(Answer(question, entry.rating, helper_view=entry.helper_view), record)
        return Answered(question, (entry,), offer, self._holding(record), self._tell(record))

    def log_felt(self, felt: Feeling, rated: Rated) -> Felt:
        """Write down how somebody feels this morning beside a rating; one undo takes both back."""
        self._companion.actor.require("log")
        signed = self._companion.sign(
            Felt,
            when="morning",
            what=felt,
            session=rated.session,
            helper_view=rated.helper_view,
            act=rated.id,
        )
        return self._companion.keep(signed)

    # The session itself

    def softened(
        self, parts: tuple[Part, ...], most: float, length: Callable[[tuple[Part, ...]], float]
    ) -> tuple[Part, ...]:
        """As many of the parts as take `most` as `length` measures them, and then with longer rests."""
        return rules.longer_rests(rules.shortened(parts, most, length), self.limits.rest_factor)

    # Reading

    def _holding(self, record: _Record) -> Softer | None:
        today = self._companion.today_date()
        return rules.softer(record.sessions, record.mornings, record.usual, today, self.limits, self._high())

    def _tell(self, record: _Record) -> tuple[date, ...]:
        today, limits = self._companion.today_date(), self.limits
        found = rules.slow_to_settle(record.sessions, record.mornings, record.usual, limits, self._high())
        if not found or found[-1][0] != today or not tell_therapist(found, today, limits):
            return ()
        return tuple(on for on, _ in found if today - on < timedelta(days=limits.tell_days))

    def _high(self) -> int:
        """The rating from which a morning is a hard one while no usual is known: that before a session."""
        return self._companion.limits(SessionLimits, "session").before_rating

    def _offer(self, answer: Answer, record: _Record) -> Offer:
        question, limits, past = answer.question, self.limits, answer.question.session
        of_session = question.when == "later" and past is not None and past.helper_view
        rating = answer.rating if answer.helper_view == of_session else None
        if question.when == "later" and past is not None:
            return later(past.start, rating, past.minutes(self._companion.clock()), limits)
        usual = record.usual(self._companion.today_date())
        weaker, sore = answer.felt == "weaker", answer.felt == "sore"
        offer = next_morning(rating, usual, limits, self._high(), weaker=weaker, sore=sore)
        return (
            offer if question.session is not None else replace(offer, rule=None)
        )  # no session was before it

    def entries(self, answer: Answer) -> list[Entry]:
        """What an answer is written down as."""
        question, sign = answer.question, self._companion.sign
        session = question.session.id if question.session is not None else None
        entries: list[Entry] = []
        if answer.rating is not None:
            self._companion.within("rating", answer.rating)
            rated = sign(
                Rated, session=session, rating=answer.rating, when=question.when,
                helper_view=answer.helper_view,
            )  # fmt: skip
            entries.append(rated)
        felt = answer.felt or ("no_answer" if answer.rating is None else None)
        if felt is not None:
            entries.append(
                sign(
                    Felt, when=question.when, what=felt, session=session, helper_view=answer.helper_view
                )
            )  # fmt: skip
        return entries

    def _record(self, answer: Answer | None = None) -> _Record:
        if answer is not None:
            return self._recorded(answer)
        return self._companion.diary.found("after a session", self._recorded)

    def _recorded(self, answer: Answer | None = None) -> _Record:
        """The mornings and the sessions that are over, with an answer that is not written down yet.

        Nothing holds before the first answer or hard morning: sessions from long before are not read.
        """
        companion, back = self._companion, self._companion.today_date() - BACK
        pending = self.entries(answer) if answer is not None else []
        ratings = [*companion.diary.of(Rated, since=back), *(e for e in pending if isinstance(e, Rated))]
        felt = [*companion.diary.of(Felt, since=back), *(e for e in pending if isinstance(e, Felt))]
        own = [r for r in ratings if not r.helper_view]
        limits = companion.limits(SessionLimits, "session")
        woken = sorted((r for r in own if r.when == "morning"), key=lambda rated: rated.at)
        first = {companion.day_of(r): r.at for r in reversed(woken)}

        usual_then = usual_of(woken, "morning", limits)

        @cache
        def usual(on: date) -> float | None:
            return usual_then(first[on]) if on in first else None

        asked = set(first)
        asked |= {companion.day_of(f) for f in felt if f.when == "morning" and not f.helper_view}
        mornings = self._mornings(own, felt)
        signs = rules.hard_mornings(mornings, usual, self.limits, self._high())
        signs += [companion.day_of(r) for r in ratings if r.when == "later"]
        signs += [companion.day_of(f) for f in felt if f.when == "later"]
        began = timedelta(days=self.limits.tell_days + 2, hours=limits.resume_hours)  # and was over then
        since = max(back, min((*signs, companion.today_date())) - began)
        return _Record(self._past(ratings, felt, since), mornings, usual, asked)

    def _mornings(self, own: Iterable[Rated], felt: Iterable[Felt]) -> dict[date, Morning]:
        day_of = self._companion.day_of
        rated = dict[date, int]()  # the highest of each morning: a second look takes no hard one back
        for r in own:
            if r.when == "morning":
                on = day_of(r)
                rated[on] = max(r.rating, rated.get(on, r.rating))
        said = {(day_of(f), f.what) for f in felt if f.when == "morning"}
        days = {*rated, *(day for day, _ in said)}
        return {
            day: Morning(rated.get(day), weaker=(day, "weaker") in said, sore=(day, "sore") in said)
            for day in days
        }

    def _past(self, ratings: list[Rated], felt: list[Felt], since: date) -> list[PastSession]:
        """The sessions in which something was done and that are over, oldest first."""
        diary, starts = self._companion.diary, self._companion.settings.day_start
        names = ("id", "title", "start_rating", "helper_view")
        begun = {id: facts for id, *facts in diary.facts("session", *names, since=since)}
        ends = {of: at for of, at in diary.facts("session_end", "session", "at", since=since) if of}
        over = sorted(
            (datetime.fromisoformat(at), of)
            for of, at in ends.items()
            if of in begun and done_in(self._companion, of, since)
        )
        told: list[tuple[str | None, datetime, int | None, bool]]
        told = [(r.session, r.at, r.rating, r.helper_view) for r in ratings if r.when == "later"]
        told += [(f.session, f.at, None, f.helper_view) for f in felt if f.when == "later"]
        past = []
        for n, (ended, id) in enumerate(over):
            on, following = day_of(ended, starts), over[n + 1][0] if n + 1 < len(over) else None
            title, start, view = begun[id][0], begun[id][1], bool(begun[id][2])
            answers = sorted(
                ((at, rating if viewed == view else None) for of, at, rating, viewed in told
                 if of == id or (of is None and at >= ended
                 and (following is None or at < following) and day_of(at, starts) == on)),
                key=lambda answer: answer[0],
            )  # fmt: skip
            past.append(PastSession(id, title, on, ended, start, tuple(answers), view))
        return past
