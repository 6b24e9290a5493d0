"""Rules W12 to W15 through the services: what waits, what begins gentler, and how either ends."""

from datetime import timedelta

import pytest

from companion.domain.entries import Felt
from companion.domain.sessions import Phase
from companion.errors import Refused, Unknown
from companion.wording import sessions as words
from companion.wording import sessions_notes as told

BAND = "early_mobility_band"


def parts(companion, programme, exercise):
    found = companion.sessions.programme(programme)
    return [part for part in companion.sessions.parts(found) if part.exercise == exercise]


def rows(companion):
    return dict(words.waiting_rows(companion.sessions.choices(3), companion.content.exercises))


def do(companion, programme, *, but=()):
    """A whole session, some exercises left out."""
    running = companion.sessions.start(programme)
    while (view := running.view()).phase is not Phase.DONE:
        if view.phase is Phase.ASK:
            running.answered()
        elif view.part.exercise in but:
            running.skip()
        else:
            running.go_on()
    return running


def test_too_hard_three_times_begins_with_help_and_says_why(companion, clock):
    for _ in range(3):
        companion.sessions_notes.note("too_hard", "mob_sit_stand")
        clock.go(days=1)
    assert {part.mode for part in parts(companion, BAND, "mob_sit_stand")} == {"active_assisted"}
    standing = companion.sessions_notes.standing()
    said = told.starting(standing, parts(companion, BAND, "mob_sit_stand"), companion.content)
    [sentence] = said
    assert sentence == (
        "Sit to stand: you said too hard 3 times since 14 April; from 3 times on it begins with more help. "
        "Please tell your physical therapist. H in the session says that it goes well again. "
        "The program set these limits; your therapist can change them."
    )


def test_goes_well_again_begins_as_planned_next_time(companion, clock):
    companion.sessions_notes.note("near_fall")
    clock.go(minutes=5)
    assert parts(companion, BAND, "mob_sit_stand")[0].mode == "active_assisted"
    companion.sessions_notes.note("well", "mob_sit_stand")
    assert parts(companion, BAND, "mob_sit_stand")[0].mode == "active"


def test_a_step_left_out_that_was_done_last_week_begins_with_help(companion, clock):
    do(companion, "morning_full_body")
    clock.go(days=2)
    do(companion, "morning_full_body", but=("elbow_bend",))
    clock.go(days=1)
    assert {part.mode for part in parts(companion, "morning_full_body", "elbow_bend")} == {"active_assisted"}
    assert {part.mode for part in parts(companion, "morning_full_body", "neck_turn")} == {"active"}


def test_what_was_left_out_to_finish_gently_is_no_miss(companion, clock):
    companion.plan.clear("resistance", decided_by="P. Ray")
    do(companion, BAND)
    clock.go(days=3)
    running = companion.sessions.start(BAND)
    running.gentler()
    assert "re_row" not in companion.sessions_notes.standing().gentler
    reasons = {e.exercise: e.reason for e in companion.diary.entries("step") if e.outcome == "skipped"}
    assert reasons["re_row"] == "tired"


def test_sharp_pain_leaves_the_exercise_out_until_a_clearance(companion, clock):
    companion.sessions_notes.note("pain", "neck_turn", pain="sharp")
    assert parts(companion, "morning_full_body", "neck_turn") == []
    assert list(rows(companion)) == ["Head turns"]
    assert "sharp or sudden" in rows(companion)["Head turns"]
    clock.go(days=30)
    assert parts(companion, "morning_full_body", "neck_turn") == []
    companion.plan.clear("neck_turn", decided_by="P. Ray")
    assert parts(companion, "morning_full_body", "neck_turn")


def test_a_programme_of_which_all_waits_is_held_back_and_cannot_begin(companion):
    found = companion.sessions.programme("breathing_5")
    for item in found.items:
        companion.sessions_notes.note("pain", item.exercise, pain="more")
    assert {h.programme.id: h.why for h in companion.sessions.choices(3).held}["breathing_5"] == "waits"
    with pytest.raises(Refused) as refused:
        companion.sessions.start("breathing_5")
    assert refused.value.code == "all_wait"


def test_bands_wait_48_hours_and_say_from_when(companion, clock):
    companion.plan.clear("resistance", decided_by="P. Ray")
    do(companion, BAND)
    assert parts(companion, BAND, "re_row") == []
    [why] = [why for names, why in rows(companion).items() if "Light band row" in names]
    assert "again from Thursday 16:15" in why
    clock.go(hours=48)
    assert parts(companion, BAND, "re_row")


def a_loss(companion, kg):
    companion.people.set("reference-weight", "60")
    companion.weight.log(kg)


def test_weight_at_amber_holds_aerobic_and_bands_and_nothing_else(companion):
    companion.plan.clear("resistance", decided_by="P. Ray")
    a_loss(companion, 60)
    assert parts(companion, "easy_intervals", "ae_pedal")


def test_weight_at_amber_waits_until_the_team_agrees(companion, clock):
    companion.plan.clear("aerobic", decided_by="P. Ray")
    clock.go(days=7)
    a_loss(companion, 56)
    held = companion.sessions_notes.standing().held
    kinds = {companion.content.exercises[id].category for id in held}
    assert (kinds, {hold.code for hold in held.values()}) == ({"aerobic", "resistance"}, {"weight"})
    name = companion.content.exercises["ae_pedal"].name
    assert any(name in names and "Range of motion stays." in why for names, why in rows(companion).items())
    clock.go(days=1)
    companion.plan.clear("aerobic", decided_by="P. Ray")
    assert parts(companion, "easy_intervals", "ae_pedal")
    clock.go(days=7)
    companion.weight.log(56.1)
    assert parts(companion, "easy_intervals", "ae_pedal")  # no graver than what they agreed to


def test_well_below_the_energy_target_holds_aerobic_work(companion, clock):
    companion.plan.set("energy", "2000", decided_by="J. Okafor")
    for _ in range(4):
        for slot in ("breakfast", "lunch", "supper"):
            companion.intake.quick("Soup", kcal=300, protein_g=10, slot=slot)
        clock.go(days=1)
    held = companion.sessions_notes.standing().held
    assert {hold.code for hold in held.values()} == {"intake"}
    assert told.hold(held["ae_pedal"]).startswith(
        "The last 4 whole days brought 900 kcal a day; the target is 2,000 kcal. Under 75 % of it"
    )


def test_a_day_of_which_only_breakfast_is_written_down_holds_nothing(companion, clock):
    companion.plan.set("energy", "2000", decided_by="J. Okafor")
    for _ in range(5):
        for _ in range(3):
            companion.intake.quick("Toast", kcal=150, protein_g=5, slot="breakfast")
        clock.go(days=1)
    assert companion.sessions_notes.standing().held == {}


def test_pain_says_until_when_it_waits_without_a_word_and_waits_so_long(companion, clock):
    companion.sessions_notes.note("pain", "neck_turn", pain="sharp")
    held = companion.sessions_notes.standing().held["neck_turn"]
    assert told.hold(held).endswith("Without one it waits until 12 October.")
    clock.go(days=180)
    assert parts(companion, "morning_full_body", "neck_turn") == []
    clock.go(days=1)
    assert clock().date() == held.until
    assert parts(companion, "morning_full_body", "neck_turn")


def test_a_little_pain_that_is_there_the_next_morning_has_lasted(companion, clock):
    companion.sessions_notes.note("pain", "neck_turn", pain="little")
    assert parts(companion, "morning_full_body", "neck_turn")
    clock.go(days=1)
    companion.keep(companion.sign(Felt, when="morning", what="sore"))
    assert parts(companion, "morning_full_body", "neck_turn") == []


def test_many_more_minutes_than_last_week_suggest_a_rest_day_and_hold_nothing(companion, clock):
    for programme in ("hands_wrists",) * 7 + ("morning_full_body",) * 7:
        do(companion, programme)
        clock.go(days=1)
    choices = companion.sessions.choices(3)
    assert choices.standing.more is not None
    assert choices.standing.held == {}
    assert any("a rest day is a good idea" in line for line in words.listed(choices, None))


def test_a_log_of_what_was_done_counts_whatever_waits(companion):
    companion.sessions_notes.note("pain", "neck_turn", pain="sharp")
    assert companion.sessions.log("morning_full_body", 10).steps == 10


def test_an_exercise_nobody_knows_is_refused(companion):
    with pytest.raises(Unknown):
        companion.sessions_notes.note("too_hard", "headstand")


def test_choices_look_at_no_more_files_however_many_years_there_are(companion, monkeypatch):
    def looks() -> int:
        seen = []
        shelf = companion.diary.shelf
        plain = type(shelf).signature
        monkeypatch.setattr(
            type(shelf), "signature", lambda self, name: (seen.append(name), plain(self, name))[1]
        )
        companion.sessions.choices(3)
        monkeypatch.undo()
        return len(seen)

    companion.intake.quick("Soup", kcal=100)
    before = looks()
    for months in range(9, 45):
        companion.intake.quick("Soup", kcal=100, at=companion.clock() - timedelta(days=31 * months))
    assert looks() <= before


def test_another_start_of_the_day_is_seen_at_once(companion, clock):
    clock.now = clock.now.replace(hour=3, minute=30)
    companion.sessions_notes.note("near_fall", at=clock.now - timedelta(days=27, hours=23))
    stood = companion.sessions_notes.standing().gentler
    companion.settings = companion.settings.model_copy(update={"day_start": 0})
    assert companion.sessions_notes.standing().gentler != stood
