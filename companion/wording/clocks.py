"""What a clock says to somebody who listens."""


def so_far(unit: str) -> str:
    """Minutes so far."""
    return f"{unit[:1].upper()}{unit[1:]} so far"


def passed(count: int, unit: str) -> str:
    """12 minutes so far, 1 minute so far."""
    return f"{count} {unit.removesuffix('s') if count == 1 else unit} so far."
