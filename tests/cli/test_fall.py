"""companion fall, and companion session pain."""


def test_a_near_fall_is_written_down_with_what_follows(companion):
    told = companion("fall", "log", "--near", "--json").json
    assert told["entry"]["about"] == "near_fall"
    assert "getting up and walking begin with help" in told["sentence"]


def test_a_fall_names_the_warning_signs(companion):
    assert "warning signs" in companion("fall", "log").out


def test_pain_leaves_the_exercise_out_of_what_is_offered(companion):
    companion("session", "pain", "neck_turn", "--kind", "sharp")
    listed = companion("session", "list", "--json").json
    assert {p["id"]: p["waits"] for p in listed["offered"]}["morning_full_body"] == ["neck_turn"]
    assert "Left out today: Head turns." in companion("session", "list").out


def test_pain_of_an_unknown_exercise_is_met_with_a_guess(companion):
    told = companion("session", "pain", "neck_trun", "--kind", "little")
    assert (told.code, "neck_turn" in told.err) == (3, True)
