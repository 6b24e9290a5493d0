"""Papers as the tests need them: whole and made up, and a page read back into its tags."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from html.parser import HTMLParser

from companion.reports.paper import Paper, Picture, Section, Table

FIRST = date(2026, 3, 16)
VOID = {"meta", "path"}
DAY = timedelta(days=1)


def bars(days: int = 28, *, unit: str = "kcal") -> Picture:
    """Energy by day; every ninth day has no entry, and the floor rises in the middle."""
    when = [FIRST + n * DAY for n in range(days)]
    return Picture(
        said="Energy: 1,600 kcal a day on average.",
        unit=unit,
        values=tuple((day, None if n % 9 == 8 else 1200.0 + n % 7 * 100) for n, day in enumerate(when)),
        bars=True,
        means=tuple((day, 1500.0) for day in when[6:]),
        floors=tuple((day, 1750.0 if n < days / 2 else 1900.0) for n, day in enumerate(when)),
    )


def points(days: int = 28) -> Picture:
    """Tiredness by day with a band, a notice and a warning."""
    when = [FIRST + n * DAY for n in range(days)]
    return Picture(
        said="Tiredness: 4.0 of 10 on average.",
        unit="of 10",
        values=tuple((day, None if n == 5 else 3.0 + n % 3) for n, day in enumerate(when)),
        band=(2, 4),
        marked=((when[10], "notice"), (when[12], "warning")),
        marks=("warning", "notice"),
        scale=(0, 10),
        each="an answer",
    )


def paper(word: str = "Word", days: int = 28) -> Paper:
    """A whole paper with a word in every place that holds text."""
    picture = Picture(
        word, word, points(days).values, lines=((4.5, word),), each=word, marked=((FIRST, word),)
    )
    table = Table(word, (word, word), ((word, word), (word, "")))
    numbers = Table("Days", ("Day", "kcal"), (("Mon 16 Mar", "1,200"), ("Tue 17 Mar", "no entry")))
    sections = (
        Section("summary", "In short", (word,), (bars(days), points(days)), (numbers,)),
        Section("any", word, (word, "Second."), (picture,), (table,)),
    )
    return Paper(word, (word,), sections, (word, "See https://iddsi.org/framework. Thank you."))


@dataclass
class Tag:
    """An element of the page: its name, its attributes, its own text, and what it stands in."""

    name: str
    attributes: dict[str, str | None]
    inside: tuple[str, ...]
    text: str = ""


@dataclass
class Reader(HTMLParser):
    """Reads a page into its tags, in order; asserts that each is closed in turn."""

    tags: list[Tag] = field(default_factory=list)
    open: list[Tag] = field(default_factory=list)
    doctype: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_decl(self, decl: str) -> None:
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Tag(tag, dict(attrs), tuple(one.name for one in self.open))
        assert len(found.attributes) == len(attrs)
        self.tags.append(found)
        if tag not in VOID:
            self.open.append(found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1].text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    unknown_decl = handle_pi

    def named(self, *names: str) -> list[Tag]:
        """The tags of these names, in order."""
        return [tag for tag in self.tags if tag.name in names]


def read(page: str) -> Reader:
    """The page read; everything in it is closed."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader
