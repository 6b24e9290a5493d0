"""What is said of a menu that has stood for a while."""

CHANGED = "These choices are others by now. Please choose again."
