"""Exercises, programmes, meals, foods, levels, thresholds and texts: data with sources, and its loader."""
