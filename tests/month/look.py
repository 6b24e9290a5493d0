"""What the rules say at a moment, read through the services: each rule that stands, with its numbers."""

from datetime import timedelta

from companion.services.companion import Companion

Numbers = tuple[object, ...]


def standing(companion: Companion) -> dict[str, Numbers]:
    """Every rule that stands now."""
    return {
        **_fatigue(companion),
        **_exercises(companion),
        **_weight(companion),
        **_eating(companion),
        **_due(companion),
    }


def _fatigue(companion: Companion) -> dict[str, Numbers]:
    found: dict[str, Numbers] = {}
    watch = companion.fatigue.state().watch
    if watch.learning:
        found["learning"] = (watch.needed,)
    if watch.reason is not None:
        reason = watch.reason
        found[f"watch: {watch.level}"] = (reason.count, round(reason.now, 1), round(reason.usual, 1))
    drift = companion.fatigue.drift()
    if drift is not None and drift.direction != "same":
        found[f"drift: {drift.direction}"] = (round(drift.now.mean, 1), round(drift.before.mean, 1))
    if softer := companion.sessions_after.in_force():
        found[f"softer after {softer.offer.rule}"] = (softer.share,)
    return found


def _exercises(companion: Companion) -> dict[str, Numbers]:
    found: dict[str, Numbers] = {}
    now = companion.sessions_notes.standing()
    for exercise, one in now.gentler.items():
        name = "W12: a fall" if one.exercise is None else f"W12: {one.code} {exercise}"
        found[name] = (one.count, one.limit)
    for exercise, hold in now.held.items():
        if hold.pain is not None:
            found[f"W13: {hold.pain.pain} pain, {exercise}"] = (hold.pain.count,)
        elif hold.again is not None:
            found["W14: bands again"] = (f"{hold.again:%d %b %H:%M}",)
        elif hold.weight is not None:
            found["W15: weight"] = (hold.weight.level,)
        elif hold.eaten is not None:
            found["W15: little eaten"] = (hold.eaten.target, hold.eaten.limit)
    if now.more is not None:
        found["W14: more minutes"] = (now.more.limit,)
    return found


def _weight(companion: Companion) -> dict[str, Numbers]:
    state = companion.weight.state()
    reasons = state.reasons if state is not None else ()
    return {f"weight {r.level}: {r.code}": (round(r.value, 1), r.limit) for r in reasons}


def _eating(companion: Companion) -> dict[str, Numbers]:
    found: dict[str, Numbers] = {}
    yesterday = companion.today_date() - timedelta(days=1)
    day, week = companion.intake.day(yesterday).spared, companion.intake_week.protein().verdict
    if day.advice is not None:
        found[f"protein of the day: {day.advice}"] = (round(day.ratio or 0),)
    if week.advice is not None:
        found[f"protein of the week: {week.advice}"] = (round(week.ratio or 0),)
    return found


def _due(companion: Companion) -> dict[str, Numbers]:
    found: dict[str, Numbers] = {}
    for remark in companion.today.view().due:
        if remark.code == "tell_therapist":
            found["W11"] = tuple(f"{on:%d %b}" for on in remark.facts["days"])
        elif remark.code == "swallowing":
            found["swallowing"] = (remark.facts["coughs"], remark.facts["long"], remark.facts["days"])
        elif remark.code == "tube_talk":
            found["tube talk"] = tuple(reason.code for reason in remark.facts["reasons"])
    return found
