"""How a question stands on the screen: every row in view, no line cut, its keys and its help."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tui.asked import MANY, NOTE, NUMBER, RATING, SURE, TEXT, THREE, MakeApp

from companion.flows.steps import Choose, Flow, Option, Step
from companion.tui.app import CompanionApp


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
