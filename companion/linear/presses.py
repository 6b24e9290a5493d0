"""Bytes of a terminal become characters: arrows and other sequences of keys without one are left out."""

from codecs import getincrementaldecoder

ESCAPE, BELL = "\x1b", "\a"
ALONE = 0.1  # seconds; what comes later than this after Escape is a key of its own
STRINGS = "]P_^X"  # what begins a terminal's own answer


class Presses:
    """Remembers a letter or a sequence that has come only in part."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._inside = ""  # the sequence that has begun
        self._at = 0.0

    def read(self, data: bytes, at: float) -> str:
        """The characters of these bytes, which came at this second."""
        if self._inside == ESCAPE and at - self._at > ALONE:
            self._inside = ""
        self._at = at
        return "".join(char for char in self._decode(data) if self._is_key(char))

    def _is_key(self, char: str) -> bool:
        if char == ESCAPE:
            self._inside = ESCAPE
            return False
        if not self._inside:
            return True
        self._inside = self._after(char)
        return False

    def _after(self, char: str) -> str:
        """What the sequence is once this has come; "" where it is over."""
        if self._inside == ESCAPE:
            return "]" if char in STRINGS else char if char in "[O" else ""
        if self._inside == "]":
            return "" if char in BELL + "\r\n" else "]"
        if self._inside == "[" and char == "[":
            return "O"  # the console's function keys have one letter more
        return "[" if self._inside == "[" and not "@" <= char <= "~" and char >= " " else ""
