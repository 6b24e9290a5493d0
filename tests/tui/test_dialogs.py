"""Every kind of step asked in the full screen, at both sizes, with the keys that a hand can press."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual import events
from tui.asked import MANY, NOTE, NUMBER, RATING, SURE, TEXT, THREE, MakeApp
from tui.rows import text

from companion.errors import Refused
from companion.flows.steps import Choose, Flow, Say, Step
from companion.tui.app import CompanionApp

ANSWERS: list[tuple[Step, list[str], Any]] = [
    (THREE, ["1"], "a"),
    (THREE, ["enter"], "b"),
    (THREE, ["down", "space"], "c"),
    (THREE, ["7", "3"], "c"),
    (THREE, ["0"], None),
    (MANY, ["8"], 7),
    (MANY, ["9", "1"], 8),
    (MANY, ["9", "9", "4"], 19),
    (MANY, ["9", "9", "9", "2"], 1),
    (RATING, ["0"], 0),
    (RATING, ["7"], 7),
    (RATING, ["t"], 10),
    (RATING, ["T"], 10),
    (RATING, ["enter"], 4),
    (RATING, ["up", "enter"], 3),
    (RATING, ["Q"], None),
    (NUMBER, ["enter"], 56.8),
    (NUMBER, [*"60.5", "enter"], 60.5),
    (NUMBER, [*"60", "comma", "5", "enter"], 60.5),
    (NUMBER, ["q"], None),
    (NUMBER, ["backspace", "enter"], None),
    (TEXT, [*"warm", "space", *"soup", "enter"], "warm soup"),
    (TEXT, [*"soup", "down", "1"], "soup"),
    (TEXT, ["down", "0"], None),
    (TEXT, ["escape"], None),
    (TEXT, ["enter"], None),
    (NOTE, ["enter"], ""),
    (SURE, ["enter"], False),
    (SURE, ["1"], True),
    (SURE, ["Y"], True),
    (SURE, ["n"], False),
    (SURE, ["0"], None),
]


@pytest.mark.parametrize(("step", "keys", "answer"), ANSWERS)
async def test_keys_answer_a_step(
    make_app: MakeApp, size: tuple[int, int], step: Step, keys: list[str], answer: Any
) -> None:
    def flow() -> Flow:
        return (yield step)

    got: list[Any] = []
    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.begin(flow, got.append)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert got == [answer]


async def test_an_answer_out_of_range_is_told_in_place_and_can_be_mended(
    make_app: MakeApp, lines: Callable[[CompanionApp], list[str]]
) -> None:
    def flow() -> Flow:
        return (yield NUMBER)

    got: list[Any] = []
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(flow, got.append)
        await pilot.pause()
        await pilot.press(*"900", "enter")
        await pilot.pause()
        assert got == []
        assert any("▲" in line and "250" in line for line in lines(app))
        await pilot.press("backspace", "backspace", "backspace", *"57", "enter")
        await pilot.pause()
        assert got == [57.0]


async def test_back_asks_the_question_before_and_says_nothing_twice(
    make_app: MakeApp, lines: Callable[[CompanionApp], list[str]]
) -> None:
    def flow() -> Flow:
        first = yield THREE
        yield Say(f"You chose {first}.")
        sure = yield SURE
        return first, sure

    got: list[Any] = []
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(flow, got.append)
        await pilot.pause()
        for keys in ("1", "0", "3", "1"):
            await pilot.press(keys)
            await pilot.pause()
        assert got == [("c", True)]
        assert any("You chose c." in line for line in lines(app))


async def test_a_warning_waits_until_it_was_read(
    make_app: MakeApp, lines: Callable[[CompanionApp], list[str]]
) -> None:
    def flow() -> Flow:
        yield Say("Firmer than the plan.", "warning")
        return "read"

    got: list[Any] = []
    app = make_app()
    async with app.run_test(size=(40, 24)) as pilot:
        app.begin(flow, got.append)
        await pilot.pause()
        assert got == []
        assert "▲ Warning" in "\n".join(lines(app))
        await pilot.press("enter")
        await pilot.pause()
        assert got == ["read"]


async def test_an_error_of_a_flow_becomes_a_sentence_in_the_room(
    make_app: MakeApp, lines: Callable[[CompanionApp], list[str]]
) -> None:
    def flow() -> Flow:
        yield SURE
        raise Refused("empty_text", what="Note")

    got: list[Any] = []
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(flow, got.append)
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        assert got == [None]
        assert any(line.strip().startswith("▲") for line in lines(app))


async def test_a_screen_may_present_a_step_its_own_way(make_app: MakeApp) -> None:
    async def present(_app: CompanionApp, step: Choose) -> Any:
        return step.options[2].value

    def flow() -> Flow:
        return (yield THREE)

    got: list[Any] = []
    app = make_app()
    async with app.run_test() as pilot:
        app.begin(flow, got.append, present={"c": present})
        await pilot.pause()
        assert got == ["c"]


async def test_a_key_pressed_twice_begins_a_conversation_once(make_app: MakeApp) -> None:
    def flow() -> Flow:
        return (yield SURE)

    got: list[Any] = []
    app = make_app()
    async with app.run_test() as pilot:
        app.begin(flow, got.append)
        app.begin(flow, got.append)
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        assert got == [True]
        assert len(app.screen_stack) == 1


async def test_keys_in_one_go_with_the_one_that_asks_do_nothing_in_the_room_beneath(
    make_app: MakeApp,
) -> None:
    def flow() -> Flow:
        return (yield TEXT)

    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        room: Any = app.screen
        room.action_undo = lambda: app.begin(flow)
        for sign in "uhh":
            app.post_message(events.Key(sign, sign))
        for _ in range(4):
            await pilot.pause()
        assert room.done == []
        assert type(app.screen).__name__ == "TextDialog"


@pytest.mark.parametrize("step", [THREE, MANY, RATING, NUMBER, TEXT, SURE], ids=lambda step: step.id)
async def test_keys_that_come_before_the_question_is_there_do_nothing(make_app: MakeApp, step: Step) -> None:
    def flow() -> Flow:
        return (yield step)

    got: list[Any] = []
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        room = app.screen
        app.begin(flow, got.append)
        while app.screen is room:  # then the dialog is there, still empty
            await asyncio.sleep(0)
        assert not app.screen.is_mounted
        for sign in ("1", "2", "0", "q", "enter", "escape"):
            await app._check_bindings(sign)
        await pilot.pause()
        assert got == []
        assert app.return_code is None
        assert app.screen is not room


async def test_0_again_and_again_does_not_answer_a_rating(
    make_app: MakeApp, lines: Callable[[CompanionApp], list[str]]
) -> None:
    def flow() -> Flow:
        rating = yield RATING
        yield THREE
        return rating

    got: list[Any] = []
    app = make_app()
    async with app.run_test(size=(40, 24)) as pilot:
        app.begin(flow, got.append)
        await pilot.pause()
        for key in ("6", "0", "0", "0"):
            await pilot.press(key)
            await pilot.pause()
        shown = text(lines(app))
        assert "› 0 Words 0" in shown
        assert "0 then Enter Zero" in shown
        await pilot.press("6", "a", "1")
        await pilot.pause()
        assert got == [6]
