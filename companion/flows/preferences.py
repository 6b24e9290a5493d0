"""Conversations about settings."""

from typing import TYPE_CHECKING

from companion.config.settings import choices, names
from companion.flows.ask import Ask
from companion.flows.steps import Flow, Option, Say
from companion.wording import preferences

if TYPE_CHECKING:
    from companion.services.companion import Companion


def set_preference(companion: "Companion", *, key: str | None = None, value: str | None = None) -> Flow:
    """Change one setting."""
    companion.actor.require("arrange")
    ask, settings = Ask(companion), companion.preferences.show()
    if key is None:
        options = [Option(k, preferences.title(k), preferences.value(settings, k)) for k in names(settings)]
        key = yield ask.choose("key", options, text="setting")
    if value is None and (known := choices(key)):
        value = yield ask.choose(
            "value", [Option(v, v) for v in known], text="setting_value", title=f"{preferences.title(key)}?"
        )
    elif value is None:
        value = yield ask.text("value", text="setting_value", title=f"{preferences.title(key)}?")
    fresh = companion.preferences.set(key, value)
    yield Say(preferences.set_(key, fresh))
    return fresh
