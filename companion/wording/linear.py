"""What the plain lines say by themselves: prompts, which keys there are, and what is no answer."""

from collections.abc import Sequence

from companion.wording import numbers

CHOICE, CHOICE_ENTER = "Your choice: ", "Your choice, then Enter: "
NUMBER, WORDS, TIME = "Number: ", "Words: ", "Time: "
RATING = "0 to 10, then Enter: "
GO_ON = "1 goes on: "
MORE_TEXT = "1 more, 0 ends: "
GOODBYE = "Goodbye."
CLOSED = "The input has ended. What was answered is saved."
READING_KEYS = "1, Space or Enter goes on, 0 ends the reading, a dot repeats."
NUMBER_KEYS = "Type digits, then Enter. A dot repeats."
WORDS_KEYS = "Type, then Enter. 0 goes back, a dot repeats. Each of them is typed alone."
SIGNS_KEY = "An exclamation mark shows the warning signs."
NOT_A_CHOICE = "Not a choice."
TYPED_BACK = "00 goes back."
MINUS_LEAVES_OUT = "A minus leaves it out."
NO_ANSWER = 11  # the number for no answer, where 0 to 10 are answers


def counted(title: str, number: int) -> str:
    """Main menu. 8 choices."""
    return f"{numbers.sentence(title)} {numbers.count(number, 'choice')}."


def page(number: int, of: int) -> str:
    """Page 2 of 3."""
    return f"Page {number} of {of}."


def row(key: str, label: str, detail: str = "") -> str:
    """1. Porridge, 250 kcal. A detail that is a sentence stands alone: 2. Rest today. Nothing is lost."""
    if not detail:
        return f"{key}. {label}"
    return f"{key}. {label.removesuffix('.')}{'. ' if detail.endswith(('.', '?')) else ', '}{detail}"


def unsaid(number: int) -> str:
    """What stands for choices that were heard before."""
    return f"A dot says all {number} choices."


def takes(key: str) -> str:
    """Which choice Enter alone takes."""
    return f"Enter takes {key}."


def in_unit(unit: str) -> str:
    """In which unit a number is meant."""
    return f"In {unit}."


def goes_back(key: str) -> str:
    """Which key goes back where 0 may be an answer."""
    return f"{key} goes back."


def span(keys: Sequence[str]) -> str:
    """1 to 8; 3, 4 or 6."""
    digits = [int(key) for key in keys]
    if len(digits) > 2 and digits == list(range(digits[0], digits[-1] + 1)):
        return f"{digits[0]} to {digits[-1]}"
    return numbers.listed(list(keys), "or")


def wrong(said: str, keys: Sequence[str], *, more: bool, back: str, first: bool = False) -> str:
    """Not a choice. 1 to 8, 9 for more, 0 to go back; what is asked may stand before it instead."""
    known = [*([span(keys)] if keys else []), *(["9 for more"] if more else [])]
    return f"{said} {', '.join([*known, f'{back} to leave' if first else f'{back} to go back'])}."


def wrong_rating(back: str) -> str:
    """Not a number from 0 to 10."""
    return f"Not a number from 0 to 10. {back} to go back."


def wrong_reading(*, more: bool) -> str:
    """At a text, or at a sentence that waits."""
    return "1 says more, 0 ends." if more else "1 goes on."


def nothing_typed(back: str) -> str:
    """Enter alone where an answer is needed."""
    return f"Nothing was typed. {back} and Enter goes back."


def keys(digits: Sequence[str], *, more: bool, back: str, first: bool = False) -> str:
    """Every key in one sentence; at the first menu going back is leaving."""
    choose = f"{span(digits)} {'chooses' if len(digits) == 1 else 'choose'}, "
    leaves = "leaves" if first else "goes back"
    return f"{choose}{'9 says more, ' if more else ''}{back} {leaves}, a dot repeats."


def rating_keys(*, optional: bool) -> str:
    """Every key at a rating."""
    none = f"{NO_ANSWER} or N is no answer, " if optional else ""
    return f"0 to 10, then Enter. {none}00 or Q goes back, a dot repeats."


def rating_ends(low: str, high: str) -> str:
    """What the ends of the scale mean."""
    return f"0 {low[:1].lower()}{low[1:]}, 10 {high[:1].lower()}{high[1:]}."


def rating_other(*, optional: bool) -> str:
    """The answers that are no number."""
    return f"{NO_ANSWER} no answer, 00 goes back." if optional else TYPED_BACK
