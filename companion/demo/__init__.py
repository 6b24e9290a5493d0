"""Invented data in a folder of its own, for looking around without a diary."""
