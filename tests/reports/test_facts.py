"""Facts of a report, however it is written: signs, ends of days, whose words, who wrote, who decided."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from companion.reports.fhir import bundle
from companion.reports.svg import text
from companion.reports.tables import ROWS
from companion.services.companion import Companion
from companion.wording import reports_plan, reports_rows


def by(companion: Companion, name: str, **facts: Any) -> Companion:
    return Companion(
        diary=companion.diary, content=companion.content, settings=companion.settings,
        clock=companion.clock, by=name, **facts,
    )  # fmt: skip


def resources(companion: Companion, kind: str) -> list[dict[str, Any]]:
    made = bundle(companion.reports.gather(1))
    found = [entry["resource"] for entry in made["entry"]]
    return [one for one in found if one["resourceType"] == kind]


def test_a_loss_of_weight_has_a_minus(companion) -> None:
    companion.people.set("reference-weight", "60")
    companion.weight.log(57)
    (row,) = ROWS["weights"](companion.reports.gather(1))
    assert row["change_percent"] == pytest.approx(-5)


def test_a_texture_of_the_first_day_is_a_change_and_none_from_before(companion, clock) -> None:
    companion.plan.set("food-level", "5", decided_by="A. Lee")
    clock.go(days=6)
    report = companion.reports.gather(1)
    assert ([one.value for one in report.textures], report.textures_before) == (["5"], {})
    clock.go(days=1)
    report = companion.reports.gather(1)
    assert (report.textures, report.textures_before["food-level"].value) == ((), "5")


def test_whoever_wrote_most_is_the_first_and_a_typed_name_is_not_vouched_for(companion) -> None:
    companion.caregivers.add("Zoe")
    for who, times, gated in (("Ann", 1, False), ("Zoe", 2, True)):
        for _ in range(times):
            by(companion, who, gated=gated).fatigue.log(4, when="day")
    hands = [one for one in companion.reports.gather(1, names=True).hands if one.role == "caregiver"]
    assert [(one.number, one.name, one.unverified) for one in hands] == [(1, "Zoe", False), (2, "Ann", True)]


def test_what_was_done_within_a_week_of_an_alert_stands_with_it(report, lived) -> None:
    tiredness = report.span.tiredness
    (*_, alert) = tiredness.alerts
    assert alert.first < lived.today_date()  # on which it was noted
    lived.fatigue.explain("poor_night")
    report.span.__dict__["tiredness"] = replace(tiredness, alerts=(replace(alert, last=alert.first),))
    (row,) = reports_plan.alerts(report)
    assert "poor night" in row[-1]
    early = replace(alert, first=alert.first - timedelta(days=8), last=alert.first - timedelta(days=8))
    report.span.__dict__["tiredness"] = replace(tiredness, alerts=(early,))
    (row,) = reports_plan.alerts(report)
    assert "poor night" not in row[-1]


def test_the_mean_of_a_week_is_without_a_helpers_views(companion, clock) -> None:
    for ago, rating, view in ((2, 4, False), (1, 9, True), (0, 5, False)):
        companion.fatigue.log(rating, helper_view=view, at=clock() - timedelta(days=ago))
    (week,) = reports_rows.ratings(companion.reports.gather(14))
    assert week[1:] == ("4.5", "4", "5", "2")


def test_who_decided_at_home_is_no_practitioner(companion) -> None:
    companion.plan.set("food-level", "5", decided_by="my wife Ruthie")
    (order,) = resources(companion, "NutritionOrder")
    assert "orderer" not in order
    assert resources(companion, "Practitioner") == []


def test_what_the_person_wrote_from_afar_is_written_by_the_person(companion) -> None:
    companion.people.set("name", "Ruth")
    companion.caregivers.add("Ruth", "patient")
    by(companion, "Ruth", gated=True).weight.log(57)
    (weight,) = resources(companion, "Observation")
    assert weight["performer"] == [weight["subject"]]
    assert resources(companion, "RelatedPerson") == []


def test_the_energy_of_a_day_is_that_of_the_day_of_the_settings(companion) -> None:
    companion.intake.quick("Porridge", kcal=600)
    (energy,) = resources(companion, "Observation")
    start = companion.settings.day_start
    assert energy["effectivePeriod"] == {
        "start": f"2026-04-14T{start:02}:00:00+02:00", "end": f"2026-04-15T{start - 1:02}:59:59+02:00",
    }  # fmt: skip
    assert start > 0


def test_text_stays_text_within_an_attribute_too() -> None:
    assert text("\"a' <b>") == "&quot;a&#x27; &lt;b&gt;"
