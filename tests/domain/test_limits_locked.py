"""Locked limits: who locked which, and who may loosen it."""

from datetime import datetime, timedelta, timezone

import pytest

from companion.domain.entries import Decision
from companion.domain.limits_locked import locks, looser, refuse_loosened, still_locked, whose
from companion.errors import Refused

AT = datetime(2026, 4, 14, 9, tzinfo=timezone(timedelta(hours=2)))
END = "session.end_rating"
SHORTER = "after.shorter"


def decision(day: int, value: str, by: str, *locked: str) -> Decision:
    return Decision(
        id=f"d{day}", at=AT + timedelta(days=day), recorded=AT, by="Ruth", role="owner", via="command",
        version="1", key="limits", value=value, decided_by=by, locked=locked,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "direction", "expected"),
    [(7, 8, 1, True), (7, 6, 1, False), (7, 7, 1, False), (15, 10, -1, True), (15, 20, -1, False),
     (3, 4, 0, True), (3, 2, 0, True), (3, 3, 0, False)],
)  # fmt: skip
def test_which_way_is_looser(before, after, direction, expected):
    assert looser(before, after, direction) is expected


def test_a_lock_belongs_to_who_set_it_first_and_keeps_that_number_and_time():
    held = locks([decision(2, f"{END}=6", "Ruth", END), decision(1, f"{END}=7", "K. Weber", END)])
    assert held == {END: locks([decision(1, f"{END}=7", "K. Weber", END)])[END]}
    assert (held[END].by, held[END].number, held[END].at) == ("K. Weber", 7, AT + timedelta(days=1))


def test_who_locked_it_moves_the_lock_to_another_number():
    first, second = decision(1, f"{END}=7", "K. Weber", END), decision(2, f"{END}=8", "k.  weber", END)
    assert locks([first, second])[END].number == 8


def test_a_lock_ends_where_it_is_no_longer_named():
    assert locks([decision(1, f"{END}=7", "K. Weber", END), decision(2, f"{END}=7", "K. Weber")]) == {}


@pytest.mark.parametrize(
    ("by", "number", "refused"),
    [("Ruth", 8, True), ("Ruth", 7, False), ("Ruth", 6, False), ("K. Weber", 9, False), ("k weber", 9, True)],
)
def test_nobody_else_loosens_it_and_anybody_makes_it_stricter(by, number, refused):
    held = locks([decision(1, f"{END}=7", "K. Weber", END), decision(2, f"{END}=6", "Ruth", END)])

    def check() -> None:
        refuse_loosened(held, lambda _: 8, lambda _: number, lambda _: 1, decided_by=by)

    if not refused:
        return check()
    with pytest.raises(Refused) as caught:
        check()
    assert caught.value.facts == {"limit": END, "by": "K. Weber", "at": AT + timedelta(days=1)}
    return None


def test_others_locks_stay_whatever_is_said():
    held = locks([decision(1, f"{END}=7", "K. Weber", END)])
    assert still_locked(held, "Ruth", {END: False, SHORTER: True}) == (SHORTER, END)
    assert still_locked(held, "K. Weber", {END: False}) == ()
    assert still_locked(held, "Ruth", {}) == (END,)


def test_each_limit_is_told_by_who_decided_its_number():
    first = decision(1, f"{END}=7", "K. Weber")
    second = decision(2, f"{END}=7, {SHORTER}=0.5", "Ruth")
    assert whose([second, first]) == {END: "K. Weber", SHORTER: "Ruth"}
