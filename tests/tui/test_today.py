"""The Today screen: what is next, the day against its measures, every door one key away."""

from datetime import timedelta
from typing import Any

import pytest
from tui.rows import text

from companion.domain.entries import SessionTaken
from companion.flows.doors import DOORS
from companion.services.companion import Companion
from companion.services.today import Next
from companion.tui.widgets.rows import Rows

SIZES = [(80, 24), (40, 24), (120, 36)]


def whole(app: Any) -> list[str]:
    """The widgets that do not fit where they stand: cut, scrolled or of no size."""
    body = app.screen.query_one(".body").region
    return [
        str(widget)
        for widget in app.screen.query("Told, Big, Bar, Chips, Rows")
        if widget.display
        and (not body.contains_region(widget.region) or widget.size.height < widget.virtual_size.height)
    ]


def tired(companion: Companion) -> None:
    """Three weeks of threes, then five mornings of six."""
    for days in range(30, 0, -1):
        at = companion.clock() - timedelta(days=days, hours=8)
        companion.fatigue.log(6 if days < 5 else 3, when="morning", at=at)
    companion.fatigue.log(6, when="morning", at=companion.clock() - timedelta(hours=8))


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_cut_on_the_fullest_day(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    tired(ruth)
    ruth.weight.log(56.8, confirmed=True)
    ruth.people.set("reference-weight", "60")
    async with visit(ruth, "today", size) as seen:
        assert whole(seen.app) == []
        seen.app.say(
            "Saved: half of Turkey bolognese with minced pasta, 255 kcal. 1,405 of at least 1,900 kcal today."
        )
        await seen.pilot.pause()
        await seen.pilot.pause()
        assert whole(seen.app) == []
        assert "usual 3" in text(seen.rows())


async def test_an_empty_day_says_what_will_be_here_and_which_key_begins(
    companion: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(companion, "today", size) as seen:
        shown = text(seen.rows())
    assert "Nothing yet. 2 adds a meal" in shown
    assert "P writes a target" in shown
    assert "4 asks" in shown
    assert "6 adds one" in shown or "6 writes the first one down" in shown


async def test_the_watch_puts_its_reason_into_the_card(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    tired(ruth)
    async with visit(ruth, "today", size) as seen:
        shown = text(seen.rows())
    assert "more tired than usual" in shown
    assert "ratings average" in shown
    assert "Your usual is" in shown


async def test_w_tells_why_and_0_comes_back(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    tired(ruth)
    async with visit(ruth, "today", size, "w") as seen:
        assert "your therapist can change" in text(seen.rows())
        await seen.press("0")
        assert type(seen.app.screen).__name__ == "Today"


async def test_enter_on_an_ordinary_day_asks_how_tired_before_the_session(
    ruth: Companion, visit: Any
) -> None:
    async with visit(ruth, "today", (80, 24), "enter") as seen:
        assert type(seen.app.screen).__name__ == "RatingDialog"


async def test_a_session_without_one_to_suggest_is_chosen_as_in_the_menus(
    ruth: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(ruth.today), "next", lambda _: Next("session", "supper"))
    async with visit(ruth, "today", (80, 24), "enter") as seen:
        assert type(seen.app.screen).__name__ == "RatingDialog"


async def test_a_key_that_waited_while_the_player_opened_goes_on_with_nothing_twice(
    ruth: Companion, visit: Any
) -> None:
    ruth.sessions.start("morning_full_body")
    async with visit(ruth, "today", (80, 24)) as seen:
        today = seen.app.screen
        await seen.press("enter")
        assert type(seen.app.screen).__name__ == "Player"
        await today.run_action("take")  # as a second key does that reaches it late
        await seen.pilot.pause()
        assert len(ruth.diary.of(SessionTaken)) == 1
        assert [type(screen).__name__ for screen in seen.app.screen_stack].count("Player") == 1


async def test_a_broken_session_makes_the_card_go_on(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    ruth.sessions.start(next(iter(ruth.content.programmes)))
    async with visit(ruth, "today", size) as seen:
        assert "Go on at step 1" in text(seen.rows())
        await seen.press("enter")
        assert type(seen.app.screen).__name__ == "Player"


async def test_after_a_session_the_next_meal_comes(ruth: Companion, visit: Any) -> None:
    ruth.sessions.rest()
    async with visit(ruth, "today", (80, 24)) as seen:
        assert "Next meal: afternoon" in text(seen.rows())
        await seen.press("enter")
        assert type(seen.app.screen).__name__ == "Meals"


@pytest.mark.parametrize(
    ("keys", "back", "kind"),
    [
        (("3", "2", "0", "0", "enter", "enter"), (), "drink"),
        (("4", "6"), ("q",), "fatigue"),
        (("k", *"Toast", "enter", "1", "2", "0", "enter"), (), "quick"),
        (("6", "enter", "5", "6", ".", "8", "enter"), ("0",), "weight"),
    ],
)
async def test_a_door_leads_to_an_entry_in_the_diary(
    ruth: Companion, visit: Any, keys: tuple[str, ...], back: tuple[str, ...], kind: str
) -> None:
    async with visit(ruth, "today", (80, 24), *keys) as seen:
        kept = ruth.diary.entries(kind)
        assert len(kept) == 1
        assert "Saved: " in text(seen.rows())
        await seen.press(*back)
        assert type(seen.app.screen).__name__ == "Today"


@pytest.mark.parametrize("key", ["u", "U"])
async def test_small_and_capital_u_take_the_newest_entry_back(ruth: Companion, visit: Any, key: str) -> None:
    ruth.intake.quick("Toast", kcal=120)
    async with visit(ruth, "today", (80, 24)) as seen:
        assert "1,780 kcal to go" in text(seen.rows())
        shown = text(await seen.press(key))
        assert "Undone: Toast, 120 kcal." in shown
        assert "Nothing yet" in shown


async def test_y_copies_yesterday(ruth: Companion, visit: Any) -> None:
    ruth.intake.quick("Toast", kcal=120, at=ruth.clock() - timedelta(days=1))
    async with visit(ruth, "today", (80, 24), "y", "enter"):
        assert ruth.intake.day().day.total.kcal == 120


async def test_what_another_window_writes_appears_and_nothing_is_read_again_without_it(
    ruth: Companion, visit: Any
) -> None:
    async with visit(ruth, "today", (80, 24)) as seen:
        today = seen.app.screen
        before = today.view
        today.look()
        assert today.view is before
        ruth.intake.quick("Toast", kcal=120)
        today.look()
        await seen.pilot.pause()
        assert "1,780 kcal to go" in text(seen.rows())


async def test_a_new_day_begins_by_itself(ruth: Companion, visit: Any, clock: Any) -> None:
    ruth.intake.quick("Toast", kcal=120)
    async with visit(ruth, "today", (80, 24)) as seen:
        clock.go(hours=20)
        seen.app.screen.look()
        await seen.pilot.pause()
        shown = text(seen.rows())
    assert "Wednesday 15 April" in shown
    assert "Nothing yet" in shown


async def test_a_damaged_diary_is_one_plain_sentence_with_the_way_out(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    ruth.intake.quick("Toast", kcal=120)
    for name in ruth.diary.shelf.names():
        raw = ruth.diary.shelf.read(name)
        assert raw is not None
        ruth.diary.shelf.replace(name, raw[: len(raw) // 2], None)
    async with visit(ruth, "today", size) as seen:
        shown = text(seen.rows())
        assert "is damaged" in shown
        assert "kcal eaten" not in shown
        assert "Traceback" not in shown
        await seen.press("u", "4", "0", "enter", "w")
        assert type(seen.app.screen).__name__ in {"Today", "RatingDialog"}


async def test_hostile_names_are_shown_as_plain_text(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    ruth.people.set("name", "[red]R\u202e\x1b[31m[/] uth" + "x" * 60)
    ruth.intake.quick("[link=x]Toast[/link]", kcal=10)
    async with visit(ruth, "today", size) as seen:
        shown = text(await seen.press("u"))
        assert "[link=x]Toast[/link]" in shown
        assert "\x1b" not in shown
        assert whole(seen.app) == []


async def test_a_demo_says_so_in_the_head(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    ruth.demo = True
    async with visit(ruth, "today", size) as seen:
        assert "DEMO" in seen.rows()[0]


async def test_every_flow_is_in_the_palette_in_words(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24)) as seen:
        offered = {command.title for command in seen.app.get_system_commands(seen.app.screen)}
        assert {door.about for door in DOORS.values()} <= offered


@pytest.mark.parametrize("name", [name for name, door in DOORS.items() if door.key])
async def test_every_door_opens_with_its_key_and_0_or_q_comes_back(
    ruth: Companion, visit: Any, name: str
) -> None:
    ruth.intake.quick("Toast", kcal=120)
    async with visit(ruth, "today", (80, 24), DOORS[name].key) as seen:
        opened = type(seen.app.screen).__name__
        assert (opened == "Today") == (name == "undo")
        await seen.press(
            "escape"
            if opened == "TextDialog"
            else "q"
            if opened in {"Fatigue", "RatingDialog", "NumberDialog"}
            else "0"
        )
        assert type(seen.app.screen).__name__ == "Today" or name == "undo"


async def test_what_was_said_is_over_when_another_room_was_seen(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24), "9") as seen:
        assert seen.app.screen.notice.text
        await seen.press("5", "0")
        assert type(seen.app.screen).__name__ == "Today"
        assert seen.app.screen.notice.text == ""


async def test_a_near_fall_is_written_down_by_digits_alone(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "today", size) as seen:
        assert "7 Note" in text(seen.rows())
        assert "› 3 Neither, go back" in text(await seen.press("7", "1"))
        assert "Saved: a near fall." in text(await seen.press("1"))


async def test_the_cursor_stands_on_the_one_bright_row(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24)) as seen:
        assert isinstance(seen.app.focused, Rows)
        assert seen.rows()[seen.app.cursor_place().y].strip().startswith("› Enter")


async def test_what_is_planned_for_now_is_next_and_eaten_from_there(ruth, visit, clock):
    clock.go(hours=5)  # in the evening a meal comes before a session
    ruth.day_plan.plan("lassi_mango")
    async with visit(ruth, "today", (80, 24)) as seen:
        assert any("Planned: [Mango lassi, 279 kcal]" in row for row in seen.rows())
        assert any("[279] planned" in row for row in seen.rows())
        await seen.press("enter", "enter")  # all of it
        assert [entry.name for entry in ruth.intake.day().day.entries] == ["Mango lassi"]
        assert not any("Planned: [Mango lassi" in row for row in seen.rows())


async def test_what_is_due_after_a_session_is_a_row_and_nine_asks_it(
    ruth: Companion, visit: Any, clock: Any, size: tuple[int, int]
) -> None:
    ruth.fatigue.log(3, when="before")
    running = ruth.sessions.start("energy_mini")
    running.go_on()
    running.go_on()
    running.stop("enough")
    clock.go(hours=1)
    async with visit(ruth, "today", size) as seen:
        assert "Tired after the session?" in text(seen.rows())
        assert whole(seen.app) == []
        assert "energy-saving mini session ended at 16:15" in text(await seen.press("9")).casefold()
        await seen.press("5")
        assert ruth.sessions_after.in_force() is not None
        assert "Tired after the session?" not in text(seen.rows())
