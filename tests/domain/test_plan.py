"""Decisions: which one is in force, what a typed value becomes, and what is refused."""

from datetime import UTC, datetime

import pytest

from companion.domain.entries import Clearance, Decision
from companion.domain.plan import (
    KEYS,
    PlanInForce,
    check_value,
    clearances,
    limit_changes,
    loosens,
    plan_in_force,
)
from companion.errors import Refused, Unknown


def signed(day, entry_id):
    at = datetime(2026, 11, day, 9, tzinfo=UTC)
    return {
        "id": entry_id,
        "at": at,
        "recorded": at,
        "by": "Ana",
        "role": "owner",
        "via": "command",
        "version": "1",
    }


def decided(key, value, day=1, entry_id="a"):
    return Decision(**signed(day, entry_id), key=key, value=value, decided_by="Dr Ito")


def test_the_latest_decision_for_a_key_is_in_force():
    plan = plan_in_force([decided("food-level", "5", day=3), decided("food-level", "6", day=2)])
    assert plan.value("food-level") == "5"
    assert plan.food_level.decided_by == "Dr Ito"


def test_of_two_at_one_time_the_later_id_counts():
    same = [decided("energy", 2000, entry_id="b"), decided("energy", 1900, entry_id="a")]
    assert plan_in_force(same).value("energy") == 2000


def test_keys_stand_apart_and_nothing_is_decided_by_itself():
    plan = plan_in_force([decided("drink-level", "2"), decided("thicker-ok", True)])
    assert {key: plan.value(key) for key in KEYS if plan.value(key) is not None} == {
        "drink-level": "2",
        "thicker-ok": True,
    }


def test_an_empty_decision_takes_the_earlier_one_back():
    plan = plan_in_force([decided("energy", 2000, day=1), decided("energy", None, day=2)])
    assert plan.energy is None


def test_an_unknown_key_is_named():
    with pytest.raises(Unknown) as error:
        PlanInForce().value("colour")
    assert error.value.code == "unknown_key"


def test_a_decision_of_a_newer_version_does_no_harm():
    assert plan_in_force([decided("moon-phase", "full")]) == PlanInForce()


@pytest.mark.parametrize(
    ("key", "raw", "value"),
    [
        ("food-level", "7ec", "7EC"),
        ("food-level", 4, "4"),
        ("drink-level", " 0 ", "0"),
        ("thicker-ok", "Yes", True),
        ("thicker-ok", False, False),
        ("energy", "2000", 2000),
        ("protein", "84,5", 84.5),
        ("fluid", 1500, 1500),
        ("stage", "3", 3),
        ("programme", " morning_full_body ", "morning_full_body"),
        (
            "limits",
            "session.rise_end = 2,session.before_rating=6",
            "session.before_rating=6, session.rise_end=2",
        ),
    ],
)
def test_what_was_typed_becomes_the_value_kept(key, raw, value):
    assert check_value(key, raw) == value


@pytest.mark.parametrize(
    ("key", "raw", "code"),
    [
        ("food-level", "2", "bad_level"),
        ("food-level", "8", "bad_level"),
        ("drink-level", "5", "bad_level"),
        ("drink-level", "7EC", "bad_level"),
        ("thicker-ok", "maybe", "not_yes_or_no"),
        ("energy", "lots", "not_a_number"),
        ("energy", "nan", "not_a_number"),
        ("stage", 9, "out_of_range"),
        ("stage", 2.5, "out_of_range"),
        ("programme", "  ", "empty_text"),
        ("limits", "session.colour=6", "bad_limit"),
        ("limits", "before_rating=6", "bad_limit"),
        ("limits", "session.before_rating=six", "not_a_number"),
        ("limits", "", "bad_limit"),
    ],
)
def test_an_impossible_value_is_refused(key, raw, code):
    with pytest.raises(Refused) as error:
        check_value(key, raw)
    assert error.value.code == code


def test_a_value_for_an_unknown_key_is_unknown():
    with pytest.raises(Unknown):
        check_value("colour", "red")


@pytest.mark.parametrize(
    ("key", "old", "new", "looser"),
    [
        ("food-level", "5", "6", True),  # firmer
        ("food-level", "7EC", "7", True),
        ("food-level", "6", "7EC", True),
        ("food-level", "6", "5", False),
        ("food-level", "6", "6", False),
        ("food-level", None, "6", False),  # the first decision loosens nothing
        ("food-level", "6", None, True),  # no limit at all
        ("drink-level", "2", "1", True),  # thinner
        ("drink-level", "1", "2", False),
        ("thicker-ok", False, True, True),
        ("thicker-ok", None, True, True),
        ("thicker-ok", True, False, False),
        ("energy", 2000, 1500, False),
    ],
)
def test_what_loosens_a_texture(key, old, new, looser):
    assert loosens(key, old, new) is looser


def test_limits_are_read_by_their_ids():
    assert limit_changes("session.rise_end=2, watch.least_rise=1.5") == {
        "session.rise_end": 2,
        "watch.least_rise": 1.5,
    }


def test_clearances_in_force():
    given = [
        Clearance(**signed(1, "a"), what="resistance", decided_by="PT"),
        Clearance(**signed(2, "b"), what="aerobic", decided_by="PT"),
        Clearance(**signed(3, "c"), what="resistance", decided_by="PT", given=False),
    ]
    assert set(clearances(given)) == {"aerobic"}
    assert set(clearances([*given, Clearance(**signed(4, "d"), what="resistance", decided_by="PT")])) == {
        "aerobic",
        "resistance",
    }
