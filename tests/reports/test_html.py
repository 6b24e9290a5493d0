"""The report as a page: one file that reaches out to nothing, whose texts stay texts."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports.papers import Reader, paper, read

from companion.domain.text import show
from companion.reports.html import html
from companion.reports.paper import Paper, Section, Table
from companion.reports.style import STYLE

LINK = "https://iddsi.org/framework"
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "h1", "h2", "p", "a"),
    *("section", "figure", "figcaption", "ul", "li", "i", "svg", "desc", "path", "text"),
    *("div", "table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "href", "class", "scope", "id", "role"),
    *("viewbox", "aria-labelledby", "d", "x", "y"),
}
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    '" onload="alert(1)" x="',
    "' onmouseover='alert(1)",
    "<!-- --><![CDATA[ ]]><?php ?>",
    "&lt;b&gt; &amp;amp; &#x3c;i>",
    "javascript:alert(1) http://evil.example/ https://iddsi.org.evil.example/",
    "\x1b[31mred\x07 \u202eturned\u202c \u2028new\x00",
)


def kinds(page: Reader) -> tuple[set[str], set[str]]:
    """Names of tags and of attributes."""
    return {tag.name for tag in page.tags}, {name for tag in page.tags for name in tag.attributes}


def test_it_is_one_page_with_its_landmarks_language_and_policy():
    page = read(html(paper()))
    assert page.doctype == "DOCTYPE html"
    assert page.tags[0].attributes == {"lang": "en"}
    assert kinds(page) == (TAGS, ATTRIBUTES)
    assert [tag.name for tag in page.tags if tag.inside == ("html", "body")] == ["header", "main", "footer"]
    policy = [tag for tag in page.named("meta") if "http-equiv" in tag.attributes]
    assert [one.attributes["content"] for one in policy] == [
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    ]


def test_it_reaches_out_to_nothing_and_links_only_to_the_credit():
    text = html(paper())
    assert [tag.attributes["href"] for tag in read(text).named("a")] == [LINK]
    assert set(re.findall(r"[a-z]+:/[^\s<\"]+", text)) == {LINK}
    assert not re.search(r"url\(|@import|src=|srcset|<link|<script|<base|<form", text)


def test_headings_come_in_order():
    page = read(html(paper()))
    headings = page.named("h1", "h2", "h3", "h4")
    assert [tag.name for tag in headings] == ["h1", "h2", "h2"]
    assert [tag.inside[-1] for tag in headings] == ["header", "section", "section"]


def test_every_picture_says_in_words_what_it_shows():
    page = read(html(paper("Said so.")))
    pictures = page.named("svg")
    assert len(pictures) == 3
    ids = {tag.attributes["id"]: tag for tag in page.tags if "id" in tag.attributes}
    assert len(ids) == 2 * len(pictures)
    for picture, caption in zip(pictures, page.named("figcaption"), strict=True):
        title, desc = (ids[one] for one in (picture.attributes["aria-labelledby"] or "").split())
        assert picture.attributes["role"] == "img"
        assert (title.name, desc.name) == ("title", "desc")
        assert title.text
        assert desc.text == caption.text != ""


def test_tables_name_their_columns_and_rows_and_set_numbers_right():
    page = read(html(paper()))
    tables, captions = page.named("table"), page.named("caption")
    assert len(tables) == len(captions) == 2
    assert all(tag.text for tag in captions)
    heads = [tag for tag in page.named("th") if "thead" in tag.inside]
    assert {tag.attributes["scope"] for tag in heads} == {"col"}
    cells = [tag for tag in page.named("th", "td") if "tbody" in tag.inside][:4]
    assert [
        (tag.name, tag.attributes.get("scope"), tag.attributes.get("class"), tag.text) for tag in cells
    ] == [
        ("th", "row", None, "Mon 16 Mar"),
        ("td", None, "n", "1,200"),
        ("th", "row", None, "Tue 17 Mar"),
        ("td", None, "n", "no entry"),
    ]


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        (("1,317", "no entry"), True),
        (("−3.5 %", "+0.2 %", ""), True),
        (("58.0 kg", "not known"), True),
        (("5 of 6", "6 of 6"), False),
        (("Tue 27 Oct",), False),
        (("", "finished"), False),
    ],
)
def test_a_column_of_numbers_stands_right(cells, right):
    table = Table("Days", ("Day", "It"), tuple(("day", cell) for cell in cells))
    page = read(html(Paper("Report", (), (Section("a", "A", tables=(table,)),), ())))
    assert {tag.attributes.get("class") == "n" for tag in page.named("td")} == {right}


def test_a_wide_table_can_be_moved_by_keys_and_has_a_name():
    narrow, wide = (
        Table(f"{many} columns", ("Day", *"abcdefgh"[: many - 1]), (("Mon", *"1" * (many - 1)),))
        for many in (4, 5)
    )
    page = read(html(Paper("Report", (), (Section("a", "A", tables=(narrow, wide)),), ())))
    first, second = (tag.attributes for tag in page.named("div"))
    assert first == {"class": "table"}
    assert (second["role"], second["tabindex"]) == ("region", "0")
    (caption,) = [tag for tag in page.named("caption") if "id" in tag.attributes]
    assert (caption.attributes["id"], caption.text) == (second["aria-labelledby"], "5 columns")


def test_a_row_without_a_name_is_not_named_by_an_empty_cell():
    table = Table("Days", ("Day", "It"), (("", "1"), ("Mon", "2")))
    page = read(html(Paper("Report", (), (Section("a", "A", tables=(table,)),), ())))
    assert {tag.attributes["scope"] for tag in page.named("th")} == {"col"}


@pytest.mark.parametrize("word", HOSTILE)
def test_what_is_hostile_stays_text(word):
    page = read(html(paper(word)))
    plain = read(html(paper()))
    assert kinds(page) == kinds(plain)
    assert [tag.attributes.get("href") for tag in page.named("a")] == [LINK]
    assert [tag.text for tag in page.named("h1")] == [show(word)]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u2028\u202a-\u202e]", html(paper(word)))


@given(st.text(min_size=1))
@settings(max_examples=40)
def test_any_text_in_any_place_stays_text(word):
    page, plain = read(html(paper(word))), read(html(paper("word")))
    shape = [(tag.name, set(tag.attributes) - {"class"}, tag.inside) for tag in page.tags]
    if show(word):  # an empty sentence or cell leaves its place out
        expected = [(tag.name, set(tag.attributes) - {"class"}, tag.inside) for tag in plain.tags]
        rows = [tag for tag in page.named("th", "td") if "tbody" in tag.inside]
        assert [one for one in shape if one[0] not in {"th", "td"}] == [
            one for one in expected if one[0] not in {"th", "td"}
        ]
        assert len(rows) == 8
    assert page.named("h1")[0].text == show(word)


def test_a_language_that_is_none_is_english():
    assert '<html lang="en">' in html(Paper("Report", (), (), (), language='de"><script>'))
    assert '<html lang="pt-BR">' in html(Paper("Report", (), (), (), language="pt-BR"))


def test_only_the_small_print_links():
    said = Section("a", "A", (f"See {LINK} and {LINK}.",))
    assert not read(html(Paper("Report", (LINK,), (said,), ()))).named("a")


def test_two_years_stay_small():
    rows = tuple((f"Mon {n} Mar 2026", "1,234", "62", "1,100", "1,900", "6 of 7") for n in range(105))
    table = Table("Week by week", ("Week", "kcal", "g", "mL", "At least", "Days"), rows)
    whole = paper("A sentence of some length about these weeks.", days=731)
    sections = (*whole.sections, *(Section(f"s{n}", "More", tables=(table,)) for n in range(5)))
    page = html(Paper(whole.title, whole.under, sections, whole.small_print))
    assert len(page.encode()) < 120_000


def test_text_is_at_least_seven_to_one_on_white():
    colours = dict(re.findall(r"--(ink|quiet|warm|deep|fill): #([0-9a-f]{6})", STYLE))
    assert {
        name: _contrast(colours[name]) >= 7 for name in ("ink", "quiet", "warm", "deep")
    } == dict.fromkeys(("ink", "quiet", "warm", "deep"), True)
    assert _contrast(colours["fill"]) >= 3  # of what is no text
    worn = set(re.findall(r"(?<![-\w])color: ([^;]+);", STYLE))
    assert worn == {"var(--ink)", "var(--quiet)", "inherit"}


def _contrast(colour: str) -> float:
    """To white, as WCAG has it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_the_shadow_of_a_wide_table_stands_beside_its_digits():
    shadows = [line for line in STYLE.splitlines() if "to left" in line]
    assert shadows == [
        "    background: linear-gradient(to left, #bfc4ca, #fff 75%); }"
    ]  # nothing shines through
    assert ".table[tabindex]::before { position: relative; z-index: 2; }" in STYLE  # covers it at the end


def test_paper_keeps_rows_whole_and_repeats_heads():
    rules = STYLE[STYLE.index("@media print") :]
    for rule in (
        "section > p { break-inside: avoid; }",
        "section > p:not(:last-child) { break-after: avoid; }",
        "h1, h2, caption, thead { break-after: avoid; }",
        "figure, tr, footer p { break-inside: avoid; }",
        "table-header-group",
    ):
        assert rule in rules
    assert "svg .few { display: inline; }" in rules
    assert "break-after: page" not in rules  # a page left empty where the first section is long
    assert "@page" in STYLE
    assert unescape(STYLE) == STYLE
