"""What is found without parsing a whole table is what reading all of it finds."""

from datetime import datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from store.conftest import NOON, envelope

from companion.domain.day import day_of
from companion.domain.entries import Correction, StepDone
from companion.errors import Unknown
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf

STEPS = st.lists(
    st.tuples(st.integers(0, 20 * 24), st.sampled_from(["done", "skipped"]), st.sampled_from("ab")),
    max_size=12,
)
# what becomes of which step or correction: removed, undone, left out after all, or moved by so many hours
LATER = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(["remove", "undo", "outcome", "at"])), max_size=6
)
STARTS_AT = 4


def written(steps, later):
    """A diary in memory with these steps, in the order of writing, and what became of them."""
    wall = (NOON + timedelta(seconds=n) for n in range(1000))
    diary = Diary(MemoryShelf(), lambda: NOON, wall=lambda: next(wall))
    said = {
        **envelope(lambda: NOON),
        "exercise": "neck_turn",
        "mode": "active",
        "note": 'not "at":"2026-11-02T08',
    }
    kept = [
        *diary.append(
            *(
                StepDone(**{**said, "at": NOON - timedelta(hours=hours)}, session=of, part=n, outcome=outcome)
                for n, (hours, outcome, of) in enumerate(steps)
            )
        )
    ]
    for which, what in later if kept else ():
        target = kept[which % len(kept)]
        if what in ("outcome", "at") and isinstance(target, StepDone):
            moved = {"outcome": "skipped", "at": (NOON - timedelta(hours=which * 13)).isoformat()}
            facts = {"action": "edit", "changes": {what: moved[what]}}
        else:
            facts = {"action": "undo" if isinstance(target, Correction) else "remove"}
        kept += diary.append(Correction(**envelope(lambda: NOON), at=NOON, target=target.id, **facts))
    return Diary(diary.shelf, lambda: NOON)


def done(step):
    return step.get("outcome", "done") == "done"


@settings(max_examples=60)
@example([(34, "done", "a"), (26, "done", "a")], [])  # one at night, one by day, of one date
@given(STEPS, LATER)
def test_days_and_sessions_with_a_step_done_are_those_of_all_steps_in_force(steps, later):
    diary, since = written(steps, later), NOON.date().replace(day=1)
    found = [step for step in diary.of(StepDone) if step.outcome == "done"]
    fresh = Diary(diary.shelf, lambda: NOON)
    assert fresh.days("step", done, STARTS_AT, since) == {day_of(step.at, STARTS_AT) for step in found}
    for session in "ab":
        some = any(step.session == session for step in found)
        assert fresh.has("step", ("session", session), done, since) == some


@settings(max_examples=60)
@example([(480, "done", "a")], [(0, "at")], [0])  # moved from long ago to today
@example([(480, "done", "a"), (240, "done", "a"), (0, "done", "a")], [], [1, 12])  # then further back
@given(STEPS, LATER, st.lists(st.integers(0, 21), min_size=1, max_size=3))
def test_what_is_read_since_a_day_is_what_is_left_of_everything(steps, later, backs):
    diary = written(steps, later)
    everything = diary.of(StepDone)
    fresh = Diary(diary.shelf, lambda: NOON)
    for since in (NOON.date() - timedelta(days=back) for back in backs):
        late = [step for step in everything if step.at.date() >= since]
        assert fresh.of(StepDone, since=since) == late
        facts = fresh.facts("step", "at", since=since)
        assert sorted(datetime.fromisoformat(at) for (at,) in facts) == [step.at for step in late]


def test_an_entry_is_found_by_the_whole_of_its_id_alone():
    diary = written([(0, "done", "a")], [])
    (step,) = diary.of(StepDone)
    assert diary.find(step.id).entry == step
    with pytest.raises(Unknown):
        diary.find(step.id[:-1])
