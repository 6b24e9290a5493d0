"""The same meal by two people in the full screen: one question more, and only then."""

from typing import Any

from tui.rows import text

from companion.services.companion import Companion


def wrote(companion: Companion, name: str, kcal: float = 210) -> None:
    companion.by = "Maria"
    companion.intake.quick(name, kcal=kcal)
    companion.by = None


def standing(companion: Companion) -> list[str]:
    return [entry.by for entry in companion.intake.day().day.entries]


async def test_enter_twice_asks_where_somebody_wrote_the_same_meal(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    wrote(ruth, "Rice pudding")
    async with visit(ruth, "meals", size, "enter", "enter") as seen:
        asked = text(seen.rows())
        assert "Maria wrote down something for the afternoon just now: Rice pudding, 210 kcal." in asked
        assert "Add this, or put it in its place?" in asked
        assert standing(ruth) == ["Maria"]
        shown = text(await seen.press("2"))
        assert "in place of Maria's." in shown
        assert standing(ruth) == ["Ruth"]


async def test_enter_adds_it_too(ruth: Companion, visit: Any) -> None:
    wrote(ruth, "Rice pudding")
    async with visit(ruth, "meals", (80, 24), "enter", "enter", "enter") as seen:
        assert standing(ruth) == ["Maria", "Ruth"]
        assert "Saved: " in text(seen.rows())


async def test_no_key_more_where_nobody_did(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "meals", (80, 24), "enter", "enter"):
        assert standing(ruth) == ["Ruth"]


async def test_adding_a_usual_food_asks_as_well(ruth: Companion, visit: Any) -> None:
    ruth.intake.quick("Soup", kcal=150, at=ruth.clock().replace(day=12))
    wrote(ruth, "Rice pudding")
    async with visit(ruth, "foods", (80, 24), "1") as seen:
        assert "Add this, or put it in its place?" in text(seen.rows())
        assert "Nothing was written down." in text(await seen.press("3"))
    assert standing(ruth) == ["Maria"]


async def test_a_level_decided_while_the_question_stood_is_said_before_saving(
    ruth: Companion, visit: Any
) -> None:
    async with visit(ruth, "meals", (80, 24), "enter") as seen:
        ruth.plan.set("food-level", "4", decided_by="Dr Lee")
        asked = text(await seen.press("enter"))
        assert "The food level is 4 now, decided by Dr Lee at 16:15." in asked
        assert standing(ruth) == []
        await seen.press("1")
        assert standing(ruth) == ["Ruth"]


async def test_an_open_list_keeps_to_a_level_that_somebody_decides(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "meals", (80, 24)) as seen:
        ruth.plan.set("food-level", "3", decided_by="Dr Lee")
        seen.app.screen.look()
        await seen.press()
        assert {offer.level for offer in seen.app.screen.offers.values()} <= {"3"}
