"""Finding foods, keeping one's own, and what was eaten before among what is found."""

from datetime import timedelta

import pytest

from companion.errors import Unknown
from companion.flows.foods import log_food
from companion.services.companion import Companion
from companion.services.foods_lookup import AGAIN, Hit, Lookup


def names(hits: list[Hit]) -> list[str]:
    """What is offered; the same as before in brackets."""
    return [
        f"({hit.usual.entry.name})" if hit.usual else hit.food.name for hit in hits if hit.usual or hit.food
    ]


def test_the_table_is_ready_once_prepared_and_search_needs_no_preparing(companion: Companion) -> None:
    assert not companion.foods.ready
    assert companion.foods.search("honey", 1)[0].id == "honey"
    assert companion.foods.ready


def test_a_food_is_found_by_its_id_and_its_ndb_number(companion: Companion) -> None:
    assert companion.foods.find("butter").kcal == 717
    assert companion.foods.find("43406").name == "Yeast extract spread"
    with pytest.raises(Unknown):
        companion.foods.find("no_such_food")


def test_a_food_of_ones_own_comes_before_the_table_at_once(companion: Companion) -> None:
    companion.foods.prepare()
    own = companion.foods.add("Milk from the farm", kcal=70)
    assert [food.id for food in companion.foods.search("milk", 2)] == [own.id, "milk_whole"]
    assert companion.foods.find(own.id).kcal == 70


def test_a_slip_is_not_taken_for_a_food_of_ones_own(companion: Companion) -> None:
    companion.foods.add("Silk tofu", kcal=60)
    assert companion.foods.search("milk", 1)[0].id == "milk_whole"


def test_a_removed_food_is_gone_and_what_was_eaten_of_it_keeps_its_figures(companion: Companion) -> None:
    own = companion.foods.add("Gran's soup", kcal=210, per="serving", protein_g=9)
    companion.intake.log_food(own.id, servings=2)
    companion.history.remove(own.id)
    assert own.id not in {food.id for food in companion.foods.search("gran soup")}
    assert not companion.foods.per_serving(own.id)
    with pytest.raises(Unknown):
        companion.foods.find(own.id)
    assert companion.intake.day().day.total.kcal == 420
    (usual,) = companion.intake.usual("afternoon")
    assert companion.intake.again(usual.entry.id).entry.nutrients.kcal == 420


def test_a_removal_taken_back_brings_the_food_back(companion: Companion) -> None:
    own = companion.foods.add("Gran's soup", kcal=210)
    companion.history.remove(own.id)
    companion.history.undo()
    assert companion.foods.search("gran soup", 1)[0].id == own.id


def test_the_last_amount_is_the_newest_one(companion: Companion) -> None:
    now = companion.clock()
    assert companion.foods.last("honey") is None
    companion.intake.log_food("honey", grams=10, at=now - timedelta(days=1))
    companion.intake.log_food("honey", grams=30, at=now - timedelta(days=2))
    last = companion.foods.last("honey")
    assert last is not None
    assert last.grams == 10


def test_what_is_eaten_often_is_offered_without_the_table(companion: Companion) -> None:
    companion.intake.log_food("honey", grams=10)
    assert names(Lookup(companion, "afternoon").often()) == ["(Honey)"]
    assert names(Lookup(companion, "afternoon").find("hon")) == ["(Honey)"]
    assert not companion.foods.ready


def test_the_same_again_comes_first_then_ones_own_then_the_table(companion: Companion) -> None:
    companion.foods.prepare()
    companion.foods.add("Milk from the farm", kcal=70)
    companion.intake.log_food("milk_2pct", grams=200)
    companion.intake.quick("Warm milk with honey", kcal=150)
    found = names(Lookup(companion, "afternoon").find("milk"))
    assert set(found[:2]) == {"(Milk, 2%)", "(Warm milk with honey)"}
    assert found[2:4] == ["Milk from the farm", "Milk, whole"]
    assert "Milk, 2%" not in found


def test_the_same_again_is_found_by_another_word_for_its_food_and_with_a_slip(companion: Companion) -> None:
    companion.foods.prepare()
    companion.intake.log_food("zucchini_boiled", grams=80)
    lookup = Lookup(companion, "afternoon")
    for typed in ("zucchini", "courgette", "corgette"):
        assert names(lookup.find(typed))[0] == "(Courgette (zucchini), boiled)", typed


def test_the_same_again_leaves_room_for_the_table(companion: Companion) -> None:
    companion.foods.prepare()
    for number in range(AGAIN + 3):
        companion.intake.quick(f"Milk pudding {number}", kcal=100)
    found = Lookup(companion, "afternoon").find("milk")
    assert [bool(hit.usual) for hit in found[: AGAIN + 1]] == [*[True] * AGAIN, False]


def test_a_row_keeps_its_key_when_it_is_written_down_once_more(companion: Companion) -> None:
    entry = companion.intake.log_food("honey", grams=10).entry
    before = [hit.key for hit in Lookup(companion, "afternoon").often()]
    companion.intake.again(entry.id)
    assert [hit.key for hit in Lookup(companion, "afternoon").often()] == before


def test_household_measures_and_half_of_the_first_are_offered(companion: Companion) -> None:
    step = next(log_food(companion, food="milk_whole"))
    assert [(o.label, o.detail) for o in step.options] == [
        ("1 cup", "244 g, 149 kcal"),
        ("Half a cup", "122 g, 74 kcal"),
        ("1 tablespoon", "15 g, 9 kcal"),
        ("1 fluid ounce", "30.5 g, 19 kcal"),
        ("Another amount, in grams", ""),
    ]


def test_the_last_amount_is_offered_first_and_once(companion: Companion) -> None:
    companion.intake.log_food("milk_whole", grams=122)
    labels = [o.label for o in next(log_food(companion, food="milk_whole")).options]
    assert labels[:2] == ["As last time", "1 cup"]
    assert "Half a cup" not in labels


def test_a_food_without_measures_asks_for_grams(companion: Companion) -> None:
    own = companion.foods.add("Oat cream", kcal=150)
    assert next(log_food(companion, food=own.id)).id == "grams"


def test_no_food_offers_more_than_a_page_of_amounts(companion: Companion) -> None:
    for food in (*companion.content.foods.values(), *companion.content.usda()):
        companion.foods.last = lambda _: None  # type: ignore[method-assign]
        step = next(log_food(companion, food=food.id))
        assert len(getattr(step, "options", ())) <= 9, food.name
