"""Who is let in, by whom, and as what."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.config.settings import Settings
from companion.content.library import Library
from companion.domain.entries import CaregiverSet
from companion.domain.people import MAY, Actor
from companion.errors import Malformed, NotAllowed, Refused, Unknown
from companion.services.caregivers import LETTERS
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf
from companion.wording import caregivers as words
from companion.wording import history_rows

KEY, OTHER = "SHA256:one", "SHA256:two"


def as_(companion: Companion, name: str, **more: bool) -> Companion:
    """The same diary, opened by somebody else."""
    return Companion(
        diary=companion.diary, content=companion.content, settings=companion.settings, clock=companion.clock,
        by=name, **more,
    )  # fmt: skip


def test_who_is_let_in_acts_in_their_role(ruth):
    entry = ruth.caregivers.add("Maria", "viewer", key=KEY).entry
    assert (entry.by, entry.role, entry.caregiver, entry.acts_as, entry.key) == (
        "Ruth", "owner", "Maria", "viewer", KEY
    )  # fmt: skip
    assert as_(ruth, "maria", gated=True).actor == Actor("Maria", "viewer", "command", verified=True)


@pytest.mark.parametrize("role", ["patient", "caregiver", "viewer", "clinician"])
def test_only_the_owner_lets_in_and_out(ruth, role):
    ruth.caregivers.add("Maria", role, key=KEY)
    ruth.caregivers.add("Ben", key=OTHER)
    kept = len(ruth.diary.written())
    maria = as_(ruth, "Maria")
    for act in (
        lambda: maria.caregivers.add("Eve"),
        lambda: maria.caregivers.add("Maria", "patient"),
        lambda: maria.caregivers.remove("Ben"),
        lambda: maria.caregivers.remove("Nobody"),
    ):
        with pytest.raises(NotAllowed, match="not_allowed"):
            act()
    assert len(ruth.diary.written()) == kept


def test_a_name_that_nobody_vouched_for_lets_nobody_in(ruth):
    with pytest.raises(NotAllowed):
        as_(ruth, "Stranger").caregivers.add("Stranger")


def test_there_is_no_role_beside_the_owner_that_may_let_in():
    assert [role for role, verbs in MAY.items() if "admit" in verbs] == ["owner"]


@pytest.mark.parametrize("role", ["patient", "caregiver", "clinician"])
def test_nobody_else_undoes_that_somebody_was_let_in_or_out(ruth, role):
    let_in = ruth.caregivers.add("Ben", key=OTHER).entry
    out = ruth.caregivers.remove("Ben").entry
    ruth.caregivers.add("Maria", role, key=KEY)
    maria = as_(ruth, "Maria")
    for act in (
        lambda: maria.history.undo(),
        lambda: maria.history.take_back(out.id),
        lambda: maria.history.remove(let_in.id),
    ):
        with pytest.raises((NotAllowed, Refused)):
            act()
    assert [one.caregiver for one in ruth.caregivers.everybody()] == ["Maria"]


def test_an_undo_meant_for_supper_lets_nobody_in_or_out(ruth):
    ruth.intake.quick("Soup", kcal=150)
    ruth.caregivers.add("Maria", key=KEY)
    ruth.history.undo()
    assert ruth.caregivers.find("Maria")
    assert not ruth.diary.entries("quick")


def test_who_is_let_in_no_longer_is_refused_at_the_next_write(ruth):
    ruth.caregivers.add("Maria", key=KEY)
    maria = as_(ruth, "Maria", gated=True)
    maria.intake.quick("Soup", kcal=150)
    ruth.caregivers.remove("Maria")
    with pytest.raises(NotAllowed, match="not_admitted"):
        maria.intake.quick("Cake", kcal=90)
    assert [entry.name for entry in ruth.diary.entries("quick")] == ["Soup"]


def test_every_history_shows_who_let_whom_in(ruth):
    ruth.caregivers.add("Maria", key=KEY)
    ruth.caregivers.remove("Maria")
    rows = history_rows.rows(ruth.history.recent(), ruth.content, ruth.settings.day_start)
    assert [(row.title, row.by) for row in rows[:2]] == [
        ("Maria no longer let in", "Ruth"),
        ("Maria let in as a caregiver", "Ruth"),
    ]
    assert history_rows.details(rows[0])[0] == ("", "Maria no longer let in.")


def test_who_was_never_let_in_comes_to_nothing_from_afar(ruth):
    with pytest.raises(NotAllowed, match="not_admitted"):
        as_(ruth, "Maria", gated=True).today.view()


@pytest.mark.parametrize("name", ["", " ", "\x1b[31m", "…", "12", "\u202e"])
def test_a_name_needs_letters(ruth, name):
    with pytest.raises(Malformed, match="no_caregiver_name"):
        ruth.caregivers.add(name)
    with pytest.raises(Malformed, match="no_actor_name"):
        as_(ruth, name)


def test_a_name_has_forty_letters_at_most(ruth):
    assert ruth.caregivers.add("M" * LETTERS).entry.caregiver == "M" * LETTERS
    for name in ("N" * (LETTERS + 1), "N" * 5000):
        with pytest.raises(Malformed, match="long_caregiver_name"):
            ruth.caregivers.add(name)


@pytest.mark.parametrize("same", ["zoë", "ZOË", "Zoe\u0308", " zoë\u202e "])
def test_one_name_is_one_person_however_it_is_written(ruth, same):
    ruth.caregivers.add("Zoë", "viewer", key=KEY)
    changed = ruth.caregivers.add(same, "clinician", key=KEY)
    assert changed.before
    assert [(one.caregiver, one.acts_as) for one in ruth.caregivers.everybody()] == [("Zoë", "clinician")]
    assert ruth.caregivers.remove(same).entry.caregiver == "Zoë"
    assert ruth.caregivers.everybody() == []


def test_who_comes_again_finds_their_own_entries_under_the_spelling_of_before(ruth):
    ruth.caregivers.add("Maria", key=KEY)
    as_(ruth, "Maria").intake.quick("Soup", kcal=150)
    ruth.caregivers.remove("Maria")
    assert ruth.caregivers.add("MARIA", key=KEY).entry.caregiver == "Maria"
    assert as_(ruth, "MARIA").history.undo().target.name == "Soup"


def test_the_name_of_the_person_is_for_the_person_alone(ruth):
    with pytest.raises(Refused, match="name_of_person"):
        ruth.caregivers.add("ruth", "caregiver")
    assert ruth.caregivers.add("Ruth", "patient").entry.acts_as == "patient"
    ruth.caregivers.add("Maria")
    with pytest.raises(Refused, match="name_of_caregiver"):
        ruth.people.set("name", "MARIA")
    assert ruth.people.set("name", "Ruth").person.name == "Ruth"


def test_nobody_is_called_as_a_person_without_a_name(companion):
    with pytest.raises(Refused, match="name_of_person"):
        companion.caregivers.add("The Person", "caregiver")


def test_nobody_from_afar_is_the_owner(ruth):
    with pytest.raises(Refused, match="owner_from_afar"):
        ruth.caregivers.add("Maria", "owner")


def test_one_key_is_one_person(ruth):
    ruth.caregivers.add("Maria", key=KEY)
    with pytest.raises(Refused, match="key_taken"):
        ruth.caregivers.add("Ben", key=KEY)
    assert ruth.caregivers.find("Ben") is None


def test_a_key_that_was_somebody_elses_is_told(ruth):
    ruth.caregivers.add("Maria", key=KEY)
    ruth.caregivers.remove("Maria")
    result = ruth.caregivers.add("Ben", key=KEY)
    assert result.elsewhere == "Maria"
    assert "Maria had this key before" in words.lines_to_go(result)[0]


def test_nothing_is_written_where_nothing_is_different(ruth):
    ruth.caregivers.add("Maria", "viewer", key=KEY)
    kept = len(ruth.diary.written())
    again = ruth.caregivers.add("Maria", key=KEY)
    assert not again.changed
    assert again.entry.acts_as == "viewer"
    assert len(ruth.diary.written()) == kept


def test_another_key_and_another_role_are_told_with_what_was_before(ruth):
    ruth.caregivers.add("Maria", "viewer", key=KEY)
    role = ruth.caregivers.add("Maria", "caregiver", key=KEY)
    key = ruth.caregivers.add("Maria", key=OTHER)
    assert words.added(role) == "Maria is let in as a caregiver now, no longer as somebody who reads along."
    assert (
        words.added(key)
        == "Maria is let in as a caregiver already. Maria comes with another key from now on."
    )
    assert words.lines_to_go(role) == []
    assert "ends in Maria, with the key before" in words.lines_to_go(key)[0]


def test_the_list_says_since_when_and_what_was_written_last(ruth, clock):
    ruth.caregivers.add("Maria", key=KEY)
    start = clock.now
    clock.go(days=1)
    ruth.caregivers.add("Maria", "clinician", key=KEY)
    ruth.caregivers.add("Ben", "caregiver", key=OTHER)
    clock.go(hours=1)
    as_(ruth, "Ben").intake.quick("Soup", kcal=150)
    maria, ben = ruth.caregivers.listed()
    assert (maria.since, maria.wrote) == (start, None)
    assert (ben.since, ben.wrote) == (start + timedelta(days=1), clock.now)
    assert words.listed(maria, ruth.today_date()) == (
        "Maria, somebody of the care team, since 14 April 2026. Wrote nothing yet."
    )
    assert words.listed(ben, ruth.today_date()).endswith("since 15 April 2026. Wrote last today, 17:15.")


def test_who_comes_again_is_let_in_since_then(ruth, clock):
    ruth.caregivers.add("Maria", key=KEY)
    ruth.caregivers.remove("Maria")
    clock.go(days=3)
    ruth.caregivers.add("Maria", key=KEY)
    assert ruth.caregivers.listed()[0].since == clock.now


def test_who_is_not_there_cannot_be_let_out(ruth):
    ruth.caregivers.add("Maria")
    with pytest.raises(Unknown) as unknown:
        ruth.caregivers.remove("Mario")
    assert unknown.value.facts["known"] == ["Maria"]


@given(st.text(max_size=60))
def test_any_name_is_kept_so_that_it_is_found_again_or_refused(library: Library, name: str) -> None:
    def now() -> datetime:
        return datetime(2026, 4, 14, 16, tzinfo=UTC)

    home = Companion(diary=Diary(MemoryShelf(), now), content=library, settings=Settings(), clock=now)
    try:
        called = home.caregivers.add(name).entry.caregiver
    except Malformed:
        return
    assert 1 <= len(called) <= LETTERS
    assert as_(home, called, gated=True).actor.name == called
    assert home.caregivers.called(called) == called


def test_who_acts_is_read_once_however_often_one_looks_and_anew_once_the_plan_changed(ruth, monkeypatch):
    ruth.caregivers.add("Maria", key=KEY)
    maria, asked = as_(ruth, "Maria", gated=True), []
    of = Diary.of
    monkeypatch.setattr(Diary, "of", lambda self, kind, **days: asked.append(kind) or of(self, kind, **days))
    maria.intake.quick("Soup", kcal=150)
    maria.today.view()
    assert asked.count(CaregiverSet) == 1
    ruth.caregivers.remove("Maria")
    with pytest.raises(NotAllowed):
        maria.today.view()
    with pytest.raises(NotAllowed):
        maria.intake.quick("Soup", kcal=150)
