"""The entry of somebody let in."""

from companion.domain.entries.entry import Entry
from companion.domain.people import Role


class CaregiverSet(Entry):
    """Somebody was let in to the diary, to act as this, or is no longer; the newest of a name holds.

    `key` is the fingerprint of the public key they come with, "" where none was named.
    """

    kind = "caregiver"
    home = "plan"
    needs = "admit"
    caregiver: str
    acts_as: Role
    key: str = ""
    admitted: bool = True
