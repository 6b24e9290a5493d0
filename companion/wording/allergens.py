"""What somebody does not eat, and what is hidden for it, in words."""

from collections import Counter
from collections.abc import Sequence

from companion.domain.allergens import DIETS, UNKNOWN
from companion.wording import numbers

NAMES = {"treenut": "tree nuts", "peanut": "peanuts", "sulphite": "sulphites", "soy": "soya"}
NOT_KNOWN = "contents not known"


def contents(marks: Sequence[str]) -> str:
    """milk, tree nuts and soya."""
    return numbers.listed([NAMES.get(mark, mark) for mark in marks])


def kept(value: str) -> str:
    """What is avoided, as it is written down, in words: milk, tree nuts."""
    return ", ".join(NAMES.get(mark, mark) for mark in value.split(", "))


def reason(why: str) -> str:
    """milk; not vegetarian; contents not known."""
    if why == UNKNOWN:
        return NOT_KNOWN
    return f"not {why}" if why in DIETS else NAMES.get(why, why)


def hidden(meals: Sequence[Sequence[str]]) -> str:
    """12 hidden: milk; or with several reasons 12 hidden: milk 9, tree nuts 4; nothing where nothing is."""
    if not meals:
        return ""
    counts = Counter(why for reasons in meals for why in reasons).most_common()
    if len(counts) == 1:
        return f"{len(meals)} hidden: {reason(counts[0][0])}"
    return f"{len(meals)} hidden: {', '.join(f'{reason(why)} {n}' for why, n in counts)}"


def hidden_short(meals: Sequence[Sequence[str]], width: int) -> str:
    """The same within so many letters, perhaps only the most frequent reason: 12 hidden: milk and more."""
    whole = hidden(meals)
    return whole if len(whole) <= width else f"{whole.partition(',')[0].rpartition(' ')[0]} and more"


def mark(reasons: Sequence[str]) -> str:
    """The first reason beside a name: has milk; not vegetarian; empty without any."""
    if not reasons:
        return ""
    return reason(reasons[0]) if reasons[0] in DIETS else f"has {reason(reasons[0])}"


def eaten(reasons: Sequence[str]) -> str:
    """Of what was eaten all the same: It has milk, which you avoid. It is not vegetarian, as your diet is."""
    inside, diets = [why for why in reasons if why not in DIETS], [why for why in reasons if why in DIETS]
    told = [f"It has {contents(inside)}, which you avoid."] if inside else []
    told += [f"It is not {numbers.listed(diets, 'or')}, as your diet is."] if diets else []
    return " ".join(told)


def against(reasons: Sequence[str]) -> str:
    """Why one meal is never suggested: Not suggested: milk."""
    return f"Not suggested: {numbers.listed([reason(why) for why in reasons])}." if reasons else ""
