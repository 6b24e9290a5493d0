"""Every kind of step asked in the full screen, at both sizes, with the keys that a hand can press."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from textual import events

from companion.errors import Refused
from companion.flows.steps import Choose, Confirm, Flow, Number, Option, Say, Step, Text
from companion.tui.app import CompanionApp

MakeApp = Callable[..., CompanionApp]
THREE = Choose(id="c", title="Which", options=tuple(Option(n, f"Thing {n}") for n in "abc"), default="b")
MANY = Choose(id="m", title="Which", options=tuple(Option(n, f"Thing {n}") for n in range(20)))
RATING = Choose(
    id="r", title="How tired", options=tuple(Option(n, f"Words {n}") for n in range(11)), default=4
)
NUMBER = Number(id="n", title="Weight", low=20, high=250, unit="kg", default=56.8)
TEXT = Text(id="t", title="Note", help="Kept with the meal")
NOTE = Text(id="t", title="Note", optional=True)
SURE = Confirm(id="s", title="Sure")

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


async def test_the_bar_says_how_a_text_is_left_by_enter(
    make_app: MakeApp, size: tuple[int, int], lines: Callable[[CompanionApp], list[str]]
) -> None:
    def flow(step: Step) -> Flow:
        return (yield step)

    for step, said in ((TEXT, True), (NOTE, False)):
        app = make_app()
        async with app.run_test(size=size) as pilot:
            app.begin(lambda step=step: flow(step))
            await pilot.pause()
            assert ("Enter on nothing" in "\n".join(lines(app))) is said


@pytest.mark.parametrize("size", [(80, 24), (40, 24), (80, 12), (40, 14), (120, 36)])
async def test_every_digit_takes_a_row_in_view_and_9_shows_the_others(
    make_app: MakeApp, size: tuple[int, int], lines: Callable[[CompanionApp], list[str]]
) -> None:
    options = tuple(Option(n, f"Thing {n}", "what there is to say about it at length " * 2) for n in range(9))
    step = Choose(id="l", title="Which", help="Why it is asked.", options=options)

    def flow() -> Flow:
        return (yield step)

    seen: list[int] = []
    got: list[Any] = []
    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.begin(flow, got.append)
        await pilot.pause()
        await pilot.pause()
        dialog: Any = app.screen
        for _ in dialog.pages:
            shown = "\n".join(lines(app))
            assert "More below" not in shown
            assert [
                f"Thing {o.value}" for o in dialog.pages[dialog.page] if f"Thing {o.value}" not in shown
            ] == []
            seen += [o.value for o in dialog.pages[dialog.page]]
            await pilot.press("9")
            await pilot.pause()
            if got:
                break
        assert seen == list(range(9))


async def test_it_opens_on_the_page_of_the_answer_under_the_cursor(make_app: MakeApp, lines: Any) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(lambda: (yield replace(MANY, default=9)))
        await pilot.pause()
        await pilot.pause()
        shown = "\n".join(lines(app))
        assert "› 2  Thing 9" in shown
        assert "Thing 0" not in shown


async def test_no_word_of_a_question_stands_alone_in_its_last_line(make_app: MakeApp, lines: Any) -> None:
    app = make_app()
    title = f"{'ten exercises ' * 5}about minutes."
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(lambda: (yield replace(THREE, title=title)))
        await pilot.pause()
        await pilot.pause()
        assert [row.strip() for row in lines(app) if "exercises" in row or "minutes" in row] == [
            f"{'ten exercises ' * 4}ten",
            "exercises about minutes.",
        ]


@pytest.mark.parametrize("size", [(80, 24)])
async def test_a_way_to_0_leaves_the_keys_in_one_row(
    make_app: MakeApp, size: tuple[int, int], lines: Any
) -> None:
    app = make_app()
    options = (Option("0", "Thin", key="0"), *(Option(str(n), f"Level {n}") for n in range(1, 5)))
    async with app.run_test(size=size) as pilot:
        app.begin(lambda: (yield Choose(id="z", title="Which", options=options, default="2")))
        await pilot.pause()
        await pilot.pause()
        (bar,) = [row for row in lines(app) if "Warning" in row]
        assert "Choose" in bar
        assert "Q  Back" in bar


@pytest.mark.parametrize("step", [THREE, MANY, RATING, NUMBER, TEXT, SURE], ids=lambda step: step.id)
async def test_no_line_of_a_dialog_is_cut(
    make_app: MakeApp, size: tuple[int, int], step: Step, lines: Callable[[CompanionApp], list[str]]
) -> None:
    def flow() -> Flow:
        return (yield step)

    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.begin(flow)
        await pilot.pause()
        text = "\n".join(lines(app))
        assert step.title in text
        assert "Back" in text
        assert "Warning" in text
        assert "…" not in text


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
        assert len(app.screen_stack) == 2


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
        shown = " ".join("\n".join(lines(app)).split())
        assert "› 0 Words 0" in shown
        assert "0 then Enter Zero" in shown
        await pilot.press("6", "a", "1")
        await pilot.pause()
        assert got == [6]


@pytest.mark.parametrize("step", [THREE, RATING, NUMBER, SURE], ids=lambda step: step.id)
async def test_a_question_mark_tells_about_the_question(
    make_app: MakeApp, step: Step, lines: Callable[[CompanionApp], list[str]]
) -> None:
    def flow() -> Flow:
        return (yield replace(step, help="Why it is asked."))

    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.begin(flow)
        await pilot.pause()
        asked = app.screen
        await pilot.press("question_mark")
        await pilot.pause()
        assert app.screen is not asked
        shown = "\n".join(lines(app))
        assert all(said in shown for said in (step.title, "Why it is asked.", "Keys", "Back"))
        await pilot.press("0")
        await pilot.pause()
        assert app.screen is asked


async def test_between_two_questions_the_room_beneath_is_not_painted(make_app: MakeApp) -> None:
    def flow() -> Flow:
        yield THREE
        return (yield SURE)

    app = make_app()
    async with app.run_test() as pilot:
        app.begin(flow)
        await pilot.pause()
        painted: list[str] = []
        app.post_display_hook = lambda: painted.append(  # type: ignore[method-assign]
            "held" if app._batch_count else type(app.screen).__name__
        )
        await pilot.press("1")
        await pilot.pause(0.1)
        assert "Plain" not in painted
        assert painted[-1] == "ConfirmDialog"
