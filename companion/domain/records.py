"""What every record of the content says about itself, and the small kinds: texts, numbers, flags, sources."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

ID = r"^[A-Za-z0-9][A-Za-z0-9_. -]*$"


class Fixed(BaseModel):
    """A piece of a record: fixed once read, and nothing in it that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # most runs need few kinds


class Record(Fixed):
    """Which record it is, where it comes from, when it was looked at last, and by whom (`review`)."""

    id: str = Field(pattern=ID)
    source: str = Field(min_length=1)
    reviewed: date
    review: str = Field(min_length=1)


class Named(Record):
    """A record people choose by its name; `short` fits a picker, `spoken` is for listeners."""

    name: str = Field(min_length=1)
    short: str = ""
    spoken: str = ""

    @property
    def label(self) -> str:
        """The name that fits a picker."""
        return self.short or self.name

    @property
    def aloud(self) -> str:
        """The name as it is said."""
        return self.spoken or self.name


class Spoken(Record):
    """A record that is a sentence or more; `spoken` is for listeners, where they need other words."""

    text: str
    spoken: str = ""

    @property
    def aloud(self) -> str:
        """The text as it is said."""
        return self.spoken or self.text


class TextRecord(Spoken):
    """A text the program says. `value` is its mark on a scale, `stages` those of Sinaki and Mulder it means.

    `text` may hold paragraphs, an empty line between them. `note` is for those who review the text.
    """

    title: str = ""
    text: str = Field(min_length=1)
    value: int | None = None
    stages: tuple[int, ...] = ()
    note: str = ""


class Threshold(Record):
    """A number that decides something, in `unit`, and whose number it is. Its id is "group.field"."""

    value: int | float | tuple[float, ...]
    unit: str = ""
    set_by: str
    note: str = ""


class Origin(Record):
    """A source that other records name by its id."""

    text: str
