"""Entries of guided sessions, from the parts they begin with to their end."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from companion.domain.entries.entry import Entry

Outcome = Literal["done", "skipped"]
Mode = Literal["active", "active_assisted", "passive"]
NoteAbout = Literal["too_hard", "pain", "well", "fall", "near_fall"]
Pain = Literal["little", "more", "sharp", "lasting"]  # more: clearly more than before it began
Unwell = Literal["pain", "breath"]
WhyEnded = Literal["enough", "tired", "too_hard", "pain", "unwell", "other"]  # or own words


class Part(BaseModel):
    """One stretch of a session between two rests: one exercise, one side, one set. Times in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    exercise: str
    step: int = Field(ge=1)  # the exercise's place in the session, from 1
    side: Literal["left", "right"] | None = None
    set: int = 1
    sets: int = 1
    mode: Mode
    position: str
    reps: int = Field(ge=1)
    move_s: float = Field(ge=0)
    hold_s: float = Field(ge=0)
    rest_s: float = Field(ge=0)
    ready_s: float = Field(default=5, ge=0)


class SessionStarted(Entry):
    """A session began; it keeps the parts it began with, whatever becomes of the programme.

    `softened` is the share of the programme that was suggested after a hard session or morning; `whole`:
    the person chose all of it. `helper_view`: its start rating is a helper's view, and so are the ratings
    that are compared with it.
    """

    kind = "session"
    needs = "log"
    programme: str
    title: str
    programme_version: str
    parts: tuple[Part, ...]
    start_rating: int | None = Field(default=None, ge=0, le=10)
    softened: float | None = Field(default=None, gt=0, le=1)
    whole: bool = False
    helper_view: bool = False

    @property
    def steps(self) -> int:
        """How many exercises it began with."""
        return self.parts[-1].step

    @classmethod
    def trusted(cls, document: dict[str, Any]) -> Self:
        """As for every entry; the parts become models as well."""
        started = super().trusted(document)
        parts = tuple(Part.model_construct(**part) for part in document["parts"])
        return started.model_copy(update={"parts": parts})


class StepDone(Entry):
    """A part of a session that was done, or skipped. `part` is its index."""

    kind = "step"
    needs = "log"
    session: str
    part: int = Field(ge=0)
    exercise: str
    side: Literal["left", "right"] | None = None
    mode: Mode
    outcome: Outcome = "done"
    reason: Literal["too_hard", "pain", "tired"] | None = None  # why it was left out, where that was said


class SessionTaken(Entry):
    """A session is gone on with, from here on where this was written: whoever had it open leaves it."""

    kind = "session_taken"
    needs = "log"
    session: str


class SessionPaced(Entry):
    """A session became gentler or easier to rest in: modes below the planned ones, and how long rests are."""

    kind = "session_pace"
    needs = "log"
    session: str
    ease: int = Field(ge=0)
    rest_factor: float = Field(ge=1)


class SessionEnded(Entry):
    """A session ended: all of it, or stopped early and why. `rested` is a session not begun by choice."""

    kind = "session_end"
    needs = "log"
    session: str | None = None
    outcome: Literal["finished", "stopped", "rested"]
    reason: str | None = None


class CheckedIn(Entry):
    """What a check-in heard beside the rating; None where it was not asked or not answered.

    `effort` is 0 to 10. `breathes_easily`, as at the start, stands for `talks` where nobody speaks.
    """

    kind = "check_in"
    needs = "log"
    session: str
    exercise: str | None = None
    effort: int | None = Field(default=None, ge=0, le=10)
    talks: bool | None = None
    breathes_easily: bool | None = None
    unwell: Unwell | None = None


class FunctionNote(Entry):
    """A word about an exercise (too hard, pain, goes well again), or a fall, or a near fall."""

    kind = "function_note"
    needs = "log"
    about: NoteAbout
    exercise: str | None = None
    pain: Pain | None = None
    session: str | None = None
