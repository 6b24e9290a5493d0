"""The plan by digits: what was decided and by whom, the person, what is allowed, programmes."""

import pytest

from companion.domain.plan import KEYS as PLAN_KEYS
from companion.flows.menus import plan
from companion.flows.plan_rows import sections
from companion.services.people import KEYS as PERSON_KEYS
from companion.wording import plan_rows


def test_every_part_is_there(ruth, stand):
    assert stand(ruth, plan.menu).labels == [*plan_rows.SECTIONS.values(), "Programmes", "Undo"]


def test_where_nothing_is_decided_it_says_so(companion, stand):
    assert stand(companion, plan.menu).step.told == "Nothing is decided yet."
    companion.plan.set("energy", "1900", decided_by="A. Lee")
    assert stand(companion, plan.menu).step.told == ""


def test_the_rows_are_those_of_the_room_with_their_values(ruth, stand):
    rows = sections(ruth)
    walker = stand(ruth, plan.menu).take("The plan")
    assert walker.details == {row.name: row.value for row in rows["plan"]}
    assert len(walker.labels) == len(PLAN_KEYS)
    walker.back()
    walker.take("The person")
    assert walker.details == {row.name: row.value for row in rows["person"]}
    assert len(walker.labels) == len(PERSON_KEYS)


def test_a_row_says_who_decided_it(ruth, stand):
    walker = stand(ruth, plan.menu).take("The plan", "Food level")
    assert walker.step.title == "Food level"
    assert walker.step.told == "5, minced and moist. Decided by J. Okafor, 14 April 2026."
    walker.take("Who and when")
    assert walker.step.title == "Food level: who and when"
    assert walker.step.texts[0][1].startswith("5, minced and moist, by J. Okafor")
    walker.back()
    walker.take("More about it")
    assert walker.step.texts


def test_a_row_that_nobody_decided_names_no_key(ruth, stand):
    walker = stand(ruth, plan.menu).take("The plan", "Straw")
    assert walker.step.told == "Nobody has decided it yet."
    walker.take("Who and when")
    assert walker.step.texts == (("", "Nobody has decided it yet."),)


def test_a_decision_is_what_the_flow_writes(ruth, stand):
    walker = stand(ruth, plan.menu).take("The plan", "Energy", "Change", 2000, "J. Okafor")
    decision = ruth.plan.in_force().decision("energy")
    assert (decision.value, decision.decided_by) == (2000, "J. Okafor")
    assert walker.step.told.startswith("2,000 kcal a day. Decided by J. Okafor")


@pytest.mark.parametrize(("sure", "level"), [(False, "5"), (True, "7")])
def test_loosening_a_texture_asks_once_more(ruth, stand, sure, level):
    walker = stand(ruth, plan.menu).take("The plan", "Food level", "Change", "7", "J. Okafor")
    assert walker.step.id == "confirm"
    walker.take(sure)
    assert str(ruth.plan.in_force().value("food-level")) == level


def test_who_decided_last_is_offered_first(ruth, stand):
    walker = stand(ruth, plan.menu).take("The plan", "Energy", "Change", 2000)
    assert walker.step.default == "J. Okafor"


def test_beside_limits_only_a_name_of_this_sitting_is_offered(ruth, stand):
    def offered(walker):
        """Up to the question who decided a limit."""
        walker.take("Limits", "Change")
        walker.take(walker.step.options[0].value)
        walker.take(walker.step.options[0].value)
        assert walker.take(walker.step.default).step.id == "decided_by"
        return walker.step.default

    walker = stand(ruth, plan.menu).take("The plan")
    assert offered(walker) is None
    leave(walker, "plan_plan").take("Energy", "Change", 2000, None, "A. Lee")
    assert offered(leave(walker, "plan_plan")) == "A. Lee"
    assert offered(leave(walker, "plan").take("The plan")) is None


def leave(walker, id):
    """Back until one stands in this menu."""
    while walker.step.id != id:
        walker.back()
    return walker


def test_a_fact_about_the_person(ruth, stand):
    walker = stand(ruth, plan.menu).take("The person", "Height", "Change", 163)
    assert ruth.people.person().height_cm == 163
    assert walker.step.told.startswith("163 cm. Written down by Ruth")


def test_the_six_questions_are_behind_their_sum(ruth, stand):
    walker = stand(ruth, plan.menu).take("The person", "Sum of six answers", "Change", "ask")
    for _ in range(6):
        walker.take(3)
    assert ruth.people.person().alsfrs6 == 18


def test_something_is_allowed_and_taken_back(ruth, stand):
    walker = stand(ruth, plan.menu).take("Allowed by a therapist", "One more")
    kind = walker.step.options[0].value
    walker.take(kind, "A. Lee")
    assert list(ruth.plan.clearances()) == [kind]
    assert walker.step.id == "plan_allow"
    walker.take(walker.labels[0], "Take back")
    assert ruth.plan.clearances() == {}
    assert walker.step.id == "plan_allow"  # its row is gone
    assert walker.labels == ["One more"]


def test_programmes_are_changed_and_read_from_a_file(ruth, stand):
    walker = stand(ruth, plan.menu).take("Programmes", "Change or make one")
    assert walker.step.id == "edit_programme"
    walker.back()
    walker.take("A therapist's file")
    assert walker.step.id == "file"
    assert walker.back().step.id == "plan_programmes"


def test_whoever_may_not_decide_sees_what_holds_and_is_offered_no_change(ruth, stand):
    ruth.plan.clear("resistance", decided_by="A. Lee")
    ruth.by = "Maria"
    assert "Programmes" not in stand(ruth, plan.menu).labels
    for section, row in (("The plan", "Food level"), ("The person", "Name"), ("Allowed by a therapist", "")):
        walker = stand(ruth, plan.menu).take(section)
        assert "Who and when" in walker.take(row or walker.labels[0]).labels
        assert not {"Change", "Take back", "One more"} & set(walker.labels)


def test_every_way_leads_back(ruth, explored):
    ruth.plan.clear("resistance", decided_by="A. Lee")
    menus = explored(ruth, plan.menu)
    assert all(menu.options for menu in menus)
    assert {menu.id for menu in menus} == {
        "plan", "plan_plan", "plan_person", "plan_allow", "plan_row", "plan_programmes"
    }  # fmt: skip
