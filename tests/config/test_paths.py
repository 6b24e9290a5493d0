"""Where things are kept."""

from pathlib import Path

import pytest

from companion.config.paths import data_folder
from companion.errors import Malformed


def test_the_option_comes_before_the_variable_before_the_platform(monkeypatch):
    monkeypatch.setenv("COMPANION_DATA_DIR", "/somewhere/else")
    assert data_folder(Path("/here")) == Path("/here")
    assert data_folder(None) == Path("/somewhere/else")
    monkeypatch.delenv("COMPANION_DATA_DIR")
    assert data_folder(None).name == "companion"


def test_the_demo_has_a_folder_of_its_own_which_nothing_can_move(monkeypatch):
    monkeypatch.setenv("COMPANION_DATA_DIR", "/real/data")
    assert data_folder(None, demo=True).name == "companion-demo"
    with pytest.raises(Malformed):
        data_folder(Path("/real/data"), demo=True)
