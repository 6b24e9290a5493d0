"""A player over a diary, its clock in hand: shared by the tests of the player."""

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot
from tui.rows import text

from companion.domain.sessions import Phase
from companion.services.companion import Companion
from companion.tui.app import CompanionApp
from companion.tui.screens.player import Player
from companion.tui.screens.room import Room

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
        return text(self.lines(self.app))

    @property
    def steps(self) -> list[tuple[int, str]]:
        return [(e.part, e.outcome) for e in self.companion.diary.entries("step")]
