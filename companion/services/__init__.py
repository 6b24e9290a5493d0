"""One class of verbs per topic; a Companion holds them."""
