"""The small parts: what they draw, that they fit, and that text from people stays text."""

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from textual.app import ComposeResult
from textual.widgets import DataTable, Static

from companion.tui.app import CompanionApp
from companion.tui.screens.room import Room
from companion.tui.widgets.bar import Bar
from companion.tui.widgets.big import Big
from companion.tui.widgets.head import Head
from companion.tui.widgets.keys import Key, Keys
from companion.tui.widgets.pages import broken
from companion.tui.widgets.picker import Column, Picker
from companion.tui.widgets.rows import Row, Rows
from companion.tui.widgets.words import words

MakeApp = Callable[..., CompanionApp]
Lines = Callable[[CompanionApp], list[str]]


class Parts(Room):
    heading = "Parts"
    keys: ClassVar[tuple[Key, ...]] = tuple(Key(k, f"Word {k}", "nothing") for k in "abcd")

    def body(self) -> ComposeResult:
        yield Big("1,405", (1, 2, 3))
        yield Bar(0.5)
        yield Static(words("[b]not markup[/b] \x1b[31mred"))


class List(Room):
    heading = "List"
    keys: ClassVar[tuple[Key, ...]] = ()

    def __init__(self, count: int = 80) -> None:
        super().__init__()
        self.count = count
        self.taken: list[Any] = []

    def body(self) -> ComposeResult:
        yield Picker(Column("Meal", 20), Column("Level", 5, right=True))

    def on_mount(self) -> None:
        self.query_one(Picker).fill((f"m{n}", (f"Meal [b]{n}[/]", str(n % 5))) for n in range(self.count))

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        self.taken.append(event.row_key.value)


@pytest.mark.parametrize(("size", "rows"), [((40, 24), 3), ((80, 36), 5), ((120, 24), 5), ((120, 36), 8)])
async def test_big_has_the_size_of_the_screen(make_app: MakeApp, size: tuple[int, int], rows: int) -> None:
    app = make_app(Parts)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert app.screen.query_one(Big).size.height == rows


async def test_a_new_digit_of_the_same_width_lays_nothing_out(make_app: MakeApp, lines: Lines) -> None:
    app = make_app(Parts)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = lines(app)
        app.screen.query_one(Big).set("1,406")
        assert not app.screen.query_one(Big)._layout_required
        await pilot.pause()
        changed = [y for y, (old, new) in enumerate(zip(before, lines(app), strict=True)) if old != new]
        assert changed
        assert set(changed) <= set(range(2, 7))


@pytest.mark.parametrize(("share", "full"), [(-1, 0), (0, 0), (0.001, 1), (0.5, 37), (1, 74), (3, 74)])
async def test_a_bar_stops_at_full_and_shows_the_least(make_app: MakeApp, share: float, full: int) -> None:
    app = make_app(Parts)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        bar = app.screen.query_one(Bar)
        bar.set(share)
        assert bar.render().plain == "▄" * full + "▁" * (74 - full)


async def test_text_from_people_is_never_markup_and_never_a_code(make_app: MakeApp, lines: Lines) -> None:
    app = make_app(Parts)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = "\n".join(lines(app))
        assert "[b]not markup[/b] [31mred" in text
        assert "\x1b" not in text


async def test_the_head_takes_the_fact_that_fits(make_app: MakeApp) -> None:
    app = make_app(Parts)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.pause()
        head = app.screen.query_one(Head)
        head.set("Morning range of motion", "Step 5 of 10, about 8 minutes left", "Step 5 of 10")
        assert head.render().plain == "Morning range of motion   Step 5 of 10"
        head.set(title="A title that is far too long for forty columns")
        assert head.render().plain == "A title that is far too…  Step 5 of 10"
        head.set(short="A fact of more than half of it")
        assert head.render().plain == "A title that is far too long for…     "


async def test_keys_stand_in_one_row_or_in_two_narrow_ones(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(Parts)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        bar = app.screen.query_one(Keys)
        assert bar.size.height == (1 if size[0] == 80 else 2)
        assert all(place.end <= bar.content_size.width for place in bar.places(bar.content_size.width))
        assert "!" in bar.render().plain.splitlines()[-1]


async def test_keys_that_need_another_row_get_it(make_app: MakeApp) -> None:
    app = make_app(Parts)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        bar = app.screen.query_one(Keys)
        few, many = bar.keys, [Key(k, f"A longer word {k}", "nothing") for k in "abcdef"]
        for keys, rows in ((many, 2), (few, 1)):
            bar.set(keys)
            await pilot.pause()
            assert bar.size.height == rows


async def test_the_cursor_marks_its_row_and_the_hardware_cursor_stands_there(
    make_app: MakeApp, lines: Lines, size: tuple[int, int]
) -> None:
    app = make_app(List)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for _ in range(30):
            await pilot.press("down")
        await pilot.pause()
        marked = [(y, line) for y, line in enumerate(lines(app)) if "›" in line]
        assert len(marked) == 1
        assert "› Meal [b]30[/]" in marked[0][1]
        place = app.cursor_place()
        assert (place.y, marked[0][1][place.x]) == (marked[0][0], "›")


async def test_a_list_moves_by_half_a_page_however_fast_the_keys_come(make_app: MakeApp) -> None:
    app = make_app(List)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        picker = app.screen.query_one(Picker)
        high, moved = picker.size.height - picker.header_height, []
        for _ in range(40):
            before = picker.scroll_y
            picker.action_cursor_down()
            moved.append(picker.scroll_y - before)
            assert 0 <= picker.cursor_row - picker.scroll_y < high
        assert {step for step in moved if step} == {1 + high - high // 2 - 1}


async def test_in_less_height_the_cursor_stays_in_view(make_app: MakeApp) -> None:
    app = make_app(List)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        picker = app.screen.query_one(Picker)
        picker.go("m30")
        await pilot.resize_terminal(80, 20)
        await pilot.pause()
        assert 0 <= picker.cursor_row - picker.scroll_y < picker.size.height - picker.header_height


def test_nothing_to_say_is_one_empty_page() -> None:
    assert broken([], 40, 10) == [[]]


async def test_a_picker_tells_what_was_taken(make_app: MakeApp) -> None:
    app = make_app(List)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        picker = app.screen.query_one(Picker)
        picker.go("m12")
        await pilot.press("enter")
        await pilot.pause()
        assert (picker.value, app.screen.taken) == ("m12", ["m12"])  # type: ignore[attr-defined]
        picker.fill([])
        assert picker.value is None


class Choices(Room):
    keys: ClassVar[tuple[Key, ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[int] = []

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.taken.append(event.index)

    def body(self) -> ComposeResult:
        rows = [
            Row(str(n), f"Choice {n}", "with many words about it that must be wrapped here") for n in range(9)
        ]
        yield Rows(rows, start=2)


async def test_rows_keep_the_focused_one_in_view(make_app: MakeApp, lines: Lines) -> None:
    app = make_app(Choices)
    async with app.run_test(size=(40, 16)) as pilot:
        await pilot.pause()
        for expected, key in [(3, "down"), (8, "end"), (8, "down"), (0, "home"), (0, "up"), (1, "down")]:
            await pilot.press(key)
            await pilot.pause()
            marked = [(y, line) for y, line in enumerate(lines(app)) if "›" in line]
            assert [f"› {expected}  Choice {expected}" in line for _, line in marked] == [True]
            assert app.cursor_place().y == marked[0][0]


async def test_a_click_takes_the_whole_row(make_app: MakeApp) -> None:
    app = make_app(Choices)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(Rows, offset=(60, 4))
        await pilot.pause()
        assert app.screen.taken == [4]  # type: ignore[attr-defined]


async def test_rows_that_do_not_fit_say_that_there_are_more(make_app: MakeApp, lines: Lines) -> None:
    app = make_app(Choices)
    async with app.run_test(size=(40, 16)) as pilot:
        await pilot.pause()
        assert any("More below" in line for line in lines(app))
        await pilot.press("end")
        await pilot.pause()
        assert not any("More below" in line for line in lines(app))
        assert any("More above" in line for line in lines(app))


async def test_a_click_on_the_hint_takes_nothing(make_app: MakeApp, lines: Lines) -> None:
    app = make_app(Choices)
    async with app.run_test(size=(40, 16)) as pilot:
        await pilot.pause()
        hint = next(y for y, line in enumerate(lines(app)) if "More below" in line)
        await pilot.click(offset=(5, hint))
        await pilot.pause()
        assert app.screen.taken == []  # type: ignore[attr-defined]
