"""What is worth knowing beside what was done, and what is due. Each code has its words here."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.wording import allergens, fatigue_course, numbers, sessions_after, tube_talk, twins

if TYPE_CHECKING:
    from companion.services.remarks import Facts, Remark

TO_READ = "Worth knowing"  # the title of what waits on a page of its own
NO_RATING = "No tiredness rating for today yet."
NO_RATING_BUT = "No tiredness rating for the day itself yet. Those around a session are kept beside it."


def sentence(remark: "Remark") -> str:
    """The remark in one sentence."""
    return SENTENCES[remark.code](remark.facts)


def copy_failed(fault: str) -> str:
    """The entry is kept; only the day's copy of the file could not be."""
    return f"It is saved. Only the copy of the diary could not be renewed: {fault}."


def _outside(f: "Facts") -> str:
    aims, kind = numbers.listed(list(f["aims"]), "or"), f["kind"]
    return (
        f"{f['meal']} aims at {kind} level {aims}; the plan says {kind} level {f[kind]}."
        " It is kept, since it was eaten. Please tell the swallowing therapist."
    )


def _thinner(f: "Facts") -> str:
    return (
        f"Drink level {f['level']} is thinner than the plan's level {f['decided']}. It is kept, since it was"
        " drunk. Please tell the swallowing therapist."
    )


def _weigh(f: "Facts") -> str:
    last = f["last"]
    return "No weight yet." if last is None else f"Last weighed on {numbers.day(last)}."


def _broken_off(f: "Facts") -> str:
    unfinished = f["unfinished"]
    return f"{unfinished.started.title} can go on at step {unfinished.part.step}."


def _swallowing(f: "Facts") -> str:
    many = [
        f"{f['coughs']} meals came with coughing" if f["coughs"] else "",
        f"{f['long']} meals took longer than {numbers.short(f['minutes'])} minutes" if f["long"] else "",
    ]
    return (
        f"In the last {f['days']} days {numbers.listed([part for part in many if part])}."
        " It is worth telling the swallowing therapist. V on Today, or companion meal told, writes down that"
        " the therapist was told; it is quiet then."
    )


SENTENCES: dict[str, Callable[["Facts"], str]] = {
    "again": twins.twice,
    "outside_level": _outside,
    "thinner": _thinner,
    "avoided": lambda f: allergens.eaten(f["reasons"]),
    "rating": lambda f: NO_RATING_BUT if f["around"] else NO_RATING,
    "drift": lambda f: fatigue_course.drift(f["drift"]),
    "weight": _weigh,
    "swallowing": _swallowing,
    "food_level": lambda _: "No food level has been decided yet.",
    "drink_level": lambda _: "No drink level has been decided yet.",
    "session_broken_off": _broken_off,
    "session_planned": lambda _: "A session is planned for today.",
    "after_session": lambda f: sessions_after.question(f["question"]),
    "tell_therapist": lambda f: sessions_after.tell(f["days"]),
    "tube_talk": lambda f: tube_talk.offer(f["reasons"]),
}
