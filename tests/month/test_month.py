"""A month of one person through the real services, held against a table of every rule that should speak."""

from datetime import datetime, timedelta

from month import days, look, story
from month.spoken import SOURCES, SPOKEN


def lived(companion, clock) -> list[tuple[int, str, tuple[object, ...]]]:
    """Live through the days; every rule as it first speaks, by day, name and numbers."""
    life = story.Life(companion, clock)
    first = datetime.combine(story.FIRST, datetime.min.time(), clock.now.tzinfo)
    clock.now = first - timedelta(days=story.BEFORE)
    life.at(7)
    story.known(companion)
    quiet = story.mornings()
    spoken, before = [], {}
    for day in range(1 - story.BEFORE, story.DAYS + 1):
        clock.now = first + timedelta(days=day - 1)
        life.morning(days.MORNINGS.get(day, next(quiet)))
        if day in days.WEIGHTS:
            life.weigh(days.WEIGHTS[day])
        for happens in days.DAYS.get(day, ()):
            happens(life)
        if day > 0:
            life.eat(*days.EATEN.get(day, days.ENOUGH))
        life.at(21)
        now = look.standing(companion)
        spoken += [(day, rule, numbers) for rule, numbers in life.offers]
        spoken += [(day, rule, numbers) for rule, numbers in now.items() if rule not in before]
        before = now
        life.offers.clear()
    return spoken


def test_every_rule_speaks_on_its_day_with_its_numbers_and_none_besides(companion, clock):
    assert lived(companion, clock) == SPOKEN


def test_every_rule_of_the_table_has_its_source():
    named = {rule.replace(":", " ").split()[0] for _, rule, _ in SPOKEN}
    assert named == set(SOURCES)
