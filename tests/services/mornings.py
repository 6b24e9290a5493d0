"""Mornings that were rated: shared by the tests of tiredness."""


def a_month(companion, clock, rating=3, days=30):
    clock.go(hours=-8)  # mornings
    for _ in range(days):
        companion.fatigue.log(rating)
        clock.go(days=1)
