"""What is worth knowing beside what was done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something worth knowing: a code and its facts; wording.remarks has the words."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)
