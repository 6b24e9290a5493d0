"""A line that is typed, without the screen it stands on."""

import unicodedata
from dataclasses import dataclass

from companion.domain.text import clean

PASTED = 4000  # characters of a paste that are looked at; no field keeps as many


@dataclass(slots=True)
class Field:
    """What is typed and where; `only` are the characters it takes, "" for all that can be printed.

    While `fresh`, the next character takes the place of all that stands there.
    """

    text: str = ""
    limit: int = 80
    only: str = ""
    fresh: bool = False
    at: int = 0

    def __post_init__(self) -> None:
        self.at = len(self.text)

    def takes(self, character: str | None) -> bool:
        """Whether a character belongs into it."""
        if not character or len(character) > 1 or unicodedata.category(character).startswith("C"):
            return False
        return character in self.only if self.only else True

    def type(self, text: str) -> bool:
        """Put in what there is room for; whether anything was."""
        kept = "".join(c for c in text if not self.only or c in self.only)
        if self.fresh and kept:
            self.text, self.at, self.fresh = "", 0, False
        kept = kept[: self.limit - len(self.text)]
        self.text = self.text[: self.at] + kept + self.text[self.at :]
        self.at += len(kept)
        return bool(kept)

    def paste(self, text: str) -> bool:
        """Put in a text from elsewhere, cleaned and as one line."""
        return self.type(clean(text[:PASTED], limit=PASTED))

    def press(self, key: str) -> bool:
        """Do what a key for editing does; whether it is one."""
        match key:
            case "left":
                self.at = max(0, self.at - 1)
            case "right":
                self.at = min(len(self.text), self.at + 1)
            case "home":
                self.at = 0
            case "end":
                self.at = len(self.text)
            case "backspace" if self.at:
                self.text = self.text[: self.at - 1] + self.text[self.at :]
                self.at -= 1
            case "delete":
                self.text = self.text[: self.at] + self.text[self.at + 1 :]
            case _:
                return key == "backspace"
        self.fresh = False
        return True
