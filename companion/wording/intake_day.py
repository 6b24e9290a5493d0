"""The day by slot, for a table: what a row holds, the lines around it, all about one entry."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from companion.domain.entries import MealEaten, Taken
from companion.domain.people import OWN
from companion.wording import intake, numbers
from companion.wording.foods import taken_amount
from companion.wording.people import FACES

if TYPE_CHECKING:
    from companion.domain.nutrients import Nutrients
    from companion.services.intake import DayIntake

NOTHING_YET, NOTHING = "nothing yet", "nothing written"
UNKNOWN = "?"
NONE = "–"
FEW = 3  # parts of the day that have room by name in a narrow line
NOTE = 40  # characters of a note beneath the list
NO_ENTRY = "Nothing is written down in this row yet. A adds something."
ADDS_HERE = "Enter adds something here."
ABOUT, SUMS, WHICH_PART = "All about this entry", "The sums of the day", "Which part of the day?"
NOTHING_EATEN = {True: "Nothing eaten yet.", False: "Nothing was written down that day."}
NOT_YET, THIS_IS_TODAY = "Days to come have no entries yet.", "This is today."


def title(on: date, today: date, *, short: bool = False) -> str:
    """Eaten today; Eaten on Monday 13 April, short Monday 13 April, with the year where it is another one."""
    day = f"{numbers.weekday(on)}{f' {on.year}' if on.year != today.year else ''}"
    return "Eaten today" if on == today else day if short else f"Eaten on {day}"


def head(on: date, today: date) -> tuple[str, str]:
    """Tuesday 14 April, or how long ago the day was; and shorter."""
    gap = (today - on).days
    if gap == 0:
        return numbers.weekday(on), numbers.day(on)
    ago = "yesterday" if gap == 1 else f"{gap:,} days ago"
    return ago, ago


def beside(day: "DayIntake") -> tuple[str, str, str]:
    """Beside the sum: the floor, who set it and when, protein with its range."""
    target = day.targets.energy.kcal
    if target is None:
        return "kcal", "P writes a target", _protein(day)
    return f"kcal of at least {numbers.whole(target)}", intake.energy_source(day.targets), _protein(day)


def beside_short(day: "DayIntake") -> tuple[str, str, str]:
    """The same in sixteen columns."""
    target = day.targets.energy.kcal
    against = "P sets a target" if target is None else f"at least {numbers.whole(target)}"
    grams = numbers.grams(day.day.taken.protein_g).replace(numbers.UNKNOWN, UNKNOWN)
    return "kcal", against, f"Protein {grams}{'+?' if intake.protein_unknown(day) else ''}"


def _protein(day: "DayIntake") -> str:
    """Protein 58 g, asked for 45 to 85 g; Protein 30 g, 8 not known, range 45 to 85 g."""
    target, eaten = day.targets.protein, f"Protein {intake.protein(day)}"
    if target is None:
        return eaten
    asked = "asked for" if target.source == "dietitian" else "usual advice"
    if intake.protein_unknown(day):
        asked = "range"  # there is no room for more
    return f"{eaten}, {asked} {intake.protein_range(day.targets)}"


def sentences(day: "DayIntake", to_come: Sequence[str], *, today: bool, short: bool = False) -> list[str]:
    """What the bar says, in sentences, the most wanted first; `short` adds what has no room elsewhere."""
    if not day.day.entries:
        if today:
            return [f"{NOTHING_EATEN[today]} A adds something, Y copies yesterday."]
        return [NOTHING_EATEN[today], "A adds, Y copies the day before."]
    unknown, left = day.day.unknown_kcal, intake.to_go(day)
    protein = day.day.unknown_protein if short and intake.protein_unknown(day) else 0
    if not today and day.share < 1:
        left = intake.energy_line(day)  # nothing is still to go on a day that is over
    between = f"Protein {intake.protein_range(day.targets)}." if short and day.targets.protein else ""
    coming = _coming(to_come, short=short)
    said = (
        numbers.sentence(left),
        f"{unknown} of unknown energy." if unknown else "",
        f"{protein} of unknown protein." if protein else "",
        f"{day.day.unknown_fluid} of unknown fluid." if day.day.unknown_fluid else "",
        intake.spared(day) if today else "",
        between,
        coming,
    )
    return [sentence for sentence in said if sentence]


def _coming(slots: Sequence[str], *, short: bool) -> str:
    """Supper, evening and night are still to come. Short, and of many only how many: 5 parts to come."""
    if short and len(slots) > FEW:
        return f"{len(slots)} parts of the day to come."
    if not slots:
        return ""
    named = numbers.capital(numbers.listed(slots))
    return f"{named} to come." if short else f"{named} {'is' if len(slots) == 1 else 'are'} still to come."


def told(day: "DayIntake", *, today: bool) -> str:
    """The sum in one sentence: 1,405 of at least 1,900 kcal, 1 of unknown energy."""
    if not day.day.entries:
        return NOTHING_EATEN[today]
    unknown = day.day.unknown_kcal
    line = intake.energy_line(day)
    return numbers.sentence(numbers.capital(f"{line}, {unknown} of unknown energy" if unknown else line))


def sums(day: "DayIntake", to_come: Sequence[str], *, today: bool) -> list[tuple[str, str]]:
    """All that is known of a day, a paragraph each: its energy and whose target, protein, the sentences."""
    if not day.day.entries:
        return [("", NOTHING_EATEN[today])]
    whose = intake.energy_source(day.targets) if day.targets.energy.kcal is not None else ""
    first = ", ".join(part for part in (intake.energy_line(day), whose) if part)
    line = numbers.sentence(intake.energy_line(day))
    beside_ = [text for text in sentences(day, to_come, today=today) if text != line]
    return [("", numbers.sentence(text)) for text in (numbers.capital(first), _protein(day), *beside_)]


def facts(entry: Taken) -> str:
    """What stands beside a name: half, Maria, 255 kcal, 12:40."""
    how = amount_by(entry)[0]
    return ", ".join(
        part for part in (how, numbers.kcal(entry.nutrients.kcal), numbers.clock(entry.at)) if part
    )


def told_apart(entry: Taken, *, twin: bool) -> tuple[str, str]:
    """A name and what stands beside it; where another has the same name, the time is part of the name."""
    time = f", {numbers.clock(entry.at)}"
    return (entry.name + time, facts(entry).removesuffix(time)) if twin else (entry.name, facts(entry))


def add_to(part: str, on: date | None) -> str:
    """Add to lunch; Add to lunch, 13 April."""
    return f"Add to {part}{f', {numbers.day(on)}' if on else ''}"


def energy(taken: "Nutrients") -> str:
    """465; an unknown is a question mark."""
    return numbers.figure(taken.kcal)


def protein(taken: "Nutrients") -> str:
    """22 g; an unknown is a question mark."""
    return UNKNOWN if taken.protein_g is None else numbers.grams(taken.protein_g)


def writer(entry: Taken) -> str:
    """Who wrote it down, where it was not the person."""
    return "" if entry.role in OWN else entry.by


def amount_by(entry: Taken) -> tuple[str, str]:
    """How much, and who wrote it down where it was not the person: three quarters, Maria; or 75 %, Maria."""
    amounts = taken_amount(entry), taken_amount(entry, short=True)
    long, short = (", ".join(part for part in (how, writer(entry)) if part) for how in amounts)
    return long, short


def beneath(entry: Taken | None, *, named: bool) -> list[str]:
    """What a row leaves out: At 12:40, by Maria. Protein 22 g. 25 minutes, 1 cough. Note: slowly.

    `named`: its name in full and how much of it come first. None is a row without an entry.
    """
    if entry is None:
        return [ADDS_HERE]
    who, grams = writer(entry), entry.nutrients.protein_g
    said = (
        ", ".join(part for part in (entry.name, taken_amount(entry)) if part) + "." if named else "",
        f"At {numbers.clock(entry.at)}{f', by {who}' if who else ''}.",
        _note(entry.note),
        "" if grams is None else f"Protein {numbers.grams(grams)}.",
        _while_eating(entry),
    )
    return [part for part in said if part]


def _note(text: str | None) -> str:
    """The beginning of a note, in one line."""
    if not text:
        return ""
    line = " ".join(text.split())
    return f"Note: {numbers.sentence(line) if len(line) <= NOTE else f'{line[:NOTE].rstrip()}…'}"


def _while_eating(entry: Taken) -> str:
    """25 minutes, 1 cough."""
    if not isinstance(entry, MealEaten):
        return ""
    minutes = numbers.count(entry.minutes, "minute") if entry.minutes is not None else ""
    coughs = numbers.count(entry.coughs, "cough") if entry.coughs is not None else ""
    helped = "" if entry.helped is None else "helped" if entry.helped else "not helped"
    return numbers.sentence(", ".join(part for part in (minutes, coughs, helped) if part))


def record(entry: Taken) -> list[tuple[str, str]]:
    """All about one entry, a title and a text each."""
    taken = entry.nutrients
    inside = (
        f"protein {numbers.grams(taken.protein_g)}",
        f"carbohydrate {numbers.grams(taken.carb_g)}",
        f"fat {numbers.grams(taken.fat_g)}",
        f"fluid {numbers.millilitres(taken.fluid_ml)}",
    )
    checked = "" if entry.verified else " (name not checked)"
    about = numbers.weekday(entry.at) + ("" if entry.at.year == entry.recorded.year else f" {entry.at.year}")
    written = f"{numbers.weekday(entry.recorded)}, {numbers.clock(entry.recorded)}"
    found = [
        ("What", numbers.sentence(numbers.capital(intake.described(entry)))),
        ("In it", numbers.sentence(", ".join(inside))),
        ("When", f"{about}, {numbers.clock(entry.at)}. {numbers.capital(entry.slot)}."),
        ("While eating", _while_eating(entry)),
        ("Note", entry.note or ""),
        ("Written down", f"By {entry.by}{checked}, {FACES[entry.via]}, {written}."),
    ]
    return [(name, text) for name, text in found if text]
