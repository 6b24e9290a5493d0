"""The pictures of a whole report: named by what they show, and a helper's view told apart."""

from datetime import timedelta

import pytest
from reports.papers import read

from companion.reports.html import html
from companion.reports.paper import Picture
from companion.reports.pictures import keys, slots
from companion.reports.sections import paper
from companion.wording import numbers


@pytest.fixture
def viewed(lived, clock):
    """A helper wrote down their view on a day without an answer."""
    today, clock.now = clock.now, clock.now - timedelta(days=4)
    lived.fatigue.log(7, helper_view=True)
    clock.now = today
    return lived


def tiredness(companion, weeks: int) -> Picture:
    pictures = paper(companion.reports.gather(weeks)).sections[0].pictures
    return next(one for one in pictures if one.scale)


def test_a_helpers_view_has_a_mark_of_its_own(viewed):
    marks = {key.mark: key.means for key in keys(tiredness(viewed, 4))}
    assert marks["ring"] == "a helper's view"
    assert marks["point"] == "an answer"


def test_a_helpers_view_has_no_part_in_the_mean_of_a_week(viewed, clock):
    on = clock.now.date() - timedelta(days=4)
    assert dict(tiredness(viewed, 4).values)[on] == 7
    assert dict(tiredness(viewed, 52).values)[on] is None
    assert "ring" not in {key.mark for key in keys(tiredness(viewed, 52))}


def test_each_day_has_the_mark_of_what_was_said_on_it(lived):
    told = lived.trends.over(28).tiredness.days
    levels = {one.date: one.level for one in told if one.level != "none"}
    assert set(levels.values()) == {"notice", "warning"}
    assert {slot.first: slot.word for slot in slots(tiredness(lived, 4)) if slot.word} == levels


def test_the_first_page_shows_weight_energy_and_tiredness(lived):
    page = read(html(paper(lived.reports.gather(4))))
    titles = [tag.text for tag in page.named("title") if "svg" in tag.inside]
    assert titles[:3] == ["Weight", "Energy", "Tiredness"]
    assert [tag.attributes["href"] for tag in page.named("a")] == ["https://iddsi.org/framework"]


@pytest.mark.parametrize("spare", range(7))
def test_the_weeks_of_a_picture_are_those_of_the_table(companion, clock, spare):
    today = clock.now
    for back in range(130 + spare, -1, -1):
        clock.now = today - timedelta(days=back)
        companion.intake.quick("Soup", kcal=1000 + back * 5 + back % 7 * 100)
    page = paper(companion.reports.gather(40))
    picture = next(one for one in page.sections[0].pictures if one.bars)
    table = next(one for one in page.sections if one.id == "intake").tables[0]
    drawn = [numbers.whole(one.value) for one in slots(picture)]
    written = [cell for row in table.rows for cell in row[1:2]]
    assert drawn == written
    assert sum(one.days for one in slots(picture)) == 131 + spare
