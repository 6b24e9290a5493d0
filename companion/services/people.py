"""The person the diary is about."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from companion.domain.entries import PersonFact
from companion.domain.people import Person
from companion.domain.text import clean
from companion.errors import Refused, Unknown, first_fault

if TYPE_CHECKING:
    from companion.services.companion import Companion

# As typed -> field of Person.
KEYS = {
    "name": "name", "sex": "sex", "birth-year": "birth_year", "height-cm": "height_cm",
    "reference-weight": "reference_weight_kg", "ventilation": "ventilation", "alsfrs6": "alsfrs6",
    "emergency-number": "emergency_number",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonSet:
    """A fact was written down."""

    entry: PersonFact
    person: Person


class People:
    """Reads and changes the person's facts; the newest fact for each key holds."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def person(self) -> Person:
        """The person as known today."""
        facts = self._companion.diary.of(PersonFact)
        known: dict[str, Any] = {KEYS[fact.key]: fact.value for fact in facts}
        return Person.model_construct(**known)

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
        known = self.person()
        try:
            fresh = Person.model_validate({**known.model_dump(), KEYS[key]: clean(value) or None})
        except ValidationError as error:
            raise Refused("bad_person_value", key=key, value=value, fault=first_fault(error)[1]) from None
        kept = getattr(fresh, KEYS[key])
        if isinstance(kept, int | float):
            self._companion.within(KEYS[key], kept)
        return self._companion.sign(PersonFact, key=key, value=kept)
