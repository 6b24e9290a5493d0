"""What a role does not include is said in words, never in codes, and with who can do it."""

from typing import get_args

import pytest

from companion.domain.people import MAY, Role, Verb
from companion.errors import NotAllowed
from companion.wording.caregivers import ROLES
from companion.wording.errors import words

WHO = {"log": "caregivers", "correct": "person", "decide": "care team", "arrange": "person"}


@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize("verb", sorted({*get_args(Verb)} - {"see"}))
def test_a_refusal_names_the_role_in_words_and_who_can(role, verb):
    told = words(NotAllowed("not_allowed", name="Maria", role=role, verb=verb))
    assert told.sentence.casefold() == f"{ROLES[role]} may not do this."
    assert told.hint.endswith(" can. Nothing was saved.")
    assert WHO.get(verb, "at the computer at home") in told.hint
    for code in {*get_args(Role)} - {"caregiver"}:
        assert code not in f"{told.sentence} {told.hint}"


def test_every_role_has_its_words():
    assert ROLES.keys() == MAY.keys()
