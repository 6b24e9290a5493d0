"""The player: what stands on the screen and what every key does."""

import pytest
from tui.stage import Stage

from companion.config.settings import Settings
from companion.domain.sessions import Phase
from companion.tui.widgets.sign import Sign


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


async def test_getting_up_names_brakes_belt_and_helper_first(stage: Stage, size: tuple[int, int]) -> None:
    app = stage.start("early_mobility_band")
    async with app.run_test(size=size) as pilot:
        await stage.open(pilot)
        at = [part.exercise for part in stage.session.started.parts].index("mob_sit_stand")
        await stage.until(pilot, Phase.READY, at)
        assert "Have ready: raised chair with arms and transfer belt (with a helper)." in stage.text
        assert "Fall risk: helper beside you, brakes on, shoes on." in stage.text
