"""The Plan room: what was decided, by whom, when; two keys to a level; Enter alone fills everything in."""

from typing import Any

import pytest
from tui.rows import text

from companion.domain.plan import KEYS
from companion.services.companion import Companion
from companion.services.people import KEYS as PERSON_KEYS
from companion.tui.widgets.sections import Sections

LONG = "Å" * 70 + " [red]end[/]"


@pytest.mark.quick
async def test_each_row_says_what_the_value_by_its_name_who_and_when(ruth: Companion, visit: Any) -> None:
    ruth.plan.set("stage", "4", decided_by="P. Okoro, physical therapist")
    ruth.plan.set("programme", "hands_wrists", decided_by="P. Okoro")
    async with visit(ruth, "plan", (80, 24)) as seen:
        shown = text(seen.rows())
        assert "1 Food level 5, minced and moist J. Okafor, 14 Apr" in shown
        assert "2 Drink level 2, mildly thick" in shown
        assert "3 Thicker drinks not decided yet" in shown
        assert "4 Energy 1,900 kcal a day" in shown
        assert "7 Programme Hands and wrists" in shown
        assert "8 Stage Walking with help P. Okoro, 14 Apr" in shown


async def test_at_40_columns_no_name_of_a_row_is_cut(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "plan", (40, 24)) as seen:
        room = seen.app.screen
        name = room.fitting()[1].width
        assert [cells[1] for _, cells in room.listed if len(cells[1]) > name] == []


async def test_at_40_columns_who_and_when_stand_on_the_card(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "plan", (40, 24)) as seen:
        shown = text(seen.rows())
        assert "1 Food level 5, minced and…" in shown
        assert "Decided by J. Okafor, 14 April 2026." in shown


async def test_a_level_is_two_keys_from_today(
    companion: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(companion, "today", size, "p", "1") as seen:
        assert "Which food level?" in text(seen.rows())
        await seen.press("5", "5", *"A. Lee", "enter")
        assert companion.plan.in_force().value("food-level") == "5"
        assert type(seen.app.screen).__name__ == "Plan"
        assert "Saved: food level 5, minced and moist, decided by A. Lee." in text(seen.rows())


async def test_after_a_change_the_cursor_stays_and_the_name_is_offered_for_the_next(
    companion: Companion, visit: Any
) -> None:
    async with visit(companion, "plan", (80, 24), "enter", "5", "5", *"A. Lee", "enter") as seen:
        assert seen.app.screen.key == "plan:food-level"
        assert "Decided by A. Lee, 14 April 2026." in text(seen.rows())
        await seen.press("f", "enter", "2", "enter")
        decision = companion.plan.in_force().drink_level
        assert decision is not None
        assert (decision.value, decision.decided_by) == ("2", "A. Lee")
        assert seen.app.screen.key == "plan:drink-level"


async def test_the_last_row_of_the_plan_and_the_person_stay_under_the_cursor(
    ruth: Companion, visit: Any
) -> None:
    async with visit(ruth, "plan", (80, 24), "9", "1", "1", "1", "6", "enter", "A", "enter", "2") as seen:
        assert ruth.plan.in_force().value("limits") == "session.before_rating=6"
        assert seen.app.screen.key == "plan:limits"
        await seen.press(*"f" * (len(KEYS) - KEYS.index("limits") + 1), "enter", "1")
        assert ruth.people.person().sex == "f"
        assert seen.app.screen.key == "person:sex"
        assert "Saved: sex female." in text(seen.rows())


@pytest.mark.parametrize("by", ["swallowing therapist", "J. Okafor"])
async def test_names_and_who_decided_are_whole_at_80_columns(ruth: Companion, visit: Any, by: str) -> None:
    ruth.plan.set("drink-level", "1", decided_by=by, confirmed=True)
    async with visit(ruth, "plan", (80, 24)) as seen:
        assert f"{by}, 14 Apr" in text(seen.rows())
        assert "Sum of six answers" in text(await seen.press(*"f" * (len(KEYS) + 7)))


async def test_without_a_change_the_cursor_stays(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "plan", (80, 24), "4", "q") as seen:
        assert seen.app.screen.key == "plan:energy"


async def test_the_cursor_passes_over_headings(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "plan", (80, 24)) as seen:
        room, reached = seen.app.screen, set()
        for key in ["up", *["down"] * 22, "pagedown", *["up"] * 24]:
            await seen.pilot.press(key)
            reached.add(room.key)
        listed = {key for key, _ in room.listed if not key.startswith("#")}
        assert reached == listed
        assert room.key == "plan:food-level"
        assert "The plan" in text(seen.rows())


@pytest.mark.parametrize("key", ["w", "W", "v"])
async def test_w_tells_the_course_of_the_decisions(
    companion: Companion, visit: Any, clock: Any, size: tuple[int, int], key: str
) -> None:
    companion.plan.set("food-level", "6", decided_by="B. Moor")
    clock.go(days=20)
    companion.plan.set("food-level", "5", decided_by="A. Lee", note="After the swallow test.")
    async with visit(companion, "plan", size, key) as seen:
        shown = text(seen.rows())
        assert "5, minced and moist, by A. Lee, 4 May 2026. After the swallow test." in shown
        assert "Before: 6, soft and bite-sized, by B. Moor, 14 April 2026." in shown
        await seen.press("0")
        assert type(seen.app.screen).__name__ == "Plan"


async def test_w_on_the_person_tells_who_wrote_it_down(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "plan", (80, 24), *["down"] * len(KEYS), "w") as seen:
        assert "Ruth, written down by" in text(seen.rows())


async def test_a_target_that_nobody_decided_shows_what_is_worked_out_and_from_what(
    companion: Companion, visit: Any
) -> None:
    companion.weight.log(60)
    async with visit(companion, "plan", (80, 24), *["down"] * 3) as seen:
        shown = text(seen.rows())
        assert "4 Energy 1,800 kcal a day worked out" in shown
        assert "estimated from the weight" in shown


async def test_a_whole_kind_is_allowed_and_taken_back(companion: Companion, visit: Any) -> None:
    kinds = list(dict.fromkeys(e.category for e in companion.content.exercises.values() if e.clearance))
    digit = str(kinds.index("resistance") + 1)
    async with visit(companion, "plan", (80, 24), "a", digit, *"K. Weber", "enter") as seen:
        assert set(companion.plan.clearances()) == {"resistance"}
        assert "Allowed Light resistance K. Weber, 14 Apr" in text(seen.rows())
        await seen.press("enter")
        assert companion.plan.clearances() == {}
        assert seen.app.screen.key == "allow:"
        assert "Light resistance is no longer allowed" in text(seen.rows())


async def test_an_empty_plan_says_which_key_begins(
    companion: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(companion, "plan", size) as seen:
        shown = text(seen.rows())
        assert "Nothing decided yet. 1 writes the food level down." in shown
        rows = seen.app.screen.found
        assert {rows[f"plan:{key}"].value for key in KEYS} == {"not decided yet"}


@pytest.mark.parametrize("key", ["enter", "1", "a", "space"])
async def test_a_helper_is_told_before_the_first_question(ruth: Companion, visit: Any, key: str) -> None:
    ruth.by = "Maria"
    async with visit(ruth, "plan", (80, 24), key) as seen:
        assert type(seen.app.screen).__name__ == "Plan"
        assert "A caregiver may not do this" in text(seen.rows())
        await seen.press("w")
        assert type(seen.app.screen).__name__ == "Page"


async def test_long_names_stay_in_their_columns(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    ruth.people.set("name", LONG)
    ruth.plan.set("food-level", "4", decided_by=LONG)
    ruth.plan.set("stage", "4", decided_by="x")
    async with visit(ruth, "plan", size) as seen:
        rows = seen.rows()
        assert all(len(row) <= size[0] for row in rows)
        assert sum("Drink level" in row for row in rows) == 1
        assert rows[next(n for n, row in enumerate(rows) if "1  Food level" in row) + 1].strip()[0] == "2"
        assert seen.app.screen.query_one(Sections).size.height > 10


async def test_every_row_is_reached_by_digits_alone(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "plan", size) as seen:
        room, told = seen.app.screen, set()
        for _ in room.pages:
            digits = {cells[0]: key for key, cells in room.listed if cells[0].isdigit()}
            shown = [row.strip(" ›").split("  ") for row in seen.rows()]
            assert set(digits) <= {row[0] for row in shown}  # in view
            told |= set(digits.values())
            await seen.press("9")
        assert told == {key for key, _ in room.listed if not key.startswith("#")}
        assert room.key == "plan:food-level"
        keys = list(room.found)
        page, at = divmod(keys.index("person:emergency-number"), 8)
        await seen.press(*"9" * page, str(at + 1))
        assert "Which number do you call in an emergency?" in text(seen.rows())


async def test_the_last_decider_is_under_the_cursor_and_another_can_be_named(
    ruth: Companion, visit: Any
) -> None:
    async with visit(ruth, "plan", (80, 24), "1", "4") as seen:
        assert "› 1 J. Okafor" in text(seen.rows())
        await seen.press("2")
        assert "Saved: food level 4, pureed, decided by a swallowing therapist." in text(seen.rows())


async def test_what_is_decided_elsewhere_appears(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "plan", (80, 24)) as seen:
        ruth.plan.set("food-level", "4", decided_by="A. Lee")
        seen.app.screen.look()
        await seen.pilot.pause()
        assert "4, pureed" in text(seen.rows())


async def test_e_changes_a_programme_and_the_bar_says_so(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "plan", size, "e", "1", "1") as seen:
        assert "10 exercises, about 13 minutes" in text(seen.rows())
        await seen.press("4", "1", "8", "enter")
        shown = text(await seen.press("d", "K", "enter"))
        assert "Changed: Relaxed belly breathing" in shown
        shown = text(await seen.press("1"))
        assert "version 2, decided by K" in shown
    assert ruth.programmes.versions("morning_full_body")[-1].decided_by == "K"


async def test_the_six_answers_are_asked_shown_and_changed(companion: Companion, visit: Any) -> None:
    companion.weight.log(60)
    rows = len(KEYS) + list(PERSON_KEYS).index("alsfrs6")
    async with visit(companion, "plan", (80, 24), *["down"] * rows, "enter") as seen:
        assert "Answer six short questions" in text(seen.rows())
        await seen.press("1")
        assert "1 of 6. Talking" in text(seen.rows())
        shown = text(await seen.press("2", "3", "3", "2", "4", "1"))
        assert "Saved: 6 of 6 answers, sum 15 of 24." in shown
        assert "Talking 3, writing by hand 2, washing and dressing 2, turning in bed 3, walking 1" in shown
        await seen.press("enter", "1", "1")
        await seen.press("0", "0", "0")
        assert companion.people.person().alsfrs6 == 15


async def test_many_changes_are_seen_page_by_page_before_yes(
    ruth: Companion, visit: Any, tmp_path: Any
) -> None:
    names = [one.id for one in ruth.content.exercises.values() if one.category == "rom" and 3 in one.stages][
        :30
    ]
    items = "".join(
        f'{{ exercise = "{id}", mode = "{ruth.content.exercises[id].modes[0]}", '
        f'position = "{ruth.content.exercises[id].positions[0]}" }},\n'
        for id in names
    )
    file = tmp_path / "p.toml"
    file.write_text(
        '[[programme]]\nid = "long"\nname = "Long"\nversion = "1"\nfor_whom = "person"\n'
        'position = "sitting"\nmode = "active"\nstages = [3]\n'
        'description = ""\nfrequency = ""\nitems = [' + items + "]\n",
        encoding="utf-8",
    )  # fmt: skip
    async with visit(ruth, "plan", (40, 24), "i", *str(file), "enter", "K", "enter") as seen:
        pages = [text(await seen.press("3")) for _ in range(9)]
        told = " ".join(pages)
        assert all("1 Yes" in page and "3 More" in page for page in pages)
        for id in names:
            assert ruth.content.exercises[id].name.split()[0] in told
        await seen.press("1")
    assert len(ruth.programmes.find("long").items) == 30
