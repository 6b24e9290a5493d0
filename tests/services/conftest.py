"""Ruth's diary in the hands of somebody let in."""

from collections.abc import Callable
from typing import Any

import pytest

from companion.config.settings import Settings
from companion.domain.people import Role
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf

ROLES: tuple[Role, ...] = ("patient", "caregiver", "viewer", "clinician")


@pytest.fixture
def act_as(ruth: Companion) -> Callable[..., Companion]:
    """Opens a copy of a diary for somebody let in as so and so; a role of "" is of nobody let in."""
    ruth.weight.log(56.8)
    shelf = ruth.diary.shelf
    assert isinstance(shelf, MemoryShelf)

    def opened(role: Role | str) -> Companion:
        copy = MemoryShelf()
        copy.files = dict(shelf.files)
        diary = Diary(copy, ruth.clock)

        def companion(**facts: Any) -> Companion:
            return Companion(
                diary=diary, content=ruth.content, settings=Settings(), clock=ruth.clock, **facts
            )

        if role in ROLES:
            companion().caregivers.add("Maria", role)  # type: ignore[arg-type]
        return companion(by="Maria", gated=True)

    return opened
