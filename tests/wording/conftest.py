"""What is said of the last weeks: shared by the tests of its sentences."""

from datetime import timedelta

import pytest

from companion.wording import trends


@pytest.fixture
def weeks(ruth, clock):
    """Ruth, four weeks on."""
    clock.go(days=28)
    return ruth


def ago(companion, days):
    return companion.clock() - timedelta(days=days)


def said(companion, topic, days=28):
    return trends.said(companion.trends.over(days), topic, "kg")


def rows(companion, topic, days=28):
    return trends.rows(companion.trends.over(days), topic, "kg")


def eat(companion, kcal, slots=("breakfast", "lunch", "supper")):
    """So much on these days ago, in as many parts of the day as make it enough to judge."""
    for back, value in kcal.items():
        for slot in slots:
            part = value / len(slots)
            companion.intake.quick("Soup", kcal=part, protein_g=9, slot=slot, at=ago(companion, back))
