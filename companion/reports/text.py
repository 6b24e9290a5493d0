"""A report as plain text: for e-mail, for screen readers, over SSH. No picture, no box, no escape code.

A title stands alone in its line, with empty lines around it. A row of a table is a line that reads aloud
well: its name, then each value after what it is. Nothing is wider than an e-mail.
"""

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from companion.domain.text import show

if TYPE_CHECKING:
    from companion.reports.paper import Paper, Section, Table

WIDE = 76
ITSELF = ("Now", "What")  # columns whose caption says already what their values are


def text(paper: "Paper") -> str:
    """The whole report, lines of at most 76 characters, one newline at its end."""
    blocks = ["\n".join((_flat(paper.title), *_told(*paper.under)))]
    told = {sentence for section in paper.sections for sentence in section.sentences}
    blocks += ["\n\n".join(_section(section, told)) for section in paper.sections]
    blocks.append("\n".join(_told(*paper.small_print)))
    return "\n\n\n".join(blocks) + "\n"


def aloud(paper: "Paper") -> tuple[tuple[str, str], ...]:
    """Title and text of each section, a sentence or a row a line, for who reads it in the program."""
    made = [("", "\n".join(paper.under))]
    for section in paper.sections:
        lines = [*(each.said for each in section.pictures if each.said not in section.sentences)]
        lines += section.sentences
        for table in section.tables:
            lines += [f"{table.caption}:", "\n".join(_rows(table)).replace("\n  ", " ")]
        made.append((section.title, "\n".join(lines)))
    return (*made, ("", "\n".join(paper.small_print)))


def _section(section: "Section", told: set[str]) -> Iterator[str]:
    """Title, sentences and tables; of a picture its sentence, unless it stands among those of a section."""
    yield _flat(section.title)
    seen = (picture.said for picture in section.pictures if picture.said not in told)
    if lines := [*_told(*seen, *section.sentences)]:
        yield "\n".join(lines)
    for table in section.tables:
        yield "\n".join((*_told(f"{table.caption}:"), *_rows(table)))


def _rows(table: "Table") -> Iterator[str]:
    """Each row in a line: its name, then what each value is, but for a single one, which needs no word."""
    _, *columns = table.columns
    for first, *cells in table.rows:
        values = [cell if len(columns) == 1 else _value(name, cell)
                  for name, cell in zip(columns, cells, strict=True) if cell]  # fmt: skip
        yield from _line(": ".join(part for part in (first, "; ".join(values)) if part), hanging="  ")


def _value(name: str, cell: str) -> str:
    """energy 1,827 kcal; done 4 of 6; of "Energy (kcal)" the unit follows the number."""
    if name in ITSELF:
        return cell
    word, _, unit = name.partition(" (")
    after = f" {unit.rstrip(')')}" if unit and cell[-1].isdigit() else ""
    return f"{word[:1].lower()}{word[1:]} {cell}{after}"


def _told(*sentences: str) -> Iterator[str]:
    for sentence in sentences:
        yield from _line(sentence)


def _line(line: str, hanging: str = "") -> list[str]:
    """A line, or several; a word that is longer than a line stays whole, such as an address."""
    flat = _flat(line)
    if len(flat) <= WIDE:
        return [flat] if flat else []
    return wrap(flat, WIDE, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)


def _flat(text: str) -> str:
    """Whatever was written, on one line: nobody's line end makes a line of its own."""
    return " ".join(show(text).split())
