"""Letters of solid blocks for two metres: four by five dots, scaled one to five times."""

from collections.abc import Mapping

Glyph = tuple[str, str, str, str, str]
GLYPHS: dict[str, Glyph] = {
    "0": ("oooo", "o  o", "o  o", "o  o", "oooo"),
    "1": ("oo ", " o ", " o ", " o ", "ooo"),
    "2": ("oooo", "   o", "oooo", "o   ", "oooo"),
    "3": ("oooo", "   o", " ooo", "   o", "oooo"),
    "4": ("o  o", "o  o", "oooo", "   o", "   o"),
    "5": ("oooo", "o   ", "oooo", "   o", "oooo"),
    "6": ("oooo", "o   ", "oooo", "o  o", "oooo"),
    "7": ("oooo", "   o", "  o ", "  o ", "  o "),
    "8": ("oooo", "o  o", "oooo", "o  o", "oooo"),
    "9": ("oooo", "o  o", "oooo", "   o", "oooo"),
    ",": (" ", " ", " ", "o", "o"),
    ".": (" ", " ", " ", " ", "o"),
    ":": (" ", "o", " ", "o", " "),
    "-": ("   ", "   ", "ooo", "   ", "   "),
    "+": ("   ", " o ", "ooo", " o ", "   "),
    "/": ("   o", "  o ", "  o ", " o  ", "o   "),
    "?": ("oooo", "   o", "  oo", "    ", "  o "),
    " ": ("  ", "  ", "  ", "  ", "  "),
    "A": (" oo ", "o  o", "oooo", "o  o", "o  o"),
    "B": ("ooo ", "o  o", "ooo ", "o  o", "ooo "),
    "C": ("oooo", "o   ", "o   ", "o   ", "oooo"),
    "D": ("ooo ", "o  o", "o  o", "o  o", "ooo "),
    "E": ("oooo", "o   ", "ooo ", "o   ", "oooo"),
    "F": ("oooo", "o   ", "ooo ", "o   ", "o   "),
    "G": ("oooo", "o   ", "o oo", "o  o", "oooo"),
    "H": ("o  o", "o  o", "oooo", "o  o", "o  o"),
    "I": ("ooo", " o ", " o ", " o ", "ooo"),
    "J": ("  oo", "   o", "   o", "o  o", "oooo"),
    "K": ("o  o", "o o ", "oo  ", "o o ", "o  o"),
    "L": ("o   ", "o   ", "o   ", "o   ", "oooo"),
    "M": ("o   o", "oo oo", "o o o", "o   o", "o   o"),
    "N": ("o   o", "oo  o", "o o o", "o  oo", "o   o"),
    "O": ("oooo", "o  o", "o  o", "o  o", "oooo"),
    "P": ("oooo", "o  o", "oooo", "o   ", "o   "),
    "Q": ("oooo", "o  o", "o  o", "o oo", "oooo"),
    "R": ("ooo ", "o  o", "ooo ", "o o ", "o  o"),
    "S": ("oooo", "o   ", "oooo", "   o", "oooo"),
    "T": ("ooooo", "  o  ", "  o  ", "  o  ", "  o  "),
    "U": ("o  o", "o  o", "o  o", "o  o", "oooo"),
    "V": ("o   o", "o   o", "o   o", " o o ", "  o  "),
    "W": ("o   o", "o   o", "o o o", "oo oo", "o   o"),
    "X": ("o   o", " o o ", "  o  ", " o o ", "o   o"),
    "Y": ("o   o", " o o ", "  o  ", "  o  ", "  o  "),
    "Z": ("oooo", "  o ", " o  ", "o   ", "oooo"),
}
# in a countdown: of one width, and with the strokes of the figures that come before and after
CLOCK = GLYPHS | {
    "1": ("  oo", "   o", "   o", "   o", "   o"),
    "7": ("oooo", "   o", "   o", "   o", "   o"),
}
HIGH = {  # half rows of each line of dots, by size: whole rows where there are several
    1: (1, 1, 1, 1, 1),
    2: (2, 2, 2, 2, 2),
    3: (2, 4, 2, 6, 2),
    4: (4, 4, 4, 4, 4),
    5: (4, 6, 4, 8, 4),
}
HALVES = {"oo": "█", "o ": "▀", " o": "▄", "  ": " "}


def blocks(text: str, size: int, glyphs: Mapping[str, Glyph] = GLYPHS) -> list[str]:
    """Rows of blocks, all of one width: 3, 5, 8, 10 or 13 for sizes 1 to 5. Unknown letters are "?"."""
    dots: list[str] = [""] * sum(HIGH[size])
    tall = [line for line, high in enumerate(HIGH[size]) for _ in range(high)]
    for number, char in enumerate(text.upper()):
        glyph = glyphs.get(char, glyphs["?"])
        for y, line in enumerate(tall):
            dots[y] += " " * (size if number else 0) + "".join(dot * size for dot in glyph[line])
    if len(dots) % 2:
        dots.append(" " * len(dots[0]))
    return [
        "".join(HALVES[upper + lower] for upper, lower in zip(top, low, strict=True))
        for top, low in zip(dots[::2], dots[1::2], strict=True)
    ]
