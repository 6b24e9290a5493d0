"""What the words mean. Pure: no files, no clock, no Textual."""
