"""A report as one page: it reaches out to nothing, prints on A4 and letter, and reads well aloud."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from companion.reports.pictures import keys, weekly
from companion.reports.style import STYLE
from companion.reports.svg import svg, text
from companion.wording.reports_pictures import caption

if TYPE_CHECKING:
    from companion.reports.paper import Paper, Picture, Section, Table

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
CREDIT = re.compile(r"https://iddsi\.org/[a-z]+")  # the one address that is a link: its licence asks for it
NUMBER = re.compile(r"[+\-−]?\d[\d,.]*(?: ?%| (?:kcal|g|mL|kg|lb|min))?")
WIDE = 5  # columns that may not fit on a phone: such a table can be moved sideways, also by keys
BRIEF = 24  # letters that the name of a row may have to stand on one line
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def html(paper: "Paper") -> str:
    """The whole page. Whatever a text holds, it stays text."""
    language = paper.language if LANGUAGE.fullmatch(paper.language) else "en"
    body = "\n".join(part for n, section in enumerate(paper.sections, 1) for part in _section(section, n))
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{text(paper.title)}</title>
<style>
{STYLE}</style>
</head>
<body>
<header>
<h1>{text(paper.title)}</h1>
{_paragraphs(paper.under)}
</header>
<main>
{body}
</main>
<footer>
{_small_print(paper.small_print)}
</footer>
</body>
</html>
"""


def _paragraphs(sentences: Iterable[str]) -> str:
    return "\n".join(f"<p>{said}</p>" for said in map(text, sentences) if said)


def _section(section: "Section", number: int) -> Iterator[str]:
    """Its heading, its sentences, its pictures, its tables; in the first the table leads."""
    yield f"<section>\n<h2>{text(section.title)}</h2>"
    if section.sentences:
        yield _paragraphs(section.sentences)
    pictures = [_figure(one, section.title, f"p{number}-{n}") for n, one in enumerate(section.pictures, 1)]
    tables = [_table(table, f"t{number}-{n}") for n, table in enumerate(section.tables, 1)]
    yield from (*tables, *pictures) if number == 1 else (*pictures, *tables)
    yield "</section>"


def _figure(picture: "Picture", title: str, id: str) -> str:
    """The picture, what its marks mean, and its sentence."""
    said = caption(picture.said, bars=picture.bars, weekly=weekly(picture))
    drawn = svg(picture, picture.name or title, said, id)
    if not drawn:
        return _paragraphs([picture.said])
    key = "".join(f'<li><i class="{one.mark}"></i>{text(one.means)}</li>' for one in keys(picture))
    return f"<figure>\n{drawn}\n<ul>{key}</ul>\n<figcaption>{text(said)}</figcaption>\n</figure>"


def _table(table: "Table", id: str) -> str:
    """Rows under their columns; columns of numbers stand right, the first cell names its row."""
    columns = range(len(table.columns))
    right = {n for n in columns if _counts(row[n] for row in table.rows)}
    named = all(row[0].strip() for row in table.rows)
    brief = ' class="brief"' if all(len(row[0]) <= BRIEF for row in table.rows) else ""
    head = "".join(_cell(name, right=n in right, scope="col") for n, name in enumerate(table.columns))
    rows = (
        "".join(
            _cell(cell, right=n in right, scope="row" if named and n == 0 else "")
            for n, cell in enumerate(row)
        )
        for row in table.rows
    )
    body = "\n".join(f"<tr>{cells}</tr>" for cells in rows)
    wide = len(table.columns) >= WIDE
    moved, name = (f' tabindex="0" role="region" aria-labelledby="{id}"', f' id="{id}"') if wide else ("", "")
    return (
        f'<div class="table"{moved}><table{brief}>\n<caption{name}>{text(table.caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table></div>"
    )


def _cell(value: str, *, right: bool, scope: str) -> str:
    """A cell; with a scope it is the header of its row or column."""
    side = ' class="n"' if right else ""
    return f'<th scope="{scope}"{side}>{text(value)}</th>' if scope else f"<td{side}>{text(value)}</td>"


def _counts(cells: Iterable[str]) -> bool:
    """Whether a column holds numbers; words without a digit, such as "no entry", may stand among them."""
    met = [cell for cell in cells if any(map(str.isdigit, cell))]
    return bool(met) and all(NUMBER.fullmatch(cell) for cell in met)


def _small_print(sentences: Iterable[str]) -> str:
    """The end of the page, in which the credit of the texture levels is a link."""
    return "\n".join(f"<p>{CREDIT.sub(_link, said)}</p>" for said in map(text, sentences) if said)


def _link(found: re.Match[str]) -> str:
    return f'<a href="{found[0]}">{found[0]}</a>'
