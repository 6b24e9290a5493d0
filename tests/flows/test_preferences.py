"""A setting: every one can be asked for, and the parts of the day can be made one's own."""

import pytest

from companion.errors import Refused
from companion.flows import (
    preferences,
)
from companion.flows.conversation import Conversation
from companion.wording import preferences as preferences_wording


@pytest.mark.parametrize(
    ("key", "value"), [("theme", "clear"), ("bell", "no"), ("day-start", "5"), ("switch-loops", "5")]
)
def test_every_setting_can_be_asked_for(companion, talk, key, value):
    before = preferences_wording.value(companion.settings, key)
    told = talk(preferences.set_preference(companion), [key, value])
    assert preferences_wording.value(companion.settings, key) == value != before
    assert str(told.asked[1].default).removesuffix(".0") == before


def test_times_are_asked_for_in_seconds_and_kept_in_thousandths(companion, talk):
    told = talk(preferences.set_preference(companion), ["same-key-ms", "0,7"])
    assert (told.asked[1].unit, told.asked[1].default, told.asked[1].high) == ("seconds", 0.6, 2.0)
    assert companion.settings.same_key_ms == 700
    assert told.texts == ["Saved: the same key again, 0.7 seconds."]


def test_a_part_of_the_day_is_added_moved_renamed_and_taken_out(companion, talk):
    flow = preferences.set_preference
    assert talk(flow(companion), ["slots", "tea", "16:00"]).texts == ["Saved: tea, from 16:00."]
    assert talk(flow(companion, key="slots.tea"), ["time", "16:30"]).texts == ["Saved: tea, from 16:30."]
    renamed = talk(flow(companion, key="slots.tea"), ["name", "high tea"])
    assert renamed.texts == ["Saved: tea is now called high tea."]
    assert companion.settings.slots["high tea"] == "16:30"
    assert talk(flow(companion, key="slots.high tea"), ["remove"]).texts == ["Saved: high tea is taken out."]
    assert companion.settings.slots == type(companion.settings)().slots


def test_one_more_part_of_the_day_never_takes_the_name_of_another(companion):
    conversation = Conversation(lambda: preferences.set_preference(companion, key="slots"))
    for taken in ("lunch", "Lunch"):
        with pytest.raises(Refused) as caught:
            conversation.answer(taken)
        assert caught.value.code == "slot_there"
        assert conversation.step.id == "slot_name"
    conversation.answer("late lunch")
    conversation.answer("15:00")
    assert companion.settings.slots["lunch"] == "12:00"
    assert companion.settings.slots["late lunch"] == "15:00"


def test_another_name_says_that_what_is_written_down_keeps_the_old_one(companion, talk):
    told = talk(preferences.set_preference(companion, key="slots.lunch"), ["name", "dinner"])
    assert "What is already written down, today as well, stays under the old name." in told.asked[-1].help
