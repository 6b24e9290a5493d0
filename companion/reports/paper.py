"""What a report is made of, whatever it is written as: sections of sentences, tables and pictures."""

from datetime import date

from companion.domain.frozen import frozen


@frozen
class Table:
    """Rows under named columns; `caption` says what they are. Cells are texts, "" where nothing is known."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Picture:
    """A course over days. `said` is the same in a sentence; a value of None is a day without an entry.

    `bars` stand on zero; points do not. `lines` are values that mean something, each with its name; `band`
    is the usual; `marked` days carry the mark of a word, such as a notice. A writer may thin a long course to
    weeks, and says so: hand it day by day.
    """

    said: str
    unit: str  # at the axis, such as "kcal"; values, lines, floors and means are in it
    values: tuple[tuple[date, float | None], ...]
    bars: bool = False
    means: tuple[tuple[date, float], ...] = ()
    lines: tuple[tuple[float, str], ...] = ()  # short names, such as "5 % below: 57.1 kg"
    floors: tuple[tuple[date, float], ...] = ()
    band: tuple[float, float] | None = None
    marked: tuple[tuple[date, str], ...] = ()
    scale: tuple[float, float] | None = None  # both ends of the axis, where it has ends of its own
    name: str = ""  # of what is shown, such as "Weight"; else that of the section
    each: str = "a day"  # what a bar or a point is, for the legend: "a day", "an answer", "a weight"
    marks: tuple[str, ...] = ()  # the words of `marked`, gravest first, each drawn in a shape of its own
    thin: tuple[date, ...] = ()  # days that are known to be incomplete; bars alone show it
    first: date | None = None  # the days it spans, where they are more than its values
    last: date | None = None


@frozen
class Section:
    """One part of a report; `id` is its word, such as "weight"."""

    id: str
    title: str
    sentences: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    tables: tuple[Table, ...] = ()


@frozen
class Paper:
    """A whole report: its title, what stands under it, the sections, and the small print at the end.

    The first section fits the first page on paper: its table and the pictures of weight, energy and
    tiredness; tables of days belong to the sections after it.
    """

    title: str
    under: tuple[str, ...]
    sections: tuple[Section, ...]
    small_print: tuple[str, ...]
    language: str = "en"
