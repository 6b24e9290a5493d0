"""The picker's proof: over every pair of levels nothing firmer and nothing thinner is ever suggested."""

import json
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.cli.call import Call
from companion.cli.meals import list_
from companion.config.settings import Settings
from companion.content.library import Library
from companion.domain.textures import DRINK_LEVELS, FOOD_LEVELS
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.shelf import MemoryShelf
from companion.tui.screens.meals import Meals

BY = "K. Weber"
USERS_FOLDER = """
[[meal]]
id = "users_{kind}_{level}"
name = "Users {kind} {level}"
kind = "{kind}"
iddsi = ["{level}"]
slots = ["lunch"]
servings = 1
prep_minutes = 5
ingredients = [{{ food = "butter", grams = 20 }}]
method = ["Mix."]
allergens = ["milk"]
source = "own"
reviewed = 2026-01-01
review = "own"
"""
PAIRS = [(food, drink) for food in FOOD_LEVELS for drink in DRINK_LEVELS]


@pytest.fixture(scope="module")
def users_library(tmp_path_factory):
    """The packaged content, with a folder of the user's that has a recipe of every level."""
    folder = tmp_path_factory.mktemp("content")
    (folder / "meals").mkdir()
    kinds = [("food", level) for level in FOOD_LEVELS] + [("drink", level) for level in DRINK_LEVELS]
    text = "".join(USERS_FOLDER.format(kind=kind, level=level) for kind, level in kinds)
    (folder / "meals" / "users.toml").write_text(text, encoding="utf-8")
    return Library(folder)


@pytest.fixture
def everything(clock, users_library):
    """Somebody with a food and a recipe of one's own of every level, and of none."""
    companion = Companion(
        diary=Diary(MemoryShelf(), clock), content=users_library, settings=Settings(), clock=clock
    )
    for key, levels in (("food_level", FOOD_LEVELS), ("drink_level", DRINK_LEVELS)):
        for level in (*levels, None):
            facts = {key: level, "texture_by": BY} if level else {}
            companion.foods.add(f"Own {key} {level}", kcal=100, **facts)
            companion.recipes.add(f"Recipe {key} {level}", [("butter", 20)], **facts)
    return companion


def decide(companion, food, drink, thicker):
    for key, value in (("food-level", food), ("drink-level", drink), ("thicker-ok", thicker)):
        companion.plan.set(key, value, decided_by="J. Okafor", confirmed=True)


def given_levels(companion):
    """What each meal was written down as, by the entries and files and not by the picker."""
    own = [*companion.foods.own().values(), *companion.recipes.own().values()]
    levels = {one.id: (("drink" if one.drink_level else "food"), (one.level,)) for one in own}
    return levels | {one.id: (one.kind, one.iddsi) for one in companion.content.meals.values()}


def wrong(kind, level, food, drink, *, thicker):
    """Whether a dish of this level, made so, is firmer or thinner than decided. Levels as plain numbers."""
    firm = {level: place for place, level in enumerate(FOOD_LEVELS, 3)}
    if kind == "food":
        return firm[level] > firm[food] or (level == "3" and int(drink) > 3)
    if int(level) < int(drink) or (int(level) > int(drink) and not thicker):
        return True
    return int(level) > int(drink) and int(level) > firm[food]


@pytest.mark.parametrize("thicker", [False, True])
def test_nothing_firmer_and_nothing_thinner_at_any_of_the_thirty_pairs(everything, thicker):
    levels = given_levels(everything)
    untold = {one.id for one in everything.recipes.own().values() if not one.level}
    assert len(PAIRS) == 30
    for food, drink in PAIRS:
        decide(everything, food, drink, "yes" if thicker else "no")
        offers = everything.meals.allowed()
        for offer in offers:
            kind, known = levels[offer.meal.id]
            assert offer.level in known
            assert not wrong(kind, offer.level, food, drink, thicker=thicker), (offer.meal.id, food, drink)
        shown = {offer.meal.id for offer in offers}
        assert not shown & untold
        for id, (kind, known) in levels.items():
            fits = [n for n in known if n and not wrong(kind, n, food, drink, thicker=thicker)]
            assert (id in shown) == bool(fits), (id, food, drink)  # nothing that fits is left out either


@pytest.mark.parametrize("thicker", ["no", "yes"])
def test_the_room_and_the_command_list_what_the_picker_allows_and_no_more(everything, capsys, thicker):
    call = Call(json=True)
    call.companion = everything
    for food, drink in PAIRS:
        decide(everything, food, drink, thicker)
        allowed = [offer.meal.id for offer in everything.meals.allowed()]
        list_.main([], obj=call, standalone_mode=False)
        assert [meal["id"] for meal in json.loads(capsys.readouterr().out)["meals"]] == allowed
        room = SimpleNamespace(
            companion=everything, levels=everything.meals.levels(), slot=None, tag="", typed=""
        )
        listed = [
            offer.meal.id
            for room.kind in ("food", "drink")
            for offer in Meals.picked(cast("Meals", room)).offers
        ]
        assert sorted(listed) == sorted(allowed)


own = st.tuples(
    st.sampled_from(["food", "drink"]), st.sampled_from(FOOD_LEVELS), st.sampled_from(DRINK_LEVELS),
    st.sampled_from(["100g", "serving"]), st.floats(0, 900),
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(own, max_size=6), st.sampled_from(PAIRS), st.booleans(),
    st.sampled_from(["", "milk", "gluten, nuts"]),
)  # fmt: skip
def test_no_food_of_ones_own_is_suggested_outside_the_levels(clock, library, mine, pair, thicker, avoid):
    companion = Companion(
        diary=Diary(MemoryShelf(), clock), content=library, settings=Settings(), clock=clock
    )
    decide(companion, *pair, "yes" if thicker else "no")
    companion.people.set("avoid", avoid)
    levels = {}
    for n, (kind, food, drink, per, kcal) in enumerate(mine):
        level = food if kind == "food" else drink
        texture = {f"{kind}_level": level, "texture_by": BY}
        levels[companion.foods.add(f"Food {n}", kcal=kcal, per=per, **texture).id] = kind, level
    shown = {offer.meal.id for offer in companion.meals.allowed()} & set(levels)
    fitting = {id for id, (kind, level) in levels.items() if not wrong(kind, level, *pair, thicker=thicker)}
    assert shown == (set() if avoid else fitting)
