"""Settings: defaults, changes, the file, and what a broken one says."""

import stat

import pytest

from companion.config.settings import Settings, change, load, save
from companion.errors import Failure, Refused, Unknown


def test_without_a_file_the_defaults_hold(tmp_path):
    assert load(tmp_path) == Settings()


def test_what_is_saved_is_loaded_and_only_what_differs_is_written(tmp_path):
    changed = change(change(Settings(), "theme", "clear"), "slots.tea time", "16:00")
    save(tmp_path, changed)
    assert load(tmp_path) == changed
    assert "weight_unit" not in (tmp_path / "settings.toml").read_text()


def test_the_file_is_readable_by_its_owner_alone(tmp_path):
    save(tmp_path, change(Settings(), "bell", "no"))
    assert stat.S_IMODE((tmp_path / "settings.toml").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("key", "value"),
    [("theme", "pink"), ("day-start", "25"), ("bell", "maybe"), ("slots.x", "25:00"), ("slots.", "9:00")],
)
def test_a_value_that_cannot_be_is_refused(key, value):
    with pytest.raises(Refused):
        change(Settings(), key, value)


@pytest.mark.parametrize("key", ["colour", "slots", "__class__"])
def test_an_unknown_key_is_named(key):
    with pytest.raises(Unknown):
        change(Settings(), key, "1")


@pytest.mark.parametrize("text", ["theme = ", "nonsense = 1", "theme = 'pink'", "\x00"])
def test_a_broken_file_is_named_and_left_alone(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(Failure) as caught:
        load(tmp_path)
    assert caught.value.facts["file"] == str(path)
    assert path.read_text() == text
