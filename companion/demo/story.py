"""Eight weeks of one invented person, as the entries she and her helpers would have written."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeVar

from companion import __version__
from companion.config.clock import Clock
from companion.config.settings import Settings
from companion.content.library import Library
from companion.demo.script import DAYS, Session, Sitting, script
from companion.domain.entries import (
    Decision,
    Drunk,
    Entry,
    FoodEaten,
    MealEaten,
    PersonFact,
    Rated,
    SessionEnded,
    SessionStarted,
    StepDone,
    Weighed,
)
from companion.domain.meals import Meal
from companion.services.companion import Companion
from companion.services.people import KEYS
from companion.store.diary import Diary
from companion.store.ids import mint

E = TypeVar("E", bound=Entry)
SEED = 68
EATEN = (1.0, 1.0, 1.0, 0.75, 0.75, 0.5)
TIRED = 5  # from this rating on the next meals stay half eaten
WOKEN = time(7, 35)
WEIGHED = time(8, 5)
DECIDED = time(9, 30)


class Story:
    """Tells the plan first, then the days, which keep to it: the plan has to be in the diary by then."""

    def __init__(self, diary: Diary, clock: Clock) -> None:
        self._companion = Companion(
            diary=diary, content=Library(), settings=Settings(), clock=clock, demo=True
        )
        self._script = script()
        self._today = self._companion.today_date()
        self._zone = clock().tzinfo
        self._random = Random(SEED)  # noqa: S311  the same days every time
        self._meals: dict[Sitting, list[Meal]] = {}
        self._mornings = "".join(self._script.mornings)
        self._marks = {session.mark: session for session in self._script.session}

    def plan(self) -> Iterator[Entry]:
        """Facts about the person, and what was decided by whom."""
        facts = self._script.person.model_dump(exclude={"age"})
        facts["birth_year"] = self._today.year - self._script.person.age
        for typed, name in KEYS.items():
            if name in facts:
                yield self._signed(PersonFact, self._at(DAYS - 1, WOKEN), key=typed, value=facts[name])
        for decided in self._script.decision:
            facts = decided.model_dump(exclude={"ago"})
            yield self._signed(Decision, self._at(decided.ago, DECIDED), **facts)

    def days(self) -> Iterator[Entry]:
        """Everything else up to now, by time; what is not over yet today is left out."""
        now = self._companion.clock()
        for ago in reversed(range(DAYS)):
            events = [list(event) for event in self._day(ago)]
            past = (entry for event in events if event and event[-1].at <= now for entry in event)
            yield from sorted(past, key=lambda entry: entry.at)

    def _day(self, ago: int) -> Iterator[Iterable[Entry]]:
        day = DAYS - 1 - ago
        sittings = [s for s in self._script.sitting if day % s.every == s.first]
        if ago in self._script.thin_days:
            sittings = sittings[:2]
        yield self._morning(ago)
        if day % 7 == 1:
            kg = self._script.weights[day // 7]
            yield [self._signed(Weighed, self._near(ago, WEIGHED), self._script.weighed_by, kg=kg)]
        mark = "".join(self._script.sessions)[day]
        if mark in self._marks:
            yield self._session(ago, self._marks[mark])
        for sitting in sittings:
            yield [self._taken(ago, sitting)]

    def _morning(self, ago: int) -> Iterator[Rated]:
        if (rating := self._rating(ago)) is not None:
            note = self._script.notes.get(ago)
            yield self._signed(Rated, self._near(ago, WOKEN), rating=rating, when="morning", note=note)

    def _session(self, ago: int, session: Session) -> Iterator[Entry]:
        at = self._near(ago, session.time)
        if session.programme is None:
            yield self._signed(SessionEnded, at, outcome="rested", reason=session.reason)
            return
        programme = self._companion.sessions.programme(session.programme)
        parts = tuple(self._companion.sessions.parts(programme))
        rating = self._rating(ago) or TIRED - 1
        yield self._signed(Rated, at, rating=rating, when="before")
        at += timedelta(seconds=40)
        facts = {"programme": programme.id, "title": programme.name, "programme_version": programme.version}
        started = self._signed(SessionStarted, at, parts=parts, start_rating=rating, **facts)
        yield started
        for number, part in enumerate(parts[: round(len(parts) * session.share)]):
            at += timedelta(seconds=part.ready_s + part.reps * (part.move_s + part.hold_s) + part.rest_s)
            yield self._signed(
                StepDone, at, session=started.id, part=number, exercise=part.exercise, side=part.side,
                mode=part.mode,
            )  # fmt: skip
        outcome = "finished" if session.share == 1 else "stopped"
        ended = {"session": started.id, "outcome": outcome, "reason": session.reason}
        yield self._signed(SessionEnded, at + timedelta(seconds=5), **ended)
        after = min(10, rating + self._random.choice((0, 0, 1)) + (outcome == "stopped"))
        at += timedelta(minutes=2)
        yield self._signed(Rated, at, rating=after, when="after", session=started.id)

    def _taken(self, ago: int, sitting: Sitting) -> Entry:
        at = self._near(ago, sitting.time)
        if sitting.what != "kitchen":
            return self._eaten(at, sitting, share=self._share(ago))
        food = self._companion.content.foods[sitting.food] if sitting.food != "water" else None
        if food is None:
            return self._signed(
                Drunk, at, sitting.by, slot=sitting.slot, name="Water, thickened", ml=sitting.amount,
                level=self._companion.meals.levels().drink, kcal=0.0, protein_g=0.0, fluid_ml=100.0,
            )  # fmt: skip
        return self._signed(
            FoodEaten, at, sitting.by, slot=sitting.slot, food=food.id, name=food.name, grams=sitting.amount,
            **asdict(food.per_100g),
        )  # fmt: skip

    def _eaten(self, at: datetime, sitting: Sitting, share: float) -> MealEaten:
        meal = self._random.choice(self._offered(sitting))
        solid = meal.kind == "food"
        return self._signed(
            MealEaten, at, sitting.by, slot=sitting.slot, meal=meal.id, name=meal.name, eaten=share,
            minutes=self._random.randrange(20, 45, 5) if solid else None,
            coughs=self._random.choice((0, 0, 0, 1)) if solid else None,
            **asdict(self._companion.meals.nutrients(meal)),
        )  # fmt: skip

    def _offered(self, sitting: Sitting) -> list[Meal]:
        """What the picker suggests for a sitting."""
        if sitting not in self._meals:
            offers = self._companion.meals.allowed(slot=sitting.slot, kind=sitting.what)
            left_out = set(sitting.without)
            self._meals[sitting] = [offer.meal for offer in offers if not left_out & set(offer.meal.tags)]
        return self._meals[sitting]

    def _share(self, ago: int) -> float:
        rating = self._rating(ago)
        return self._random.choice(EATEN[3:] if rating is not None and rating >= TIRED else EATEN)

    def _rating(self, ago: int) -> int | None:
        mark = self._mornings[DAYS - 1 - ago]
        return int(mark) if mark.isdigit() else None

    def _near(self, ago: int, planned: time) -> datetime:
        """A believable time: a few minutes off the planned one."""
        return self._at(ago, planned) + timedelta(seconds=self._random.randrange(-600, 600))

    def _at(self, ago: int, planned: time) -> datetime:
        day: date = self._today - timedelta(days=ago)
        return datetime.combine(day, planned, self._zone)

    def _signed(self, model: type[E], at: datetime, by: str | None = None, **facts: object) -> E:
        """An entry recorded when it happened; only the person herself is known to the program."""
        name = by or self._script.person.name
        own = name == self._script.person.name
        return model(
            id=mint(at), at=at, recorded=at, by=name, role="owner" if own else "caregiver", via="demo",
            verified=own, version=__version__, **facts,
        )  # fmt: skip
