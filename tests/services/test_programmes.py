"""Programmes are therapist's work: versions, previews, files, and what a running session keeps."""

import pytest

from companion.domain.entries import ProgrammeSet
from companion.domain.people import Actor
from companion.domain.programmes_edit import added, copied, with_item, without
from companion.errors import Failure, NotAllowed, Refused, Unknown
from companion.services.companion import Companion

MORNINGS = "morning_full_body"
FILE = """
[[programme]]
id = "{id}"
name = "{name}"
version = "1"
for_whom = "person"
position = "sitting"
mode = "active"
stages = [1, 2]
description = "Slowly."
frequency = "Once a day"
items = [
  {{ exercise = "neck_turn", mode = "{mode}", reps = {reps} }},
  {{ exercise = "ankle_pump", mode = "active" }},
]
"""


def changed(companion, **facts):
    """The morning programme with another dose for its second exercise."""
    return with_item(companion.programmes.find(MORNINGS), 1, **facts)


def saved(companion, *programmes):
    return companion.programmes.save(*programmes, decided_by="K. Weber", confirmed=True)


def test_a_version_takes_the_place_of_the_contents(companion):
    result = saved(companion, changed(companion, reps=5))
    assert (result.entry.revision, result.entry.decided_by) == ("2", "K. Weber")
    assert companion.programmes.find(MORNINGS).items[1].reps == 5
    assert companion.content.programmes[MORNINGS].items[1].reps == 3
    assert list(companion.programmes.all()) == list(companion.content.programmes)
    assert companion.programmes.library.programmes[MORNINGS].version == "2"


def test_every_version_is_kept_and_undo_goes_back_to_the_one_before(companion):
    for reps in (4, 5):
        saved(companion, changed(companion, reps=reps))
    assert [one.revision for one in companion.programmes.versions(MORNINGS)] == ["2", "3"]
    companion.history.undo()
    assert companion.programmes.find(MORNINGS).items[1].reps == 4
    companion.history.undo()
    assert companion.programmes.find(MORNINGS).items[1].reps == 5


def test_a_copy_stands_beside(companion):
    copy = copied(changed(companion, reps=2), "Ruth's mornings", companion.programmes.all())
    saved(companion, copy)
    assert companion.programmes.find("ruth_s_mornings").items[1].reps == 2
    assert companion.programmes.find(MORNINGS).items[1].reps == 3
    assert any(c.programme.id == "ruth_s_mornings" for c in companion.sessions.choices(None).offered)


def test_a_running_session_keeps_its_parts_and_version(companion, clock):
    running = companion.sessions.start(MORNINGS)
    parts = running.started.parts
    saved(companion, without(changed(companion, reps=9), 0))
    clock.go(minutes=1)
    again = companion.sessions.resume()
    assert again.started.parts == parts
    assert again.started.programme_version == "1"
    fresh = companion.sessions.start(MORNINGS)
    assert (fresh.started.programme_version, fresh.started.parts[0].reps) == ("2", 9)


def test_it_is_kept_across_a_restart(companion, clock):
    saved(companion, changed(companion, reps=5))
    reopened = Companion(
        diary=companion.diary, content=companion.content, settings=companion.settings, clock=clock
    )
    assert reopened.programmes.find(MORNINGS) == companion.programmes.find(MORNINGS)


def test_an_exercise_that_the_content_has_no_more_is_left_out(companion):
    saved(companion, changed(companion, reps=5))
    companion.content = type(companion.content)()  # one of its own, since the other is shared
    companion.content.__dict__["exercises"] = {
        id: one for id, one in companion.content.exercises.items() if id != "neck_turn"
    }
    companion.programmes._made.clear()
    found = companion.programmes.find(MORNINGS)
    assert len(found.items) == 9
    assert "neck_turn" not in {item.exercise for item in found.items}


def test_a_preview_tells_the_next_version_and_saves_nothing(companion):
    preview = companion.programmes.preview(changed(companion, reps=5))
    assert (preview.programme.version, preview.before.version) == ("2", "1")
    assert [(c.key, c.before, c.after) for c in preview.changes] == [("reps", 3, 5)]
    assert companion.diary.of(ProgrammeSet) == []


@pytest.mark.parametrize(
    ("facts", "key"),
    [({"reps": 31}, "items.1.reps"), ({"rest_s": 601}, "items.1.rest_s"), ({"sets": 6}, "items.1.sets"),
     ({"move_s": float("inf")}, "items.1.move_s"), ({"exercise": "nothing"}, "items.1.exercise"),
     ({"position": "side_lying"}, "items.1.position")],
)  # fmt: skip
def test_what_an_exercise_does_not_allow_is_refused(companion, facts, key):
    with pytest.raises(Refused) as caught:
        saved(companion, changed(companion, **facts))
    assert (caught.value.code, caught.value.facts["key"]) == ("programme_fault", key)
    assert companion.diary.of(ProgrammeSet) == []


def test_an_exercise_for_other_stages_is_refused(companion):
    band = companion.content.exercises["re_row"]
    programme = companion.programmes.find(MORNINGS)
    wrong = added(programme, band).model_copy(update={"stages": programme.stages})
    assert [key for key, _ in companion.programmes.faults(wrong)] == ["items.10.exercise"] * 2


def test_nothing_different_and_nothing_confirmed_save_nothing(companion):
    same = companion.programmes.find(MORNINGS)
    other = changed(companion, reps=5)
    tried = ((same, True, "programme_same"), (other, False, "programme_unconfirmed"))
    for programme, confirmed, code in tried:
        with pytest.raises(Refused) as caught:
            companion.programmes.save(programme, decided_by="K. Weber", confirmed=confirmed)
        assert caught.value.code == code
    assert companion.diary.of(ProgrammeSet) == []


def test_only_who_may_decide_changes_a_programme_or_takes_it_back(companion, clock, monkeypatch):
    kept = saved(companion, changed(companion, reps=5)).entry
    helper = Companion(
        diary=companion.diary, content=companion.content, settings=companion.settings, clock=clock, by="Maria"
    )
    with pytest.raises(NotAllowed):
        saved(helper, changed(helper, reps=6))
    monkeypatch.setattr(type(helper), "actor", Actor(name="the person", role="caregiver"))
    with pytest.raises(NotAllowed):
        helper.history.remove(kept.id)


def test_an_unknown_programme(companion):
    with pytest.raises(Unknown):
        companion.programmes.find("nothing")


# Files


def put(tmp_path, **facts):
    file = tmp_path / "plan.toml"
    said = {"id": "own", "name": "Own", "mode": "active", "reps": 3} | facts
    file.write_text(FILE.format(**said), encoding="utf-8")
    return file


def test_a_file_is_read_and_saved(companion, tmp_path):
    found = companion.programmes.read(put(tmp_path))
    result = saved(companion, *found)
    assert companion.programmes.find("own").items[0].reps == 3
    assert result.previews[0].before is None


def test_a_file_is_read_again_as_the_next_version_with_what_is_different(companion, tmp_path):
    saved(companion, *companion.programmes.read(put(tmp_path)))
    (preview,) = companion.programmes.previews(put(tmp_path, reps=4))
    assert preview.programme.version == "2"
    assert [(c.exercise, c.key, c.before, c.after) for c in preview.changes] == [("neck_turn", "reps", 3, 4)]


def test_hostile_text_is_cleaned(companion, tmp_path):
    (found,) = companion.programmes.read(put(tmp_path, name="A\\u001b[2J\\u202eB" + "x" * 500))
    assert found.name.startswith("A[2JBx")
    assert len(found.name) == 60


@pytest.mark.parametrize(
    ("facts", "record", "key", "fault"),
    [
        ({"mode": "passiv"}, "own", "items.0.mode", "active"),
        ({"id": "../own"}, "../own", "id", "pattern"),
        ({"id": "x" * 80}, "x" * 60, "id", "longer"),
        ({"name": "\\u202e"}, "own", "name", "empty"),
        ({"reps": 0}, "own", "items.0.reps", "greater"),
        ({"reps": 99}, "own", "items.0.reps", "99 is not possible"),
        ({"reps": '"many"'}, "own", "items.0.reps", "integer"),
    ],
)
def test_a_broken_file_says_record_key_and_fault(companion, tmp_path, facts, record, key, fault):
    file = put(tmp_path, **facts)
    with pytest.raises(Failure) as caught:
        companion.programmes.read(file)
    told = caught.value.facts
    assert (told["file"], told["record"], told["key"]) == (str(file), record, key)
    assert fault in told["fault"]


@pytest.mark.parametrize("text", ["", "nonsense", "[[meal]]\nid = 'x'\n", "\x00", "programme = 3"])
def test_what_is_no_programme_file_is_told(companion, tmp_path, text):
    file = tmp_path / "plan.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Failure) as caught:
        companion.programmes.read(file)
    assert caught.value.code == "broken_content"


def test_a_file_that_is_missing_a_folder_or_too_large_is_told(companion, tmp_path, monkeypatch):
    large = put(tmp_path)
    for file in (tmp_path / "nothing.toml", tmp_path, tmp_path / ("x" * 5000)):
        with pytest.raises(Failure):
            companion.programmes.read(file)
    limit = companion.content.limit
    monkeypatch.setattr(
        type(companion.content), "limit", lambda _, id: 10 if id == "limits.programme_bytes" else limit(id)
    )
    with pytest.raises(Failure) as caught:
        companion.programmes.read(large)
    assert "larger" in caught.value.facts["fault"]


def test_over_ssh_no_file_is_read(companion, tmp_path):
    companion.via = "ssh"
    for file in (put(tmp_path), tmp_path / "nothing.toml"):
        with pytest.raises(NotAllowed):
            companion.programmes.read(file)


# Stage


def test_those_wholly_for_the_stage_come_first_and_none_is_hidden(companion):
    companion.plan.set("stage", "2", decided_by="Ruth")
    choices = companion.sessions.choices(None)
    wholly = [set(c.programme.stages) >= companion.sessions.stages() for c in choices.offered]
    assert wholly == sorted(wholly, reverse=True)
    names = [c.programme.id for c in choices.offered] + [h.programme.id for h in choices.held]
    assert sorted(names) == sorted(companion.programmes.all())


def test_a_therapists_word_after_the_stage_counts_and_one_before_it_does_not(companion, clock):
    companion.plan.set("programme", "easy_intervals", decided_by="K. Weber")
    clock.go(days=1)
    companion.plan.set("stage", "6", decided_by="Ruth")
    held = {one.programme.id: one.why for one in companion.sessions.choices(None).held}
    assert held["easy_intervals"] == "stage"
    clock.go(days=1)
    companion.plan.set("programme", "easy_intervals", decided_by="K. Weber")
    assert companion.sessions.choices(None).offered[0].programme.id == "easy_intervals"


def test_by_stage_tells_what_is_for_it_and_what_is_for_another(companion):
    first, others = companion.programmes.by_stage()
    assert (len(first), others) == (len(companion.programmes.all()), ())
    companion.plan.set("stage", "8", decided_by="Ruth")
    first, others = companion.programmes.by_stage()
    assert {one.id for one in first} == {p.id for p in companion.programmes.all().values() if 6 in p.stages}
    assert len(first) + len(others) == len(companion.programmes.all())


# What a file may ask of anybody


def test_brackets_in_brackets_are_a_broken_file(companion, tmp_path):
    file = tmp_path / "deep.toml"
    file.write_text(f"x = {'[' * 3000}{']' * 3000}", encoding="utf-8")
    with pytest.raises(Failure) as caught:
        companion.programmes.read(file)
    assert "nested too deeply" in caught.value.facts["fault"]


def test_doses_that_sum_up_to_a_day_are_refused(companion):
    heavy = changed(companion, reps=30, sets=5, hold_s=120, move_s=1800)
    with pytest.raises(Refused) as caught:
        saved(companion, heavy)
    assert caught.value.code == "programme_fault"
    assert "it can be at most 120" in caught.value.facts["fault"]


def test_a_preview_says_how_long_it_takes_and_took(companion):
    found = companion.programmes.preview(changed(companion, reps=10))
    assert round(found.minutes_before) == 13
    assert found.minutes > found.minutes_before


def test_a_review_that_is_still_to_come_is_refused(companion, tmp_path):
    file = put(tmp_path)
    file.write_text(file.read_text("utf-8").replace("version", "reviewed = 2999-01-01\nversion"), "utf-8")
    with pytest.raises(Failure) as caught:
        companion.programmes.read(file)
    assert (caught.value.facts["key"], caught.value.facts["fault"]) == (
        "reviewed", "2999-01-01 is still to come"
    )  # fmt: skip
