"""What is asked after a session and the morning after it, and how the next session is softened by it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

from companion.domain import fatigue_after as rules
from companion.domain.day import day_of
from companion.domain.entries import Entry, Feeling, Felt, Part, Rated
from companion.domain.fatigue import TOO_MUCH, Offer, later, next_morning, tell_therapist, usual_at
from companion.domain.fatigue_after import DAY, Morning, PastSession, Softer
from companion.domain.fatigue_watch import LEVELS, WatchState
from companion.domain.limits import AfterLimits, SessionLimits

if TYPE_CHECKING:
    from companion.services.companion import Companion

BACK = timedelta(days=91)  # how far back a hard session or morning still counts, while no good ones came


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked now: how tired, `minutes` after the end of a session or on the morning.

    `session` is None on a morning without a session the day before, which may still lift what holds.
    """

    when: Literal["later", "morning"]
    minutes: int = 0
    session: PastSession | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to it, not written down yet. `felt` is asked on the morning after a session."""

    question: Question
    rating: int | None
    felt: Feeling | None = None
    helper_view: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What was answered before a session: the rating, how somebody feels, and what was due beside it.

    `felt` is None where it was answered a moment ago. Nothing of it is written down yet.
    """

    rating: int | None
    felt: Feeling | None
    after: Answer | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer led to: its entries, the offer, what holds now, and the days to tell a therapist.

    `rose` is the fatigue watch, where this rating made its level higher.
    """

    question: Question
    entries: tuple[Entry, ...]
    offer: Offer
    softer: Softer | None
    tell: tuple[date, ...]
    rose: WatchState | None = None


@dataclass(frozen=True, slots=True)
class _Record:
    """What the rules look at, read in one go."""

    sessions: list[PastSession]
    mornings: dict[date, Morning]
    usual: Callable[[date], float | None]
    asked: set[date]  # the mornings that were answered, by whomever


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
        kept = self._companion.diary.append(*self._entries(answer))
        now = self._companion.fatigue.state().watch
        return Answered(
            answer.question, kept, self._offer(answer, record), self._holding(record), self._tell(record),
            rose=now if LEVELS.index(now.level) > LEVELS.index(before.level) else None,
        )  # fmt: skip

    def answered(self, question: Question, entry: Rated) -> Answered:
        """What a rating led to that was written down as the answer to a question."""
        record = self._record()
        offer = self._offer(Answer(question, entry.rating, helper_view=entry.helper_view), record)
        return Answered(question, (entry,), offer, self._holding(record), self._tell(record))

    def log_felt(self, felt: Feeling, question: Question | None = None) -> Felt:
        """Write down how somebody feels this morning beside the rating."""
        self._companion.actor.require("log")
        session = question.session.id if question is not None and question.session is not None else None
        return self._companion.keep(self._companion.sign(Felt, when="morning", what=felt, session=session))

    # Before a session

    def felt_before(self) -> Feeling | None:
        """What was answered a moment ago to "anything different today"; None if it should be asked."""
        now, today = self._companion.clock(), self._companion.today_date()
        holds = timedelta(minutes=self._companion.limits(SessionLimits, "session").rating_holds_minutes)
        found = self._companion.diary.of(Felt, since=today - DAY)
        recent = [felt.what for felt in found if felt.when == "before" and now - felt.at <= holds]
        return recent[-1] if recent and recent[-1] != "unwell" else None

    def felt_today(self) -> set[Feeling]:
        """Everything that was answered today."""
        today = self._companion.today_date()
        found = self._companion.diary.of(Felt, since=today)
        return {felt.what for felt in found if self._companion.day_of(felt) == today}

    def keep_before(self, before: Before) -> None:
        """Write down what was answered before a session, and what was due, in one go."""
        self._companion.actor.require("log")
        sign = self._companion.sign
        entries: list[Entry] = self._entries(before.after) if before.after is not None else []
        if before.rating is not None:
            self._companion.within("rating", before.rating)
            entries.append(sign(Rated, rating=before.rating, when="before"))
        if before.felt is not None:
            entries.append(sign(Felt, when="before", what=before.felt))
        self._companion.diary.append(*entries)

    # The session itself

    def softened(
        self, whole: tuple[Part, ...], softer: Softer, length: Callable[[tuple[Part, ...]], float]
    ) -> tuple[Part, ...]:
        """What is left of a session: no load where none is allowed, longer rests, then its share."""
        exercises = self._companion.content.exercises
        tiring = {p.exercise for p in whole if softer.no_load and exercises[p.exercise].category in TOO_MUCH}
        rested = rules.longer_rests(rules.without(whole, tiring), self.limits.rest_factor)
        return rules.shortened(rested, softer.share * length(whole), length)

    # Reading

    def _holding(self, record: _Record) -> Softer | None:
        today = self._companion.today_date()
        return rules.softer(record.sessions, record.mornings, record.usual, today, self.limits)

    def _tell(self, record: _Record) -> tuple[date, ...]:
        today, limits = self._companion.today_date(), self.limits
        found = rules.slow_to_settle(record.sessions, record.mornings, record.usual, limits)
        if not found or found[-1][0] != today or not tell_therapist(found, today, limits):
            return ()
        return tuple(on for on, _ in found if today - on < timedelta(days=limits.tell_days))

    def _offer(self, answer: Answer, record: _Record) -> Offer:
        question, limits = answer.question, self.limits
        rating = None if answer.helper_view else answer.rating
        if question.when == "later" and question.session is not None:
            past = question.session
            return later(past.start, rating, past.minutes(self._companion.clock()), limits)
        usual = record.usual(self._companion.today_date())
        weaker, sore = answer.felt == "weaker", answer.felt == "sore"
        offer = next_morning(rating, usual, limits, weaker=weaker, sore=sore)
        return (
            offer if question.session is not None else replace(offer, rule=None)
        )  # no session was before it

    def _entries(self, answer: Answer) -> list[Entry]:
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
            entries.append(sign(Felt, when=question.when, what=felt, session=session))
        return entries

    def _record(self, answer: Answer | None = None) -> _Record:
        """The sessions that are over and the mornings, with an answer that is not written down yet."""
        companion, since = self._companion, self._companion.today_date() - BACK
        pending = self._entries(answer) if answer is not None else []
        ratings = [*companion.diary.of(Rated, since=since), *(e for e in pending if isinstance(e, Rated))]
        felt = [*companion.diary.of(Felt, since=since), *(e for e in pending if isinstance(e, Felt))]
        own = [r for r in ratings if not r.helper_view]
        limits = companion.limits(SessionLimits, "session")
        woken = [r for r in own if r.when == "morning"]
        first = {companion.day_of(r): r.at for r in reversed(woken)}

        @cache
        def usual(on: date) -> float | None:
            return usual_at(woken, "morning", first[on], limits) if on in first else None

        asked = {companion.day_of(r) for r in ratings if r.when == "morning"}
        asked |= {companion.day_of(f) for f in felt if f.when == "morning"}
        return _Record(self._past(ratings, felt, since), self._mornings(own, felt), usual, asked)

    def _mornings(self, own: Iterable[Rated], felt: Iterable[Felt]) -> dict[date, Morning]:
        day_of = self._companion.day_of
        rated = {day_of(r): r.rating for r in own if r.when == "morning"}
        said = {(day_of(f), f.what) for f in felt if f.when == "morning"}
        days = {*rated, *(day for day, _ in said)}
        return {
            day: Morning(rated.get(day), weaker=(day, "weaker") in said, sore=(day, "sore") in said)
            for day in days
        }

    def _past(self, ratings: list[Rated], felt: list[Felt], since: date) -> list[PastSession]:
        """The sessions in which something was done and that are over, oldest first."""
        diary, starts = self._companion.diary, self._companion.settings.day_start
        begun = {
            id: facts for id, *facts in diary.facts("session", "id", "title", "start_rating", since=since)
        }
        ends = {of: at for of, at in diary.facts("session_end", "session", "at", since=since) if of}
        done = {
            of for of, outcome in diary.facts("step", "session", "outcome", since=since) if outcome == "done"
        }
        over = sorted(
            (datetime.fromisoformat(at), of) for of, at in ends.items() if of in begun and of in done
        )
        told = [(r.session, r.at, None if r.helper_view else r.rating) for r in ratings if r.when == "later"]
        told += [(f.session, f.at, None) for f in felt if f.when == "later"]
        past = []
        for n, (ended, id) in enumerate(over):
            on, following = day_of(ended, starts), over[n + 1][0] if n + 1 < len(over) else None
            answers = sorted(
                ((at, rating) for of, at, rating in told if of == id or (of is None and at >= ended
                 and (following is None or at < following) and day_of(at, starts) == on)),
                key=lambda answer: answer[0],
            )  # fmt: skip
            title, start = begun[id]
            past.append(PastSession(id, title, on, ended, start, tuple(answers)))
        return past
