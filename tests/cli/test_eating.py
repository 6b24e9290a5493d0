"""companion meal log --helped, meal told, drink test, tube log; and loosening a texture, spelled out."""

import pytest


def test_a_meal_says_whether_somebody_helped(person):
    helped = [
        person("meal", "log", "cod_white_sauce", *words, "--json").json["entry"]["helped"]
        for words in (("--helped",), ("--not-helped",), ())
    ]
    assert helped == [True, False, None]


def test_that_the_therapist_was_told_is_written_down(person):
    for _ in range(3):
        last = person("meal", "log", "cod_white_sauce", "--coughs", "2")
    assert "3 meals came with coughing" in last.err
    assert "worth telling the swallowing therapist" in person("today").out
    assert person("meal", "told", "K. Weber").out.startswith("Saved: K. Weber was told of coughing")
    assert "worth telling the swallowing therapist" not in person("today").out


def test_a_flow_test_is_read_in_words_and_as_json(person):
    person("plan", "set", "drink-level", "2", "--decided-by", "K. Weber")
    assert "level 1. This glass is thinner than planned" in person("drink", "test", "--left", "3").out
    found = person("drink", "test", "--left", "4", "--json").json
    assert (found["left_ml"], found["level"], found["between"], found["drink_level"]) == (
        4, None, ["1", "2"], "2",
    )  # fmt: skip


@pytest.mark.parametrize(("words", "code"), [((), 2), (("--left", "11"), 5), (("--left", "much"), 2)])
def test_a_flow_test_without_a_possible_number_says_which_option(person, words, code):
    result = person("drink", "test", *words)
    assert result.code == code
    if not words:
        assert "--left" in result.err


def test_a_tube_feed_counts_and_is_remembered(person):
    first = person("tube", "log", "250", "--kcal-per-ml", "1.5", "--protein-per-100ml", "6", "--json").json
    assert (first["entry"]["kind"], first["today"]["kcal"], first["entry"]["fluid_ml"]) == ("tube", 375, None)
    assert person("tube", "log", "100").out.startswith("Saved: 100 mL of Tube feed, 150 kcal.")
    assert "250 mL of Tube feed" in person("today").out
    assert "250 mL of Tube feed" in person("history").out


def test_a_first_feed_has_to_say_its_energy(person):
    result = person("tube", "log", "250")
    assert (result.code, "--kcal-per-ml" in result.err) == (2, True)


def test_loosening_a_texture_is_refused_with_both_levels_in_words(person):
    result = person("plan", "set", "food-level", "6", "--decided-by", "K. Weber")
    assert result.code == 5
    assert "from level 5, minced and moist, to level 6, soft and bite-sized" in result.err
    assert "it lets firmer food through" in result.err
    assert person("plan", "set", "food-level", "6", "--decided-by", "K. Weber", "--confirm").code == 0


def test_a_drink_shows_what_was_advised_with_who_and_when_and_a_dish_does_not(person):
    before = person("meal", "show", "lassi_mango")
    assert (before.code, "Advised" in before.out) == (0, False)
    person("plan", "set", "straw", "no", "--decided-by", "K. Weber")
    assert (
        "Advised: No straw. Advised by K. Weber, 14 April 2026." in person("meal", "show", "lassi_mango").out
    )
    assert "Advised" not in person("meal", "show", "cod_white_sauce").out
