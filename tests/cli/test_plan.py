"""companion plan, clearance, person and settings."""


def test_a_decision_needs_a_name(companion, kept):
    result = companion("plan", "set", "food-level", "6")

    assert result.code == 2
    assert "--decided-by" in result.err
    assert kept() == {}


def test_loosening_needs_to_be_confirmed(person, kept):
    before = kept()
    loosened = ("plan", "set", "food-level", "6", "--decided-by", "Dr Lee")

    assert person(*loosened).code == 5
    assert kept() == before
    assert person(*loosened, "--confirm").code == 0
    assert person("plan", "show", "--json").json["plan"]["food-level"]["value"] == "6"


def test_what_nobody_decided_is_null(companion):
    assert set(companion("plan", "show", "--json").json["plan"].values()) == {None}


def test_a_clearance_is_given_and_taken_back(companion):
    companion("clearance", "add", "resistance", "--decided-by", "K. Weber")
    given = companion("clearance", "list", "--json").json["clearances"]
    companion("clearance", "remove", "resistance")

    assert [(one["what"], one["decided_by"]) for one in given] == [("resistance", "K. Weber")]
    assert companion("clearance", "list", "--json").json["clearances"] == []


def test_a_fact_about_the_person(companion):
    companion("person", "set", "height-cm", "163")

    assert companion("person", "show", "--json").json["person"]["height_cm"] == 163
    assert "Height: 163 cm." in companion("person", "show").out


def test_a_setting_is_kept(companion):
    companion("settings", "set", "weight-unit", "lb")

    assert companion("settings", "show", "--json").json["settings"]["weight_unit"] == "lb"
    assert "weight-unit: lb" in companion("settings", "show").out


FILE = """
[[programme]]
id = "morning_full_body"
name = "Morning range of motion, whole body, sitting"
version = "1"
for_whom = "person"
position = "sitting"
mode = "active"
stages = [1, 2, 3, 4]
description = "Slowly."
frequency = "Once a day"
easier = "energy_mini"
items = [
  {{ exercise = "neck_turn", mode = "active", reps = {reps} }},
  {{ exercise = "ankle_circle", mode = "active" }},
]
"""


def put(tmp_path, reps=5):
    """A therapist's file."""
    file = tmp_path / "mornings.toml"
    file.write_text(FILE.format(reps=reps), encoding="utf-8")
    return str(file)


def test_an_import_is_shown_first_and_saved_when_confirmed(companion, kept, tmp_path):
    file = put(tmp_path)
    checked = companion("plan", "import", file, "--check")
    assert checked.code == 0
    assert "Added: Ankle circles." in checked.out
    assert "Head turns, repetitions from 3 to 5" in checked.out
    assert "Taken out: Relaxed belly breathing;" in checked.out
    unsure = companion("plan", "import", file, "--decided-by", "K. Weber")
    assert unsure.code == 5
    assert "Added: Ankle circles." in unsure.err
    assert companion("plan", "import", file, "--confirm").code == 2
    assert kept() == {}
    saved = companion("plan", "import", file, "--decided-by", "K. Weber", "--confirm")
    assert saved.code == 0
    assert "version 2, decided by K. Weber" in saved.out
    assert "Ankle circles" in companion("session", "show", "morning_full_body").out
    assert "repetitions from 3 to 5" in companion("history").out
    again = companion("plan", "import", file, "--decided-by", "K. Weber", "--confirm")
    assert (again.code, again.out) == (0, "Nothing is different, so nothing was saved.\n")


def test_an_import_in_json(companion, tmp_path):
    file = put(tmp_path)
    checked = companion("plan", "import", file, "--check", "--json").json
    (programme,) = checked["programmes"]
    assert (programme["version"], programme["version_before"], checked["saved"]) == ("2", "1", False)
    changes = {(c["what"], c["exercise"], c["key"], c["before"], c["after"]) for c in programme["changes"]}
    assert ("changed", "neck_turn", "reps", 3, 5) in changes
    assert ("added", "ankle_circle", "", None, None) in changes
    saved = companion("plan", "import", file, "--decided-by", "K. Weber", "--confirm", "--json").json
    assert saved["saved"] is True
    assert saved["entries"][0]["document"]["items"][0]["reps"] == 5


def test_a_broken_import_says_file_record_key_and_fault(companion, kept, tmp_path):
    file = put(tmp_path, reps=99)
    told = companion("plan", "import", file, "--check")
    assert told.code == 1
    assert f"{file}, record morning_full_body, items.0.reps: 99 is not possible" in told.err
    assert kept() == {}


def test_the_editor_keeps_what_the_import_keeps(companion, tmp_path):
    from companion.bootstrap import open_companion
    from companion.domain.entries import ProgrammeSet
    from companion.flows.conversation import Conversation
    from companion.flows.programmes import edit_programme

    opened = open_companion(tmp_path / "editor")
    talk = Conversation(lambda: edit_programme(opened, programme="energy_mini"))
    for answer in ("change", 1, "reps", 4, 0, "out", "done", "K. Weber", True):
        talk.answer(answer)
    talk.answer()  # what was said
    items = talk.result.entry.document["items"]
    lines = ["{ " + ", ".join(f"{k} = {v!r}" for k, v in item.items()) + " }," for item in items]
    about = {k: v for k, v in talk.result.entry.document.items() if k not in ("items", "version")}
    plain = {k: str(v).lower() if isinstance(v, bool) else repr(v) for k, v in about.items()}
    plain["reviewed"] = about["reviewed"]
    head = "\n".join(f"{key} = {value}" for key, value in plain.items())
    file = tmp_path / "mini.toml"
    text = f"[[programme]]\n{head}\nversion = '1'\nitems = [\n" + "\n".join(lines) + "\n]\n"
    file.write_text(text, encoding="utf-8")
    done = companion("plan", "import", str(file), "--decided-by", "K. Weber", "--confirm")
    assert done.code == 0, done.err
    imported = companion("export").json["entries"][-1]
    (edited,) = opened.diary.of(ProgrammeSet)
    for key in ("programme", "name", "revision", "document", "changes", "decided_by"):
        assert imported[key] == edited.model_dump(mode="json")[key], key


def test_a_lock_on_the_command_line(companion):
    given = ("plan", "set", "limits", "session.end_rating=7", "--decided-by", "K. Weber", "--lock")
    assert companion(*given).code == 0
    refused = companion("plan", "set", "limits", "session.end_rating=8", "--decided-by", "Ruth")
    assert refused.code == 5
    assert "was locked by K. Weber" in refused.err
    opened = ("plan", "set", "limits", "session.end_rating=8", "--decided-by", "K. Weber", "--no-lock")
    assert companion(*opened).code == 0
    assert companion("plan", "set", "limits", "session.end_rating=9", "--decided-by", "Ruth").code == 0


def test_a_second_limit_keeps_the_first_and_each_says_whose_it_is(companion):
    companion("plan", "set", "limits", "session.end_rating=7", "--decided-by", "K. Weber")
    companion("plan", "set", "limits", "session.rise_end=2", "--decided-by", "A. Roe", "--lock")
    shown = companion("plan", "show").out
    assert "7 of 10, by K. Weber" in shown
    assert "2 points, by A. Roe" in shown
    loosened = companion("plan", "set", "limits", "session.end_rating=8", "--decided-by", "Ruth")
    assert loosened.code == 0  # only what was named was locked
