"""The player: what stands on the screen, what every key does, and what is on disk when the terminal goes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from rich.color import ColorSystem
from textual.pilot import Pilot

from companion.config.settings import Settings
from companion.domain.sessions import Phase
from companion.errors import Failure
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import FolderShelf
from companion.tui.app import CompanionApp
from companion.tui.paint import Painter
from companion.tui.screens.player import Player
from companion.tui.screens.room import Room
from companion.tui.widgets.notice import Notice
from companion.tui.widgets.paragraphs import Paragraphs
from companion.tui.widgets.sign import Sign

Lines = Callable[[CompanionApp], list[str]]


class Floor(Room):
    """What lies under the player."""

    heading = "Floor"


class Stage:
    """A player over a diary, its clock in hand."""

    def __init__(self, companion: Companion, clock: Any, lines: Lines) -> None:
        self.companion, self.clock, self.lines = companion, clock, lines
        self.ended: list[Any] = []

    def start(self, programme: str = "morning_full_body", rating: int | None = 3) -> CompanionApp:
        if rating is not None:
            self.companion.fatigue.log(rating, when="before")
        return self.over(self.companion.sessions.start(programme))

    def over(self, session: Any) -> CompanionApp:
        self.session = session
        self.app = CompanionApp(self.companion, Floor)
        return self.app

    async def open(self, pilot: Pilot[Any]) -> Player:
        await pilot.pause()
        self.app.push_screen(Player(self.session), self.ended.append)
        await pilot.pause()
        assert isinstance(self.app.screen, Player)
        return self.app.screen

    async def go(self, pilot: Pilot[Any], seconds: float) -> None:
        """Let time pass as the timer of the player sees it."""
        player = next(s for s in self.app.screen_stack if isinstance(s, Player))
        for _ in range(int(seconds)):
            self.clock.go(seconds=1)
            player.tick()
        await pilot.pause()

    async def until(self, pilot: Pilot[Any], phase: Phase, index: int = 0) -> None:
        """Press on until this phase of this part."""
        player = next(s for s in self.app.screen_stack if isinstance(s, Player))
        for _ in range(3000):
            if player.view.under is phase and player.view.index >= index:
                break
            if player.view.seconds_left is None:
                await pilot.press("space")
            else:
                self.clock.go(seconds=1)
                player.tick()
        await pilot.pause()

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.lines(self.app)).split())

    @property
    def steps(self) -> list[tuple[int, str]]:
        return [(e.part, e.outcome) for e in self.companion.diary.entries("step")]


@pytest.fixture
def stage(companion: Companion, clock: Any, lines: Lines) -> Stage:
    return Stage(companion, clock, lines)


@contextmanager
def full_disk(companion: Companion, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(_entry: Any) -> None:
        raise Failure("disk_full", file="2026-04.json")

    with monkeypatch.context() as patch:
        patch.setattr(companion, "keep", refuse)
        yield


async def test_ready_says_what_side_and_how(stage: Stage, size: tuple[int, int]) -> None:
    app = stage.start("energy_mini")
    async with app.run_test(size=size) as pilot:
        player = await stage.open(pilot)
        exercise = stage.session.exercise(player.view.part.exercise)
        assert player.query_one(Sign).word == "READY"
        assert exercise.name in stage.text
        assert exercise.steps[0] in stage.text
        assert "1 of 5" in stage.text
        assert "Space begins" in stage.text


async def test_moving_counts_repetitions_and_holding_counts_seconds(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        sign = player.query_one(Sign)
        await stage.until(pilot, Phase.MOVE, 3)
        assert (sign.word, sign.number, sign.unit.strip()) == ("MOVE", "1", "of 3")
        assert "RIGHT ARM" in stage.text
        await stage.until(pilot, Phase.HOLD, 3)
        assert (sign.word, sign.unit.strip().rstrip("s")) == ("HOLD", "second")
        assert sign.number == str(player.view.seconds_left)
        assert "1 of 3" in stage.text


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_go_on_starts_finishes_and_ends_the_rest(stage: Stage, key: str) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        seen = []
        for _ in range(4):
            seen.append(player.view.phase)
            await pilot.press(key)
        assert seen == [Phase.READY, Phase.MOVE, Phase.REST, Phase.READY]
        assert stage.steps == [(0, "done")]


@pytest.mark.parametrize("key", ["p", "P"])
async def test_a_pause_stops_the_clock_and_p_or_space_goes_on(stage: Stage, key: str) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.REST)
        left = player.view.seconds_left
        await pilot.press(key)
        await stage.go(pilot, 30)
        assert player.query_one(Sign).word == "PAUSED"
        assert "Space goes on" in stage.text
        await pilot.press(key)
        assert (player.view.phase, player.view.seconds_left) == (Phase.REST, left)


async def test_a_session_that_nobody_is_at_is_held_once_that_is_said(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.REST)
        app.idle = SimpleNamespace(  # type: ignore[assignment]
            in_session=False, look=lambda: "warned", warning=lambda: "It closes soon.", wait=lambda: None,
            pressed=lambda: False,
        )  # fmt: skip
        app._watch_idle()
        await stage.go(pilot, 1)
        assert player.view.phase is Phase.PAUSED
        assert app.idle.in_session
        assert "It closes soon." in stage.text


async def test_n_leaves_out_and_b_takes_it_back(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await pilot.press("N")
        await pilot.pause()
        assert stage.steps == [(0, "skipped")]
        assert "B takes it back" in stage.text
        await pilot.press("B")
        assert stage.steps == []
        assert player.view.index == 0


async def test_b_says_when_nothing_was_left_out(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        await stage.open(pilot)
        await pilot.press("b")
        await pilot.pause()
        assert "Nothing was left out." in stage.text


async def test_r_makes_a_rest_longer_and_says_so(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.REST)
        left = player.view.seconds_left
        await pilot.press("r")
        await pilot.pause()
        assert player.view.seconds_left == left + 15
        assert "15 seconds added by you" in stage.text
        for _ in range(6):
            await pilot.press("r")
        assert player.query_one(Sign).number == "2:00"
        assert player.view.seconds_left == 120


async def test_r_outside_a_rest_lengthens_the_one_that_comes(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.MOVE)
        await pilot.press("r")
        await pilot.pause()
        assert "The rest that comes is 15 seconds longer." in stage.text
        await pilot.press("space")
        assert player.view.asked_s == 15


async def test_e_goes_one_mode_easier_down_to_a_helper_who_agrees_a_stop_signal_first(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.MOVE, 3)
        await pilot.press("e")
        await pilot.pause()
        assert player.view.part.mode == "active_assisted"
        assert "With help now." in stage.text
        await pilot.press("e")
        await pilot.pause()
        assert player.view.phase is Phase.PAUSED
        assert "agree a stop signal" in stage.text
        assert stage.session.exercise("shoulder_flex").helper_hands in stage.text
        await pilot.press("space")
        await pilot.pause()
        assert player.view.phase is Phase.MOVE
        assert "agree a stop signal" not in stage.text
        await pilot.press("e")
        await pilot.pause()
        assert "no easier way" in stage.text


async def test_c_shows_the_cues_again_from_the_first(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.MOVE, 5)
        cues = stage.session.exercise(player.view.part.exercise).steps
        for n in (0, 1, 2, 0):
            await pilot.press("c")
            await pilot.pause()
            assert cues[n % len(cues)] in stage.text


async def test_f_asks_how_tired_marks_the_start_and_doubles_the_rests(
    stage: Stage, size: tuple[int, int]
) -> None:
    app = stage.start()
    async with app.run_test(size=size) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.REST)
        total = player.view.seconds_total
        await pilot.press("f")
        await pilot.pause()
        assert "Somewhat tired at the start" in stage.text
        await pilot.press("4")
        await pilot.pause()
        assert "Is anything new?" in stage.text
        await pilot.press("1")
        await pilot.pause()
        assert app.screen is player
        assert player.view.seconds_total == 2 * total
        assert "Longer than usual" in stage.text
        assert [e.rating for e in stage.companion.diary.entries("fatigue")] == [3, 4]


async def test_halfway_asks_and_no_answer_is_unknown(stage: Stage) -> None:
    app = stage.start("energy_mini")
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.ASK)
        assert app.screen is not player
        await pilot.press("n")
        await pilot.pause()
        assert "Is anything new?" in stage.text
        await pilot.press("1")
        await pilot.pause()
        assert app.screen is player
        assert player.view.phase is Phase.REST
        assert [e.rating for e in stage.companion.diary.entries("fatigue")] == [3]


async def test_halfway_left_with_q_is_no_answer_and_is_not_asked_again(stage: Stage) -> None:
    app = stage.start("energy_mini")
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.ASK)
        await pilot.press("q")
        await pilot.pause()
        await stage.go(pilot, 2)
        assert app.screen is player
        assert player.view.phase is Phase.REST


async def test_two_points_up_offers_the_end_and_enter_takes_it(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        await stage.open(pilot)
        await pilot.press("f", "5")
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        assert "End here" in stage.text
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("5")
        await pilot.pause()
        assert [e.outcome for e in stage.ended] == ["stopped"]
        assert "Ending here is a good choice" in stage.text


async def test_an_offer_without_a_way_on_is_asked_again_by_who_leaves_it(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await pilot.press("f", "3")
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("0")  # out of the warning signs
        for key in ("0", "escape", "q"):
            await pilot.pause()
            assert "End here" in stage.text
            assert "Go on as before" not in stage.text
            await pilot.press(key)
        await pilot.pause()
        assert player.session.waiting is not None
        await pilot.press("2")
        await pilot.pause()
        assert app.screen is player
        assert player.session.waiting is None


async def test_x_asks_why_and_back_goes_on(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.MOVE, 1)
        await pilot.press("x", "0")
        await pilot.pause()
        assert app.screen is player
        assert player.view.phase is Phase.PAUSED
        await pilot.press("x", "1", "n")
        await pilot.pause()
        assert [e.reason for e in stage.ended] == ["enough"]


async def test_the_whole_session_ends_with_a_rating_and_says_so_in_the_room_below(stage: Stage) -> None:
    app = stage.start("energy_mini")
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        while player.view.phase not in (Phase.DONE, Phase.STOPPED):
            asked = "1" if "Is anything new?" in stage.text else "n"
            await pilot.press(asked if app.screen is not player else "space")
            await pilot.pause()
        await pilot.press("4")
        await pilot.pause()
        assert [e.outcome for e in stage.ended] == ["finished"]
        assert isinstance(app.screen, Floor)
        assert "Saved: the whole session" in stage.text


async def test_another_screen_holds_the_session(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.MOVE, 1)
        left = player.view.seconds_left
        await pilot.press("question_mark")
        await pilot.pause()
        assert app.screen is not player
        await stage.go(pilot, 60)
        await pilot.press("0")
        await pilot.pause()
        assert player.view.phase is Phase.PAUSED
        assert player.view.seconds_left == left
        assert player.query_one(Sign).word == "PAUSED"


@pytest.mark.parametrize(("bell", "rings"), [(True, 1), (False, 0)])
async def test_one_bell_at_the_end_of_a_rest(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, bell: bool, rings: int
) -> None:
    stage.companion.settings = Settings(bell=bell)
    app = stage.start()
    heard: list[str] = []
    monkeypatch.setattr(app, "bell", lambda: heard.append("bell"))
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.REST)
        await stage.go(pilot, (player.view.seconds_left or 0) + 20)
        assert player.view.phase is Phase.READY
        assert len(heard) == rings


async def test_ending_a_rest_oneself_rings_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    app = stage.start()
    heard: list[str] = []
    monkeypatch.setattr(app, "bell", lambda: heard.append("bell"))
    async with app.run_test(size=(80, 24)) as pilot:
        await stage.open(pilot)
        await stage.until(pilot, Phase.REST)
        await pilot.press("space")
        await stage.go(pilot, 3)
        assert heard == []


async def test_a_full_disk_is_said_and_the_session_goes_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        with full_disk(stage.companion, monkeypatch):
            await stage.until(pilot, Phase.REST, 1)
            assert player.view.phase is Phase.REST
            assert "The disk is full" in stage.text
            assert stage.steps == []
        await pilot.press("r")
        await pilot.pause()
        assert stage.steps == [(0, "done")]
        assert "Everything is saved again." in stage.text


async def test_the_end_waits_until_it_is_saved(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        with full_disk(stage.companion, monkeypatch):
            await pilot.press("x", "1", "n")
            await pilot.pause()
            assert app.screen is player
            assert "Save again" in stage.text
            await pilot.press("space")
            await pilot.pause()
            assert app.screen is player
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(app.screen, Floor)
        assert [e.reason for e in stage.companion.diary.entries("session_end")] == ["enough"]


async def test_who_leaves_with_an_unsaved_end_can_leave(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        await stage.open(pilot)
        with full_disk(stage.companion, monkeypatch):
            await pilot.press("x", "1", "n")
            await pilot.pause()
            await pilot.press("x")
            await pilot.pause()
            assert isinstance(app.screen, Floor)


async def test_a_lost_terminal_loses_nothing(stage: Stage, tmp_path: Any, library: Any) -> None:
    def fresh() -> Companion:
        return Companion(
            diary=Diary(FolderShelf(tmp_path), stage.clock),
            content=library,
            settings=Settings(),
            clock=stage.clock,
        )

    stage.companion = fresh()
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        await stage.open(pilot)
        await stage.until(pilot, Phase.MOVE, 2)
    stage.clock.go(minutes=20)
    stage.companion = fresh()
    again = stage.over(stage.companion.sessions.resume())
    async with again.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        assert (player.view.phase, player.view.index) == (Phase.READY, 2)
        assert stage.steps == [(0, "done"), (1, "done")]


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
        assert sum(seconds) / len(seconds) <= 250


async def test_h_keeps_that_it_is_too_hard_and_a_takes_easier_back(stage: Stage) -> None:
    app = stage.start()
    async with app.run_test(size=(80, 24)) as pilot:
        player = await stage.open(pilot)
        await stage.until(pilot, Phase.MOVE, 3)
        await pilot.press("h")
        await pilot.pause()
        assert "how is it?" in stage.text
        await pilot.press("1")
        await pilot.pause()
        assert app.screen is player
        assert [e.about for e in stage.companion.diary.entries("function_note")] == ["too_hard"]
        assert player.view.eased == 1
        await pilot.press("a")
        await pilot.pause()
        assert player.view.eased == 0
        await pilot.press("a")
        await pilot.pause()
        assert "Nothing was made easier" in stage.text


async def test_getting_up_names_brakes_belt_and_helper_first(stage: Stage, size: tuple[int, int]) -> None:
    app = stage.start("early_mobility_band")
    async with app.run_test(size=size) as pilot:
        await stage.open(pilot)
        at = [part.exercise for part in stage.session.started.parts].index("mob_sit_stand")
        await stage.until(pilot, Phase.READY, at)
        assert "Have ready: raised chair with arms and transfer belt (with a helper)." in stage.text
        assert "Fall risk: helper beside you, brakes on, shoes on." in stage.text
