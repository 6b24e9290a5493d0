"""Food names as words: no case, accent or plural, one word for what two countries call differently."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

WORD = re.compile(r"[a-z]+|[0-9]+")
CLAUSES = (";", "/", " with ", " in ", " made ")  # these end a clause as a comma does
BRACKETS = re.compile(r"\(([^)]*)\)?")
LITTLE = frozenset(
    WORD.findall("a an and as at by for from in into its made not of on or s the to w with without")
)
# Words that hardly change what a food is.
PLAIN = frozenset(
    WORD.findall(
        "raw cooked whole plain sliced fresh boiled regular nfs ns unspecified large medium small salted "
        "unsalted roasted baked homemade unenriched enriched brewed tap hard year round average all variety"
    )
)
# Shelves of the food table, named before the food.
SHELVES = frozenset(
    WORD.findall(
        "fish nut seed spice crustacean mollusk beverage cereal ready eat candy dessert snack vegetable "
        "fruit pudding game meat carbonated alcoholic fast food restaurant"
    )
)
# Words of what is not quite the food.
UNLIKE = frozenset(WORD.findall("meatless imitation substitute dehydrated powder mix dry"))
WITH_ES = ("ches", "shes", "sses", "xes")


def fold(text: str) -> str:
    """Lower case without accents or apostrophes: "Purée, GOAT'S" is "puree, goats"."""
    lower = text.lower().replace("'", "").replace("’", "")
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFKD", lower)
    return "".join(char for char in parts if not unicodedata.combining(char))


def singular(word: str) -> str:
    """One form for one and many: potatoes and "potatoe" are potato, berries are berry."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(WITH_ES) else word[:-1]
    if len(word) > 4 and word.endswith("oe"):
        return word[:-1]
    if len(word) > 4 and word.endswith("ie"):
        return word[:-2] + "y"
    return word


def parts(name: str) -> list[list[str]]:
    """The words of a food name, clause by clause: what it is, then its details; bracketed words come last."""
    text = fold(name)
    if "(" in text:
        text = ",".join((BRACKETS.sub(" ", text), *BRACKETS.findall(text)))
    for end in CLAUSES:
        text = text.replace(end, ",")
    return [words for clause in text.split(",") if (words := WORD.findall(clause))]


def telling(text: str) -> list[str]:
    """Words that tell one food from another; where there are only little words or lone letters, the first."""
    words = WORD.findall(fold(text))
    return [word for word in words if word not in LITTLE and (len(word) > 1 or word.isdigit())] or words[:1]


class FoodWords(dict[str, str]):
    """The plain word each spelling stands for, "" for little words; a spelling is added when first looked up.

    `same` maps a word or phrase to what the tables call it.
    """

    def __init__(self, same: Mapping[str, str]) -> None:
        super().__init__(dict.fromkeys(LITTLE, ""))
        self._one: dict[str, str] = {}
        self._phrases: dict[tuple[str, ...], list[str]] = {}
        for key, value in same.items():
            ours, theirs = telling(key), telling(value)
            if len(ours) == len(theirs) == 1:
                self._one[singular(ours[0])] = self[ours[0]] = singular(theirs[0])
            else:
                self._phrases[tuple(map(singular, ours))] = theirs

    def __missing__(self, spelling: str) -> str:
        self[spelling] = meant = self.meant(spelling)
        return meant

    def meant(self, spelling: str) -> str:
        """The plain word a spelling stands for, without adding it."""
        plain = singular(spelling)
        return self._one.get(plain, plain)

    def reworded(self, words: list[str]) -> Iterator[list[str]]:
        """The same words with one phrase said as the tables say it: mash is mashed potato."""
        plain = [singular(word) for word in words]
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                if (theirs := self._phrases.get(tuple(plain[start:end]))) is not None:
                    yield [*words[:start], *theirs, *words[end:]]
