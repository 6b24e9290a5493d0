"""The entry of what the care team was told."""

from companion.domain.entries.entry import Entry


class TeamTold(Entry):
    """Somebody of the care team was told: `about` is what, such as "swallowing", `whom` who."""

    kind = "told"
    needs = "log"
    about: str
    whom: str
