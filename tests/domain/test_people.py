"""Roles: whatever is not listed is denied."""

import pytest

from companion.domain.people import MAY, Actor
from companion.errors import NotAllowed


@pytest.mark.parametrize(
    ("role", "verbs"),
    [
        ("owner", {"see", "log", "correct", "decide", "arrange"}),
        ("patient", {"see", "log", "correct", "decide", "arrange"}),
        ("caregiver", {"see", "log"}),
        ("viewer", {"see"}),
        ("clinician", {"see", "decide"}),
    ],
)
def test_each_role_may_do_what_caregivers_md_says_and_no_more(role, verbs):
    actor = Actor(name="x", role=role)
    for verb in ("see", "log", "correct", "decide", "arrange"):
        if verb in verbs:
            actor.require(verb)
        else:
            with pytest.raises(NotAllowed):
                actor.require(verb)


def test_every_role_is_in_the_table():
    assert set(MAY) == {"owner", "patient", "caregiver", "viewer", "clinician"}
