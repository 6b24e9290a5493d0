"""Settings and where things are kept."""
