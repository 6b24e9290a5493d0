"""companion fatigue: ratings, the watch and the replay."""

import json
from datetime import date, datetime, timedelta

import pytest

from companion.domain.fatigue_watch import DayRating, Watch
from companion.domain.limits import WatchLimits
from companion.wording.fatigue import reason

START = date(2026, 1, 1)
NOW = "2026-04-14T16:05:00+02:00"
RATINGS = [3, 2, 3, 4, 3, 2, 3, 3, 4, 3, 2, 3, 3, 3, 2, 4, 3, 3, 6, 7, 7, 8, 7, 8, 7]


def lines(ratings):
    days = ((START + timedelta(days=n), rating) for n, rating in enumerate(ratings))
    return [
        json.dumps({"date": str(on), "rating": r, "session_yesterday": on.day % 3 == 0}) for on, r in days
    ]


def test_a_rating_is_about_what_it_says(companion):
    entry = companion("fatigue", "log", "6", "--when", "after", "--helper-view", "--json").json["entry"]

    assert (entry["rating"], entry["when"], entry["helper_view"]) == (6, "after", True)


def test_the_watch_says_that_it_is_learning(companion):
    companion("fatigue", "log", "6")
    watch = companion("fatigue", "watch", "--json").json

    assert (watch["level"], watch["learning"], watch["latest"]) == ("none", True, 6)
    assert "Still learning" in companion("fatigue", "watch").out


def test_the_replay_is_the_watch(companion, library):
    watch, expected = Watch(library.limits(WatchLimits, "watch")), []
    for line in map(json.loads, lines(RATINGS)):
        state = watch.add(
            DayRating(date.fromisoformat(line["date"]), line["rating"], line["session_yesterday"])
        )
        expected.append({"level": state.level, "learning": state.learning, "reason": reason(state) or None})
    replayed = companion("fatigue", "replay", "-", "--json", stdin="\n".join(lines(RATINGS)), data_dir=False)

    assert [json.loads(line) for line in replayed.out.splitlines()] == expected
    assert {"none", "warning"} <= {line["level"] for line in expected}


def test_a_reset_begins_again_and_answers_too(companion):
    given = [*lines(RATINGS), '{"reset": true}', lines(RATINGS)[0]]
    said = companion("fatigue", "replay", "-", stdin="\n".join(given)).out.splitlines()

    assert len(said) == len(given)
    assert json.loads(said[-2]) == json.loads(said[-1]) | {"reason": json.loads(said[-2])["reason"]}
    assert json.loads(said[-1])["learning"] is True


def test_a_file_is_replayed(companion, tmp_path):
    file = tmp_path / "ratings.jsonl"
    file.write_text("\n".join(lines(RATINGS)))

    assert len(companion("fatigue", "replay", str(file)).out.splitlines()) == len(RATINGS)


@pytest.mark.parametrize(
    "bad", ["nonsense", "[]", "3", "{}", '{"date": "2026-01-05"}', '{"date": "x", "rating": 3}',
            '{"date": "2026-01-05", "rating": 11}', '{"date": "2026-01-05", "rating": true}',
            '{"date": 5, "rating": 3}', ""],
)  # fmt: skip
def test_a_bad_line_is_named_by_its_number(companion, bad):
    result = companion("fatigue", "replay", "-", stdin="\n".join([*lines([3, 3]), bad, *lines([3])]) + "\n")

    assert result.code == 2
    assert result.err.startswith("Line 3 cannot be read")
    assert len(result.out.splitlines()) == 2


def test_a_known_reason_is_kept_by_its_code_and_others_in_own_words(companion):
    entry = companion("fatigue", "explain", "poor-night", "--json").json["entry"]
    own = companion("fatigue", "explain", "a long, loud visit", "--json").json["entry"]

    assert (entry["kind"], entry["reason"], own["reason"]) == (
        "explained",
        "poor_night",
        "a long, loud visit",
    )
    assert "a reason for tiredness: a poor night" in companion("history").out


def test_the_watch_gives_slow_drift_or_null(companion):
    assert companion("fatigue", "watch", "--json").json["drift"] is None
    for back in [*range(10), *range(28, 38)]:  # the fewest ratings
        on = datetime.fromisoformat(NOW) - timedelta(days=back)
        companion("fatigue", "log", "4" if back < 28 else "3", "--when", "day", "--at", on.isoformat())
    watch = companion("fatigue", "watch", "--json").json

    assert watch["drift"]["direction"] == "higher"
    assert (watch["drift"]["now"]["mean"], watch["drift"]["before"]["mean"]) == (4.0, 3.0)
    assert watch["drift"]["back"] is None
    assert watch["drift"]["sentence"] in companion("fatigue", "watch").out
