"""What is worth knowing beside what was done."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from companion.domain.frozen import frozen

Facts = Mapping[str, Any]
SWALLOWING = ("outside_level", "thinner", "avoided")  # codes of what somebody could choke on, or not bear


@frozen
class Remark:
    """Something worth knowing: a code and its facts; wording.remarks has the words."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)


def ordered(remarks: Iterable[Remark]) -> list[Remark]:
    """What is about swallowing comes first: it must not be what is left unread."""
    return sorted(remarks, key=lambda remark: remark.code not in SWALLOWING)
