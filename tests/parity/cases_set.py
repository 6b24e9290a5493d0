"""What a person sets, case by case."""

from collections.abc import Mapping

from parity.case import Case

from companion.flows import preferences


def setting(key: str, value: str) -> Case:
    """A setting."""
    return Case(preferences.set_preference, {"key": key, "value": value}, "settings set {key} {value}")


def pause(key: str, seconds: str, ms: str) -> Case:
    """A time that is asked for in seconds and kept in thousandths."""
    answers = {"key": key, "value": seconds}
    command = f"settings set {{key}} {ms}"
    return Case(preferences.set_preference, answers, command, unsaid=frozenset({"value"}))


def slot(answers: Mapping[str, str], words: str) -> Case:
    """A part of the day: another time or name, none, or one more."""
    unsaid = frozenset({"key", "slot_change"})
    return Case(preferences.set_preference, answers, f"settings {words}", unsaid=unsaid)


SET = [
    setting("weight-unit", "st"),
    setting("theme", "paper"),
    setting("paint", "stock"),
    setting("day-start", "5"),
    setting("bell", "no"),
    setting("wait-for-go", "no"),
    setting("movement", "done"),
    setting("session-time", "09:30"),
    setting("notify", "bell"),
    pause("same-key-ms", "0.7", "700"),
    pause("any-key-ms", "0", "0"),
    pause("field-key-ms", "0.1", "100"),
    setting("face", "calm"),
    setting("calm-mark", "row"),
    setting("idle-minutes", "30"),
    setting("still", "yes"),
    setting("voice", "yes"),
    setting("switch-key", "space"),
    pause("switch-ms", "3", "3000"),
    pause("switch-first-ms", "1", "1000"),
    setting("switch-loops", "5"),
    setting("welcome", "no"),
    slot(
        {"key": "slots.supper", "slot_change": "time", "slot_time": "17:15"}, "slot move supper {slot_time}"
    ),
    slot({"key": "slots.evening", "slot_change": "time", "slot_time": "20:30"}, "set {key} {slot_time}"),
    slot({"key": "slots.lunch", "slot_change": "name", "slot_name": "noon"}, "slot rename lunch {slot_name}"),
    slot({"key": "slots.night", "slot_change": "remove"}, "slot remove night"),
    slot({"key": "slots", "slot_name": "late tea", "slot_time": "21:00"}, "slot add {slot_name} {slot_time}"),
    slot({"key": "slots", "slot_name": "snack", "slot_time": "15:30"}, "set slots.{slot_name} {slot_time}"),
    slot(
        {"key": "slots", "slot_name": "noon.name", "slot_time": "16:00"}, "slot add {slot_name} {slot_time}"
    ),
    setting("enter-after-digit", "yes"),
    setting("switch", "yes"),
    setting("key-filter", "yes"),  # the last of them: these tests type faster than it lets through
]
