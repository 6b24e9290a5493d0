"""What every key does in the calm screen."""

from companion.tui.calm.face import Face
from companion.tui.calm.lines import Act
from companion.wording import calm

MOVES = {"down": 1, "up": -1, "tab": 1, "shift+tab": -1}
ENDS = {"home": 0, "pageup": 0, "end": -1, "pagedown": -1}
TAKES = ("enter", "space")


def press(face: Face, key: str, character: str | None) -> None:
    """Do what a key does here; one without a use is told which have one."""
    if key in MOVES:
        face.move(MOVES[key], tell="tab" in key)
    elif face.typing and _typed(face, key, character):
        return
    elif key in ENDS:
        face.go_to(ENDS[key] % len(face.sheet.lines), tell=True)
    elif key in TAKES:
        face.take()
    elif key == "escape":
        _back(face)
    elif character and character.isprintable():
        _character(face, character.lower())


def paste(face: Face, text: str) -> None:
    """A text from elsewhere is for a field, and for nothing else."""
    if face.typing and face.field is not None:
        face.field.paste(text)


def _typed(face: Face, key: str, character: str | None) -> bool:
    """Whether the field took a key."""
    field = face.field
    if field is None or key == "enter" or (key == "space" and field.only):
        return False
    if field.takes(character):
        field.type(character or "")
        return True
    return field.press(key)


def _character(face: Face, character: str) -> None:
    if character == "?":
        face.help()
    elif character == ".":
        face.again()
    elif (index := face.sheet.of_key(character)) >= 0:
        _key(face, index)
    elif face.field is not None and face.field.takes(character):
        face.go_to(face.sheet.field)
        face.field.type(character)
    else:
        keys = [line.key for line in face.sheet.lines if len(line.key) == 1]
        face.say(calm.wrong_key(keys))


def _key(face: Face, index: int) -> None:
    """Take the line of a key; where the key only leads there, a second press is no answer either."""
    line = face.sheet.lines[index]
    if line.goes:
        face.go_to(index, tell=True)
        if line.act is Act.BACK:
            face.say(calm.LEAVES)
    else:
        face.take(line)


def _back(face: Face) -> None:
    """Back, as its row says; what has no such row is gone on from."""
    lines = face.sheet.lines
    back = max((n for n, line in enumerate(lines) if line.is_back), default=-1)  # out, before a page back
    if back >= 0:
        _key(face, back)
    else:
        face.back()
