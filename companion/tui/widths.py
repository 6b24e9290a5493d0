"""The sizes of screen that everything is drawn for."""

NORMAL, WIDE = 80, 120  # columns from which on a screen is no longer narrow; is wide
TALL = 32  # rows from which on a wide screen has room for the largest numbers
TEXT = 76  # no line of a paragraph is longer


def place(columns: int, rows: int) -> int:
    """Which of three sizes of number and word belongs to a screen: the narrow, the usual, the large one."""
    return (columns >= NORMAL) + (columns >= WIDE and rows >= TALL)
