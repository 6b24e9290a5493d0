"""The person the diary is about."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from companion.domain.allergens import Wishes, avoided, diets
from companion.domain.entries import Entry, PersonFact
from companion.domain.frozen import frozen
from companion.domain.people import FUNCTION, Person, function_total
from companion.domain.text import clean
from companion.errors import Refused, Unknown, first_fault

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.services.energy import Targets

# As typed -> field of Person.
KEYS = {
    "name": "name", "sex": "sex", "birth-year": "birth_year", "height-cm": "height_cm",
    "reference-weight": "reference_weight_kg", "ventilation": "ventilation", "alsfrs6": "alsfrs6",
    "emergency-number": "emergency_number", "diet": "diet", "avoid": "avoid",
}  # fmt: skip
MEASURED = ("height-cm", "reference-weight")  # where a decimal comma will do
LETTERS = 80  # of a name or a number
SUM = "alsfrs6"
ANSWER = "function."  # before the name of each of the six questions


@frozen
class PersonSet:
    """A fact was written down."""

    entry: PersonFact
    person: Person


@frozen
class FunctionSet:
    """The six answers as they are now, their sum where all are there, the targets before and after.

    `entries` is empty where nothing was known and nothing was answered.
    """

    entries: tuple[Entry, ...]
    answers: Mapping[str, int | None]
    total: int | None
    before: "Targets"
    after: "Targets"

    @property
    def entry(self) -> Entry | None:
        """The last of what was written down: the sum, where there is one."""
        return self.entries[-1] if self.entries else None


class People:
    """Reads and changes the person's facts; the newest fact for each key holds."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def person(self) -> Person:
        """The person as known today."""
        return self._companion.diary.found("person", self._person)

    def _person(self) -> Person:
        facts = self._companion.diary.of(PersonFact)
        known: dict[str, Any] = {KEYS[fact.key]: fact.value for fact in facts if fact.key in KEYS}
        return Person.model_construct(**known)

    def wishes(self) -> Wishes:
        """What the person does not eat: the diet that is kept, and the allergens that are avoided."""
        known = self.person()
        try:
            return Wishes(diets(known.diet or ""), avoided(known.avoid or ""))
        except ValueError as fault:  # from an import: what cannot be read must not be passed over
            raise Refused("bad_person_value", key="diet or avoid", value=known.avoid, fault=fault) from None

    def wished_since(self) -> datetime | None:
        """Since when these wishes hold; None where there are none."""
        said = [fact.at for key, fact in self.newest().items() if key in ("diet", "avoid")]
        return max(said) if said and self.wishes() else None

    def newest(self) -> dict[str, PersonFact]:
        """The fact that holds for each key, with who wrote it down and when."""
        return {fact.key: fact for fact in self._companion.diary.of(PersonFact)}

    def facts(self, key: str) -> list[PersonFact]:
        """Every answer to one key, oldest first; those that were undone are left out."""
        return [fact for fact in self._companion.diary.of(PersonFact) if fact.key == key]

    def age(self) -> int | None:
        """Age in whole years, from the birth year alone, so that no birth date need be kept."""
        born = self.person().birth_year
        return None if born is None else self._companion.today_date().year - born

    def set(self, key: str, value: str) -> PersonSet:
        """Write down a fact; raises Unknown for a key, Refused for a value."""
        fact = self.fact(key, value)
        return PersonSet(entry=self._companion.keep(fact), person=self.person())

    def fact(self, key: str, value: str) -> PersonFact:
        """A fact, checked and signed, not written yet; raises as `set` does."""
        self._companion.actor.require("arrange")
        if key not in KEYS:
            raise Unknown("unknown_person_key", value=key, known=list(KEYS))
        # A list of allergens is never cut short: what was left out of it would be suggested.
        known, typed = self.person(), clean(value, limit=len(value) if key == "avoid" else LETTERS)
        typed = typed.replace(",", ".") if key in MEASURED else typed
        try:
            fresh = Person.model_validate({**known.model_dump(), KEYS[key]: typed or None})
        except ValidationError as error:
            raise Refused("bad_person_value", key=key, value=value, fault=first_fault(error)[1]) from None
        kept = getattr(fresh, KEYS[key])
        if key == "name":
            self._hold_name(typed)
        if isinstance(kept, int | float):
            self._companion.within(KEYS[key], kept)
        return self._companion.sign(PersonFact, key=key, value=kept)

    def _hold_name(self, name: str) -> None:
        """Raise Refused where it is the name of somebody else who is let in."""
        known = self._companion.caregivers.find(name)
        if known and known.acts_as != "patient":
            raise Refused("name_of_caregiver", name=known.caregiver)

    def function(self) -> dict[str, int | None]:
        """The six answers; None for one left out. A sum typed in afterwards puts them out of force."""
        newest = self.newest()
        facts = {name: newest.get(f"{ANSWER}{name}") for name in FUNCTION}
        kept = {name: fact.value if fact else None for name, fact in facts.items()}
        answers = {name: value if isinstance(value, int) else None for name, value in kept.items()}
        holds = function_total(answers) == self.person().alsfrs6
        return answers if holds else dict.fromkeys(FUNCTION)

    def set_function(self, answers: Mapping[str, int | None]) -> FunctionSet:
        """Write down the six answers as one act, their sum with them; no sum unless all six are there.

        Raises Unknown for an answer that the question does not have.
        """
        companion = self._companion
        companion.actor.require("arrange")
        given = {name: answers.get(name) for name in FUNCTION}
        for name, value in given.items():
            if value is not None:
                companion.content.text(f"{ANSWER}{name}.{value}")
        total, before, known = function_total(given), companion.energy.targets(), self.function()
        facts: dict[str, int | None] = {
            f"{ANSWER}{name}": value
            for name, value in given.items()
            if value is not None or known[name] is not None
        }
        if facts and (total is not None or self.person().alsfrs6 is not None):
            facts[SUM] = total
        signed = [companion.sign(PersonFact, key=key, value=value) for key, value in facts.items()]
        entries = companion.write(*signed)
        return FunctionSet(entries, given, total, before, companion.energy.targets())
