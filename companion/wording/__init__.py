"""Results and errors become plain sentences. No Textual, no escape codes."""
