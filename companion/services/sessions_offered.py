"""What a day offers of sessions: each choice with its length, and what is held back and why."""

from typing import TYPE_CHECKING

from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.domain.fatigue import Offer
    from companion.domain.fatigue_after import Softer
    from companion.domain.fatigue_watch import WatchState
    from companion.domain.programmes import Programme
    from companion.services.sessions_notes import Standing


@frozen
class Choice:
    """A programme on offer, how long it takes, and the exercises left out until a therapist allows them.

    `whole_minutes` is how long all of it takes, where a hard session or morning made it softer. `waits` are
    the exercises left out today for another reason: Choices.standing tells which.
    """

    programme: "Programme"
    minutes: float
    left_out: tuple[str, ...]
    whole_minutes: float | None = None
    waits: tuple[str, ...] = ()


@frozen
class Held:
    """A programme not offered today and why: "unwell", "tired", "settling", "stage", "clearance", "waits"."""

    programme: "Programme"
    why: str


@frozen
class Choices:
    """What today allows, best first; `offer`, `watch` and `softer` are the fatigue rules behind it."""

    offer: "Offer"
    watch: "WatchState"
    rating: int | None
    offered: tuple[Choice, ...]
    held: tuple[Held, ...]
    softer: "Softer | None" = None
    standing: "Standing | None" = None
    limits_by: str | None = None  # who decided limits of their own for softer sessions

    @property
    def tired(self) -> bool:
        """Whether gentle choices come first today."""
        gentle = self.softer is not None and self.softer.gentle
        return gentle or self.offer.code == "gentle" or self.watch.level != "none"

    def holds(self, programme: str) -> bool:
        """Whether a programme costs more than today allows."""
        costs = ("unwell", "tired", "settling")
        return any(held.programme.id == programme and held.why in costs for held in self.held)

    def choice(self, programme: str) -> Choice | None:
        """A programme as it is offered; None where it is held back."""
        return next((choice for choice in self.offered if choice.programme.id == programme), None)
