"""What each role sees, what is one's own to take back, and in whose name a plan is decided."""

import pytest

from companion.domain.entries import KINDS, Weighed
from companion.errors import NotAllowed, Refused


def test_a_viewer_sees_the_day_and_its_history(act_as):
    companion = act_as("viewer")
    assert companion.today.view().weight is not None
    assert companion.history.recent()


# One's own and others'


def test_a_caregiver_takes_back_their_own_and_nobody_elses(act_as):
    companion = act_as("caregiver")
    others = next(one.entry for one in companion.unasked.written() if isinstance(one.entry, Weighed))
    own = companion.intake.quick("Soup", kcal=150).entry
    for change in (
        lambda: companion.history.remove(others.id),
        lambda: companion.history.take_back(others.id),
        lambda: companion.history.edit(others.id, kg=60.0, confirmed=True),
    ):
        with pytest.raises(NotAllowed, match="not_yours"):
            change()
    assert companion.history.undo().target.id == own.id
    with pytest.raises(NotAllowed, match="not_allowed"):
        companion.plan.set("food-level", "4", decided_by="Maria")


def test_a_clinician_decides_and_takes_their_own_decisions_back(act_as):
    companion = act_as("clinician")
    assert companion.plan.decider() == "Maria"
    companion.plan.set("food-level", "4", decided_by="Maria")
    assert companion.plan.in_force().value("food-level") == "4"
    with pytest.raises(Refused, match="needs_confirm"):
        companion.history.undo()  # back to firmer food
    companion.history.undo(confirmed=True)
    assert companion.plan.in_force().value("food-level") == "5"
    with pytest.raises(NotAllowed):
        companion.intake.quick("Soup", kcal=150)


def test_what_a_role_may_not_write_it_may_not_correct_either(act_as):
    companion = act_as("clinician")
    soup = KINDS["quick"](
        at=companion.clock(), recorded=companion.clock(), by="Maria", role="clinician", via="ssh",
        version="0", slot="lunch", name="Soup", kcal=150,
    )  # fmt: skip
    (soup,) = companion.unasked.append(soup)
    assert not companion.history.may_correct(soup)


def test_a_clinician_leaves_other_peoples_decisions_alone(act_as):
    companion = act_as("clinician")
    decision = companion.plan.in_force().decision("food-level")
    assert decision is not None
    with pytest.raises(NotAllowed, match="not_yours"):
        companion.history.take_back(decision.id, confirmed=True)


def test_the_person_from_afar_does_everything_but_let_people_in(act_as):
    companion = act_as("patient")
    weight = companion.weight.latest()
    assert weight is not None
    companion.history.remove(weight.id)
    assert companion.weight.latest() is None
    let_in = next(one.entry for one in companion.history.everything() if one.entry.kind == "caregiver")
    for change in (companion.history.remove, companion.history.take_back):
        with pytest.raises(NotAllowed) as refused:
            change(let_in.id)
        assert refused.value.facts["verb"] == "admit"
    assert companion.caregivers.find("Maria") is not None


def test_a_clinician_decides_in_their_own_name_and_in_no_other(act_as, library):
    plan = (companion := act_as("clinician")).plan
    changed = library.programmes["hands_wrists"].model_copy(update={"name": "Hands"})
    for other in (
        lambda: plan.set("food-level", "4", decided_by="J. Okafor"),
        lambda: plan.set("limits", "session.end_rating=7", decided_by="J. Okafor", lock={}),
        lambda: plan.clear("resistance", decided_by="J. Okafor"),
        lambda: companion.programmes.save(changed, decided_by="J. Okafor", confirmed=True),
    ):
        with pytest.raises(Refused) as refused:
            other()
        assert (refused.value.code, refused.value.exit_code) == ("own_name_decides", 5)
    assert plan.set("food-level", "4", decided_by="maria").entry.decided_by == "Maria"
    patient = act_as("patient").plan
    assert patient.set("food-level", "3", decided_by="J. Okafor").entry.decided_by == "J. Okafor"


def test_a_clinician_is_not_asked_who_decided(act_as):
    from companion.flows.conversation import Conversation
    from companion.flows.plan import add_clearance, set_plan

    for flow in (
        lambda companion: set_plan(companion, key="food-level", value="4", offered="J. Okafor"),
        lambda companion: add_clearance(companion, what="resistance", offered="J. Okafor"),
    ):
        assert Conversation(lambda flow=flow: flow(act_as("patient"))).step.title
        talk = Conversation(lambda flow=flow: flow(act_as("clinician")))
        assert "decided by Maria." in talk.step.text


def test_a_lock_is_not_opened_in_the_name_of_who_locked_it(act_as, ruth):
    ruth.plan.set("limits", "session.end_rating=7", decided_by="A. Lee", lock={"session.end_rating": True})
    plan = act_as("clinician").plan
    for who in ("A. Lee", "Maria"):
        with pytest.raises(Refused):
            plan.set("limits", "session.end_rating=8", decided_by=who)
    assert plan.limits.now("session.end_rating").value == 7


def test_the_first_questions_come_although_somebody_was_let_in_first_and_only_to_the_person(companion):
    companion.caregivers.add("Maria", "caregiver")
    assert companion.welcome.due()
    assert not companion.welcome.waits()
    companion.by = "Maria"
    assert not companion.welcome.due()
    assert companion.welcome.waits()
    companion.by = None
    companion.weight.log(57.0)
    assert not companion.welcome.due()
