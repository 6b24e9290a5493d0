"""The plan, the person and what is allowed as rows: what, the value in words, who and when."""

from datetime import date
from typing import TYPE_CHECKING

from companion.domain.frozen import frozen
from companion.wording import energy, intake, numbers, people, plan

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.entries import Clearance, Decision, PersonFact
    from companion.domain.weight import Unit
    from companion.services.energy import Targets

SECTIONS = {"plan": "The plan", "person": "The person", "allow": "Allowed by a therapist"}
WORKED_OUT = "worked out"
NOT_DECIDED, KEY_DECIDES = "Nobody has decided it yet.", "Enter writes a decision down."
PROGRAMMES = "E changes the exercises of a programme; I takes a therapist's file."
NOT_SAID, KEY_SAYS = "Not written down yet.", "Enter writes it down; it may be left out."
NOTHING_YET = "Nothing is decided yet."
ONE_MORE = "allow:"  # the key of the row that allows something more
ALLOW = "One more", "An exercise, or a whole kind"
ALLOW_ABOUT = (
    "Exercises that need a therapist's word stay out of every session until it is written down here."
)
ALLOWED_ABOUT = "Enter takes it back."


@frozen
class Row:
    """One row: its key is "plan:food-level", "person:name", "allow:re_row", or "allow:" for one more.

    `lines` tell all about it, `more` what may be left out, `hint` what a key of the full screen does.
    """

    key: str
    name: str
    value: str
    by: str = ""
    lines: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    hint: str = ""

    @property
    def short(self) -> str:
        """Its name where there is little room."""
        section, what = self.about
        return people.short_title(what) if section == "person" else self.name

    @property
    def subject(self) -> str:
        """What it is about, in a word or two."""
        return self.value if self.about[0] == "allow" else self.name

    @property
    def course(self) -> str:
        """The title of who decided it and when: Food level: who and when."""
        return f"{self.subject}: who and when"

    @property
    def title(self) -> str:
        """Food level: 5, minced and moist. Light band row: allowed."""
        return (
            f"{self.value}: {self.name.lower()}" if self.about[0] == "allow" else f"{self.name}: {self.value}"
        )

    @property
    def about(self) -> tuple[str, str]:
        """Its section, and what it is about there."""
        section, _, what = self.key.partition(":")
        return section, what


def of_plan(
    key: str, decision: "Decision | None", targets: "Targets", content: "Library", today: date
) -> Row:
    """A part of the plan; a target that nobody decided shows what is worked out."""
    name, level = plan.title(key), key.endswith("-level")
    if decision is None:
        estimate, source = _worked_out(key, targets)
        by = WORKED_OUT if estimate else ""
        lines = (NOT_DECIDED, source) if source else (NOT_DECIDED,)
        about = (energy.about(key, targets),) if estimate else ()
        hint = PROGRAMMES if key == "programme" else KEY_DECIDES
        return Row(f"plan:{key}", name, estimate or plan.NOT_DECIDED, by, lines, about, hint)
    kept = str(decision.value)
    said = content.text(f"level.{kept}" if level else f"stage.{kept}") if level or key == "stage" else None
    more = (said.text if said else "", decision.note or "", plan.LOCKED if decision.locked else "")
    reach = f"The range by weight: {intake.protein_range(targets)} a day." if key == "protein" else ""
    return Row(
        f"plan:{key}",
        name,
        plan.value(key, decision.value, content),
        plan.by_and_when(decision.decided_by, decision.at.date(), today),
        tuple(line for line in (_by("Decided", decision.decided_by, decision.at), reach) if line),
        tuple(line for line in more if line),
        PROGRAMMES if key == "programme" else "",
    )


def _worked_out(key: str, targets: "Targets") -> tuple[str, str]:
    """A target that nobody decided, and where it comes from; without one, what it needs."""
    if key == "energy":
        if targets.energy.kcal is None:
            note = targets.energy.note
            return "", f"An estimate {energy.NOTES[note]}." if note else ""
        source = f"At least this, {intake.energy_source(targets)}."
        return f"{numbers.whole(targets.energy.kcal)} kcal a day", source
    if key == "protein" and targets.protein:
        return f"{intake.protein_range(targets)} a day", "Estimated from the weight."
    if key == "fluid" and targets.fluid:
        known = "the weight and the age" if targets.by_age else "the weight"
        return f"{numbers.whole(targets.fluid.ml)} mL a day", f"Estimated from {known}."
    return ("", "An estimate needs the weight.") if key in plan.UNITS else ("", "")


def of_person(
    key: str, kept: object, fact: "PersonFact | None", today: date, *, unit: "Unit" = "kg", more: str = ""
) -> Row:
    """A fact about the person; `kept` is its value, `unit` that of weights, `more` what is behind it."""
    name, value, beside = people.title(key), people.value(key, kept, unit), (more,) if more else ()
    if fact is None or kept is None:
        return Row(f"person:{key}", name, value, "", (NOT_SAID,), beside, KEY_SAYS)
    by = plan.by_and_when(fact.by, fact.at.date(), today)
    lines = (_by("Written down", fact.by, fact.at),)
    return Row(f"person:{key}", name, value, by, lines, beside)


def of_clearance(entry: "Clearance", content: "Library", today: date) -> Row:
    """Something that is allowed."""
    by = plan.by_and_when(entry.decided_by, entry.at.date(), today)
    lines = (_by("Allowed", entry.decided_by, entry.at), *((entry.note,) if entry.note else ()))
    name = plan.exercise(entry.what, content)
    allowed = numbers.capital(plan.allowed(entry))
    return Row(f"allow:{entry.what}", allowed, name, by, lines, hint=ALLOWED_ABOUT)


def one_more() -> Row:
    """The row that allows something more."""
    return Row(ONE_MORE, *ALLOW, "", (ALLOW_ABOUT,))


def _by(done: str, who: str, at: date) -> str:
    """Decided by J. Okafor, dietitian, 2 March 2026."""
    return f"{done} by {who}, {numbers.dated(at)}."
