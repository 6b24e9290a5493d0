"""How the player is drawn: every text fits, a second costs few bytes, and hostile content stays text."""

from dataclasses import replace
from statistics import median
from typing import Any

import pytest
from rich.color import ColorSystem
from tui.stage import Stage

from companion.domain.sessions import Phase
from companion.tui.paint import Painter
from companion.tui.widgets.notice import Notice
from companion.tui.widgets.paragraphs import Paragraphs
from companion.tui.widgets.sign import Sign


async def test_hostile_content_stays_text(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    nasty = "[red]Lift[/red] \x1b[2J\u202e ${x} " + "word " * 60
    exercise = stage.companion.content.exercises["br_relaxed"].model_copy(
        update={"name": "[b]x[/]\x07", "steps": (nasty, nasty), "watch_out": (nasty,)}
    )
    changed = {**stage.companion.content.exercises, "br_relaxed": exercise}
    monkeypatch.setattr(stage.companion.content, "exercises", changed)
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        await stage.open(pilot)
        assert "[red]Lift[/red]" in stage.text
        assert not {"\x1b", "\x07", "\u202e"} & set(stage.text)


async def test_every_text_of_every_session_fits(stage: Stage, size: tuple[int, int]) -> None:
    """Nothing is cut: with passive hands, the stop signal, a notice of two lines and the longest exercise."""
    app = stage.start()
    async with app.run_test(size=size) as pilot:
        player = await stage.open(pilot)
        player.query_one(Notice).tell("word " * (size[0] // 4))
        widths = player.query_one(Paragraphs).content_size
        body = player.query_one(".body").content_size.height
        for exercise in stage.companion.content.exercises.values():
            for mode in exercise.modes:
                part = stage.session.started.parts[0].model_copy(
                    update={
                        "exercise": exercise.id,
                        "mode": mode,
                        "side": "right",
                        "sets": 2,
                        "reps": 9,
                        "hold_s": 9,
                    }
                )
                for phase in (Phase.READY, Phase.MOVE, Phase.REST):
                    view = replaced(player.view, part, phase)
                    sign = player.guide.sign(view, narrow=size[0] < 80)
                    shown = player.query_one(Sign)
                    shown.set(sign.word, sign.number, sign.unit, room=sign.room, large=sign.large)
                    rows = body - shown.rows(widths.width) - 2 - (size[0] >= 80)
                    paragraphs = player.guide.paragraphs(view, narrow=size[0] < 80)
                    words = player.query_one(Paragraphs)
                    words.paragraphs = tuple(paragraphs)
                    assert len(words.fitting(widths.width, rows)) <= rows, (exercise.id, mode, phase)


def replaced(view: Any, part: Any, phase: Phase) -> Any:
    from dataclasses import replace

    running = {Phase.MOVE: (3, 6), Phase.REST: (30, 40)}.get(phase, (None, None))
    return replace(
        view, phase=phase, under=phase, part=part, next=part, reps=part.reps,
        rep=1 if phase is Phase.MOVE else 0,
        seconds_left=running[0], seconds_total=running[1], extended_s=20, reason="tired",
    )  # fmt: skip


async def test_a_second_of_rest_costs_few_bytes(stage: Stage) -> None:
    app, painter = stage.start(), Painter()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.REST)
        for _ in range(5):
            await pilot.press("r")
        painter.frame(app.screen._compositor.render_strips(), ColorSystem.TRUECOLOR)
        costs = []
        while player.view.under is Phase.REST:
            await stage.go(pilot, 1)
            frame = painter.frame(app.screen._compositor.render_strips(), ColorSystem.TRUECOLOR)
            costs.append(len(frame.encode()))
        seconds = costs[:-1]
        assert median(seconds) <= 120
        assert max(seconds) <= 220  # the tens change with the bar


@pytest.mark.parametrize(("left", "tenths"), [(30, 10), (28, 10), (27, 9), (3, 1), (1, 1), (0, 0)])
async def test_the_bar_of_a_countdown_moves_in_tenths(stage: Stage, left: int, tenths: int) -> None:
    """It is full until a tenth is over, and empty at the end alone."""
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        view = replace(player.view, seconds_left=left, seconds_total=30)
        assert player.guide.share(view) == tenths / 10
