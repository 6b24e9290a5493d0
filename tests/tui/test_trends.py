"""Trends: what is wanted most at once, each topic alone by its digit, more days, all of it in words."""

from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from tui.rows import text

from companion.errors import Failure
from companion.services.companion import Companion
from companion.services.trends import Span
from companion.tui.screens import trends as room
from companion.tui.screens.page import pieces
from companion.tui.widgets.bars import Bars
from companion.tui.widgets.pages import broken
from companion.tui.widgets.topic import Topic
from companion.wording import trends, trends_picture

SIZES = [(80, 24), (40, 24), (120, 36)]


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow machine is no reason to see less."""
    monkeypatch.setattr(room, "MOMENT", 30.0)


@pytest.fixture
def weeks(ruth: Companion, clock: Any) -> Companion:
    """Six weeks of one of each, with a day without entries and a rise of tiredness."""
    clock.go(days=-60)
    ruth.plan.set("energy", "1900", decided_by="J. Okafor", confirmed=True)
    clock.go(days=60)
    ruth.people.set("reference-weight", "60.1")
    meal = ruth.meals.allowed()[0].meal.id
    for day in range(40, 0, -1):
        at = clock() - timedelta(days=day, hours=6)
        ruth.fatigue.log(7 if day < 4 else 3, at=at, when="morning")
        if day != 5:
            ruth.intake.quick("Porridge", kcal=1500 + 20 * day, protein_g=40, at=at)
            ruth.meals.log(meal, 0.25, at=at, minutes=20 + day, coughs=day % 3)
        if day % 7 == 1:
            ruth.weight.log(56.4 + day / 20, at=at, confirmed=True)
    ruth.sessions.log("hands_wrists", 2)
    return ruth


def cut(app: Any) -> list[str]:
    """The words that do not fit where they stand."""
    out = []
    body = app.screen.query_one(".body").region
    for topic in app.screen.query(Topic):
        for widget in topic.query("Told, Paragraphs, Bars, Course"):
            if not widget.region.area:
                continue
            if not body.contains_region(widget.region) or not topic.region.contains_region(widget.region):
                out.append(f"{topic.id}: {widget}")
            drawn = widget.render()
            if drawn.plain and drawn.get_height({}, widget.content_size.width) > widget.size.height:
                out.append(f"{topic.id}: {drawn.plain!r}")
    return out


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_on_weight_and_energy_with_their_sentences(
    weeks: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(weeks, "today", size, "8") as seen:
        shown, span = text(seen.rows()), weeks.trends.over(28)
        assert type(seen.app.screen).__name__ == "Trends"
        assert "Last 28 days" in shown
        assert cut(seen.app) == []
        assert "at least 1,900" in shown
        assert shown.count("Tiredness") == (2 if size[0] == 120 else 1)  # 1: beside its digit
        words = " ".join(shown.split())
        for topic in ("weight", "energy"):
            first = trends_picture.brief(span, topic, "kg")[size[0] == 40].split()[0]
            assert first in words
        assert seen.app.screen.query_one("#energy Bars", Bars).region.area
        assert sum(row.count("?") for row in seen.rows()) >= 1  # a day without an entry


@pytest.mark.parametrize("size", SIZES)
async def test_each_digit_shows_one_topic_whole_and_nothing_is_cut(
    weeks: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(weeks, "trends", size) as seen:
        span = weeks.trends.over(28)
        for digit, topic in room.DIGITS.items():
            shown = text(await seen.press(digit))
            assert f"Trends: {topic}" in shown
            assert trends.said(span, topic, "kg")[0] in shown
            assert cut(seen.app) == [], topic
        await seen.press("0")
        assert "Trends:" not in seen.rows()[0]


@pytest.mark.quick
async def test_the_same_digit_and_0_and_the_arrows_lead_back(weeks: Companion, visit: Any) -> None:
    async with visit(weeks, "today", (80, 24), "8", "4") as seen:
        keys = ("4", "right", "right", "left", "left", "left", "0", "0")
        heads = [(await seen.press(key))[0].strip().split("  ")[0] for key in keys]
    assert heads == [
        "Trends", "Trends: energy", "Trends: protein", "Trends: energy", "Trends", "Trends: meals", "Trends",
        "Today",
    ]  # fmt: skip


async def test_m_looks_back_over_more_days_and_comes_round(weeks: Companion, visit: Any) -> None:
    async with visit(weeks, "trends", (80, 24)) as seen:
        told = [text((await seen.press("m"))[:1]) for _ in range(4)]
    assert ["Last 90 days" in told[0], "Since 5 March, 41 days" in told[1]] == [True, True]
    assert ["Last 7 days" in told[2], "Last 28 days" in told[3]] == [True, True]


async def test_l_says_everything_and_then_a_line_a_day(weeks: Companion, visit: Any) -> None:
    span = weeks.trends.over(28)
    async with visit(weeks, "trends", (120, 36), "1", "l") as seen:
        shown = text(seen.rows())
        for told in (*trends.said(span, "energy", "kg"), *trends.rows(span, "energy", "kg")[:3]):
            assert told in shown
        assert "no entry" in shown
    async with visit(weeks, "trends", (120, 36), "l", "space") as seen:
        assert trends.said(span, "tiredness", "kg")[0] in text(seen.rows())


async def test_digits_and_enter_do_what_the_letters_do(weeks: Companion, visit: Any) -> None:
    async with visit(weeks, "trends", (80, 24)) as seen:
        assert "Last 90 days" in text(await seen.press("9"))
        assert "In full" in text(await seen.press("8"))
        await seen.press("0", "enter")
        assert type(seen.app.screen).__name__ not in {"Trends", "Page"}


async def test_everything_has_its_span_in_the_head_of_a_phone_and_the_cursor_at_a_sentence(
    weeks: Companion, visit: Any
) -> None:
    async with visit(weeks, "trends", (40, 24), "m", "m", "1") as seen:
        rows, place = seen.rows(), seen.app.screen.cursor_home
        assert rows[place.y][place.x :].startswith("Energy: ")
        assert "All 41 days" in (await seen.press("5"))[0]


async def test_what_somebody_writes_is_drawn_with_the_next_look(weeks: Companion, visit: Any) -> None:
    async with visit(weeks, "trends", (80, 24), "4") as seen:
        weeks.weight.log(54.0, confirmed=True)
        seen.app.screen.look()
        await seen.pilot.pause()
        shown = text(seen.rows())
        assert "Warning: weight below the reference" in shown
        before = seen.app.screen.span
        seen.app.screen.look()
        assert seen.app.screen.span is before


async def test_an_empty_diary_says_what_will_be_here(companion: Companion, visit: Any, size: Any) -> None:
    async with visit(companion, "trends", size) as seen:
        for digit, topic in room.DIGITS.items():
            assert trends.empty(topic) in text(await seen.press(digit))
            assert cut(seen.app) == []


async def test_one_weight_is_a_number_and_no_picture(companion: Companion, visit: Any, size: Any) -> None:
    companion.weight.log(56.8, confirmed=True)
    async with visit(companion, "trends", size) as seen:
        assert "one so far, 56.8 kg on 14 April" in text(seen.rows())
        assert not seen.app.screen.query_one("#weight Course").region.area
        assert cut(seen.app) == []


class Slow:
    """Readings that wait until they are let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go, read = Event(), Span.read

        def waits(span: Span) -> Span:
            self.go.wait(30)
            return read(span)

        monkeypatch.setattr(Span, "read", waits)
        monkeypatch.setattr(room, "MOMENT", 0.0)


async def test_what_takes_longer_is_said_and_keys_go_on(
    weeks: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(monkeypatch)
    async with visit(weeks, "trends", (80, 24)) as seen:
        assert "Reading 28 days …" in text(seen.rows())
        await seen.press("m", "m")
        assert "Reading 41 days …" in text(seen.rows())
        slow.go.set()
        await seen.app.workers.wait_for_complete()
        shown = text(await seen.press("1"))
        assert "Since 5 March" in shown
        assert "Reading" not in shown
        assert seen.app.screen.span.days == 41


async def test_leaving_while_it_reads_is_harmless(
    weeks: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(monkeypatch)
    async with visit(weeks, "today", (80, 24), "8", "0") as seen:
        before = seen.rows()
        slow.go.set()
        await seen.pilot.pause()
        assert seen.rows() == before
        assert type(seen.app.screen).__name__ == "Today"


async def test_what_cannot_be_read_is_one_sentence_also_from_the_thread(
    weeks: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Span) -> Span:
        raise Failure("unreadable", file="diary", fault="Permission denied")

    monkeypatch.setattr(Span, "read", fails)
    async with visit(weeks, "trends", (80, 24)) as seen:
        assert "cannot be read" in text(seen.rows())


async def test_r_begins_a_report_of_these_weeks(weeks: Companion, visit: Any) -> None:
    async with visit(weeks, "trends", (80, 24), "r") as seen:
        assert type(seen.app.screen).__name__ != "Trends"


@pytest.mark.parametrize("unit", ["lb", "st"])
async def test_weights_are_in_the_persons_unit(
    weeks: Companion, visit: Any, unit: str, size: tuple[int, int]
) -> None:
    weeks.preferences.set("weight-unit", unit)
    async with visit(weeks, "trends", size) as seen:
        assert cut(seen.app) == []
        assert f" {unit}" in text(await seen.press("4"))
        assert cut(seen.app) == []


def test_a_page_of_a_list_is_filled_and_a_titled_text_stays_whole() -> None:
    rows = "\n".join(f"Day {number}" for number in range(6))
    told = broken(pieces([("Energy", "One.\nTwo."), ("", rows)]), 38, 5)
    assert [len(page) for page in told] == [5, 5]
    whole = broken(pieces([("Energy", "One."), ("Fluid", "One.\nTwo.\nThree.")]), 38, 5)
    assert [line.plain for line in whole[1]] == ["Fluid", "One.", "Two.", "Three."]


async def test_what_is_read_before_the_room_stands_is_drawn_once_it_does(
    weeks: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOMENT", 0.0)
    compose = Topic.compose

    def after_reading(topic: Topic) -> Any:
        """The parts of a topic, once the reading is over and its worker had its turn."""
        room.wait_for([topic.screen._reading])
        topic.screen.draw()
        yield from compose(topic)

    monkeypatch.setattr(Topic, "compose", after_reading)
    async with visit(weeks, "trends", (80, 24)) as seen:
        await seen.app.workers.wait_for_complete()
        assert "reached" in text(await seen.press())
