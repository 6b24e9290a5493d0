"""Every error that the program can raise has its sentence, and every sentence can be said."""

import ast
from datetime import UTC, datetime

import pytest

from companion import errors
from companion.domain.weight import Slip
from companion.resources import PACKAGE
from companion.wording.errors import SENTENCES, sentence, words

KINDS = {name for name in dir(errors) if isinstance(getattr(errors, name), type)}
SAMPLES = {
    "known": ["cod_white_sauce", "porridge_banana"], "near": ["a1"], "value": "cod_whit_sauce",
    "low": 0, "high": 10, "key": "food-level",
    "at": datetime(2026, 4, 14, tzinfo=UTC), "now": datetime(2026, 4, 14, tzinfo=UTC),
    "since": datetime(2026, 4, 14, tzinfo=UTC),
    "slip": Slip("tenfold", 560.0, 56.0, 56.8), "allowed": ["kcal"], "what": "kcal", "instead": "folder",
    "file": "~/a", "folder": "~/b",
}  # fmt: skip


def raised() -> list[tuple[str, str, tuple[str, ...]]]:
    """Every place that makes an error: the file, the code, and the names of its facts."""
    found = []
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS):
                continue
            if node.args and isinstance(node.args[0], ast.Constant):
                facts = tuple(keyword.arg for keyword in node.keywords if keyword.arg)
                if any(keyword.arg is None for keyword in node.keywords):
                    facts += ("key", "fault")
                found.append((file.name, str(node.args[0].value), facts))
    return found


@pytest.mark.parametrize(("file", "code", "facts"), raised())
def test_every_error_raised_has_a_sentence_for_its_facts(file, code, facts):
    assert code in SENTENCES, f"{file} raises {code}, which has no words"
    said = words(errors.CompanionError(code, **{name: SAMPLES.get(name, "this") for name in facts}))
    # An id, a key, a file or an option stays as it is spelled.
    as_spelled = said.sentence.startswith((str(SAMPLES["value"]), str(SAMPLES["key"])))
    assert as_spelled or said.sentence[0].isupper() or not said.sentence[0].isalpha()
    assert said.sentence[-1] in ".?:"
    assert "!" not in said.sentence + said.hint


def test_no_sentence_is_left_over():
    words = PACKAGE / "wording" / "errors.py"
    sources = [file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py") if file != words]
    assert [code for code in SENTENCES if not any(f'"{code}"' in source for source in sources)] == []


def test_a_file_stays_as_it_is_spelled():
    error = errors.Malformed("import_unreadable", file="nofile", fault="No such file or directory")
    assert words(error).sentence == "nofile cannot be read: No such file or directory."
    assert words(errors.Malformed("unknown_key", value="a", known=[], file="a")).sentence[0] == "T"


def test_something_near_is_offered():
    error = errors.Unknown("unknown_meal", value="cod_whit_sauce", known=["cod_white_sauce", "custard"])
    assert words(error).hint == "Did you mean cod_white_sauce?"


def test_hostile_facts_are_cleaned():
    error = errors.Unknown("unknown_meal", value="\x1b[2J\u202e[/nope]", known=[])
    assert sentence(error).startswith("There is no meal called [2J[/nope].")
