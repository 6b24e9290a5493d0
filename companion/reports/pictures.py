"""What a picture is drawn from: its slots of a day or of a week, its axis, and what its marks mean."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from companion.domain.axes import reach, scale
from companion.domain.frozen import frozen
from companion.wording import reports_pictures as said

if TYPE_CHECKING:
    from companion.reports.paper import Picture

MOST = 120  # marks side by side; a longer course is drawn by weeks
A_DAY, WEEK = timedelta(days=1), timedelta(days=7)
NUMBERS = 6  # at the axis
STEPS = tuple(step * 10**power for power in range(7) for step in (1, 2, 5))
SHAPES = ("triangle", "diamond", "ring", "square")  # of marked days, gravest first


@frozen
class Slot:
    """A day or a week of a picture: where it begins, how long it is, its value if known, its mark.

    Of a `thin` day too little was written down.
    """

    first: date
    days: int
    value: float | None
    word: str = ""
    thin: bool = False


@frozen
class Key:
    """A mark and what it means."""

    mark: str
    means: str


def spans(picture: "Picture") -> tuple[date, date] | None:
    """The first and the last day that are drawn; None without any."""
    days = [day for day, _ in picture.values]
    days += [day for day in (picture.first, picture.last) if day]
    return (min(days), max(days)) if days else None


def weekly(picture: "Picture") -> bool:
    """Whether it has more values than can stand side by side."""
    return len(picture.values) > MOST


def slots(picture: "Picture") -> list[Slot]:
    """The days with a value or with a gap, oldest first; weeks where they are many.

    Weeks are counted back from the last day, as in the tables, which begin whole weeks before it.
    """
    span, words = spans(picture), _words(picture)
    if span is None:
        return []
    if not weekly(picture):
        thin = set(picture.thin)
        return [Slot(day, 1, value, words.get(day, ""), day in thin) for day, value in sorted(picture.values)]
    weeks: dict[date, list[date]] = {}
    values = dict(picture.values)
    for day in sorted(values):
        weeks.setdefault(span[1] - (span[1] - day) // WEEK * WEEK, []).append(day)
    return [
        _week(max(span[0], end - WEEK + A_DAY), end, days, values, words, picture)
        for end, days in weeks.items()
    ]


def _week(
    first: date,
    last: date,
    days: Sequence[date],
    values: dict[date, float | None],
    words: dict[date, str],
    picture: "Picture",
) -> Slot:
    """The mean of what is known of a week, under the gravest of its words."""
    known = [value for day in days if (value := values[day]) is not None]
    met = {words[day] for day in days if day in words}
    word = next((word for word in words_of(picture) if word in met), "")
    return Slot(first, (last - first).days + 1, sum(known) / len(known) if known else None, word)


def _words(picture: "Picture") -> dict[date, str]:
    """The gravest word of each marked day; one without a value hands its word to the next that has one."""
    known = sorted(day for day, value in picture.values if value is not None)
    found: dict[date, str] = {}
    for day, word in sorted(picture.marked, key=lambda one: words_of(picture).index(one[1]), reverse=True):
        place = bisect_left(known, day)
        if place < len(known):
            found[known[place]] = word
    return found


def words_of(picture: "Picture") -> list[str]:
    """The words of marked days, gravest first; those without an order as they come."""
    return list(dict.fromkeys((*picture.marks, *(word for _, word in picture.marked))))


def shape(picture: "Picture", word: str) -> str:
    """The shape of a marked day; of many words the last share one."""
    return SHAPES[min(words_of(picture).index(word), len(SHAPES) - 1)] if word else "point"


def axis(picture: "Picture") -> list[float]:
    """Round numbers from the lower end to the upper one, both ends included."""
    seen = [slot.value for slot in slots(picture) if slot.value is not None]
    seen += [value for _, value in picture.floors] if picture.bars else []
    if picture.scale:
        low, high = picture.scale
    else:
        low, high = reach(seen, (value for value, _ in picture.lines)) if seen else (0.0, 1.0)
    if picture.bars:
        low = min(0.0, low)
    halves = scale(low, high, NUMBERS, STEPS)
    step = halves[2] - halves[0]
    first = halves[0] if round(halves[0] / (step / 2)) % 2 == 0 else halves[0] - step / 2
    count = max(1, ceil(round((high - first) / step, 6)))
    return [first + n * step for n in range(count + 1)]


def keys(picture: "Picture") -> list[Key]:
    """What there is to see and what it means, the values first."""
    drawn, by_week = slots(picture), weekly(picture)
    seen = {slot.word for slot in drawn if slot.value is not None}
    words = [word for word in words_of(picture) if word in seen]
    found = [Key("bar" if picture.bars else "point", said.A_WEEK if by_week else picture.each)]
    found += [Key("thin", said.THIN)] * any(slot.thin and slot.value is not None for slot in drawn)
    found += [Key(shape(picture, word), word) for word in words]
    if picture.means and not by_week:
        found.append(Key("mean", said.MEAN))
    if picture.floors:
        found.append(Key("floor", said.FLOOR))
    if picture.band:
        found.append(Key("band", said.usual(*picture.band)))
    if any(slot.value is None for slot in drawn):
        found.append(Key("missing", said.WEEK_MISSING if by_week else said.MISSING))
    return found
