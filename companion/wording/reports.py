"""A report for the care team, in words: what stands above and below it, its headings, who is meant."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from companion import __version__
from companion.wording import numbers

if TYPE_CHECKING:
    from companion.domain.entries import Entry
    from companion.services.reports import Report
    from companion.services.reports_hands import Hand

TITLE = "Report for the care team"
DEMO = "DEMO. Everything in this report is invented; it is about nobody."
NO_ENTRY = "no entry"
NOT_NAMED = "somebody at home"
VIEW_ALONE = "a helper's view alone is known"
THIN = "too few"
OWN_PROGRAMME = "a programme of one's own"
OWN_SLOT = "another part of the day"
OWN_REASON = "a reason in own words"
OF_THE_TEAM = "somebody of the care team"
STILL_RUNS = "still runs"
NOW = "now"
NONE_SO_FAR = "none so far"
HEADINGS = {
    "summary": "In short",
    "weight": "Weight",
    "energy": "Energy",
    "protein": "Protein",
    "fluid": "Fluid",
    "intake": "Eaten and drunk",
    "texture": "Texture levels",
    "plan": "The plan in force",
    "meals": "Meals: length and coughs",
    "sessions": "Sessions",
    "tiredness": "Tiredness",
    "happened": "Falls and pain",
    "people": "Who wrote this down",
    "record": "How complete the record is",
    "notes": "Notes",
}
ROLES = {
    "owner": "the person",
    "patient": "the person",
    "caregiver": "caregiver",
    "viewer": "viewer",
    "clinician": "professional",
}
BY_WEEK = (
    "The report is long: its tables of days, meals and sessions have a line for each week, "
    "named by its first day."
)
NO_FALLS = "No fall, near fall or pain was written down in this time."
NO_TEXTURE = "No texture level has been decided yet."
NO_CHANGE = "No texture level was changed in this time."
NO_ALERT = "The fatigue watch had nothing to say in this time."
NOBODY = "Nothing was written down in this time."
NO_NOTES = "No notes were written down in this time."
SMALL_PRINT = (
    (
        "This report comes from a guide and a diary that is kept at home. It is not a medical device, it "
        "watches over nobody, and nothing in it was measured or checked by a professional unless it says so."
    ),
    (
        "Sums count what was written down as eaten and drunk, each as much as was really taken. Energy and "
        "nutrients come from recipes and food tables; what is not known adds nothing and is told beside the "
        "sum. Means are of the days that are over and have an entry. A day without one is missing: it is not "
        "counted as nothing eaten. The day that still runs is in no mean."
    ),
    (
        "Fluid is the water in drinks and feeds, and in food where it is known. A target is the least that "
        "was asked for on that day; more is welcome."
    ),
    (
        "Tiredness is the person's own answer from 0, not tired at all, to 10; a helper's view says so and "
        "stays out of the usual. Notices and warnings come from comparing the ratings with the person's own "
        "weeks before. They are no diagnosis."
    ),
)


def under(report: "Report") -> tuple[str, ...]:
    """What stands under the title: a demo, about whom, which days, made when and by which version."""
    span = f"{between(report.first, report.last)}, {numbers.count(report.weeks, 'week')}."
    began = report.span.began
    since = f"The diary begins on {numbers.dated(began)}." if began > report.first else ""
    made = f"Made on {numbers.dated(report.made)} at {numbers.clock(report.made)} by companion {__version__}."
    told = (DEMO if report.demo else "", _about(report), span, since, made, BY_WEEK if long(report) else "")
    return tuple(line for line in told if line)


def _about(report: "Report") -> str:
    """Ruth. 67 or 68 years old: the year of birth alone is kept."""
    name = report.person.name if report.names else ""
    who = name or ("Name not known" if report.names else "Names are left out")
    return f"{who}. {report.age - 1} or {report.age} years old." if report.age else f"{who}."


def nothing(title: str) -> str:
    """Fluid: no entry in this time."""
    return f"{title}: {NO_ENTRY} in this time."


def between(first: date, last: date) -> str:
    """16 March to 14 April 2026."""
    then = numbers.day(first) if first.year == last.year else numbers.dated(first)
    return f"{then} to {numbers.dated(last)}"


def long(report: "Report") -> bool:
    """Whether the tables have a line for each week instead of each day."""
    return report.weeks > 13


def on(report: "Report", day: date) -> str:
    """Tue 14 Apr; with the year where the report is about several."""
    year = f" {day.year}" if report.first.year != report.last.year else ""
    return f"{day:%a} {day.day} {day:%b}{year}"


def who(hand: "Hand") -> str:
    """Caregiver 2; with names Maria, caregiver; a name that nobody vouched for says so."""
    role = ROLES[hand.role]
    told = f"{hand.name}, {role}" if hand.name else role
    if not hand.name and hand.role != "owner" and hand.number:
        told = f"{role} {hand.number}"
    return f"{numbers.capital(told)}{', a name that nobody vouched for' if hand.unverified else ''}"


def wrote(report: "Report", entry: "Entry") -> str:
    """Who wrote an entry."""
    return who(report.hand(entry.by, entry.role))


def decided(report: "Report", name: str) -> str:
    """Who decided; where names are left out only professionals are named."""
    return report.decider(name) or (ROLES["owner"] if report.is_person(name) else NOT_NAMED)


def people(hands: Sequence["Hand"]) -> tuple[tuple[str, str], ...]:
    """Who wrote how much."""
    return tuple((who(hand), f"{hand.entries:,}") for hand in hands)


def record(report: "Report") -> tuple[str, ...]:
    """On how many days something was written down, and what that means."""
    span, over = report.span, report.span.over
    eaten = [day for day in span.eaten_days if day.over]
    rated = span.tiredness.days
    whole = f"{len(span.enough) or 'none'} of them enough to judge the day by"
    food = f"{days(len(eaten), over)} that {'is' if over == 1 else 'are'} over {_has(over)} an entry"
    begun = sum(not one.rested for one in span.sessions)
    times = f"written down {numbers.count(len(report.weights), 'time')}" if report.weights else NO_ENTRY
    return (
        f"Food and drink: {f'{food}, {whole}' if eaten else food if over else 'no day is over yet'}.",
        f"Tiredness: {f'{days(len(rated), over + 1)} {_has(over + 1)} a' if rated else 'no'} rating.",
        f"Weight: {times}. Sessions: {f'{begun:,}' if begun else 'none'}.",
        "What is missing is left out of every mean. It is never counted as nothing.",
    )


def days(count: int, of: int) -> str:
    """26 of 27 days; none of 27 days."""
    return f"{f'{count:,}' if count else 'none'} of {numbers.count(of, 'day')}"


def _has(days: int) -> str:
    return "has" if days == 1 else "have"


def small_print(report: "Report") -> tuple[str, ...]:
    """What this is and is not, what the sums count, where levels come from."""
    names = () if report.names else ("Names of people at home are left out; those who decided are named.",)
    credit = report.content.text("level.credit").text
    return (*SMALL_PRINT, *names, credit)
