"""The calendar file: what is planned, as calendars read it, and nothing that others should not see."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.reports.calendar import OCTETS, calendar
from companion.services.reminders import Planned, PlannedSessions, PlannedWeighing

MADE = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)
HOSTILE = (
    "Legs\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:http://example.org",
    "Legs\nATTENDEE:mailto:a@example.org",
    "Legs\x0b\x0c\x85\u2028\u2029ORGANIZER:x",
    "a;b,c\\n:d\\",
    "\x1b]9;x\x07\x00",
    "é" * 80,
    "👩‍🦽" * 40,
    "\ud800x",
)


def planned(
    library, name: str = "Hands and wrists", person: str | None = "Ruth", mark: str = "1k"
) -> Planned:
    programme = library.programmes["hands_wrists"].model_copy(update={"name": name})
    first = datetime.fromisoformat("2026-04-15T10:00")
    sessions = PlannedSessions(programme, 14, (0, 2, 4), first.date(), first)
    return Planned(sessions, PlannedWeighing(14, datetime.fromisoformat("2026-04-20T07:30")), person, mark)


def unfolded(text: str) -> list[tuple[str, str]]:
    """Every property with its value, as RFC 5545 reads a file."""
    assert text.endswith("\r\n")
    lines: list[str] = []
    for line in text.removesuffix("\r\n").split("\r\n"):
        assert len(line.encode()) <= OCTETS
        assert not any(ord(char) < 32 or ord(char) == 127 for char in line)
        if line.startswith(" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return [(name, value) for name, _, value in (line.partition(":") for line in lines)]


def names(text: str) -> list[str]:
    return [name for name, _ in unfolded(text)]


def events(text: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for name, value in unfolded(text):
        if (name, value) == ("BEGIN", "VEVENT"):
            found.append({})
        elif found:
            found[-1].setdefault(name, value)
    return found


def test_sessions_and_weighing_stand_there_again_and_again(library):
    session, weighing = events(calendar(planned(library), MADE))
    assert session | {"UID": "", "END": ""} == {
        "UID": "", "END": "",
        "DTSTAMP": "20260414T093000Z",
        "SUMMARY": "Gentle session",
        "CLASS": "PRIVATE",
        "DTSTART": "20260415T100000",
        "DURATION": "PT14M",
        "RRULE": "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20260708T095959",
    }  # fmt: skip
    assert weighing["RRULE"] == "FREQ=DAILY;INTERVAL=14;UNTIL=20260713T072959"
    assert (weighing["SUMMARY"], weighing["DTSTART"]) == ("Weigh-in", "20260420T073000")


def test_the_frame_is_the_one_the_standard_asks_for(library):
    found = unfolded(calendar(planned(library), MADE))
    assert found[:2] == [("BEGIN", "VCALENDAR"), ("VERSION", "2.0")]
    assert found[-1] == ("END", "VCALENDAR")
    once = [name for name, _ in found]
    assert (once.count("PRODID"), once.count("CALSCALE"), once.count("METHOD")) == (1, 1, 0)
    begun = [value for name, value in found if name == "BEGIN"]
    assert begun == ["VCALENDAR", "VEVENT", "VEVENT"]
    assert [value for name, value in found if name == "END"] == ["VEVENT", "VEVENT", "VCALENDAR"]


def test_the_time_at_which_it_was_made_is_that_of_the_world(library):
    made = MADE.astimezone(timezone(timedelta(hours=2)))
    assert {event["DTSTAMP"] for event in events(calendar(planned(library), made))} == {"20260414T093000Z"}


def test_nobody_is_named_unless_asked(library):
    text = calendar(planned(library), MADE)
    assert "Ruth" not in text
    assert "Hands" not in text
    session, weighing = events(calendar(planned(library), MADE, names=True))
    assert (session["SUMMARY"], weighing["SUMMARY"]) == ("Hands and wrists\\, Ruth", "Weigh-in\\, Ruth")


def test_a_programme_of_ones_own_is_named_only_with_own_words(library):
    found = planned(library, name="Annika's legs")
    own = replace(found, sessions=replace(found.sessions, own=True))
    titles = [events(calendar(own, MADE, names=True, own=told))[0]["SUMMARY"] for told in (False, True)]
    assert titles == ["Gentle session\\, Ruth", "Annika's legs\\, Ruth"]


def test_a_demo_says_so_in_its_name_and_in_each_title(library):
    text = calendar(replace(planned(library), demo=True), MADE)
    assert ("X-WR-CALNAME", "DEMO. Everything in this calendar is invented.") in unfolded(text)
    assert all(event["SUMMARY"].startswith("DEMO") for event in events(text))


def test_without_a_programme_there_is_weighing_alone(library):
    alone = Planned(
        None, PlannedWeighing(14, datetime.fromisoformat("2026-04-20T07:30")), None, "", "no_programme"
    )
    assert [event["SUMMARY"] for event in events(calendar(alone, MADE, names=True))] == ["Weigh-in"]


def test_imported_again_it_changes_what_is_there_and_no_other_diary(library):
    def uids(found: Planned) -> list[str]:
        return [event["UID"] for event in events(calendar(found, MADE, names=True))]

    assert uids(planned(library)) == uids(planned(library, name="Legs", person="Ann"))
    assert len({*uids(planned(library)), *uids(planned(library, mark="2k"))}) == 4
    assert not any("ruth" in uid.lower() or "1k@" in uid for uid in uids(planned(library)))


def test_it_reminds_only_where_that_was_asked_for(library):
    assert "VALARM" not in calendar(planned(library), MADE)
    found = unfolded(calendar(planned(library), MADE, alarm=15))
    assert found.count(("TRIGGER", "-PT15M")) == 2
    assert found.count(("ACTION", "DISPLAY")) == 2


def test_what_is_after_midnight_stands_on_the_next_day_of_the_week(library):
    night = datetime.fromisoformat("2026-04-14T01:30")
    programme = library.programmes["hands_wrists"]
    sessions = PlannedSessions(programme, 7, (0, 6), datetime.fromisoformat("2026-04-13T00:00").date(), night)
    late = Planned(sessions, PlannedWeighing(14, night), None, "")
    assert "BYDAY=MO,TU;" in events(calendar(late, MADE))[0]["RRULE"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_brings_a_line_of_its_own(library, text):
    """Bad input 44: what follows a line end would be read as another property."""
    plain = calendar(planned(library), MADE, names=True, alarm=5)
    assert names(calendar(planned(library, text, text), MADE, names=True, alarm=5)) == names(plain)


@settings(max_examples=50)
@given(text=st.text(max_size=200))
def test_a_summary_is_read_back_as_it_was_meant(library, text):
    from companion.domain.text import show

    summary = events(calendar(planned(library, text, None), MADE, names=True))[0]["SUMMARY"]
    read = summary.replace("\\\\", "\0").replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",")
    assert read.replace("\0", "\\") == show(text)
