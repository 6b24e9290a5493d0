"""What the keys of a question say, what stays told, and what is asked again."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from textual import events
from textual.content import Content
from tui.rows import text

from companion.flows.plan import set_plan
from companion.flows.steps import Flow, Number, Say, Text
from companion.flows.weight import log_weight
from companion.services.companion import Companion
from companion.tui.app import CompanionApp
from companion.tui.widgets.notice import Notice
from companion.tui.widgets.pages import Piece, broken
from companion.wording import today

MakeApp = Callable[..., CompanionApp]
NUMBER = Number(id="n", title="Weight", low=20, high=250, unit="kg")
TEXT = Text(id="t", title="Note")


@pytest.mark.parametrize(("key", "pressed", "level"), [
    ("food-level", "5", "5"), ("food-level", "e", "7EC"), ("food-level", "E", "7EC"),
    ("food-level", "7", "7"), ("drink-level", "1", "1"), ("drink-level", "4", "4"),
])  # fmt: skip
async def test_the_key_of_a_level_is_the_level(
    companion: Companion, visit: Any, key: str, pressed: str, level: str
) -> None:
    async with visit(companion, "today", (80, 24)) as seen:
        seen.app.begin(lambda: set_plan(companion, key=key, decided_by="A. Lee"))
        await seen.press(pressed)
        assert companion.plan.in_force().value(key) == level


async def test_where_0_is_a_level_q_goes_back(
    companion: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(companion, "today", size, "p") as seen:
        shown = text(await seen.press("2"))
        assert "1 to 4, N Choose 0 then Enter Thin" in shown
        assert "Q Back" in shown
        assert "2 Drink level not decided yet" in text(await seen.press("q"))


async def test_0_goes_to_the_thin_level_and_enter_takes_it(companion: Companion, visit: Any) -> None:
    async with visit(companion, "today", (80, 24)) as seen:
        seen.app.begin(lambda: set_plan(companion, key="drink-level", decided_by="A. Lee"))
        assert "› 0 Thin" in text(await seen.press("0", "0"))
        assert companion.plan.in_force().value("drink-level") is None
        await seen.press("enter")
        assert companion.plan.in_force().value("drink-level") == "0"


async def test_no_to_a_slip_asks_for_the_number_again(companion: Companion, visit: Any) -> None:
    companion.weight.log(57, at=companion.clock() - timedelta(days=7))
    async with visit(companion, "today", (80, 24)) as seen:
        seen.app.begin(lambda: log_weight(companion))
        await seen.press(*"75", "enter")
        shown = text(await seen.press("2"))
        assert "What do the scales say?" in shown
        await seen.press(*"58", "enter")
        assert companion.weight.latest().kg == 58  # type: ignore[union-attr]


async def test_a_digit_after_a_refused_number_begins_anew(make_app: MakeApp) -> None:
    def flow() -> Flow:
        return (yield NUMBER)

    got: list[Any] = []
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(flow, got.append)
        await pilot.pause()
        for keys in ([*"900", "enter"], [*"57", "enter"]):
            await pilot.press(*keys)
            await pilot.pause()
        assert got == [57.0]


async def test_a_text_field_names_only_keys_that_work(
    make_app: MakeApp, lines: Callable[[CompanionApp], list[str]], size: tuple[int, int]
) -> None:
    def flow() -> Flow:
        return (yield TEXT)

    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.begin(flow)
        await pilot.pause()
        shown = text(lines(app))
        assert "Enter Keep Enter on nothing Back" in shown
        assert "Esc" not in shown
        assert "1 Keep" not in shown
        await pilot.press("down")
        await pilot.pause()
        assert "1 Keep" in text(lines(app))


async def test_back_and_forth_keeps_what_was_typed(make_app: MakeApp) -> None:
    def flow() -> Flow:
        note = yield TEXT
        return note, (yield NUMBER)

    got: list[Any] = []
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(flow, got.append)
        await pilot.pause()
        for keys in ([*"soup", "enter"], ["q"], ["enter"], [*"57", "enter"]):
            await pilot.press(*keys)
            await pilot.pause()
        assert got == [("soup", 57.0)]


async def test_what_was_saved_and_what_is_worth_knowing_stand_together(make_app: MakeApp) -> None:
    def flow() -> Flow:
        yield Say("Saved: tea.")
        yield Say("It is thinner than the plan.", "notice")

    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(2):
            app.begin(flow)
            await pilot.pause()
            notice = app.screen.query_one(Notice)
            assert (notice.text, notice.level) == ("Saved: tea. ▲ It is thinner than the plan.", "info")


@pytest.mark.parametrize("key", ["down", "l", "d"])
async def test_a_notice_goes_when_the_cursor_or_the_list_does(ruth: Companion, visit: Any, key: str) -> None:
    async with visit(ruth, "meals", (40, 24), "enter", "enter") as seen:
        assert "Saved" in text(seen.rows())
        assert "Saved" not in text(await seen.press(key))


async def test_drinks_keep_level_and_sum_in_the_head(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "meals", size, "d") as seen:
        assert "rink" in seen.rows()[0]
        assert "kcal" in seen.rows()[0]
        assert "2" in seen.rows()[0]


def test_no_page_ends_on_a_heading() -> None:
    rows = [Piece(Content(f"row {n}")) for n in range(4)]
    pages = broken([*rows, Piece(Content("In it"), gap=True, leads=True), Piece(Content("flour"))], 40, 6)
    assert [line.plain for line in pages[1]] == ["In it", "flour"]


def test_words_behind_a_chip_hang_behind_it() -> None:
    (page,) = broken([Piece(Content("words that go on"), Content(" Enter  "))], 20, 9)
    assert page[1].plain.startswith(" " * len(" Enter  "))


async def test_without_a_food_level_the_card_begins_with_it(
    companion: Companion, visit: Any, size: tuple[int, int]
) -> None:
    companion.sessions.rest()
    async with visit(companion, "today", size) as seen:
        shown = text(seen.rows())
        assert "First the food level Nothing is suggested before it is decided." in shown
        assert "Enter Write it down" in shown
        await seen.press("enter", "5", "2")
        assert "Next meal" in text(seen.rows())


async def test_a_named_helper_stands_in_the_head(ruth: Companion, visit: Any) -> None:
    ruth.by = "Maria"
    async with visit(ruth, "today", (80, 24)) as seen:
        assert "Maria for Ruth" in seen.rows()[0]
    async with visit(ruth, "today", (40, 24)) as seen:
        assert "Maria" in seen.rows()[0]


def test_tiredness_is_marked_only_where_the_newest_rating_is_above(ruth: Companion) -> None:
    for days in range(30, 0, -1):
        at = ruth.clock() - timedelta(days=days, hours=8)
        ruth.fatigue.log(6 if days < 5 else 3, when="morning", at=at)
    for rating, marked in ((6, True), (2, False)):
        ruth.fatigue.log(rating, when="day")
        assert ruth.fatigue.state().watch.level != "none"
        figure = today.figures(ruth.today.view())[-1]
        assert (figure.marked, "above" in figure.beside) == (marked, marked)


@pytest.mark.parametrize("typed", ["settings", "theme", "colour"])
async def test_the_palette_finds_the_themes_and_says_how_to_leave(
    ruth: Companion, visit: Any, typed: str
) -> None:
    async with visit(ruth, "today", (80, 24)) as seen:
        found = [
            command.title
            for command in seen.app.get_system_commands(seen.app.screen)
            if typed in command.title.lower()
        ]
        assert "Settings: colour theme paper" in found
        assert typed != "settings" or "Settings: how the program behaves" in found
        assert "Esc goes back" in text(await seen.press("m"))


def test_a_food_is_named_where_its_amount_is_asked(companion: Companion) -> None:
    from companion.flows.foods import log_food

    (found, *_) = companion.foods.search("butter salted")
    assert next(log_food(companion, food=found.id)).title == f"{found.name}: how much?"


@pytest.mark.parametrize("keys", [("k", *"Soup", "enter", *"180"), ("3", *"100", "enter")])
async def test_enters_that_come_together_close_one_screen(ruth, visit, keys):
    async with visit(ruth, "today", (80, 24), *keys) as seen:
        for _ in range(4):
            seen.app.post_message(events.Key("enter", "\r"))
        await seen.pilot.pause()
        assert type(seen.app.screen_stack[0]).__name__ == "Today"
        assert len(ruth.intake.day().day.entries) == 1


async def test_backs_that_come_together_leave_one_room(ruth, visit):
    async with visit(ruth, "today", (80, 24), "2") as seen:
        for _ in range(3):
            seen.app.post_message(events.Key("0", "0"))
        await seen.pilot.pause()
        assert type(seen.app.screen).__name__ == "Today"


async def test_what_has_no_room_beside_the_result_waits_on_a_page(companion: Companion, visit: Any) -> None:
    short, long = "Saved: soup.", "It is kept, since it was eaten. " * 7 + "Please tell the therapist."

    def tells() -> Flow:
        yield Say(short)
        yield Say("Two now.", "notice")
        yield Say(long, "notice")

    async with visit(companion, "today", (40, 24)) as seen:
        seen.app.begin(tells)
        shown = text(await seen.press())
        assert "Worth knowing" in shown
        assert "Please tell the therapist." in shown
        shown = text(await seen.press("0"))
        assert seen.app.screen.notice.text == f"{short} ▲ Two now."
