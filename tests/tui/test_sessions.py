"""Choosing a session in the full screen: the reason first, what today allows, what is held back by name."""

from collections.abc import Callable
from typing import Any

import pytest
from tui.rows import text

from companion.flows.sessions import start_session
from companion.services.companion import Companion
from companion.tui.app import CompanionApp
from companion.tui.screens.player import Player
from companion.tui.screens.room import Room
from companion.tui.screens.sessions import ChoiceRows, Sessions, paged

Lines = Callable[[CompanionApp], list[str]]


class Floor(Room):
    """What lies under the chooser."""

    heading = "Floor"


class Desk:
    """An app whose conversation is the start of a session."""

    def __init__(self, companion: Companion, lines: Lines) -> None:
        self.companion, self.lines = companion, lines
        self.app = CompanionApp(companion, Floor)
        self.results: list[Any] = []

    async def ask(self, pilot: Any, *keys: str) -> None:
        await pilot.pause()
        self.app.begin(lambda: start_session(self.companion), self.results.append)
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause()

    @property
    def text(self) -> str:
        return text(self.lines(self.app))

    @property
    def room(self) -> Sessions:
        assert isinstance(self.app.screen, Sessions)
        return self.app.screen


@pytest.fixture
def desk(companion: Companion, lines: Lines) -> Desk:
    return Desk(companion, lines)


def tired_usually_three(companion: Companion, clock: Any) -> None:
    clock.go(days=-9)
    for _ in range(8):
        companion.fatigue.log(3, when="before")
        clock.go(days=1)
    clock.go(days=1)


async def test_a_tired_day_says_why_in_numbers_then_the_gentle_ones_then_what_is_held_back(
    desk: Desk, clock: Any, size: tuple[int, int]
) -> None:
    tired_usually_three(desk.companion, clock)
    async with desk.app.run_test(size=size) as pilot:
        await desk.ask(pilot, "6", "1")
        text = desk.text
        order = ["You answered 6", "is 3.0", "Energy-saving mini session", "Rest today", "Held back today"]
        assert [part for part in order if part in text] == order
        assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
        assert "4 minutes, sitting, with help" in text


async def test_a_digit_begins_the_session_at_once(desk: Desk) -> None:
    async with desk.app.run_test(size=(80, 24)) as pilot:
        await desk.ask(pilot, "3", "1", "7")
        assert isinstance(desk.app.screen, Player)
        assert desk.app.screen.session.started.programme == "energy_mini"
        assert desk.app.screen.session.started.start_rating == 3


async def test_enter_takes_the_first_and_down_the_next(desk: Desk) -> None:
    async with desk.app.run_test(size=(80, 24)) as pilot:
        await desk.ask(pilot, "3", "1", "down", "enter")
        assert isinstance(desk.app.screen, Player)
        assert desk.app.screen.session.started.programme == "caregiver_passive_bed"


async def test_more_than_fits_is_on_pages_and_nothing_is_missing(desk: Desk, size: tuple[int, int]) -> None:
    async with desk.app.run_test(size=size) as pilot:
        await desk.ask(pilot, "3", "1")
        seen: list[str] = []
        for _ in desk.room.pages:
            choices = desk.room.query_one(ChoiceRows)
            assert len(choices.lines(choices.content_size.width)) <= choices.content_size.height
            seen += [option.value for option in desk.room.pages[desk.room.page]]
            await pilot.press("9")
            await pilot.pause()
        assert seen == [*(c.programme.id for c in desk.room.choices.offered), "rest"]
        assert desk.room.page == 0


async def test_rest_today_is_a_choice_and_is_said_in_the_room_below(desk: Desk) -> None:
    async with desk.app.run_test(size=(80, 24)) as pilot:
        await desk.ask(pilot, "8", "1", "4")
        assert desk.results[0].outcome == "rested"
        assert "a day of rest, your choice" in desk.text


async def test_r_is_rest_on_every_page(desk: Desk) -> None:
    async with desk.app.run_test(size=(80, 24)) as pilot:
        await desk.ask(pilot, "3", "1", "R")
        assert [e.outcome for e in desk.companion.sessions.ended_today()] == ["rested"]


async def test_h_lists_everything_held_back_with_its_reason(desk: Desk) -> None:
    async with desk.app.run_test(size=(80, 24)) as pilot:
        await desk.ask(pilot, "8", "1", "h")
        assert "Hands and wrists" in desk.text
        assert "Costs more than today allows." in desk.text
        await pilot.press("0")
        await pilot.pause()
        assert isinstance(desk.app.screen, Sessions)


async def test_exercises_left_out_until_a_therapist_allows_them_are_named(desk: Desk) -> None:
    async with desk.app.run_test(size=(80, 36)) as pilot:
        await desk.ask(pilot, "3", "1")
        assert "wait for a therapist" in desk.text
        await pilot.press("h")
        await pilot.pause()
        assert "until a therapist allows it" in desk.text


async def test_w_tells_why(desk: Desk) -> None:
    async with desk.app.run_test(size=(80, 24)) as pilot:
        await desk.ask(pilot, "8", "1", "w")
        assert "From 7 on, only what costs little is offered" in desk.text


async def test_back_leads_to_the_rating_and_nothing_is_written(desk: Desk) -> None:
    async with desk.app.run_test(size=(80, 24)) as pilot:
        await desk.ask(pilot, "3", "1", "0", "0")
        assert "How tired are you right now?" in desk.text
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(desk.app.screen, Floor)
        assert desk.companion.diary.entries() == []


async def test_no_answer_to_how_tired_is_unknown_and_the_session_can_begin(desk: Desk) -> None:
    async with desk.app.run_test(size=(80, 24)) as pilot:
        await desk.ask(pilot, "n", "1", "1")
        assert isinstance(desk.app.screen, Player)
        assert desk.app.screen.session.started.start_rating is None


@pytest.mark.parametrize(
    ("heights", "high", "sizes"),
    [([2, 2, 2], 6, [3]), ([2, 2, 2], 5, [2, 1]), ([1] * 9, 20, [9]), ([1] * 10, 20, [8, 2]), ([9], 3, [1])],
)
def test_pages_hold_what_fits(heights: list[int], high: int, sizes: list[int]) -> None:
    options: Any = [object() for _ in heights]
    assert [len(page) for page in paged(options, heights, high)] == sizes
