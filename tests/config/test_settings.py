"""Settings: defaults, changes, the file, and what a broken one says."""

import os
import stat
from contextlib import contextmanager

import pytest

from companion.config.settings import (
    MOST_SLOTS,
    Settings,
    add_slot,
    change,
    load,
    move_slot,
    remove_slot,
    rename_slot,
    save,
)
from companion.errors import CompanionError, Failure, Refused, Unknown
from companion.wording.errors import sentence


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


def test_a_slot_gets_another_name_and_keeps_its_place():
    changed = rename_slot(Settings(), "lunch", "dinner")
    assert list(changed.slots)[:3] == ["breakfast", "morning", "dinner"]
    assert changed.slots["dinner"] == Settings().slots["lunch"]
    assert rename_slot(Settings(), "lunch", "Lunch").slots["Lunch"] == "12:00"


def test_a_name_that_looks_like_a_command_is_a_name():
    """A part of the day may be called anything; no name turns one change into another."""
    settings = add_slot(Settings(), "lunch.name", "15:00")
    assert (settings.slots["lunch"], settings.slots["lunch.name"]) == ("12:00", "15:00")
    assert change(settings, "slots.lunch.name", "15:30").slots == settings.slots | {"lunch.name": "15:30"}
    assert "lunch.name" not in remove_slot(settings, "lunch.name").slots


def test_a_slot_is_taken_out_but_never_the_last_one():
    settings = Settings()
    for slot in list(settings.slots)[1:]:
        settings = remove_slot(settings, slot)
        assert slot not in settings.slots
    with refused("last_slot"):
        remove_slot(settings, "breakfast")


@pytest.mark.parametrize("name", ["supper", "Supper"])
def test_two_slots_never_have_one_name(name):
    with refused("slot_there"):
        rename_slot(Settings(), "lunch", name)
    with refused("slot_there"):
        add_slot(Settings(), name, "15:00")


def test_what_is_wrong_with_a_part_of_the_day_has_a_code_each():
    many = Settings()
    for hour in range(MOST_SLOTS - len(many.slots)):
        many = add_slot(many, f"snack {hour}", f"{hour}:15")
    for code, change_ in (
        ("bad_slot_name", lambda: add_slot(Settings(), "", "9:00")),
        ("bad_slot_name", lambda: rename_slot(Settings(), "lunch", "a name that is too long")),
        ("bad_slot_time", lambda: move_slot(Settings(), "lunch", "25:00")),
        ("bad_slot_time", lambda: change(Settings(), "slots.lunch", "")),
        ("too_many_slots", lambda: add_slot(many, "one more", "3:00")),
        ("unknown_slot", lambda: move_slot(Settings(), "brunch", "11:00")),
        ("unknown_slot", lambda: rename_slot(Settings(), "brunch", "late")),
        ("unknown_slot", lambda: remove_slot(Settings(), "brunch")),
    ):
        with refused(code):
            change_()


@contextmanager
def refused(code):
    """The change is refused with this code, in words that no model wrote."""
    with pytest.raises(CompanionError) as caught:
        yield
    assert caught.value.code == code
    assert not [word for word in ("Input", "validation", "Dictionary") if word in sentence(caught.value)]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("weight-unit", "stone", "weight-unit cannot be stone: it can be kg, lb or st. Nothing was changed."),
        ("bell", "perhaps", "Bell cannot be perhaps: it can be yes or no. Nothing was changed."),
        ("day-start", "25", "day-start cannot be 25: it can be 0 to 11. Nothing was changed."),
        ("slots.tea", "late", "Late is not a time of the day. Write it as 17:30. Nothing was changed."),
    ],
)
def test_what_a_setting_can_be_is_said_in_our_words(key, value, said):
    with pytest.raises(Refused) as caught:
        change(Settings(), key, value)
    assert sentence(caught.value) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nonsense = 1", "nonsense is no setting."),
        ("theme = 'pink'", "theme can be dusk, clear, daylight or paper."),
        ("day_start = 25", "day-start can be 0 to 11."),
        ("bell = 'perhaps'", "bell can be yes or no."),
        (
            "[slots]\nlunch = 'noon'",
            "it needs 1 to 12 parts of the day, each with a name of at most 16 letters",
        ),
        ("[slots]", "it needs 1 to 12 parts of the day"),
        ("theme = ", "it cannot be read as TOML: "),
    ],
)
def test_what_is_wrong_with_the_file_is_said_in_our_words(tmp_path, text, said):
    (tmp_path / "settings.toml").write_text(text)
    with pytest.raises(Failure) as caught:
        load(tmp_path)
    assert f"settings.toml cannot be used: {said}" in sentence(caught.value)


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


def test_a_slot_added_later_stands_at_its_time_of_the_day():
    settings = change(change(Settings(), "slots.elevenses", "11:00"), "slots.late", "1:30")
    assert list(settings.slots)[1:4] == ["morning", "elevenses", "lunch"]
    assert list(settings.slots)[-1] == "late"


def test_in_a_folder_of_several_accounts_all_of_them_can_read_and_change_it(tmp_path):
    tmp_path.chmod(0o2770)
    before = os.umask(0o077)
    try:
        save(tmp_path, Settings(bell=False))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "settings.toml").stat().st_mode) == 0o660
