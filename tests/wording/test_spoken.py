"""What a listener hears: whole words for units, nothing for pictures, the rest as it was."""

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.resources import PACKAGE
from companion.wording.spoken import SIGNS, UNITS, sentences, spoken

HEARD = [
    ("495 kcal", "495 kilocalories"),
    ("1 g", "1 gram"),
    ("Protein 58 g.", "Protein 58 grams."),
    ("45 to 85 g", "45 to 85 grams"),
    ("940 mL", "940 millilitres"),
    ("0.5 mL", "0.5 millilitres"),
    ("56.8 kg", "56.8 kilograms"),
    ("125.2 lb", "125.2 pounds"),
    ("8 st 13.2 lb", "8 stones 13.2 pounds"),
    ("1 st 1 lb", "1 stone 1 pound"),
    ("1.5 kcal/mL", "1.5 kilocalories per millilitre"),
    ("1.25 g/kg", "1.25 grams per kilogram"),
    ("kcal/100 g", "kilocalories per 100 grams"),
    ("18.4 kg/m2", "18.4 kilograms per square metre"),
    ("½ kg, 1½ kg, half ½", "0.5 kilograms, 1.5 kilograms, half half"),
    ("5.5 % less", "5.5 percent less"),
    ("60%", "60 percent"),
    ("163 cm, 4 mm, 37 °C", "163 centimetres, 4 millimetres, 37 degrees Celsius"),
    ("rest 60 s, 48 h later, 1 min", "rest 60 seconds, 48 hours later, 1 minute"),
    ("How much energy, in kcal?", "How much energy, in kilocalories?"),
    ("How much protein is in a serving, in g?", "How much protein is in a serving, in grams?"),
    ("in g for 100 mL?", "in grams for 100 millilitres?"),
    ("in kcal for each mL?", "in kilocalories for each millilitre?"),
    ("mL", "millilitres"),
    ("g", "grams"),
    ("1,405 of at least 1,900 kcal today.", "1405 of at least 1900 kilocalories today."),
    ("8–10 times, 3-5 s", "8 to 10 times, 3 to 5 seconds"),
    ("on 2026-04-14 at 16:05", "on 2026-04-14 at 16:05"),
    ("1:40 minutes", "1 minute 40 seconds"),
    ("2:00 minutes", "2 minutes"),
    ("Sun 14 April, A. Lee, 2 Mar 2026", "Sunday 14 April, A. Lee, 2 March 2026"),
    ("▲ Warning: a fall", "Warning: a fall"),
    ("● today · ○ before", "today, before"),
    ("✓ done ≥ 3", "done done at least 3"),
    ("2 × Oat cream", "2 times Oat cream"),
    ("supper, [Soup, 200 kcal]", "supper, planned: Soup, 200 kilocalories"),
    ("Planned: [Soup].", "Planned: Soup."),
    ("Protein 30 g+?", "Protein 30 grams and more"),
    ("IDDSI 7EC", "I D D S I 7 E C"),
    ("What did you weigh before ALS?", "What did you weigh before A L S?"),
    ("e.g. soup, approx. 3", "for example soup, about 3"),
    ("Soup\n\n200 kcal", "Soup\n\n200 kilocalories"),
]
KEPT = [
    "Vitamin D 10 grams tablets",
    "Sun cream and Mar Lodge",
    "the 1990s, 1st, 5L and 7s",
    "L shows another time. S searches.",
    "Press ? for help, . repeats, 0 is back",
    "https://iddsi.org/framework",
    "Purée of leek & potato, 50/50",
    "0800-123-456",
    "Crème brûlée №2 👍",
]
LEFT = re.compile(
    r"(?<![\w-])(?:kcal|kJ|m[Ll]|mg|kg|lb|cm|mm|ALS|IDDSI|BMI|USDA|e\.g\.|i\.e\.|etc\.|approx)(?![\w-])|%"
    r"|\d (?:g|st|h|min|s|sec|oz|L)(?![\w-])|\b(?:in|per|each) (?:g|st)(?![\w-])|\d,\d{3}(?!\d)"
)


@pytest.mark.parametrize(("text", "heard"), HEARD)
def test_whole_words_for_units_and_nothing_for_pictures(text, heard):
    assert spoken(text) == heard


@pytest.mark.parametrize("text", KEPT)
def test_names_and_words_stay_as_they_were_typed(text):
    assert spoken(text) == text


def speakable(text: str) -> bool:
    """Only letters, figures and the punctuation that readers know."""
    return all(ch.isascii() or unicodedata.category(ch)[0] in "LMN" for ch in text)


def wordings() -> Iterator[tuple[str, str]]:
    """Every string of the sentences, with a number where something is filled in."""
    for file in sorted((PACKAGE / "wording").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        if file.name != "spoken.py":
            yield from ((file.name, text) for text in _strings(tree))


def _strings(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "12" for part in node.values]
        yield "".join(map(str, parts))
        inner = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
        return
    else:
        inner = list(ast.iter_child_nodes(node))
    for child in inner:
        yield from _strings(child)


def contents() -> Iterator[tuple[str, str]]:
    """Every string of the content files, but for where things come from."""
    for file in sorted((PACKAGE / "content" / "data").rglob("*.toml")):
        if file.name not in ("sources.toml", "demo.toml"):
            yield from (
                (file.name, text) for text in _values(tomllib.loads(file.read_text(encoding="utf-8")))
            )


def _values(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, str) and key not in ("id", "source", "unit"):
        yield value
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield from _values(inner, name)
    for inner in value if isinstance(value, list) else ():
        yield from _values(inner, key)


@pytest.mark.parametrize("texts", [wordings, contents])
def test_no_sentence_leaves_a_unit_cut_short_or_a_mark(texts):
    said = [(where, spoken(text)) for where, text in texts()]
    assert len(said) > 1000
    assert [(where, text) for where, text in said if LEFT.search(text) or not speakable(text)] == []


def test_the_pictures_of_the_full_screen_are_never_spoken():
    pictures = {
        *map(chr, range(0x2500, 0x2600)),
        *map(chr, range(0x2800, 0x2900)),
        *map(chr, range(0xE000, 0xE100)),
    }
    assert spoken("Soup" + "".join(sorted(pictures)) + "today") == "Soup today"


PIECES = st.sampled_from(
    [*UNITS, *SIGNS, *"0123456789,.:;?[]+/- –▲█\x1b\n", "[?]", "Sun", "12", "1,900", "planned: "]
)


@given(st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=40)))
def test_said_twice_it_is_the_same_and_no_control_character_comes_through(text):
    once = spoken(text)
    assert spoken(once) == once
    assert not any(unicodedata.category(ch) in ("Cc", "Co") and ch != "\n" for ch in once)
    assert "  " not in once


def test_one_file_names_the_words_of_units():
    named = [f.name for f in Path(PACKAGE).rglob("*.py") if "kilocalories" in f.read_text(encoding="utf-8")]
    assert named == ["spoken.py"]


def test_a_text_is_cut_where_one_pauses_and_never_inside_a_number() -> None:
    assert sentences("It is 9:30. Half of it, 1.5 kcal: is that enough?\nYes; no. End") == [
        "It is 9:30.", "Half of it, 1.5 kcal: is that enough?", "Yes; no.", "End"
    ]  # fmt: skip
