"""A guide and a diary for people living with ALS and those who care for them."""

__version__ = "0.1.0"
