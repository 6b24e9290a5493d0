"""Settings by digits: every one in its group, changed at once."""

from companion.config.settings import names
from companion.flows.levels import Talk
from companion.flows.menus import preferences
from companion.flows.menus.today import day
from companion.wording import preferences as told


def test_every_setting_is_in_a_group_with_its_value(ruth, explored):
    menus = explored(ruth, preferences.menu)
    assert menus[0].id == "settings"
    keys = [
        option.value.flow.keywords["key"]
        for menu in menus[1:]
        for option in menu.options
        if isinstance(option.value, Talk) and hasattr(option.value.flow, "keywords")
    ]
    assert sorted(keys) == sorted([*names(ruth.settings), told.SLOTS])


def test_a_setting_holds_at_once_and_its_row_says_so(ruth, stand):
    walker = stand(ruth, preferences.menu).take("Units")
    title = told.title("weight-unit", ruth.content)
    assert walker.details[title] == "kilograms"
    walker.take(title)
    assert walker.step.help == told.about("weight-unit", ruth.content)
    walker.take("Pounds")
    assert ruth.settings.weight_unit == "lb"
    assert walker.details[title] == "pounds"
    assert walker.said == [told.set_("weight-unit", ruth.settings, ruth.content)]


def test_a_part_of_the_day_is_added_renamed_and_taken_out(ruth, stand):
    walker = stand(ruth, preferences.menu).take("Parts of the day", "Add a part of the day", "tea", "15:30")
    assert walker.details["Tea"] == "from 15:30"
    walker.take("Tea", "name", "high tea")
    assert "High tea" in walker.labels
    walker.take("High tea", "remove")
    assert "high tea" not in ruth.settings.slots


def test_the_pace_of_one_switch_is_found_out_beside_it(ruth, stand):
    walker = stand(ruth, preferences.menu).take("With one switch", "Set the pace")
    assert walker.step.id == "pace_begin"
    assert walker.back().step.title == "With one switch"


def test_whoever_may_not_arrange_is_not_offered_the_settings(ruth, stand):
    assert "Settings" in stand(ruth, day).labels
    ruth.by = "Maria"
    assert "Settings" not in stand(ruth, day).labels
