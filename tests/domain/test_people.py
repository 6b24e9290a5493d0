"""Roles: whatever is not listed is denied."""

import pytest

from companion.domain.people import MAY, Actor, same_person
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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Ruth", "owner"), ("the person", "owner"), True),  # a name comes and goes
        (("Ruth", "owner"), ("RUTH", "patient"), True),  # from afar
        (("Maria", "caregiver"), ("maria", "viewer"), True),
        (("Maria", "caregiver"), ("Tom", "caregiver"), False),
        (("Ruth", "owner"), ("Maria", "caregiver"), False),
        (("Ruth", "patient"), ("the person", "patient"), False),
    ],
)
def test_who_is_one_person(one, other, same):
    assert same_person(Actor(*one), Actor(*other)) is same  # type: ignore[arg-type]
