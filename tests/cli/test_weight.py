"""companion weight log."""


def test_a_weight_with_a_comma_and_a_tare(person):
    entry = person("weight", "log", "60,8", "--tare", "4", "--json").json["entry"]

    assert (entry["kg"], entry["tare_kg"]) == (56.8, 4)


def test_pounds(person):
    assert person("weight", "log", "125", "--unit", "lb", "--json").json["entry"]["kg"] == 56.7


def test_a_slip_is_refused_until_confirmed(person, kept):
    before = kept()
    doubted = person("weight", "log", "86.5")

    assert doubted.code == 5
    assert "--confirm" in doubted.err
    assert kept() == before
    assert person("weight", "log", "86.5", "--confirm").code == 0


def test_the_last_weight_of_a_day_counts(person):
    person("weight", "log", "56.2")

    assert person("today", "--json").json["weight"]["kg"] == 56.2
