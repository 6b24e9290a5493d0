"""The talk about a feeding tube: what it is about, then what fits."""

import pytest

from companion.flows.tube_talk import offer_talk


def test_it_says_what_it_is_about_why_and_then_asks_what_fits(companion, talk):
    companion.people.set("reference-weight", "64")
    companion.weight.log(57)
    told = talk(offer_talk(companion), ["on", "on", "talked"])
    _, why, answer = told.asked
    assert "10.9 % below the reference; the limit is 10 %" in why.help
    assert "The program set these limits" in why.help
    assert [option.label for option in answer.options] == [
        "We have talked about it",
        "Remind me in three months",
        "Not for me",
    ]
    assert told.texts == [
        "Saved: a talk about a feeding tube: we have talked about it. It is not brought up again."
    ]


def test_without_a_reason_the_page_is_there_all_the_same(companion, talk):
    told = talk(offer_talk(companion), ["on", "later"])
    assert told.ids == ["about", "answer"]
    assert told.asked[-1].default == "later"  # what an Enter too many says is what can be said again


@pytest.mark.parametrize("answer", ["talked", "later", "no"])
def test_a_given_answer_asks_nothing(companion, talk, answer):
    told = talk(offer_talk(companion, answer=answer))
    assert (told.ids, told.result.entry.answer) == ([], answer)
