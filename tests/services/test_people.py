"""The person, and who acts."""

import pytest

from companion.errors import NotAllowed, Refused, Unknown


def test_the_newest_fact_for_a_key_holds(companion):
    companion.people.set("name", "Ruth")
    companion.people.set("height-cm", "163")
    companion.people.set("height-cm", "164.5")
    assert companion.people.person().name == "Ruth"
    assert companion.people.person().height_cm == 164.5


def test_an_empty_value_takes_a_fact_out(companion):
    companion.people.set("sex", "f")
    companion.people.set("sex", "")
    assert companion.people.person().sex is None


def test_age_comes_from_the_year_alone(companion):
    assert companion.people.age() is None
    companion.people.set("birth-year", "1958")
    assert companion.people.age() == 68


@pytest.mark.parametrize(
    ("key", "value"),
    [("height-cm", "1.63"), ("height-cm", "nan"), ("sex", "x"), ("birth-year", "1066"), ("alsfrs6", "25"),
     ("ventilation", "maybe"), ("reference-weight", "6140")],
)  # fmt: skip
def test_an_impossible_fact_is_refused_and_nothing_is_kept(companion, key, value):
    with pytest.raises(Refused):
        companion.people.set(key, value)
    assert companion.diary.history() == []


def test_an_unknown_key_is_named(companion):
    with pytest.raises(Unknown) as caught:
        companion.people.set("shoe-size", "40")
    assert caught.value.facts["value"] == "shoe-size"


def test_a_name_is_cleaned(companion):
    companion.people.set("name", "\x1b[2JRu\u202eth")
    assert companion.people.person().name == "[2JRuth"


def test_the_person_acts_as_owner_and_another_name_as_an_unverified_caregiver(companion):
    companion.people.set("name", "Ruth")
    assert (companion.actor.name, companion.actor.role, companion.actor.verified) == ("Ruth", "owner", True)
    companion.by = "Maria"
    assert (companion.actor.name, companion.actor.role, companion.actor.verified) == (
        "Maria",
        "caregiver",
        False,
    )


def test_a_caregiver_may_log_but_not_decide(companion):
    companion.by = "Maria"
    entry = companion.intake.quick("Toast", kcal=120).entry
    assert (entry.by, entry.role, entry.verified) == ("Maria", "caregiver", False)
    with pytest.raises(NotAllowed):
        companion.plan.set("food-level", "5", decided_by="Dr Lee")
    with pytest.raises(NotAllowed):
        companion.people.set("name", "Eve")


def test_every_answer_to_a_fact_is_kept_with_who_gave_it(companion):
    companion.people.set("height-cm", "163")
    companion.people.set("height-cm", "164.5")
    companion.people.set("name", "Ruth")
    assert [fact.value for fact in companion.people.facts("height-cm")] == [163, 164.5]
    assert companion.people.newest()["height-cm"].value == 164.5
