"""When an older month is damaged, nothing is saved and then called a failure."""

from datetime import timedelta

import pytest

from companion.errors import Failure


@pytest.mark.parametrize(
    "log",
    [
        lambda c: c.intake.quick("Soup", kcal=150),
        lambda c: c.fatigue.log(4),
        lambda c: c.weight.log(60),
        lambda c: c.intake.drink(100),
    ],
)
def test_an_entry_that_is_refused_was_not_saved(companion, clock, log):
    companion.weight.log(60, at=clock() - timedelta(days=60))
    shelf = companion.diary.shelf
    february = shelf.read("2026-02")
    shelf.replace("2026-02", february[:-9], clock().date())
    with pytest.raises(Failure):
        log(companion)
    assert shelf.read("2026-04") is None
