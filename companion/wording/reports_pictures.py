"""What stands beside the pictures of a report: what each mark means, and when a mark is a whole week."""

MEAN = "mean of seven days"
FLOOR = "least asked for"
USUAL = "usual now"
MISSING = "no entry"
THIN = "too little written down"
A_WEEK = "mean of a week"
WEEK_MISSING = "no entry in the week"
BARS_BY_WEEK = "Each bar is the mean of the days of one week that have an entry."
POINTS_BY_WEEK = "Each point is the mean of what was written down in one week."


def usual(low: float, high: float) -> str:
    """The name of the band: usual now, 2 to 4."""
    return f"{USUAL}, {low:g}" if low == high else f"{USUAL}, {low:g} to {high:g}"


def caption(said: str, *, bars: bool, weekly: bool) -> str:
    """The picture's sentence, and what a bar or a point is where it is a whole week."""
    return " ".join(
        part for part in (said, (BARS_BY_WEEK if bars else POINTS_BY_WEEK) if weekly else "") if part
    )
