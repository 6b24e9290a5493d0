"""Weeks in sentences: what is said of given days, what is missing, singular and plural, nobody's name."""

import pytest
from wording.conftest import ago, eat, rows, said

from companion.wording import reports_short, trends, trends_picture


def test_energy_is_the_mean_of_the_days_with_entries_against_the_floor(weeks):
    eat(weeks, {5: 2000, 4: 1000, 2: 1900, 0: 50})
    assert said(weeks, "energy", 7) == [
        (
            "Energy: 1,633 kcal a day on average over 3 days with entries; "
            "at least 1,900 kcal reached on 2 of 3 days."
        ),
        "The lowest was 1,000 kcal on 8 May, the highest 2,000 kcal on 7 May.",
        "2 days have no entries.",
    ]


def test_a_longer_time_tells_the_newest_week_as_well(weeks):
    for slot in ("breakfast", "lunch", "supper"):
        for back, kcal in {20: 3000, 6: 2000, 4: 1000, 3: 1500, 2: 1900}.items():
            weeks.intake.quick("Soup", kcal=kcal / 3, protein_g=5, slot=slot, at=ago(weeks, back))
    week = "Of the 7 days up to 10 May those with entries came to 1,600 kcal a day."
    assert week in said(weeks, "energy")


def test_a_week_with_enough_on_each_day_leaves_nothing_out(weeks):
    eat(weeks, dict.fromkeys(range(1, 9), 1700))
    assert "The 7 days up to 11 May came to 1,700 kcal a day." in said(weeks, "energy")


def test_protein_that_was_decided_is_told_beside_the_lower_end_of_the_range(weeks, clock):
    clock.go(days=-20)
    weeks.weight.log(57.5)
    weeks.plan.set("protein", "60", decided_by="J. Okafor", confirmed=True)
    clock.go(days=20)
    for back, protein in {3: 50, 2: 61, 1: 30}.items():
        weeks.intake.quick("Soup", kcal=1500, protein_g=protein, at=ago(weeks, back))
    aim = (
        "the aim is 60 g a day, decided; at least 46 g (the lower end of the range) reached on 2 of 3 days, "
        "60 g on 1"
    )
    assert said(weeks, "protein", 7)[0].endswith(f"over 3 days with entries; {aim}.")
    assert aim in dict(row[:2] for row in reports_short.rows(weeks.reports.gather(1)))["Protein"]
    weeks.plan.set("protein", "70", decided_by="J. Okafor", confirmed=True)
    weeks.intake.quick("Soup", kcal=1500, protein_g=65)
    clock.go(days=1)
    told = said(weeks, "protein", 7)
    assert "the aim of each day was decided; at least 46 g" in told[0]
    assert told[0].endswith("reached on 3 of 4 days, the aim on 1.")


def test_a_mean_drawn_by_days_too_thin_says_so(weeks):
    eat(weeks, {4: 1900, 3: 1700})
    assert "enough" not in " ".join(said(weeks, "energy", 7))
    eat(weeks, {2: 300}, slots=("lunch",))
    told = said(weeks, "energy", 7)
    assert told[0].startswith("Energy: 1,300 kcal a day on average over 3 days with entries;")
    assert told[1] == "Over the 2 with enough written down it was 1,800 kcal a day."
    assert "The lowest was 300 kcal on 10 May (1 entry that day), the highest 1,900 kcal on 8 May." in told


def test_where_no_day_tells_enough_that_is_said(weeks):
    eat(weeks, {4: 900, 3: 700}, slots=("lunch",))
    assert said(weeks, "energy", 7)[1] == "None of these days has enough written down to judge it by."


def test_days_of_several_years_all_have_their_year(weeks, clock):
    weeks.weight.log(60)
    clock.go(days=300)
    weeks.weight.log(57)
    assert "60.0 kg on 12 May 2026, 57.0 kg on 8 March 2027" in said(weeks, "weight", None)[0]


def test_the_night_belongs_to_the_day_before_in_every_sentence(weeks, clock):
    weeks.weight.log(57, at=clock().replace(hour=1))
    assert "57.0 kg on 11 May" in said(weeks, "weight")[0]
    assert rows(weeks, "weight")[0].startswith("Mon 11 May")


def test_the_list_has_every_day_and_a_missing_one_is_no_zero(weeks):
    eat(weeks, {3: 2000, 1: 1900})
    assert rows(weeks, "energy", 7) == [
        "Tue 12 May: no entry yet",
        "Mon 11 May: 1,900 kcal",
        "Sun 10 May: no entry",
        "Sat 9 May: 2,000 kcal",
    ]
    eat(weeks, {0: 300})
    assert rows(weeks, "energy", 7)[0] == "Tue 12 May: 300 kcal so far"


@pytest.mark.parametrize(
    ("kcal", "first"),
    [
        (
            {1: 1950},
            "Energy: 1,950 kcal on 11 May, the one day with entries; at least 1,900 kcal was reached.",
        ),
        ({1: 950}, "Energy: 950 kcal on 11 May, the one day with entries; at least 1,900 kcal is asked for."),
        ({0: 950}, "Energy: entries of today alone, and today is not over yet."),
        ({9: 1800}, "Energy: nothing in these 7 days."),
    ],
)
def test_few_days_are_said_as_what_they_are(weeks, kcal, first):
    eat(weeks, kcal)
    assert said(weeks, "energy", 7)[0] == first


def test_a_single_day_is_today(weeks):
    eat(weeks, {3: 2000})
    assert said(weeks, "energy", 1) == ["Energy: nothing today."]


def test_what_an_entry_does_not_say_may_have_been_more(weeks):
    weeks.intake.quick("Soup", kcal=500, protein_g=20, at=ago(weeks, 2))
    weeks.intake.quick("Cake", kcal=300, at=ago(weeks, 2))
    weeks.intake.quick("Bread", kcal=300, at=ago(weeks, 1))
    told = said(weeks, "protein", 7)
    assert told[0] == "Protein: 20 g on 10 May, the one day with entries."
    assert "On 2 days an entry does not say its protein, so it may be that more was eaten." in told
    listed = rows(weeks, "protein", 7)
    assert listed[1:] == ["Mon 11 May: not known", "Sun 10 May: 20 g, the amount of an entry not known"]


def test_days_before_the_diary_are_not_missing(companion):
    eat(companion, {3: 1500, 1: 1600})
    assert said(companion, "energy", 90)[-1] == "1 day has no entries."


def test_a_floor_that_changed_on_the_way_is_that_of_each_day(weeks, clock):
    eat(weeks, {2: 1800, 1: 1950})
    weeks.plan.set("energy", "1700", decided_by="J. Okafor", confirmed=True)
    clock.go(days=2)
    eat(weeks, {1: 1750})
    told = said(weeks, "energy", 7)
    assert told[0].endswith("over 3 days with entries; the target of each day reached on 2 of 3 days.")
    assert told[1] == "The target is at least 1,700 kcal now."
    long, short = trends_picture.brief(weeks.trends.over(7), "energy", "kg")
    assert long.startswith("2 of 3 days reached the target of each day.")
    assert short == "2 of 3 days reached their target."


def test_weight_has_start_now_and_per_cent_the_reference_and_whom_to_tell(weeks):
    weeks.people.set("reference-weight", "60")
    weeks.weight.log(59, at=ago(weeks, 20))
    weeks.weight.log(56.5, confirmed=True)
    assert said(weeks, "weight") == [
        "Weight: 59.0 kg on 22 April, 56.5 kg on 12 May: 2.5 kg or 4.2 % less; 2 weights so far.",
        "5.8 % less than the reference weight. From 5 % on, it is worth telling your dietitian.",
        "The reference weight is 60.0 kg; 5 % less is 57.0 kg, 10 % less is 54.0 kg.",
    ]
    assert rows(weeks, "weight")[:2] == ["Tue 12 May: 56.5 kg, Ruth", "Wed 22 April: 59.0 kg, Ruth"]
    assert said(weeks, "weight", 7)[0] == "Weight: one in these 7 days, 56.5 kg on 12 May."


def test_a_weight_from_before_the_days_is_told_as_the_newest(weeks):
    weeks.weight.log(59, at=ago(weeks, 20))
    told = said(weeks, "weight", 7)
    assert told[0] == "Weight: none in these 7 days. The newest is 59.0 kg on 22 April."
    assert told[-1] == "No weight from before the illness is known."
    assert trends.short(weeks.trends.over(7), "weight", "lb") == "130.1 lb"


@pytest.mark.parametrize("topic", trends.TOPICS)
def test_without_anything_it_says_what_will_be_here_and_one_key(companion, topic):
    assert said(companion, topic) == [trends.empty(topic)]
    assert rows(companion, topic) == []
    assert trends.empty(topic).count("key ") == 1
    assert trends.short(companion.trends.over(28), topic, "kg") == ""


def test_nobody_is_named_in_the_sentences(weeks):
    weeks.by = "Maria"
    eat(weeks, {2: 500})
    weeks.weight.log(57)
    weeks.fatigue.log(5, helper_view=True)
    told = " ".join(sentence for topic in trends.TOPICS for sentence in said(weeks, topic))
    assert "Maria" not in told
    assert "a helper's view alone" in told


def test_the_head_says_how_far_back(weeks):
    eat(weeks, {2: 500})
    assert trends.head(weeks.trends.over(28)) == ("Last 28 days, from 15 April", "Last 28 days")
    assert trends.head(weeks.trends.over(None)) == ("Since 10 May, 3 days", "All 3 days")
