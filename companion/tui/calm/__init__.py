"""The calm screen: one column that a screen reader, a braille line and a large font can follow."""
