"""Conversations about settings."""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from companion.config.settings import bounds, choices, names
from companion.flows.ask import Ask
from companion.flows.steps import Flow, Number, Option, Say
from companion.wording import preferences

if TYPE_CHECKING:
    from companion.services.companion import Companion


THOUSANDTHS = 1000  # of a second
Change = Literal["time", "name", "remove"]


def set_preference(companion: "Companion", *, key: str | None = None, value: str | None = None) -> Flow:
    """Change one setting. "slots" asks for one more part of the day, "slots.NAME" what becomes of one."""
    companion.actor.require("arrange")
    settings, content = companion.preferences.show(), companion.content
    if key is None:
        options = [
            Option(k, preferences.title(k, content), preferences.told(settings, k, content))
            for k in (*names(settings), preferences.SLOTS)
        ]
        key = yield Ask(companion).choose("key", options, text="setting")
    if value is None and key == preferences.SLOTS:
        return (yield from add_slot(companion))
    if value is None and key.startswith("slots."):
        return (yield from change_slot(companion, slot=key.partition(".")[2]))
    if value is None:
        value = yield from _value(companion, key)
    fresh = companion.preferences.set(key, value)
    yield Say(preferences.set_(key, fresh, content))
    return fresh


def add_slot(companion: "Companion", *, name: str | None = None, time: str | None = None) -> Flow:
    """One more part of the day."""
    companion.actor.require("arrange")
    ask = Ask(companion)
    if name is None:
        name = yield ask.slot_name(taken=companion.settings.slots)
    if time is None:
        time = f"{(yield ask.clock('slot_time', default=None)):%H:%M}"
    fresh = companion.preferences.add_slot(name, time)
    yield Say(preferences.set_(f"slots.{name}", fresh, companion.content))
    return fresh


def change_slot(
    companion: "Companion", *, slot: str, change: Change | None = None, value: str | None = None
) -> Flow:
    """Another time or another name for a part of the day, or none: then it is taken out."""
    companion.actor.require("arrange")
    ask, service, slots = Ask(companion), companion.preferences, companion.settings.slots
    title = f"{preferences.title(f'slots.{slot}', companion.content)}?"
    if change is None:
        options = [Option(w, said, twice=w == "remove") for w, said in preferences.SLOT_CHANGES.items()]
        change = yield ask.choose("slot_change", options, title=title)
    if change == "remove":
        fresh, said = service.remove_slot(slot), preferences.removed(slot)
    elif change == "name":
        if value is None:
            others = [name for name in slots if name != slot]
            value = yield ask.slot_name(taken=others, default=slot, text="slot_rename")
        fresh, said = service.rename_slot(slot, value), preferences.renamed(slot, value)
    else:
        if value is None:
            starts = yield ask.clock("slot_time", default=slots.get(slot), title=title)
            value = f"{starts:%H:%M}"
        fresh = service.move_slot(slot, value)
        said = preferences.set_(f"slots.{slot}", fresh, companion.content)
    yield Say(said)
    return fresh


def _value(companion: "Companion", key: str) -> Flow:
    """What is chosen for a setting; each value in words."""
    ask, settings, content = Ask(companion), companion.settings, companion.content
    title, now = f"{preferences.title(key, content)}?", preferences.value(settings, key)
    help_text = preferences.about(key, content)
    if key == "day-start":
        low, high = bounds(key) or (0, 0)
        hours = [Option(str(n), preferences.hour(n)) for n in range(low, high + 1)]
        return (yield ask.choose("value", hours, text="setting_value", title=title, default=now))
    if key == "session-time":
        step = ask.clock("value", default=now, text="setting_value", title=title)
        return f"{(yield replace(step, help=help_text)):%H:%M}"
    if between := bounds(key):
        low, high = between
        parts = THOUSANDTHS if preferences.in_seconds(key) else 1
        number = yield Number(
            id="value", title=title, help=help_text, spoken=title, low=low / parts, high=high / parts,
            whole=parts == 1, unit=preferences.unit(key), default=float(now) / parts,
        )  # fmt: skip
        return str(round(number * parts))
    options = [Option(v, *preferences.choice(key, v, content)) for v in choices(key)]
    chosen = ask.choose("value", options, text="setting_value", title=title, default=now)
    return (yield replace(chosen, help=help_text or chosen.help))
