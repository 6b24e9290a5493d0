"""Settings through the service: what another window changed is not written over, and can be read again."""

import pytest

from companion.bootstrap import open_companion
from companion.errors import Failure, NotAllowed


@pytest.fixture
def windows(tmp_path):
    return open_companion(tmp_path), open_companion(tmp_path)


def test_what_another_window_changed_stays(windows):
    one, other = windows
    one.preferences.remove_slot("night")
    other.preferences.rename_slot("lunch", "dinner")
    assert list(other.settings.slots) == ["breakfast", "morning", "dinner", "afternoon", "supper", "evening"]


def test_what_another_window_changed_is_read_again_on_request(windows):
    one, other = windows
    assert not other.preferences.refresh()
    one.preferences.remove_slot("night")
    assert "night" in other.settings.slots
    assert other.preferences.refresh()
    assert "night" not in other.settings.slots
    kept = other.settings
    assert not other.preferences.refresh()
    assert other.settings is kept


def test_settings_that_went_away_are_the_defaults_again(windows, tmp_path):
    one, other = windows
    one.preferences.set("theme", "clear")
    assert other.preferences.refresh()
    (tmp_path / "settings.toml").unlink()
    assert other.preferences.refresh()
    assert other.settings.theme == "dusk"


def test_a_file_that_cannot_be_used_is_said_once_and_what_holds_stays(windows, tmp_path):
    one, _ = windows
    one.preferences.set("theme", "clear")
    one.preferences.refresh()
    (tmp_path / "settings.toml").write_text("theme = ")
    with pytest.raises(Failure):
        one.preferences.refresh()
    assert not one.preferences.refresh()
    assert one.settings.theme == "clear"


def test_without_a_folder_there_is_nothing_to_read_again(companion):
    companion.folder = None
    assert not companion.preferences.refresh()


@pytest.mark.parametrize(
    "change",
    [
        lambda preferences: preferences.add_slot("tea", "16:00"),
        lambda preferences: preferences.move_slot("lunch", "13:00"),
        lambda preferences: preferences.rename_slot("lunch", "dinner"),
        lambda preferences: preferences.remove_slot("lunch"),
    ],
)
def test_who_may_not_arrange_changes_no_part_of_the_day(companion, change):
    companion.by = "Karim"
    before = companion.settings
    with pytest.raises(NotAllowed):
        change(companion.preferences)
    assert companion.settings is before


def test_a_diary_that_is_not_there_changes_no_setting_and_gets_none(windows, tmp_path):
    one, _ = windows
    one.intake.quick("Toast", kcal=120)
    one.preferences.set("theme", "clear")
    one.preferences.refresh()
    away = tmp_path.with_name(f"{tmp_path.name}-away")
    tmp_path.rename(away)
    assert not one.preferences.refresh()
    assert one.settings.theme == "clear"
    with pytest.raises(Failure, match="folder_gone"):
        one.preferences.set("theme", "dusk")
    assert not tmp_path.exists()
    away.rename(tmp_path)
    assert not one.preferences.refresh()
    one.preferences.set("theme", "dusk")
    assert one.settings.theme == "dusk"
