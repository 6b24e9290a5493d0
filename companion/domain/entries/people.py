"""The entry of what is known about the person."""

from companion.domain.entries.entry import Entry, Scalar


class PersonFact(Entry):
    """A fact about the person."""

    kind = "person"
    home = "plan"
    needs = "arrange"
    key: str
    value: Scalar
