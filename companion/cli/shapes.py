"""The JSON that several commands share. Amounts have their unit in the key; unknown is null."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from companion.cli.answers import Outcome
    from companion.cli.call import Call
    from companion.domain.entries import Entry
    from companion.domain.nutrients import Nutrients
    from companion.services.day_plan import PlannedDish
    from companion.services.intake import DayIntake
    from companion.services.remarks import Remark


def entry(kept: "Entry") -> dict[str, Any]:
    """An entry with every field it has."""
    times = {"at": kept.at.isoformat(), "recorded": kept.recorded.isoformat()}
    return {"kind": kept.kind, **kept.model_dump(mode="json"), **times}


def amount(value: float | None, digits: int = 1) -> float | None:
    """A number people could read, or null."""
    return None if value is None else round(value, digits)


def nutrients(held: "Nutrients") -> dict[str, float | None]:
    """Energy and what else is counted."""
    return {
        "kcal": amount(held.kcal), "protein_g": amount(held.protein_g), "carb_g": amount(held.carb_g),
        "fat_g": amount(held.fat_g), "fluid_ml": amount(held.fluid_ml),
    }  # fmt: skip


def eaten(day: "DayIntake", what: str = "kcal") -> float | None:
    """The day's sum of something: nothing eaten is 0, eaten but not known is null."""
    return amount(getattr(day.day.total, what)) if day.day.entries else 0


def saved(call: "Call", outcome: "Outcome", kept: "Entry", **more: Any) -> None:
    """Tell that an entry was kept: its sentence, or the entry itself in JSON; remarks beside it."""
    from companion.wording.remarks import copy_failed

    warnings = [*outcome.remarks, *map(copy_failed, call.companion.diary.remarks)]
    document = {
        "id": kept.id,
        "entry": entry(kept),
        "warnings": warnings,
        "sentence": outcome.sentence,
        **more,
    }
    call.tell(document, [outcome.sentence])
    if not call.json:
        call.remark(*warnings)


def taken(call: "Call", outcome: "Outcome") -> None:
    """Tell that something eaten or drunk was kept, and where the day stands."""
    logged = outcome.result
    from companion.services.remarks import ordered

    outcome = outcome._replace(sentences=[outcome.sentence, *map(_warning, ordered(logged.remarks))])
    today = {"kcal": eaten(logged.today), "target_kcal": amount(logged.today.targets.energy.kcal)}
    copied = {"entries": [entry(e) for e in logged.entries]} if len(logged.entries) > 1 else {}
    saved(call, outcome, logged.entry, today=today, **copied)


def _warning(remark: "Remark") -> str:
    """A remark as a command says it, which asked nobody: also by which command one's own is taken back."""
    from companion.wording import remarks, twins

    if remark.code == "again" and not remark.facts["own"]:
        return twins.twice(remark.facts, "`companion undo`")
    return remarks.sentence(remark)


def planned(dish: "PlannedDish") -> dict[str, Any]:
    """A planned dish that is not eaten yet; `misfit` says in words what it no longer fits."""
    from companion.wording.day_plan import misfit

    entry = dish.entry
    return {
        "id": entry.id, "meal": entry.meal, "name": entry.name, "slot": entry.slot,
        "kcal": amount(entry.kcal), "misfit": misfit(dish) or None,
    }  # fmt: skip
