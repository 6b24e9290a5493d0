"""A guided session from beginning to end: it is saved, whatever is chosen and however time passes."""

import pytest
from disk import full
from flows.heard import Heard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.config.settings import Settings
from companion.domain.sessions import Phase
from companion.flows import guided_choices as choices
from companion.flows.steps import Choose, Confirm, Number, Read, Say, Text
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf

ENDS = ("Rest over.", "Done.", "Session done.")


def test_the_end_is_three_bells_a_rating_and_what_was_done(heard):
    guided = heard("energy_mini")
    while guided.step is not None and guided.step.id != "after":
        guided.guided.answer(guided.step.options[0].value)
    assert guided.cues[-1] == ("Session done.", 3)
    guided.take(3)
    assert guided.step is None
    assert guided.guided.result.outcome == "finished"
    assert guided.said[-1].startswith("Saved: the whole session")


def test_the_end_rating_may_be_left_out(heard):
    guided = heard().take("end", "enough")
    assert guided.step.id == "after"
    guided.guided.back()
    assert guided.guided.done
    assert guided.guided.result.reason == "enough"


def test_what_cannot_be_saved_is_said_once_and_once_that_it_is(heard, monkeypatch):
    guided = heard().until(Phase.MOVE)
    with monkeypatch.context() as patch:
        patch.setattr(guided.companion, "keep", full)
        guided.take("go").take("more_rest").take("more_rest")
        assert guided.step.id == choices.ID
        assert [text for text in guided.said if "disk is full" in text] == guided.said[-1:]
        assert guided.kept == []
    guided.take("more_rest")
    assert guided.step.id == choices.ID
    assert guided.said[-1] == "Everything is saved again."
    assert guided.kept == [(0, "done")]


def test_the_end_waits_until_it_is_saved(heard, monkeypatch):
    guided = heard()
    with monkeypatch.context() as patch:
        patch.setattr(guided.companion, "keep", full)
        guided.take("end", "enough", None)
        assert guided.ways == ["save", "leave"]
        assert "disk is full" in guided.take("save").step.title
        guided.guided.back()
        assert guided.ways == ["save", "leave"]
    guided.take("save")
    assert guided.step is None
    assert guided.companion.diary.entries("session_end")[-1].reason == "enough"


@pytest.mark.parametrize("programme", ["morning_full_body", "energy_mini", "hands_wrists", "breathing_5"])
def test_a_whole_session_by_its_first_choice_alone(companion, clock, programme):
    companion.fatigue.log(3, when="before")
    guided = Heard(companion, clock, programme)
    for _ in range(300):
        step = guided.step
        if step is None:
            break
        guided.guided.answer(step.default if step.default is not None else step.options[0].value)
        guided.pass_(200)
    assert guided.guided.result.outcome == "finished"
    assert len(guided.kept) == len(guided.session.started.parts)


WALKS = st.lists(
    st.one_of(
        st.tuples(st.just("take"), st.integers(0, 11)),
        st.tuples(st.just("pass"), st.sampled_from([0.3, 1, 4, 12, 29, 61, 130, 700, 4000])),
        st.tuples(st.just("sleep"), st.sampled_from([2, 35, 90, 900])),
        st.tuples(st.just("back"), st.none()),
    ),
    max_size=40,
)


@given(walk=WALKS, go=st.booleans(), by_hand=st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_is_chosen_and_however_time_passes(library, clock, walk, go, by_hand):
    fresh = Companion(
        diary=Diary(MemoryShelf(), clock), content=library, clock=clock,
        settings=Settings(wait_for_go=go, movement="done" if by_hand else "clock"),
    )  # fmt: skip
    guided = Heard(fresh, clock, "hands_wrists")
    for kind, much in walk:
        if guided.guided.done:
            break
        said, silent = len(guided.cues), guided.guided.wait() is None
        if kind == "take":
            _answer(guided, much)
        elif kind == "back":
            assert guided.guided.back()
        else:
            _let_time_pass(guided, kind, much)
            assert not (silent and len(guided.cues) > said), "nothing comes by itself while it waits"
        _holds(guided)


def _let_time_pass(guided, kind, seconds):
    before = len(guided.cues)
    if kind == "pass":
        guided.pass_(seconds)
        texts = guided.texts[before:]
        assert all(texts.count(end) <= 1 for end in ENDS)
    else:
        guided.clock.go(seconds=seconds)
        guided.cues += guided.guided.due()
        assert len(guided.cues) - before <= 1 or guided.texts[before] == "Session done."
    assert guided.guided.due() == []  # said once


def _answer(guided, place):
    guided.cues += guided.guided.due()
    match guided.guided.step:
        case Say() | Read():
            guided.guided.answer(None)
        case Choose() as step:
            assert step.options
            guided.guided.answer(step.options[place % len(step.options)].value)
        case Confirm() | Number() | Text() as step:
            raise AssertionError(f"a session asked {step.id}")


def _holds(guided):
    view = guided.session.view()
    assert sorted(part for part, _ in guided.kept) == sorted({part for part, _ in guided.kept})
    assert len(guided.kept) == view.parts_done
    if not guided.guided.done and isinstance(guided.guided.step, Choose):
        assert guided.guided.step.options
    for before, now in zip(guided.cues, guided.cues[1:], strict=False):
        assert before != now or before.text not in ("10 seconds.", "30 seconds.", "Session done.")
