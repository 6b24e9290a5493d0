"""Pages of rows: whose digit is whose, and what goes on."""

import pytest

from companion.flows.menus.preferences import menu
from companion.flows.pages import MORE, pages
from companion.flows.plan import NOT_YET, levels
from companion.flows.steps import Choose, Option
from companion.services.companion import Companion
from companion.wording import choices


def keyed(page):
    return [(row.key, row.label) for row in page]


@pytest.fixture
def food(companion: Companion):
    return Choose(id="value", title="Which level?", options=(*levels(companion, "food-level"), NOT_YET))


def test_a_level_keeps_its_digit_and_the_rows_stand_in_their_order(food):
    (page,) = pages(food, more=choices.MORE)
    keys = [row.key for row in page]
    assert keys == sorted(keys)
    digits = {row.option.value: row.key for row in page}
    assert digits == {**{n: n for n in digits if n and n.isdigit()}, "7EC": "8", None: MORE}


def test_where_nothing_is_thick_not_known_is_no_level(companion):
    step = Choose(id="value", title="Which level?", options=(*levels(companion, "drink-level"), NOT_YET))
    (page,) = pages(step, more=choices.MORE)
    assert [row.key for row in page] == ["0", "1", "2", "3", "4", MORE]


@pytest.mark.parametrize("room", range(1, 7))
def test_no_other_choice_ever_has_a_digit_below_the_levels(food, room):
    found = pages(food, lambda rows: len(rows) <= room, more=choices.MORE)
    rows = [row for page in found for row in page if row.option]
    assert {row.option for row in rows} == set(food.options)
    assert {row.key for row in rows if not row.option.key.isdigit()} <= {"8", MORE}
    assert all(row.key for row in rows)
    for page in found:
        assert len({row.key for row in page}) == len(page)


def test_the_last_page_leads_to_the_first():
    step = Choose(id="c", title="Which?", options=tuple(Option(n, str(n)) for n in range(20)))
    found = pages(step, more=choices.MORE)
    assert [page[-1].label for page in found] == ["More", "More", "First page"]
    assert all(page[-1].key == MORE for page in found)


def test_one_page_has_nothing_to_go_on_to(ruth):
    (page,) = pages(menu(ruth), more=choices.MORE)
    assert keyed(page)[0][0] == "1"
    assert all(row.option for row in page)


def test_three_choices_stand_together_however_long_they_are():
    for count, together in ((3, True), (4, False)):
        step = Choose(id="c", title="Which?", options=tuple(Option(n, str(n)) for n in range(count)))
        found = pages(step, lambda rows: len(rows) <= 2, more=choices.MORE)
        assert (len(found) == 1) == together
