"""The rooms of the full screen, one a file."""
