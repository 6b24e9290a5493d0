"""The widths of screen that everything is drawn for, in columns."""

NORMAL, WIDE = 80, 120  # from here on a screen is no longer narrow; is wide
TEXT = 76  # no line of a paragraph is longer
