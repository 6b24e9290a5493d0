"""The first start, in sentences."""

from typing import TYPE_CHECKING

from companion.domain.entries import Decision, Entry, PersonFact, Weighed
from companion.wording import numbers, people, plan, preferences

if TYPE_CHECKING:
    from companion.config.settings import Settings
    from companion.content.library import Library
    from companion.domain.weight import Unit
    from companion.services.welcome import Welcomed

DECIDERS = {  # as it is kept with a level, and as a choice; the last is for those who do not know
    "a swallowing therapist": "Swallowing therapist",
    "a dietitian": "Dietitian",
    "a doctor": "Doctor",
    "someone not known": "Not known",
}
NOTHING = "Nothing was written down."
LEFT = "The first questions can be asked again: Settings, First questions."
INVENTED = "DEMO: invented data."
LATER = "What was left out is asked again where it is first needed."


def at_home(name: str | None) -> str:
    """What somebody who was let in is told before anything is written down."""
    return f"Nothing is written down here yet. {name or 'The person'} can begin it at home."


def kept(result: "Welcomed", settings: "Settings", content: "Library") -> str:
    """Saved: name Ruth, food level 5 and weight 57.2 kg. Then that nothing is lost by leaving out."""
    facts = [_fact(entry, settings.weight_unit) for entry in result.entries]
    if result.unit and not any(isinstance(entry, Weighed) for entry in result.entries):
        facts.append(f"weights in {preferences.told(settings, 'weight-unit', content)}")
    said = f"Saved: {numbers.listed(facts)}." if facts else NOTHING
    return said if result.complete else f"{said} {LATER}"


def _fact(entry: Entry, unit: "Unit") -> str:
    match entry:
        case PersonFact():
            return people.described(entry)
        case Decision():
            return f"{plan.NAMES[entry.key]} {numbers.plain(entry.value)}"
        case Weighed():
            return f"weight {numbers.kilograms(entry.kg, unit)}"
    raise TypeError(f"nothing of the first start: {type(entry).__name__}")
