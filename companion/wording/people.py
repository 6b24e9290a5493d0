"""The person's facts, in sentences."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from companion.domain.people import FUNCTION
from companion.services.people import ANSWER, FunctionSet, PersonSet
from companion.wording import allergens, energy, numbers

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.entries import PersonFact
    from companion.domain.weight import Unit

NAMES = {
    "name": "name",
    "sex": "sex",
    "birth-year": "birth year",
    "height-cm": "height",
    "reference-weight": "weight before ALS",
    "ventilation": "breathing machine",
    "alsfrs6": "sum of six answers",
    "emergency-number": "emergency number",
    "diet": "diet",
    "avoid": "what to avoid",
}
SHORT = {  # where there is little room
    "reference-weight": "before ALS", "ventilation": "breathing", "alsfrs6": "six answers",
    "emergency-number": "emergency",
}  # fmt: skip
UNITS = {"height-cm": "cm", "reference-weight": "kg"}
VALUES = {
    "sex": {"f": "female", "m": "male"},
    "diet": {"vegetarian": "vegetarian", "vegan": "vegan", "dairy-free": "dairy-free"},
    "ventilation": {"none": "none", "niv": "with a mask", "invasive": "through the windpipe"},
}
LEAVE_OUT = "Leave it out"
WAY = "The six answers?"
WAYS = {
    "ask": ("Answer six short questions", "Each can be left out."),
    "sum": ("Type in their sum", "From a clinic, 0 to 24."),
    "out": ("Take them out", "The energy estimate then goes by the weight."),
}
QUESTIONS = {
    "speech": "talking", "handwriting": "writing by hand", "dressing": "washing and dressing",
    "bed": "turning in bed", "walking": "walking", "breath": "shortness of breath",
}  # fmt: skip
REFERENCE_UNITS = {"kg": "kg", "lb": "pounds", "st": "stones"}
FACES = {  # how somebody wrote it down
    "full": "full screen", "calm": "calm screen", "linear": "plain lines", "command": "command",
    "ssh": "from a distance", "demo": "demo", "import": "from a file",
}  # fmt: skip


def title(key: str) -> str:
    """Birth year."""
    return numbers.capital(NAMES[key])


def short_title(key: str) -> str:
    """Breathing."""
    return numbers.capital(SHORT.get(key, NAMES[key]))


def value(key: str, kept: object, unit: "Unit" = "kg") -> str:
    """A fact in words and with its unit: female; 163 cm; or that it is not known. `unit` is of weights."""
    if kept is None:
        return numbers.UNKNOWN
    if key == "reference-weight" and unit != "kg" and isinstance(kept, int | float):
        return numbers.kilograms(kept, unit)
    if key == "avoid":
        return allergens.kept(str(kept))
    said = VALUES.get(key, {}).get(str(kept)) or numbers.plain(kept)
    return f"{said} {UNITS[key]}" if key in UNITS else said


def set_(result: PersonSet, unit: "Unit" = "kg") -> str:
    """Saved: height 163 cm."""
    return f"Saved: {described(result.entry, unit)}."


def described(entry: "PersonFact", unit: "Unit" = "kg") -> str:
    """height 163 cm; what to avoid: milk; name taken out; walking 3 of 4."""
    question = QUESTIONS.get(entry.key.removeprefix(ANSWER)) if entry.key.startswith(ANSWER) else None
    name = question or NAMES.get(entry.key, entry.key)
    if entry.value is None:
        return f"{name} taken out"
    if question:
        return f"{name} {entry.value} of 4"
    colon = ":" if entry.key == "avoid" else ""
    return f"{name}{colon} {value(entry.key, entry.value, unit)}"


def question(number: int, text: str) -> str:
    """The question with its place: 1 of 6. Talking: how do people follow you."""
    return f"{number} of {len(FUNCTION)}. {text}"


def reference_question(unit: "Unit") -> str:
    """What somebody weighed before ALS, asked in the unit of the scales."""
    return f"What did you weigh before ALS, in {REFERENCE_UNITS[unit]}?"


def questions(content: "Library") -> list[str]:
    """The six questions, each with its answers and their numbers, for who types them."""
    texts = content.section("function")
    return [
        line
        for name in FUNCTION
        for line in (
            f"--{name}: {texts[f'{ANSWER}{name}'].text}",
            *(f"  {t.value}  {t.text}" for id, t in texts.items() if id.startswith(f"{ANSWER}{name}.")),
        )
    ]


def answers_short(kept: Mapping[str, int | None]) -> str:
    """The answers in one line: Talking 3, writing by hand 2, walking left out. Empty where none is known."""
    if not any(value is not None for value in kept.values()):
        return ""
    told = [f"{QUESTIONS[n]} {'left out' if kept[n] is None else kept[n]}" for n in FUNCTION]
    return numbers.sentence(", ".join(told))


def answers(kept: Mapping[str, int | None], content: "Library") -> list[str]:
    """Each of the six with its words: Walking: 3, on my own feet with no aid. Empty where none is known."""
    if not any(value is not None for value in kept.values()):
        return []
    return [f"{numbers.capital(QUESTIONS[name])}: {_answer(name, kept[name], content)}" for name in FUNCTION]


def _answer(name: str, kept: int | None, content: "Library") -> str:
    if kept is None:
        return numbers.sentence("left out")
    return f"{kept}. {numbers.sentence(content.text(f'{ANSWER}{name}.{kept}').text)}"


def function_set(result: FunctionSet) -> str:
    """Saved: six answers, sum 14 of 24. Then what became of the energy estimate, and whose word counts."""
    if not result.entries:
        return "Nothing was changed."
    given = sum(value is not None for value in result.answers.values())
    total = f", sum {result.total} of {4 * len(FUNCTION)}" if result.total is not None else ""
    then = energy.after_answers(result.before, result.after)
    return f"Saved: {given} of {len(FUNCTION)} answers{total}. {then}"


def course(facts: Sequence["PersonFact"]) -> list[str]:
    """Who wrote down what and when, the newest first: 163 cm, written down by Ruth, 2 March 2026."""
    told = [
        f"{'taken out' if fact.value is None else value(fact.key, fact.value)}, "
        f"written down by {fact.by}, {numbers.dated(fact.at)}."
        for fact in reversed(facts)
    ]
    return [f"Before: {line}" if n else numbers.capital(line) for n, line in enumerate(told)]
