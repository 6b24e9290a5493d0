"""Pydantic is told that it has no plugins, in a way that breaks nothing it may ask besides."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow
ASKS = """
import sys
from companion.surroundings.plugins import LOOKS, want_none
want_none()
from pydantic import BaseModel, ValidationError
class Cup(BaseModel):
    ml: int
try:
    Cup(ml="much")
except ValidationError:
    print(Cup(ml="5").ml, "importlib.metadata" in sys.modules)
{more}
"""


def told(more: str = "") -> list[str]:
    """What a new Python says that asks for no plugins and then makes a model."""
    code = ASKS.format(more=more)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_model_validates_and_nothing_was_searched() -> None:
    assert told() == ["5", "False"]


def test_whoever_asks_for_more_gets_the_real_one() -> None:
    more = "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP as group; print(group)"
    assert told(more) == ["5", "False", "pydantic"]


def test_one_that_is_there_already_stays() -> None:
    more = "before = sys.modules[LOOKS]; want_none(); print(sys.modules[LOOKS] is before)"
    assert told(more) == ["5", "False", "True"]
