"""Weight: the newest one against the reference, its course, whom to tell; Enter writes one down."""

from datetime import timedelta
from typing import Any

import pytest
from tui.rows import cut, text

from companion.domain.weight import from_kg
from companion.services.companion import Companion
from companion.tui.screens.weight import Weight
from companion.tui.widgets.course import Course
from companion.tui.widgets.font import blocks
from companion.tui.widgets.told import Told
from companion.wording import weight

SIZES = [(80, 24), (40, 24), (120, 36)]
WEEKLY = [59.3, 59.0, 58.8, 58.3, 58.0, 57.6, 57.2, 56.8]  # the last a week ago


def weighed(companion: Companion, kilograms: list[float], reference: str | None = "60.1") -> Companion:
    """A weight a week, the last a week ago, for somebody of 60.1 kilograms before."""
    if reference:
        companion.people.set("reference-weight", reference)
    for back, kg in zip(range(len(kilograms), 0, -1), kilograms, strict=True):
        at = companion.clock() - timedelta(weeks=back)
        companion.weight.log(kg, unit="kg", at=at, confirmed=True)
    return companion


def unfit(app: Any) -> list[str]:
    """The words that do not fit where they stand."""
    out = cut(app, "Course, Told, Paragraphs")
    beside = app.screen.query_one("#beside", Told)
    if beside.display and beside.render().get_height({}, beside.content_size.width) > beside.size.height:
        out.append("the words beside the number")
    return out


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("unit", ["kg", "lb", "st"])
async def test_it_opens_on_the_number_the_change_and_whom_to_tell(
    ruth: Companion, visit: Any, size: tuple[int, int], unit: str
) -> None:
    weighed(ruth, WEEKLY)
    ruth.preferences.set("weight-unit", unit)
    async with visit(ruth, "weight", size) as seen:
        shown, amount = text(seen.rows()), seen.app.screen.query_one("#amount", Told).text.plain
        number, name = weight.amount(56.8, unit)[0]  # type: ignore[arg-type]
        assert blocks(number, 2 if size[0] == 120 else 1)[0] in amount
        assert name in amount
        assert f"{weight.difference(3.3, unit)} less" in shown  # type: ignore[arg-type]
        assert "▲ Notice: weight below the reference" in shown
        assert (
            "5.5 % less than the reference weight. From 5 % on, it is worth telling your dietitian." in shown
        )
        assert unfit(seen.app) == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_picture_names_its_lines_its_ends_and_where_it_starts(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    weighed(ruth, WEEKLY)
    async with visit(ruth, "weight", size) as seen:
        rows, picture = seen.rows(), seen.app.screen.query_one(Course).picture
        shown = text(rows)
        for name in ("reference", "5 % less", "10 % less", "17 February", "14 April"):
            assert name in shown
        assert "not at 0." in shown
        assert [named.value for named in picture.axis] == [54, 56, 58, 60]
        assert sum(row.count("●") for row in rows) == len(WEEKLY)


@pytest.mark.parametrize("key", ["enter", "1"])
async def test_a_weight_is_one_key_and_its_number(ruth: Companion, visit: Any, key: str, size: Any) -> None:
    weighed(ruth, WEEKLY)
    async with visit(ruth, "weight", size, key, *"56.4", "enter") as seen:
        assert ruth.weight.latest().kg == 56.4  # type: ignore[union-attr]
        shown = text(seen.rows())
        assert "Saved: 56.4 kg." in shown
        assert "3.7 kg less" in shown
        assert ("Weighed today" if size[0] == 80 else "Today") in shown
        assert unfit(seen.app) == []


async def test_a_slip_is_asked_about(ruth: Companion, visit: Any) -> None:
    weighed(ruth, WEEKLY)
    async with visit(ruth, "weight", (80, 24), "enter", *"568", "enter") as seen:
        assert "Perhaps 56.8 kg was meant." in text(seen.rows())
        assert len(ruth.diary.entries("weight")) == len(WEEKLY)


async def test_a_slip_is_told_in_the_persons_unit(ruth: Companion, visit: Any) -> None:
    weighed(ruth, WEEKLY)
    ruth.preferences.set("weight-unit", "lb")
    async with visit(ruth, "weight", (80, 24), "enter", *"225", "enter") as seen:
        assert "225.0 lb is far from the last weight, 125.2 lb." in text(seen.rows())


async def test_t_takes_the_chair_off_and_remembers_it(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "weight", (80, 24), "t", *"80.5", "enter", *"23.5", "enter") as seen:
        (kept,) = ruth.diary.entries("weight")
        assert (kept.kg, kept.tare_kg) == (57.0, 23.5)
        assert "23.5 kg taken off" in text(seen.rows())
        await seen.press("t", *"80", "enter", "enter")
        assert ruth.weight.latest().kg == 56.5  # type: ignore[union-attr]


async def test_stones_are_asked_for_with_their_pounds(ruth: Companion, visit: Any) -> None:
    ruth.preferences.set("weight-unit", "st")
    async with visit(ruth, "weight", (80, 24), "enter", "9", "enter", "3", "enter") as seen:
        assert ruth.weight.latest().kg == pytest.approx(58.51, abs=0.005)  # type: ignore[union-attr]
        assert "Saved: 9 st 3.0 lb." in text(seen.rows())


async def test_k_changes_the_unit_here_and_everywhere(ruth: Companion, visit: Any) -> None:
    weighed(ruth, WEEKLY)
    async with visit(ruth, "weight", (80, 24), "k", "2") as seen:
        assert ruth.settings.weight_unit == "lb"
        assert "lb" in seen.app.screen.query_one("#amount", Told).text.plain
        values = [point.value for point in seen.app.screen.query_one(Course).picture.points]
        assert values[-1] == pytest.approx(from_kg(56.8, "lb"))


async def test_an_empty_room_says_which_key_begins(companion: Companion, visit: Any, size: Any) -> None:
    async with visit(companion, "weight", size) as seen:
        assert "No weight yet. Enter writes one down." in text(seen.rows())
        assert "·" not in text(seen.rows())
        assert "No weight yet" in text(await seen.press("w"))


async def test_one_weight_is_said_to_be_the_only_one(ruth: Companion, visit: Any, size: Any) -> None:
    weighed(ruth, [56.8], None)
    async with visit(ruth, "weight", size) as seen:
        shown = text(seen.rows())
        assert "One weight so far: 56.8 kg on 7 April." in shown
        assert "No weight from before the illness is known." in shown
        assert seen.app.screen.query_one(Course).picture is None
        assert unfit(seen.app) == []


async def test_an_old_weight_is_still_shown(ruth: Companion, visit: Any, clock: Any) -> None:
    weighed(ruth, [56.8])
    clock.go(days=400)
    async with visit(ruth, "weight", (80, 24)) as seen:
        shown = text(seen.rows())
        assert "One weight so far: 56.8 kg on 7 April." in shown
        assert "●" in shown


@pytest.mark.parametrize("size", SIZES)
async def test_a_year_of_weights_shows_the_last_months_whole(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    weighed(ruth, [63 - n / 10 for n in range(80)])
    async with visit(ruth, "weight", size) as seen:
        points = seen.app.screen.query_one(Course).picture.points
        assert len(points) == (26 if size[0] == 120 else 13)
        assert "▲ " in text(seen.rows())
        assert unfit(seen.app) == []


@pytest.mark.parametrize(
    ("kilograms", "reference", "said"),
    [
        ([54.0], "60.1", "▲ Warning: weight below the reference 10.1 % less"),
        ([58.0, 56.7], None, "▲ Notice: less than a month ago 2.2 % less"),
        ([60.0, 60.0], "60.1", "0.2 % less than the reference weight."),
    ],
)
async def test_the_level_is_a_mark_and_a_word(
    ruth: Companion, visit: Any, kilograms: list[float], reference: str | None, said: str
) -> None:
    weighed(ruth, kilograms, reference)
    async with visit(ruth, "weight", (80, 24)) as seen:
        shown = text(seen.rows())
        assert said in shown
        assert ("▲" in shown) == said.startswith("▲")


async def test_w_gives_the_numbers_the_limits_whose_they_are_and_what_to_do(
    ruth: Companion, visit: Any
) -> None:
    weighed(ruth, WEEKLY)
    async with visit(ruth, "weight", (80, 24), "w") as seen:
        shown = text(seen.rows())
        assert shown.count("5.5 % less") == 1
        assert "From 5 % below the reference, or under a body mass index of 20" in shown
        assert "The program set these limits" in shown
        assert "your dietitian can say what fits you" in shown
        await seen.press("0")
        assert type(seen.app.screen) is Weight


async def test_l_lists_every_weight_with_who_wrote_it(ruth: Companion, visit: Any, size: Any) -> None:
    weighed(ruth, [57.2])
    ruth.by = "Jon"
    ruth.weight.log(56.8)
    async with visit(ruth, "weight", size, "l") as seen:
        rows = [row.strip() for row in seen.rows()]
    assert "Tue 14 April: 56.8 kg, Jon" in rows
    assert rows.index("Tue 14 April: 56.8 kg, Jon") < rows.index("Tue 7 April:  57.2 kg, Ruth")  # in columns
    assert "Reference, 60.1 kg." in rows


async def test_u_takes_back_and_0_goes_back(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24), "6", "enter", *"56", "enter", "u") as seen:
        assert ruth.diary.entries("weight") == []
        assert "No weight yet" in text(seen.rows())
        await seen.press("0")
        assert type(seen.app.screen).__name__ == "Today"


async def test_a_new_name_does_not_make_the_weight_somebody_elses(companion: Companion, visit: Any) -> None:
    companion.people.set("name", "Ruth")
    companion.weight.log(57)
    companion.people.set("name", "Ruth M.")
    async with visit(companion, "weight", (80, 24)) as seen:
        assert "Weighed today" in text(seen.rows())
        assert "by Ruth" not in text(seen.rows())


async def test_a_weight_that_a_helper_wrote_down_names_the_helper(companion: Companion, visit: Any) -> None:
    companion.by = "Jon"
    companion.weight.log(57)
    companion.by = None
    async with visit(companion, "weight", (80, 24)) as seen:
        assert "Weighed today by Jon" in text(seen.rows())


@pytest.mark.parametrize("size", SIZES)
async def test_a_talk_about_a_feeding_tube_is_offered_once(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    weighed(ruth, [56.0, 53.9])  # 10.3 % below the reference
    async with visit(ruth, "weight", size) as seen:
        assert "A talk about a feeding tube may be worth having early. F tells more." in text(seen.rows())
        assert unfit(seen.app) == []
        await seen.press("f", "enter")
        assert "10.3 % below the reference; the limit is 10 %" in text(seen.rows())
        await seen.press("enter", "1")
        assert "It is not brought up again." in text(seen.rows())
        assert "F tells more" not in text(seen.rows())
    assert [entry.answer for entry in ruth.tube_talk.answers()] == ["talked"]


async def test_today_offers_the_talk_as_a_row(ruth: Companion, visit: Any) -> None:
    weighed(ruth, [53.9])
    async with visit(ruth, "today", (80, 24)) as seen:
        assert "A talk worth having early" in text(seen.rows())
        await seen.press("9")
        assert "A talk about a feeding tube?" in text(seen.rows())
        await seen.press("enter", "enter", "2")
        assert "It is offered again in 90 days" in text(seen.rows())
        assert "A talk worth having early" not in text(seen.rows())
