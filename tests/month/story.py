"""A month of one invented person, day by day, through the services: what she did and what helpers wrote."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from companion.domain.sessions import Check, Phase
from companion.services.companion import Companion
from companion.services.sessions_after import Answer
from companion.services.sessions_before import Before
from companion.services.sessions_running import RunningSession

SEED = 31
FIRST = date(2026, 5, 1)  # day 1
BEFORE = 56  # quiet days that are lived through first: what is usual has to be learned
DAYS = 31
Event = Callable[["Life"], object]


@dataclass
class Life:
    """One person's diary, a clock to move, and what rules said to what was done."""

    companion: Companion
    clock: Callable[..., datetime]
    offers: list[tuple[str, tuple[object, ...]]] = field(default_factory=list)
    session: RunningSession | None = None

    def at(self, hour: int, minute: int = 0) -> None:
        """Let it become this time of the day."""
        now = self.clock.now
        self.clock.now = datetime.combine(now.date(), time(hour, minute), now.tzinfo)

    def offered(self, offer) -> None:
        """Remember what a rating led to, where a rule spoke."""
        if offer.rule is not None:
            against = offer.start if offer.start is not None else offer.usual
            against = round(against, 1) if against is not None else None
            self.spoke(offer.rule, offer.rating, against, offer.limit)

    def spoke(self, rule: str, *numbers: object) -> None:
        """Remember that a rule spoke."""
        self.offers.append((rule, numbers))

    # What can happen

    def morning(self, rating: int, felt: str | None = None) -> None:
        """The rating after waking: it answers what is due, where a session was yesterday."""
        self.at(7, 40)
        question = self.companion.sessions_after.due()
        if question is not None and question.when == "morning":
            self.offered(self.companion.sessions_after.log(Answer(question, rating, felt)).offer)
        else:
            self.companion.fatigue.log(rating, when="morning")

    def begin(self, programme: str, rating: int, felt: str = "nothing", *, whole: bool = False) -> bool:
        """Ask before, and begin unless what was said holds it back."""
        self.at(10)
        choices = self.companion.sessions.choices(rating, felt=felt)
        self.offered(choices.offer)
        self.companion.sessions_before.keep(Before(rating, felt))
        if felt == "unwell" or choices.choice(programme) is None:
            return False
        self.session = self.companion.sessions.start(programme, whole=whole)
        return True

    def do(
        self,
        checks: dict[int, tuple[int, Check]] | None = None,
        *,
        after: int | None = None,
        without: str = "",
    ) -> None:
        """Do every part but those of one exercise; at the n-th check-in answer so, else with the start."""
        session, count = self.session, 0
        view = session.view()
        while view.phase not in (Phase.DONE, Phase.STOPPED):
            if view.phase is Phase.ASK:
                rating, check = (checks or {}).get(count, (session.started.start_rating, None))
                count += 1
                offer = session.rate(rating, check=check)
                self.offered(offer)
                view = session.stop("tired") if offer.code in ("choice", "end") else session.answered()
            elif view.part is not None and view.part.exercise == without:
                view = session.skip()
            elif view.seconds_left is None:
                view = session.go_on()
            else:
                self.clock.go(seconds=view.seconds_left or 1)
                view = session.view()
        session.rate(after if after is not None else session.last_rating, "after")

    def later(self, minutes: int, rating: int) -> None:
        """Some time after the session: the question that is due, answered."""
        self.clock.now = self.session.ended.at + timedelta(minutes=minutes, seconds=30)
        question = self.companion.sessions_after.due()
        assert question is not None
        assert question.minutes == minutes
        self.offered(self.companion.sessions_after.log(Answer(question, rating)).offer)

    def eat(self, kcal: float, protein_g: float) -> None:
        """Four meals that add up to this."""
        for hour, slot in ((8, "breakfast"), (12, "lunch"), (16, "afternoon"), (18, "supper")):
            self.at(hour, 30)
            self.companion.intake.quick("a meal", kcal=kcal / 4, protein_g=protein_g / 4, slot=slot)

    def dish(self, hour: int, **facts: object) -> None:
        """A dish at the prescribed level, with what was seen while it was eaten."""
        self.at(hour)
        offer = self.companion.meals.allowed(kind="food")[0]
        self.eaten(offer.meal.id, 0.25, **facts)

    def eaten(self, meal: str, share: float, **facts: object) -> None:
        """A meal and how much of it; what is worth knowing beside it is remembered."""
        for remark in self.companion.meals.log(meal, share, **facts).remarks:
            if remark.code == "outside_level":
                self.spoke("outside the level", *remark.facts["aims"], remark.facts["food"])

    def weigh(self, kg: float) -> None:
        """Step on the scale; a big change is confirmed."""
        self.at(8)
        self.companion.weight.log(kg, confirmed=True)


def known(companion: Companion) -> None:
    """Who she is, and what was decided by whom."""
    for key, value in (("name", "Ruth"), ("sex", "f"), ("birth-year", "1962"), ("height-cm", "165"),
                       ("reference-weight", "60")):  # fmt: skip
        companion.people.set(key, value)
    decided = (("food-level", "5"), ("drink-level", "2"), ("energy", "1900"), ("stage", "2"))
    for key, value in decided:
        companion.plan.set(key, value, decided_by="J. Okafor")


def mornings() -> Iterator[int]:
    """Quiet mornings around three: what they are is the seed's."""
    random = Random(SEED)
    while True:
        yield random.choices((2, 3, 4), (1, 8, 1))[0]
