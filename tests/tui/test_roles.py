"""The full screen for those who were let in: what they see, what is not offered, and how it closes."""

from collections.abc import Callable
from typing import Any

import pytest
from tui.rows import text

from companion.domain.people import Role
from companion.flows.doors import DOORS
from companion.flows.roles import of_door
from companion.services.companion import Companion
from companion.tui import guarded
from companion.tui.app import ROOMS, CompanionApp, room
from companion.tui.dialogs.dialog import Dialog
from companion.tui.dialogs.help import HelpDialog

SEEN = ("today", "meals", "intake", "fatigue", "weight", "plan", "history", "warnings", "trends")
LOOKS = {("today", "f"), ("meals", "t")}  # questions that lead to nothing but a look
NOT_OPENED = {
    "player",
    "recipe",
    "page",
    "foods",
    "preferences",
}


@pytest.fixture
def maria(ruth: Companion) -> Callable[[Role], Companion]:
    """Ruth's diary, opened over SSH by Maria in a role."""
    ruth.weight.log(56.8)
    ruth.fatigue.log(4)
    ruth.intake.quick("Soup", kcal=150)
    ruth.people.set("reference-weight", "60")

    def opened(role: Role) -> Companion:
        ruth.caregivers.add("Maria", role)
        ruth.by, ruth.gated, ruth.via = "Maria", True, "ssh"
        return ruth

    return opened


def written(companion: Companion) -> int:
    """How many entries there are."""
    return len(companion.unasked.written())


def test_every_room_is_opened_by_somebody_who_reads_along_or_is_not_offered_to_them():
    assert set(SEEN) | NOT_OPENED == set(ROOMS)


@pytest.mark.parametrize("role", ["viewer", "clinician"])
@pytest.mark.parametrize("name", SEEN)
async def test_every_key_of_every_room_shows_something_or_says_who_can_do_it(role, name, maria, visit):
    companion = maria(role)
    before = written(companion)
    async with visit(companion, name, (80, 24)) as seen:
        app: CompanionApp = seen.app
        assert "Maria" in seen.rows()[0]
        keys = [key for one in app.screen.keys for key in one.keys if not key.isupper()]
        for key in keys:
            await seen.press({"?": "question_mark"}.get(key, key))
            if app._exit:
                break
            top = app.screen
            asks = isinstance(top, Dialog) and not isinstance(top, HelpDialog)
            assert not asks or role == "clinician" or (name, key) in LOOKS, key
            while len(app.screen_stack) > 1:
                app.screen.dismiss(None)
                await seen.pilot.pause()
            if type(app.screen).__module__.rpartition(".")[2] != ROOMS[name].partition(":")[0]:
                break  # the key went back
    assert written(companion) == before


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_today_of_a_viewer_shows_the_day_and_begins_nothing(size, maria, visit):
    async with visit(maria("viewer"), "today", size) as seen:
        rows = "\n".join(seen.rows())
        assert "Maria" in seen.rows()[0]
        assert "kcal eaten" in rows
        assert "56.8" in rows
        assert " Enter" not in rows
        card, number = (seen.app.screen.query_one(part).region for part in (".card", "#sum"))
        assert card.bottom < number.y
        for word in ("Move", "Drink", "Undo", "Add food"):
            assert word not in rows
        said = text(await seen.press("1"))
        assert "Somebody who reads along may not do this. The person and caregivers can." in said
        said = "\n".join(await seen.press("enter"))
        assert len(seen.app.screen_stack) == 1


async def test_today_of_a_caregiver_has_everything_but_the_settings(maria, visit):
    async with visit(maria("caregiver"), "today", (80, 24)) as seen:
        rows = "\n".join(seen.rows())
        assert all(word in rows for word in ("Enter", "Move", "Drink", "Undo", "Add food"))
        said = "\n".join(await seen.press("s"))
        assert "A caregiver may not do this." in said
        assert len(seen.app.screen_stack) == 1


async def test_a_caregiver_is_told_whose_entry_it_is_before_anything_is_asked(maria, visit):
    companion = maria("caregiver")
    before = written(companion)
    async with visit(companion, "history", (80, 24)) as seen:
        assert "wrote that down" in "\n".join(await seen.press("enter"))
        assert len(seen.app.screen_stack) == 1
    assert written(companion) == before


async def test_a_viewer_takes_a_look_at_the_recipe_with_enter(maria, visit):
    async with visit(maria("viewer"), "meals", (80, 24), "enter") as seen:
        assert type(seen.app.screen).__name__ == "Recipe"


@pytest.mark.parametrize("name", SEEN)
@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_who_acts_stands_in_the_head(name, size, maria, visit):
    async with visit(maria("caregiver"), name, size) as seen:
        assert "Maria" in seen.rows()[0]


async def test_nobody_stands_in_the_head_where_it_is_the_person(ruth, visit):
    ruth.by = "ruth"
    async with visit(ruth, "weight", (80, 24)) as seen:
        assert "uth" not in seen.rows()[0]


# Somebody is let out while they look


async def test_the_next_key_of_somebody_let_out_closes_with_one_sentence(maria, visit):
    companion = maria("caregiver")
    async with visit(companion, "today", (80, 24), "k") as seen:
        app: CompanionApp = seen.app
        assert isinstance(app.screen, Dialog)
        companion.by, companion.gated = None, False
        companion.caregivers.remove("Maria")
        companion.by, companion.gated = "Maria", True
        before = written(companion)
        await seen.pilot.press("x")
        assert app.return_code == 77
        assert "not let in" in "".join(str(one) for one in app._exit_renderables)
    assert written(companion) == before


async def test_the_next_look_of_somebody_let_out_closes_as_well(maria, monkeypatch):
    monkeypatch.setattr(guarded, "LOOK_EVERY", 0.01)
    companion = maria("viewer")
    app = CompanionApp(companion, lambda: room("history"))
    async with app.run_test() as pilot:
        await pilot.pause()
        companion.by, companion.gated = None, False
        companion.caregivers.remove("Maria")
        companion.by, companion.gated = "Maria", True
        while app.return_code is None:  # nobody presses a key
            await pilot.pause(0.01)
        assert app.return_code == 77


# Everything by name


def palette(app: CompanionApp) -> dict[str, str]:
    """What is offered by name in the room on top, with what is said about it."""
    return {one.title: one.help for one in app.get_system_commands(app.screen)}


WRITES_FILES = ("screenshot", "save", "suspend", "open_url", "open_file", "deliver", "shell", "editor")


@pytest.mark.parametrize("role", ["viewer", "caregiver", "clinician", "patient"])
async def test_what_is_offered_by_name_is_what_the_role_may_do_and_never_a_file(role, maria, visit):
    companion = maria(role)
    async with visit(companion, "today", (80, 24)) as seen:
        found = palette(seen.app)
        doors = {door.about for door in DOORS.values() if companion.actor.may_one(*of_door(door))}
        offered = {door.about for door in DOORS.values()} & found.keys()
        assert offered == doors
        assert not any(word in title.lower() for title in found for word in ("screenshot", "suspend", "svg"))
        before, settings = written(companion), companion.settings
        theme = next(title for title in found if title.startswith("Settings: colour theme"))
        assert found[theme] == "For now"
        for one in seen.app.get_system_commands(seen.app.screen):
            if one.title == theme:
                one.callback()
        assert (written(companion), companion.settings) == (before, settings)


async def test_the_person_is_offered_every_door_by_name(ruth, visit):
    async with visit(ruth, "today", (80, 24)) as seen:
        assert {door.about for door in DOORS.values()} <= palette(seen.app).keys()


async def test_no_key_writes_a_file_or_stops_the_program(maria, visit):
    async with visit(maria("caregiver"), "today", (80, 24)) as seen:
        bound = {binding.action for node in (seen.app, seen.app.screen) for binding in _bound(node)}
        assert not {action for action in bound if any(word in action for word in WRITES_FILES)}


def _bound(node: Any) -> list[Any]:
    return [one for several in node._bindings.key_to_bindings.values() for one in several]


@pytest.mark.parametrize(
    ("name", "role", "offers"),
    [
        ("plan", "viewer", ("1 to 8", "1 Food level", "Enter writes", "Enter takes")),
        ("plan", "caregiver", ("1 to 8", "1 Food level", "Enter writes", "Enter takes")),
        ("history", "viewer", ("Enter takes it back", "Enter brings it back")),
        ("history", "caregiver", ("Enter takes it back", "Enter brings it back")),
        ("today", "viewer", ("4 asks", "6 adds", "2 adds", "P writes")),
    ],
)
async def test_no_sentence_offers_what_the_role_does_not_include(name, role, offers, maria, visit):
    companion = maria(role)
    async with visit(companion, name, (80, 24)) as seen:
        shown = text(seen.rows())
        assert not [offer for offer in offers if offer in shown]


async def test_a_clinician_who_decides_has_the_digits_of_the_plan(maria, visit):
    async with visit(maria("clinician"), "plan", (80, 24)) as seen:
        assert "1 to 8" in "\n".join(seen.rows())


async def test_a_day_without_anything_offers_a_viewer_no_key_that_writes(ruth, visit):
    ruth.caregivers.add("Maria", "viewer")
    ruth.by, ruth.gated, ruth.via = "Maria", True, "ssh"
    async with visit(ruth, "today", (80, 24)) as seen:
        shown = text(seen.rows())
        assert "none written down yet" in shown
        assert not [offer for offer in ("4 asks", "6 writes", "6 adds", "2 adds") if offer in shown]
