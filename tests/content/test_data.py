"""The packaged content itself: all there, whole, and careful."""

import re
from collections import Counter
from datetime import date

import pytest

from companion.content.check import check
from companion.content.kinds import KINDS, THRESHOLDS
from companion.content.library import Library
from companion.content.loader import files, numbers
from companion.domain.limits import GROUPS
from companion.resources import CONTENT

DRAFTED = {
    "fatigue": 14, "effort": 12, "breath": 8, "warn": 35, "why_gentle": 1, "first_run": 3, "stop_signal": 1,
    "meal": 5, "flow_test": 15, "level": 11, "function": 38, "stage": 9,
}  # fmt: skip
ABBREVIATIONS = re.compile(r"\b(ALS|IDDSI|USDA|EC|mL|kcal|mm|cm)\b|7EC|https?://")


def test_nothing_is_wrong_with_the_packaged_content(library):
    assert [failure.facts for failure in check(library)] == []


def test_all_of_it_is_there(library):
    assert len(library.exercises) == 76
    assert len(library.programmes) == 12
    assert len(library.meals) == 98
    assert len(library.foods) == 439
    assert len(library.usda()) == 10_008
    assert sum(DRAFTED.values()) == 152
    assert all(len(library.section(name)) >= count for name, count in DRAFTED.items())


def test_exercises_of_every_category(library):
    counts = Counter(exercise.category for exercise in library.exercises.values())
    expected = {"rom": 43, "stretch": 10, "breathing": 7, "mobility": 7, "aerobic": 3, "resistance": 6}
    assert counts == expected


def test_every_record_says_where_it_is_from_and_when_it_was_looked_at(library):
    for kind in KINDS:
        found = getattr(library, kind.name)
        records = found if kind.name == "equations" else found.values()
        for record in records:
            assert len(record.source) > 3, record.id
            assert date(2026, 11, 22) <= record.reviewed <= date.today(), record.id  # noqa: DTZ011


def test_usda_ids_are_unique_and_are_the_ndb_number_where_there_is_one(library):
    foods = library.usda()
    assert len({food.id for food in foods}) == len(foods)
    assert {food.ndb for food in foods if food.ndb and food.ndb != food.id} == set()
    assert sum(not food.ndb for food in foods) == 1_481


def test_names_fit_a_picker(library):
    for record in (*library.meals.values(), *library.exercises.values(), *library.programmes.values()):
        assert len(record.label) <= 35, record.label


def test_a_listener_hears_words_not_abbreviations(library):
    said = {id_: text.aloud for id_, text in library.texts.items()}
    said |= {id_: record.aloud for id_, record in (*library.flags.items(), *library.tests.items())}
    for record in (*library.meals.values(), *library.exercises.values(), *library.programmes.values()):
        said[record.id] = record.aloud
    assert {id_: text for id_, text in said.items() if ABBREVIATIONS.search(text)} == {}


def test_methods_write_units_out(library):
    for meal in library.meals.values():
        for line in (*meal.method, *meal.cautions):
            assert not re.search(r"\d (mm|cm|mL|ml|g|kcal)\b", line), line


def test_nothing_promises_shouts_or_blames(library):
    said = [text.text for text in library.texts.values()]
    for exercise in library.exercises.values():
        said += [*exercise.steps, *exercise.watch_out, exercise.helper_hands, exercise.name]
    for meal in library.meals.values():
        said += [*meal.method, *meal.cautions, meal.name, *(part.note for part in meal.fortify)]
    said += [programme.description for programme in library.programmes.values()]
    for line in said:
        assert not re.search(
            r"!|\bsafe(ly|ty)?\b|\bguarantee|\byou failed|\bthe app\b", line, re.IGNORECASE
        ), line


def test_the_credit_of_iddsi_is_given(library):
    credit = library.text("level.credit").text
    assert "International Dysphagia Diet Standardisation Initiative" in credit
    assert "https://iddsi.org/framework" in credit
    assert "not certified" in credit


@pytest.mark.parametrize("group", GROUPS)
def test_every_limit_the_rules_ask_for_has_a_number(library, group):
    limits = library.limits(GROUPS[group], group)
    assert all(value is not None for value in dict(limits).values())


def test_every_threshold_belongs_to_a_group_and_to_somebody(library):
    for threshold in library.thresholds.values():
        assert re.fullmatch(r"[a-z_]+\.[a-z0-9_]+", threshold.id)
        assert threshold.set_by == "the program"


def test_every_threshold_stands_in_the_file_of_its_group(library):
    found = {(library.file(THRESHOLDS, id_).stem, id_.partition(".")[0]) for id_ in library.thresholds}
    assert all(file == group for file, group in found)


def test_numbers_are_read_the_same_without_the_rest_of_their_file(library):
    found = {id_: value for file in files(CONTENT, THRESHOLDS.name) for id_, value in numbers(file).items()}
    assert found == {id_: threshold.value for id_, threshold in library.thresholds.items()}


def test_foods_are_the_same_read_one_by_one(library):
    one_by_one = Library(trusting=True).foods
    assert list(one_by_one) == list(library.foods)
    assert dict(one_by_one) == dict(library.foods)
    assert "chalk" not in one_by_one
    assert one_by_one.get("chalk") is None


def test_input_limits_come_in_pairs_that_leave_room(library):
    lows = [id_ for id_ in library.thresholds if id_.startswith("limits.") and id_.endswith("_low")]
    assert len(lows) >= 10
    for low in lows:
        assert library.limit(low) < library.limit(low.removesuffix("_low") + "_high")


# --- what the exercises owe the people who do them


def test_cues_are_short_and_few(library):
    for exercise in library.exercises.values():
        assert len(exercise.steps) <= 6, exercise.id
        for line in (*exercise.steps, *exercise.watch_out):
            assert len(line.split()) <= 26, line


def test_whoever_helps_is_told_where_the_hands_go(library):
    for exercise in library.exercises.values():
        if {"passive", "active_assisted"} & set(exercise.modes):
            assert exercise.helper_hands, exercise.id


def test_nothing_asks_for_more_than_the_ceiling_and_resistance_waits_for_a_therapist(library):
    for exercise in library.exercises.values():
        assert exercise.effort <= library.limit("session.effort_ceiling"), exercise.id
        if exercise.category == "resistance" or "pt_only" in exercise.flags or "lvr_contra" in exercise.flags:
            assert exercise.clearance, exercise.id


def test_nobody_moves_a_neck_or_a_jaw_for_another_person(library):
    for exercise in library.exercises.values():
        if exercise.joint in {"neck", "jaw"}:
            assert exercise.modes == ("active",), exercise.id


def test_lying_is_flagged_for_those_who_cannot_breathe_flat(library):
    for exercise in library.exercises.values():
        if exercise.category in {"rom", "stretch"} and {"lying", "side_lying"} & set(exercise.positions):
            assert "orthopnoea" in exercise.flags, exercise.id


def test_programmes_keep_to_modes_positions_and_stages_of_their_exercises(library):
    for programme in library.programmes.values():
        for item in programme.items:
            exercise = library.exercises[item.exercise]
            assert item.mode in exercise.modes
            assert programme.position_of(item) in exercise.positions
            assert set(programme.stages) <= set(exercise.stages), (programme.id, item.exercise)


def test_an_easier_programme_is_shorter_or_asks_less_and_there_is_one_mini_session(library):
    assert [programme.id for programme in library.programmes.values() if programme.mini] == ["energy_mini"]
    for programme in library.programmes.values():
        assert programme.easier != programme.id
        if programme.easier:
            easier = library.programmes[programme.easier]
            assert easier.seconds(library.exercises, 10) < programme.seconds(library.exercises, 10), (
                programme.id
            )


# --- what the recipes owe the people who eat them


def test_every_recipe_ends_with_the_tests_of_its_levels(library):
    for meal in library.meals.values():
        for name in meal.iddsi:
            level = library.levels[name]
            needed = level.food_tests if meal.kind == "food" else level.drink_tests
            assert needed, name
            assert set(needed) <= set(meal.tests), (meal.id, name)


def test_level_5_is_pressed_lightly_and_level_6_until_the_thumbnail_whitens(library):
    assert "fork_pressure_light" in library.levels["5"].food_tests
    assert "fork_pressure" not in library.levels["5"].food_tests
    assert {"6", "7EC"} == {
        id_ for id_, level in library.levels.items() if "fork_pressure" in level.food_tests
    }


def test_recipes_are_short_and_every_fortifier_says_how(library):
    for meal in library.meals.values():
        assert 2 <= len(meal.method) <= 6, meal.id
        assert all(part.note for part in meal.fortify)
        if "quick" in meal.tags:
            assert meal.prep_minutes <= 12, meal.id


def test_every_slot_has_something_at_every_level(library):
    slots = ("breakfast", "morning", "lunch", "afternoon", "supper", "evening", "night")
    used = {slot for meal in library.meals.values() for slot in meal.slots}
    assert used == set(slots)
    for level in ("3", "4", "5", "6", "7EC"):
        for slot in ("breakfast", "lunch", "supper", "afternoon"):
            found = [
                m for m in library.meals.values() if m.kind == "food" and level in m.iddsi and slot in m.slots
            ]
            assert found, (level, slot)


def test_there_is_a_vegan_drink_at_every_level(library):
    for level in "01234":
        assert any(
            meal.kind == "drink" and level in meal.iddsi and "vegan" in meal.tags
            for meal in library.meals.values()
        )


def test_tags_mean_something_that_is_written_down(library):
    tags = {tag for meal in library.meals.values() for tag in meal.tags}
    assert {f"tag.{tag}" for tag in tags} <= set(library.section("tag"))
