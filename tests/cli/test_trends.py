"""companion trends: the sentences of the other faces, and the same as numbers."""

import pytest

from companion.wording import trends


@pytest.fixture
def weighed(companion):
    """A weight and a rating of today, and a soup of yesterday."""
    companion("weight", "log", "56.8")
    companion("fatigue", "log", "4")
    companion("quick", "Soup", "--kcal", "1850", "--at", "2026-04-13T12:30")
    return companion


def test_every_topic_is_told(weighed):
    head, *lines = weighed("trends").out.splitlines()
    assert head.startswith("Last 28 days, from ")
    assert [line.partition(":")[0] for line in lines[:5] if ":" in line] == [
        "Energy", "Protein", "Fluid", "Weight", "Tiredness",
    ]  # fmt: skip
    assert len(lines) == len(trends.TOPICS)
    assert lines[-2] == trends.empty("sessions")


def test_one_topic_with_its_list(weighed):
    _, said, today, yesterday = weighed(
        "trends", "--topic", "energy", "--list", "--days", "7"
    ).out.splitlines()
    assert said.startswith("Energy: 1,850 kcal on ")
    assert today.endswith("no entry yet")
    assert yesterday.endswith("1,850 kcal")


def test_plain_lines_are_whole_words_a_sentence_each(weighed):
    lines = weighed("trends", "--topic", "energy", "--linear").out.splitlines()
    assert lines[1].startswith("Energy: 1850 kilocalories on 13 April, the one day with entries")
    assert all(line.count(". ") == 0 for line in lines)


def test_a_topic_without_its_option_is_named_with_it(companion):
    answer = companion("trends", "energy")
    assert (answer.code, "companion trends --topic energy" in answer.err) == (2, True)
    assert "saved" not in answer.err


def test_it_answers_in_numbers_and_the_unknown_is_null(weighed):
    document = weighed("trends", "--all", "--json").json
    topics = document["topics"]
    assert list(topics) == list(trends.TOPICS)
    assert (topics["energy"]["mean"], topics["energy"]["days"]) == (1850, 1)
    assert topics["protein"]["mean"] is None
    assert topics["weight"]["kg"] == 56.8
    assert topics["tiredness"]["level"] == "none"
    assert topics["meals"]["mean_minutes"] is None


def test_a_topic_that_is_none_is_refused_with_those_there_are(companion):
    answer = companion("trends", "--topic", "sleep")
    assert answer.code == 2
    assert "energy" in answer.err
