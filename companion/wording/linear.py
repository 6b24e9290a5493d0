"""What the spoken lines say by themselves: prompts, which keys there are, and what is no answer."""

from collections.abc import Sequence

from companion.wording import numbers

CHOICE, CHOICE_ENTER = "Your choice: ", "Your choice, then Enter: "
NUMBER, WORDS, TIME = "Number: ", "Words: ", "Time: "
RATING = "0 to 10, then Enter: "
GO_ON = "1 goes on: "
MORE_TEXT = "1 more, 0 ends: "
MORE = "More"
WARNING = "Warning."
LEAVE = "Leave the program?"
GOODBYE = "Goodbye."
CLOSED = "The input has ended. What was answered is saved."
READING_KEYS = "1, Space or Enter goes on, 0 ends the reading, a dot repeats."
NUMBER_KEYS = "Type digits, then Enter. A dot repeats."
WORDS_KEYS = "Type, then Enter. 0 goes back, a dot repeats. Each of them is typed alone."
TYPED_BACK = "00 goes back."
LEAVES_OUT = "Enter leaves it out."
MINUS_LEAVES_OUT = "A minus leaves it out."
YES, NO = "Yes", "No"
NO_ANSWER = 11  # the number for no answer, where 0 to 10 are answers


def counted(title: str, number: int) -> str:
    """Main menu. 8 choices."""
    return f"{numbers.sentence(title)} {numbers.count(number, 'choice')}."


def page(number: int, of: int) -> str:
    """Page 2 of 3."""
    return f"Page {number} of {of}."


def row(key: str, label: str, detail: str = "") -> str:
    """1. Porridge, 250 kcal; a label that has its digit in front already keeps it once."""
    said = f"{label.removesuffix('.')}, {detail}" if detail else label
    return f"{key}. {said}"


def unsaid(number: int) -> str:
    """What stands for choices that were heard before."""
    return f"A dot says all {number} choices."


def takes(key: str) -> str:
    """Which choice Enter alone takes."""
    return f"Enter takes {key}."


def keeps(value: str) -> str:
    """What Enter alone does where there is an answer already."""
    return f"Enter keeps {value}."


def in_unit(unit: str) -> str:
    """In which unit a number is meant."""
    return f"In {unit}."


def span(keys: Sequence[str]) -> str:
    """1 to 8; 3, 4 or 6."""
    digits = [int(key) for key in keys]
    if len(digits) > 2 and digits == list(range(digits[0], digits[-1] + 1)):
        return f"{digits[0]} to {digits[-1]}"
    return numbers.listed(list(keys), "or")


def wrong(keys: Sequence[str], *, more: bool, back: str) -> str:
    """Not a choice. 1 to 8, 9 for more, 0 back."""
    return f"Not a choice. {span(keys)}{', 9 for more' if more else ''}, {back} to go back."


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
