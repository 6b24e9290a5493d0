"""Every command there is and what may be typed behind it, read from click itself."""

from collections.abc import Iterator
from pathlib import Path

import click

from companion.cli.commands import companion as program
from companion.cli.verbs import everywhere

FILE = Path(__file__).parents[1] / "parity" / "mornings.toml"
EVERYWHERE = {option.name for option in everywhere()}
TEXT = (click.types.StringParamType, click.Path, click.File)
GIVEN = {  # what an argument or a needed option is where it is not the one that is tried
    "name": "Soup", "kcal": "150", "ml": "200", "kg": "56.8", "rating": "3", "text": "milk", "key": "name",
    "value": "Ruth", "what": "resistance", "date": "yesterday", "reason": "a visit", "exercise": "ankle_pump",
    "ingredients": "milk_whole=100", "time": "12:30", "old": "lunch", "new": "noon", "whom": "K. Weber",
    "kind": "sharp", "left": "5", "file": str(FILE), "shell": "bash", "answer": "later", "sex": "f",
    "weight": "60", "height": "160", "age": "60", "alsfrs6": "20", "by": "Kim", "id": "none",
    "before": "2026-01-01",
}  # fmt: skip
IDS = {  # what an id or a key means, command by command
    "meal log": {"id": "cod_white_sauce"}, "meal show": {"id": "cod_white_sauce"},
    "food log": {"id": "milk_whole", "grams": "100"}, "food show": {"id": "milk_whole"},
    "session log": {"id": "hands_wrists"}, "session show": {"id": "hands_wrists"},
    "session start": {"id": "hands_wrists"}, "plan set": {"key": "energy", "value": "1900"},
    "settings set": {"key": "bell", "value": "no"}, "fatigue replay": {"file": "none.csv"},
}  # fmt: skip
NEEDS = {  # options beside the arguments, without which nothing would be kept
    "quick": ("kcal",), "food add": ("kcal",), "food log": ("grams",), "drink test": ("left",),
    "plan set": ("decided_by",), "plan import": ("decided_by", "confirm"),
    "clearance add": ("decided_by",), "clearance remove": ("decided_by",),
    "session log": ("done",), "tube log": ("kcal_per_ml",),
    "energy": ("sex", "weight", "height", "age", "alsfrs6"), "edit": ("note",),
}  # fmt: skip
OPTIONS = {"decided_by": "J. Okafor", "done": "2", "kcal_per_ml": "1.5", "note": "later", "grams": "100"}
APART = {"serve-ssh"}  # the gate: tests/cli/test_gate.py
IN_A_FACE = {"", "session start", "session resume"}  # these open a face


def commands() -> dict[str, click.Command]:
    """Every command by its words."""
    return dict(_within(program, ()))


def _within(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _within(inner, (*path, name))
    if not isinstance(command, click.Group) or command.invoke_without_command:
        yield " ".join(path), command


def texts(name: str, command: click.Command) -> list[str]:
    """The parameters of a command that take any text."""
    own = [one for one in command.params if one.name not in EVERYWHERE]
    return [one.name or "" for one in own if isinstance(one.type, TEXT) and name not in APART]


def line(name: str, command: click.Command, tried: str = "", text: str = "") -> list[str]:
    """The words of a call in which one parameter is this text and the others are harmless."""
    options, arguments = [], []
    for one in command.params:
        known = {**GIVEN, **OPTIONS, **IDS.get(name, {})}
        key = one.name or ""
        if isinstance(one, click.Argument):
            if one.required or key == tried:
                arguments.append(text if key == tried else known[key])
        elif one.is_flag and key in NEEDS.get(name, ()):
            options.append(one.opts[0])
        elif key == tried or one.required or key in NEEDS.get(name, ()):
            options += [one.opts[0], text if key == tried else known[key]]
    return [*name.split(), *options, "--", *arguments]
