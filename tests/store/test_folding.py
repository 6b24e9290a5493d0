"""Corrections of corrections, checked against the plain definition."""

from hypothesis import given
from hypothesis import strategies as st

from companion.store.folding import fold

Plan = list[tuple[int, str, int]]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Entries 0 to 2, then corrections of anything earlier; an edit only of an entry."""
    plan = []
    for number in range(3, 3 + draw(st.integers(0, 12))):
        action = draw(st.sampled_from(["remove", "edit", "undo"]))
        target = draw(st.integers(0, 2 if action == "edit" else number - 1))
        plan.append((number, action, target))
    return plan


def documents(plan: Plan) -> list[dict]:
    return [
        {"id": f"{n:03}", "action": action, "target": f"{target:03}", "changes": {"kcal": n}}
        for n, action, target in plan
    ]


def live(number: int, plan: Plan) -> bool:
    """In force unless something in force takes it back."""
    return not any(t == number and action != "edit" and live(n, plan) for n, action, t in plan)


@given(plans(), st.randoms())
def test_dead_is_what_a_living_correction_takes_back(plan: Plan, chance):
    shuffled = documents(plan)
    chance.shuffle(shuffled)
    dead = fold(shuffled).dead
    numbers = [0, 1, 2, *(n for n, _, _ in plan)]
    assert dead == {f"{n:03}" for n in numbers if not live(n, plan)}


@given(plans())
def test_the_newest_living_edit_wins(plan: Plan):
    changes = fold(documents(plan)).changes
    for entry in range(3):
        edits = [n for n, action, target in plan if action == "edit" and target == entry and live(n, plan)]
        assert changes.get(f"{entry:03}") == ({"kcal": max(edits)} if edits else None)


@given(st.integers(0, 9))
def test_undo_after_undo_goes_back_and_forth(times: int):
    plan = [(3, "remove", 0), *((number, "undo", number - 1) for number in range(4, 4 + times))]
    assert ("000" in fold(documents(plan)).dead) == (times % 2 == 0)


def test_edits_of_different_keys_add_up():
    corrections = [
        {"id": "1", "action": "edit", "target": "0", "changes": {"kcal": 1, "name": "a"}},
        {"id": "2", "action": "edit", "target": "0", "changes": {"kcal": 2}},
    ]
    assert fold(corrections).changes == {"0": {"kcal": 2, "name": "a"}}
