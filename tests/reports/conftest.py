"""Some weeks of an invented person, written down by three hands."""

from datetime import timedelta

import pytest

from companion.services.companion import Companion
from companion.services.reports import Report


@pytest.fixture
def lived(companion: Companion, clock) -> Companion:
    """Three weeks, every day but two with food; weights, ratings, sessions, a softer texture midway."""
    end, ruth = clock.now, companion
    diary, content, settings = ruth.diary, ruth.content, ruth.settings
    clock.now = end - timedelta(days=30)
    ruth.people.set("name", "Ruth")
    for key, value in (("food-level", "5"), ("drink-level", "2"), ("energy", "1900")):
        ruth.plan.set(key, value, decided_by="J. Okafor", confirmed=True)
    ruth.people.set("reference-weight", "60")
    ruth.people.set("sex", "f")
    ruth.people.set("birth-year", "1958")
    ruth.caregivers.add("Maria", "caregiver")
    maria = Companion(diary=diary, content=content, settings=settings, clock=clock, by="Maria")
    for ago in range(20, -1, -1):
        clock.now = end - timedelta(days=ago)
        if ago in (9, 4):
            continue
        ruth.fatigue.log(3 + 5 * (ago < 6), when="morning")
        ruth.intake.quick("Porridge", kcal=600 + 10 * ago, protein_g=20, slot="breakfast")
        maria.intake.quick("Stew", kcal=900, protein_g=35, slot="lunch", note="half of it cold")
        maria.intake.drink(400, what="water")
        if ago % 7 == 6:
            maria.weight.log(58 - ago / 50)
        if ago % 5 == 0:
            ruth.sessions.log("hands_wrists", 6 if ago else 3)
        if ago == 10:
            ruth.plan.set("food-level", "4", decided_by="Dana Ellis, swallowing therapist")
    clock.now = end
    return ruth


@pytest.fixture
def report(lived: Companion) -> Report:
    """The last four weeks of it, no names, no notes."""
    return lived.reports.gather(4)
