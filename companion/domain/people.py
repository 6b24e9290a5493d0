"""The person, those who act, and what each role may do."""

from collections.abc import Mapping
from typing import Literal, Protocol
from unicodedata import normalize

from pydantic import BaseModel, ConfigDict, field_validator

from companion.domain import allergens
from companion.domain.frozen import frozen
from companion.errors import NotAllowed

Role = Literal["owner", "patient", "caregiver", "viewer", "clinician"]
Via = Literal["full", "calm", "linear", "command", "ssh", "demo", "import"]
Verb = Literal["see", "log", "correct", "decide", "arrange", "admit"]

# see: read the day and the history; log: write an entry, undo one's own; correct: change anybody's entry;
# decide: plan, targets, clearances; arrange: person and settings; admit: caregivers, and what is to be
# forgotten for good. Whatever is not listed is denied.
MAY: dict[Role, frozenset[Verb]] = {
    "owner": frozenset({"see", "log", "correct", "decide", "arrange", "admit"}),
    "patient": frozenset({"see", "log", "correct", "decide", "arrange"}),
    "caregiver": frozenset({"see", "log"}),
    "viewer": frozenset({"see"}),
    "clinician": frozenset({"see", "decide"}),
}

OWN: frozenset[Role] = frozenset({"owner", "patient"})  # the roles of the person; who else writes is named

# The six questions behind the energy formula, each answered 4 (as before) to 0.
FUNCTION = ("speech", "handwriting", "dressing", "bed", "walking", "breath")


def same_name(one: str, other: str) -> bool:
    """Whether two names are one: however they are composed, in small letters or capitals."""
    return _folded(one) == _folded(other)


class Signed(Protocol):
    """Whatever says who stands behind it, in which role: an entry, or who acts."""

    @property
    def by(self) -> str:
        """The name."""

    @property
    def role(self) -> Role:
        """The role."""


def same_person(one: Signed, other: Signed) -> bool:
    """Whether one person stands behind both; the person is known by the role, as a name comes and goes."""
    return one.role == other.role == "owner" or same_name(one.by, other.by)


def _folded(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold())


def function_total(answers: Mapping[str, int | None]) -> int | None:
    """The sum of the six answers, 0 to 24; None unless all six are there."""
    given = [answers.get(name) for name in FUNCTION]
    return None if None in given else sum(value for value in given if value is not None)


@frozen
class Actor:
    """Who acts, in which role, through which face. Part of every entry."""

    name: str
    role: Role = "owner"
    via: Via = "command"
    verified: bool = True

    @property
    def by(self) -> str:
        """The name, as an entry says it."""
        return self.name

    @property
    def helps(self) -> bool:
        """Whether this is somebody who helps the person."""
        return self.role == "caregiver"

    def may(self, verb: Verb) -> bool:
        """Whether this role may do it."""
        return verb in MAY[self.role]

    def may_one(self, *verbs: Verb) -> bool:
        """Whether this role may do one of these."""
        return any(map(self.may, verbs))

    def require(self, *verbs: Verb) -> None:
        """Raise NotAllowed unless this role may do one of these; what is said is about the first."""
        if not self.may_one(*verbs):
            raise NotAllowed("not_allowed", name=self.name, role=self.role, verb=verbs[0])


class Person(BaseModel):
    """The person the diary is about. Unknown is None; heights in centimetres, weights in kilograms."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: str | None = None
    sex: Literal["m", "f"] | None = None
    birth_year: int | None = None
    height_cm: float | None = None
    reference_weight_kg: float | None = None
    ventilation: Literal["none", "niv", "invasive"] = "none"
    alsfrs6: int | None = None
    emergency_number: str | None = None
    diet: str | None = None
    avoid: str | None = None

    @field_validator("diet")
    @classmethod
    def _a_diet(cls, typed: str | None) -> str | None:
        """Diets that recipes are marked with, a comma between them."""
        return ", ".join(allergens.diets(typed)) if typed else None

    @field_validator("avoid")
    @classmethod
    def _allergens(cls, typed: str | None) -> str | None:
        """Allergens that foods are marked with, a comma between them."""
        return ", ".join(allergens.avoided(typed)) if typed else None
