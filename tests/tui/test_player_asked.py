"""What the player asks on the way: how tired, what is new, whether to go on, and how it was."""

from tui.stage import Floor, Stage

from companion.domain.sessions import Phase


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
