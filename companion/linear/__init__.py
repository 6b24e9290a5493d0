"""Plain lines, for ears, braille and any terminal: one loop over the steps of a walk."""
