"""The settings by group, each with its value; what is changed holds at once."""

from functools import partial
from typing import TYPE_CHECKING

from companion.flows.levels import Into, Talk
from companion.flows.preferences import set_preference
from companion.flows.steps import Menu, Option
from companion.flows.switch_pace import calibrate
from companion.wording import preferences, switch

if TYPE_CHECKING:
    from companion.services.companion import Companion


def menu(companion: "Companion") -> Menu:
    """The groups."""
    options = [
        Option(Into(partial(group, name=name)), name)
        for name, _ in preferences.grouped(companion.preferences.show())
    ]
    return Menu(id="settings", title="Settings", options=tuple(options))


def group(companion: "Companion", *, name: str) -> Menu:
    """The settings of one group."""
    settings, content = companion.preferences.show(), companion.content
    keys = dict(preferences.grouped(settings))[name]
    options = [
        Option(
            Talk(partial(set_preference, key=key)),
            preferences.title(key, content),
            preferences.told(settings, key, content),
        )
        for key in keys
    ]
    if "switch-ms" in keys:
        options.append(Option(Talk(calibrate), switch.SET_PACE))
    return Menu(id="settings_group", title=name, options=tuple(options))
