"""What is heard of a session in the full screen: bells, a voice, and a countdown that stands still."""

import pytest

from companion.config.settings import Settings
from companion.domain.sessions import Phase
from companion.surroundings import voice
from companion.tui.app import CompanionApp
from companion.tui.hearing import BEAT
from companion.tui.screens.player import Player
from companion.tui.screens.room import Room
from companion.tui.widgets.sign import Sign


@pytest.fixture
def player(companion, clock):
    """Opens the player and lets time pass as its timer sees it."""
    companion.fatigue.log(3, when="before")

    async def open_(pilot, programme="morning_full_body"):
        await pilot.pause()
        made = Player(companion.sessions.start(programme))
        pilot.app.push_screen(made)
        await pilot.pause()
        return made

    return open_


@pytest.fixture
def said(monkeypatch):
    """What the voice was given."""
    texts = []

    class Written:
        def say(self, text):
            texts.append(text)

    monkeypatch.setattr(voice, "Voice", Written)
    return texts


def to(player, clock, phase, index):
    """Let time pass, or go on where it waits, until this phase of this part."""
    for _ in range(2000):
        if player.view.under is phase and player.view.index >= index:
            return
        if player.view.seconds_left is None:
            player.action_go_on()
        else:
            clock.go(seconds=1)
            player.tick()
    raise AssertionError(f"never came to {phase}")


async def test_a_voice_says_what_the_spoken_faces_say(companion, clock, player, said):
    companion.settings = Settings(voice=True)
    async with CompanionApp(companion, Room).run_test(size=(80, 24)) as pilot:
        to(await player(pilot), clock, Phase.READY, 1)
    assert said[0].startswith("Relaxed belly breathing, 3 times.")
    assert said[1].startswith("Go, at your own pace: 3 times.")
    assert said[2:4] == ["Rest 15 seconds. Next: Head turns.", "10 seconds."]
    assert said[4].startswith("Rest over. Head turns, 3 times.")


async def test_no_voice_where_none_is_wanted(companion, clock, player, said):
    async with CompanionApp(companion, Room).run_test(size=(80, 24)) as pilot:
        to(await player(pilot), clock, Phase.READY, 1)
    assert said == []


async def test_a_session_done_rings_three_times(companion, clock, player, monkeypatch):
    app, rung = CompanionApp(companion, Room), []
    monkeypatch.setattr(app, "bell", lambda: rung.append("bell"))
    async with app.run_test(size=(80, 24)) as pilot:
        made = await player(pilot)
        monkeypatch.setattr(app, "set_timer", lambda delay, then: rung.append(delay) or then())
        first, *others = dict.fromkeys(part.exercise for part in made.session.started.parts)
        for exercise in others:
            made.session.leave_out(exercise, "tired")
        made.action_go_on()
        assert (made.view.part.exercise, rung) == (first, [])
        made.action_go_on()
        assert rung == ["bell", BEAT, "bell", 2 * BEAT, "bell"]


async def test_a_still_countdown_changes_only_where_it_is_said(companion, clock, player):
    companion.settings = Settings(still=True)
    async with CompanionApp(companion, Room).run_test(size=(80, 24)) as pilot:
        made = await player(pilot)
        to(made, clock, Phase.REST, 1)
        made.action_more_rest()
        shown = []
        for _ in range(29):
            shown.append(made.query_one(Sign).number)
            clock.go(seconds=1)
            made.tick()
        assert list(dict.fromkeys(shown)) == ["30", "10"]
