"""Letters of solid blocks for two metres: four by five dots, scaled one to five times."""

GLYPHS: dict[str, tuple[str, str, str, str, str]] = {
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
HALVES = {"oo": "█", "o ": "▀", " o": "▄", "  ": " "}


def blocks(text: str, size: int) -> list[str]:
    """Rows of half blocks, all of one width: 3, 5, 8, 10 or 13 for sizes 1 to 5. Unknown letters are "?"."""
    dots = [""] * (5 * size)
    for number, char in enumerate(text.upper()):
        for y, line in enumerate(GLYPHS.get(char, GLYPHS["?"])):
            wide = " " * (size if number else 0) + "".join(dot * size for dot in line)
            for copy in range(size):
                dots[y * size + copy] += wide
    if len(dots) % 2:
        dots.append(" " * len(dots[0]))
    return [
        "".join(HALVES[upper + lower] for upper, lower in zip(top, low, strict=True))
        for top, low in zip(dots[::2], dots[1::2], strict=True)
    ]
