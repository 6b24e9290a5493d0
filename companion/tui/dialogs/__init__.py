"""One screen for each kind of step a conversation can take."""
