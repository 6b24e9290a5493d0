"""The last weeks of tiredness in words: their picture, day by day, why the watch says so, the slow drift."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from companion.wording import fatigue, numbers, plan

if TYPE_CHECKING:
    from companion.domain.fatigue_drift import Drift
    from companion.domain.fatigue_watch import WatchState
    from companion.domain.limits import WatchLimits
    from companion.services.fatigue import DayMark, Explanation, FatigueCourse
    from companion.services.fatigue_past import Tiredness

SOURCES = "The methods are known as CUSUM and Mann-Kendall."
LIST, DAYS = "Tiredness, day by day", 70  # of the list, which has a line a day
NONE_YET = "No answer yet."
EMPTY = f"{NONE_YET} 0 to 9 or T writes the first one down, and one a day makes the picture."
AN_ANSWER, A_VIEW, A_RISE = "an answer", "a helper's view", "in a rise"
DRIFTS = {
    "higher": "That is higher than before. Sleep and breathing are worth a thought, and a word to your team.",
    "lower": "That is lower than before.",
    "same": "That is much the same.",
}


def drift(found: "Drift | None") -> str:
    """Your last 28 days average 4.1; the 28 before, 3.4. That is higher than before. Empty if not known."""
    if found is None:
        return ""
    days = found.now.days
    told = [
        f"Your last {days} days average {found.now.mean:.1f}",
        f"the {days} before, {found.before.mean:.1f}",
    ]
    if found.back:
        told.append(f"the {days} from {numbers.day(found.back.first)}, {found.back.mean:.1f}")
    return f"{'; '.join(told)}. {DRIFTS[found.direction]}"


def drift_short(found: "Drift | None") -> str:
    """Your last 28 days average 4.1, the 28 before 3.4. W says more."""
    if found is None:
        return ""
    now, before = found.now, found.before
    told = f"Your last {now.days} days average {now.mean:.1f}, the {before.days} before {before.mean:.1f}."
    return f"{told} W says more."


def explained(course: "FatigueCourse") -> list[tuple[str, str]]:
    """Why am I seeing this, in parts: the numbers, what is compared, the limits and whose, what to do."""
    watch, limits = course.state.watch, course.limits
    compared = (
        f"One answer a day is compared with your usual: the mean of the last {limits.usual_days} days "
        f"without the newest {limits.lag_days}. {fatigue.STAYS_OUT} "
        f"A day without an answer counts as unknown. {usual_told(course)}"
    )
    now = fatigue.reason(watch) or "No rise above your usual."
    also = fatigue.added(fatigue.noted(course.state.explained))
    can = fatigue.advice(watch) or "Nothing needs to change. One answer a day is enough."
    return [
        ("What it says now", f"{now}{also}"),
        ("What is compared", compared.strip()),
        ("The limits", f"{_limits(limits)} {plan.limits_set_by(course.limits_by)}"),
        ("What you can do", f"{can} {fatigue.CANNOT_TELL}"),
        ("From month to month", _months(course)),
        ("The limits in numbers", _sums(limits, watch)),
    ]


def _limits(limits: "WatchLimits") -> str:
    """What each level asks for, and when it ends."""
    return (
        "A notice comes once the newest answers together lie well above your usual, by "
        f"{limits.least_rise:g} or more on average, or climb steadily over {limits.climb_days} days; a "
        f"warning asks for more. Both end {limits.hold_days} days after the notice began, unless the rise "
        "goes on."
    )


def _sums(limits: "WatchLimits", watch: "WatchState") -> str:
    """How an answer counts, and the sum of each level."""
    own = f" ({watch.said[1]:.1f} for you)" if watch.said else ""
    return (
        f"An answer is measured in steps as big as your usual ups and downs{own}: how many it lies above "
        f"your usual, {limits.cap:g} at most. {limits.allowance:g} is taken off each time, so that only what "
        f"lasts grows. Together, {limits.notice_sum:g} steps are a notice and {limits.warning_sum:g} a "
        f"warning. For a slow climb each answer of the last {limits.climb_days} days is compared with those "
        f"before it. How much more often they rise than by chance is a second number: "
        f"{limits.climb_notice_z:g} is a notice, {limits.climb_warning_z:g} a warning. {SOURCES}"
    )


def _months(course: "FatigueCourse") -> str:
    """The slow drift, when it is told and whose numbers decide that."""
    limits = course.drift_limits
    told = drift(course.drift) or (
        f"Not known yet: it takes {limits.month_least} answers in the last {limits.month_days} days and as "
        f"many in the {limits.month_days} before."
    )
    return (
        f"{told} {limits.least_change:g} more or less than the month before counts as a change, and so does "
        f"{limits.least_change_back:g} over about {limits.back_days // 7} weeks. It is never a notice. "
        f"{plan.limits_set_by(course.drift_by)}"
    )


def usual_told(course: "FatigueCourse | Tiredness", *, whose: str = "your") -> str:
    """Your usual is 3.3; 2 to 4 is usual for you. Empty while it is being learned; `whose` may be "the"."""
    known = fatigue.usual(course.state.watch)
    you = " for you" if whose == "your" else ""
    return (
        f"{whose.capitalize()} usual is {known:.1f}; {band(course)} is usual{you}."
        if known is not None
        else ""
    )


def band(course: "FatigueCourse | Tiredness") -> str:
    """2 to 4; empty while learning."""
    if course.band is None:
        return ""
    low, high = course.band
    return f"{low}" if low == high else f"{low} to {high}"


def your_usual(course: "FatigueCourse") -> str:
    """The name of the band: your usual, 2 to 4."""
    return f"your usual, {band(course)}" if band(course) else ""


def since(state: "WatchState") -> str:
    """The name of the marks that are part of a rise: since 10 April."""
    return f"since {numbers.day(state.reason.since)}" if state.level != "none" and state.reason else ""


def weeks(count: int) -> tuple[str, str]:
    """Last 6 weeks, one answer a day; and shorter."""
    return f"Last {count} weeks, one answer a day", f"Last {count} weeks"


def summary(marks: Sequence["DayMark"], days: int) -> str:
    """40 of 42 days answered, from 2 to 6; empty without any. A helper's view is no answer."""
    ratings = [mark.rating for mark in marks if not mark.helper_view]
    if not ratings:
        return ""
    low, high = min(ratings), max(ratings)
    return (
        f"{len(ratings)} of {days} days answered, {f'from {low} to {high}' if low < high else f'all {low}'}."
    )


def rows(course: "FatigueCourse") -> list[str]:
    """A line a day, the newest first, back to the first answer; a day without one says so."""
    marks = {mark.date: mark for mark in course.days}
    if not marks:
        return [NONE_YET]
    first, usual_ = min(marks), your_usual(course)
    days = [course.last - timedelta(days=back) for back in range((course.last - first).days + 1)]
    told = [f"{day:%a} {numbers.day(day)}: {_row(marks.get(day), _of(course, day))}" for day in days]
    return [numbers.sentence(usual_), *told] if usual_ else told


def by_week(course: "FatigueCourse") -> tuple[tuple[str, str], ...]:
    """The same rows, a paragraph for each week, so that nobody has to read all of them in one go."""
    told = rows(course)
    first = [told.pop(0)] if your_usual(course) else []
    weeks_ = ["\n".join(told[at : at + 7]) for at in range(0, len(told), 7)]
    return tuple(("", text) for text in (*first, *weeks_))


def _row(mark: "DayMark | None", explained: Sequence["Explanation"]) -> str:
    what = ["no answer" if mark is None else f"{mark.rating} of 10"]
    what += [A_VIEW] if mark and mark.helper_view else []
    what += [A_RISE] if mark and mark.level != "none" else []
    told = fatigue.noted(explained)
    return f"{', '.join(what)}. {told}" if told else ", ".join(what)


def _of(course: "FatigueCourse", day: date) -> list["Explanation"]:
    return [one for one in course.explained if one.date == day]
