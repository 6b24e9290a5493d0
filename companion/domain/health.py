"""What was looked at of a diary, its folder and the machine, and whether it is well."""

from dataclasses import field
from typing import Any

from companion.domain.frozen import frozen


@frozen
class Finding:
    """One thing looked at: a code, whether it is well, and facts; wording.health has the words."""

    code: str
    ok: bool
    facts: dict[str, Any] = field(default_factory=dict)
