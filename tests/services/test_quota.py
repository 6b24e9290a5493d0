"""How many entries somebody may write over SSH within a day."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.config.settings import Settings
from companion.content.library import Library
from companion.errors import Refused
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf
from companion.store.tally import lately

MOST = 4


class Wall:
    """The computer's own time, moved by hand."""

    now = datetime(2026, 4, 14, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def diary(clock, wall: Wall) -> Diary:
    return Diary(MemoryShelf(), clock, wall=wall)


@pytest.fixture
def person(diary: Diary, clock, library: Library, monkeypatch: pytest.MonkeyPatch) -> Companion:
    limit = library.limit
    monkeypatch.setattr(library, "limit", lambda id_: MOST if id_ == "limits.entries_a_day" else limit(id_))
    ruth = Companion(diary=diary, content=library, settings=Settings(), clock=clock)
    ruth.caregivers.add("Maria", "caregiver")
    ruth.caregivers.add("Ben", "caregiver")
    return ruth


def afar(person: Companion, name: str) -> Companion:
    return Companion(
        diary=person.diary, content=person.content, settings=person.settings, clock=person.clock, by=name,
        via="ssh", gated=True,
    )  # fmt: skip


def test_one_more_than_a_day_holds_is_refused_and_not_written(person):
    maria = afar(person, "Maria")
    for n in range(MOST):
        maria.intake.quick(f"Soup {n}", kcal=100)
    with pytest.raises(Refused) as refused:
        maria.intake.quick("One more", kcal=100)
    assert (refused.value.code, refused.value.exit_code) == ("entries_a_day", 5)
    assert refused.value.facts == {"name": "Maria", "most": MOST}
    assert len(person.diary.entries("quick")) == MOST


def test_it_is_counted_for_each_person_and_not_at_the_computer_itself(person):
    maria, ben = afar(person, "Maria"), afar(person, "Ben")
    for n in range(MOST):
        maria.intake.quick(f"Soup {n}", kcal=100)
        person.intake.quick(f"Bread {n}", kcal=100)
    person.intake.quick("Bread", kcal=100)
    ben.intake.quick("Tea", kcal=10)
    with pytest.raises(Refused):
        maria.intake.quick("One more", kcal=100)


def test_corrections_and_other_days_are_counted_as_well(person):
    maria = afar(person, "Maria")
    maria.intake.quick("Soup", kcal=100, at=person.clock() - timedelta(days=70))
    maria.history.undo()
    maria.intake.quick("Soup", kcal=100, at=person.clock() - timedelta(days=40))
    maria.intake.quick("Soup", kcal=100)
    with pytest.raises(Refused):
        maria.history.undo()


def test_what_is_written_in_one_go_is_counted_one_by_one_and_refused_whole(person):
    yesterday = person.clock() - timedelta(days=1)
    for n in range(3):
        person.intake.quick(f"Bread {n}", kcal=100, at=yesterday)
    maria = afar(person, "Maria")
    maria.intake.quick("Soup", kcal=100)
    maria.intake.quick("Tea", kcal=10)
    before = person.diary.written()
    with pytest.raises(Refused, match="entries_a_day"):
        maria.intake.copy(yesterday.date())
    assert person.diary.written() == before


def test_a_day_later_it_goes_on(person, wall):
    maria = afar(person, "Maria")
    for n in range(MOST):
        maria.intake.quick(f"Soup {n}", kcal=100)
    wall.now += timedelta(days=1, seconds=1)
    maria.intake.quick("Soup", kcal=100)
    assert lately(person.diary, "Maria", timedelta(days=1)) == 1


def test_no_table_is_parsed_to_count(person, wall):
    for n in range(3):
        person.intake.quick(f"Bread {n}", kcal=100)
    wall.now += timedelta(days=2)
    person.intake.quick('"by":"Maria" "id":"zzzzzzzzzzzzzz"', kcal=100)
    afar(person, "Maria").intake.quick("Soup", kcal=100)
    fresh = Diary(person.diary.shelf, person.clock, wall=wall)
    assert lately(fresh, "Maria", timedelta(days=1)) == 1
    with fresh.binder.reading("2026-04") as month:
        assert month._documents == {}


def test_the_limit_is_the_contents(library):
    assert Library().limit("limits.entries_a_day") == 2000
