"""Every way of the plain lines, gone by digits from the main menu of a person with a diary."""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import partial
from itertools import islice

import pytest
from parity.explorer import Heard, explore
from parity.test_parity import flows

from companion.config.settings import Settings
from companion.content.library import Library
from companion.demo.folder import _keep
from companion.demo.story import Story
from companion.flows.menus.today import day
from companion.flows.steps import Choose, Menu
from companion.flows.walk import Into
from companion.linear.choosing import is_statement
from companion.resources import PACKAGE
from companion.services.companion import Companion
from companion.services.sessions_before import Before
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf

NOW = datetime(2026, 4, 14, 16, 15, tzinfo=timezone(timedelta(hours=2)))
LIVED = timedelta(days=12)  # of the invented person: short, for every way begins with a diary of its own
FIRST_MENU, SCREEN = 120, 200  # characters, without line ends
DEEPEST = 4  # presses of 0
LOOKED = {"choose_tag"}  # narrows a list; here it is a menu
WELCOME = {"first_run"}  # before the main menu: tests/linear
LONGER = {"session": 240, "word": 215}  # what is said before never moves their digits, and names are long
DEEPER = {"foods", "foods_often", "history_day"}  # another part of the day, earlier days: further into a room
ROWS = re.compile(r"^(\d+)\. ", re.MULTILINE)
KEYS = re.compile(r"goes back|leaves|goes on|ends the reading")


def opened(shelf: MemoryShelf, now: datetime, library: Library) -> Companion:
    """The companion of a diary in memory, at a moment that does not pass."""
    clock = partial(datetime.fromtimestamp, now.timestamp(), now.tzinfo)
    return Companion(
        diary=Diary(shelf, clock), content=library, settings=Settings(), clock=clock, via="linear"
    )


def copied(shelf: MemoryShelf) -> MemoryShelf:
    """A diary of its own that begins with the same entries."""
    copy = MemoryShelf()
    copy.files = dict(shelf.files)
    return copy


def lived() -> MemoryShelf:
    """The diary of the invented person."""
    shelf = MemoryShelf()
    diary = Diary(shelf, lambda: NOW)
    story = Story(diary, lambda: NOW)
    _keep(diary, story.plan())
    _keep(diary, (entry for entry in story.days() if entry.at >= NOW - LIVED))
    return shelf


def after_session(lives: MemoryShelf, library: Library, *, ago: int, ended: bool) -> Callable[[], Companion]:
    """Opens diaries in which hands and wrists were begun so many minutes ago, each diary its own."""
    shelf = copied(lives)
    companion = opened(shelf, NOW - timedelta(minutes=ago), library)
    companion.sessions_before.keep(Before(3, None))
    running = companion.sessions.start("hands_wrists")
    if ended:
        running.go_on()
        running.go_on()
        running.stop("enough")
    return lambda: opened(copied(shelf), NOW, library)


@pytest.fixture(scope="module")
def explored(library: Library) -> tuple[list[Heard], set[str]]:
    """Every screen there is a way to, and every flow: none ends with an error or without a way back.

    One session was broken off; in another diary one has ended, and a question is due about it; in a third
    nothing stands yet.
    """
    shelf, begun = lived(), set[str]()
    heard = list(explore(after_session(shelf, library, ago=5, ended=False), begun))
    due = explore(after_session(shelf, library, ago=35, ended=True), begun, Into(day))
    new = explore(lambda: opened(MemoryShelf(), NOW, library), begun)
    return [*heard, *islice(due, 4), *islice(new, 80)], begun


@pytest.fixture
def heard(explored: tuple[list[Heard], set[str]]) -> list[Heard]:
    """Every screen."""
    return explored[0]


def beyond(texts: dict[str, int]) -> list[str]:
    """The screens that say more than they may, the longest first."""
    return [f"{count} {text}" for text, count in sorted(texts.items(), key=lambda item: -item[1])]


def length(text: str) -> int:
    """Characters that are heard."""
    return len(text.replace("\n", ""))


def test_the_main_menu_is_short(heard):
    assert isinstance(heard[0].step, Menu)
    assert length(heard[0].text) <= FIRST_MENU


def test_a_result_and_the_screen_after_it_are_short_enough_to_listen_to(heard):
    asked = [one for one in heard if isinstance(one.step, Choose) and len(one.step.options) > 1]
    assert len(asked) > 150
    assert (
        beyond(
            {
                one.text: length(one.text)
                for one in asked
                if length(one.text) > LONGER.get(one.step.id, SCREEN)
            }
        )
        == []
    )


def test_no_menu_is_more_than_four_presses_of_0_away_from_the_first(heard):
    menus = [one for one in heard if isinstance(one.step, Menu)]
    assert len(menus) > 40
    assert {one.path for one in menus if one.depth > DEEPEST and one.step.id not in DEEPER} == set()


def test_nothing_is_said_that_a_reader_cannot_speak(heard):
    said = "".join((one.text + one.again + one.help) for one in heard).replace("\n", "")
    assert {ch for ch in said if unicodedata.category(ch)[0] not in "LN" and not ch.isascii()} == set()
    assert {ch for ch in said if unicodedata.category(ch)[0] == "C"} <= {"\a"}


def test_a_dot_says_everything_again_and_a_question_mark_every_choice(heard):
    for one in heard:
        rows = set(ROWS.findall(one.text))
        prompt = one.text.splitlines()[-1]
        assert one.again.splitlines()[-1] == one.help.splitlines()[-1] == prompt, one.path
        if isinstance(one.step, Choose) and not one.step.is_rating and not is_statement(one.step):
            assert rows <= set(ROWS.findall(one.again)) & set(ROWS.findall(one.help)), one.path
        assert KEYS.search(one.help), one.path


def test_every_conversation_that_the_full_screen_begins_is_reached_by_digits(explored):
    source = "\n".join(file.read_text(encoding="utf-8") for file in (PACKAGE / "tui").rglob("*.py"))
    needed = {name for name in flows() if re.search(rf"\b{name}\b", source)}
    assert needed - explored[1] <= LOOKED | WELCOME
