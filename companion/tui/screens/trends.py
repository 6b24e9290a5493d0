"""Trends: how the last weeks and years went. The most wanted at once, each topic whole by its digit."""

from asyncio import wrap_future
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.geometry import Offset

from companion.domain.trends import WEEK
from companion.domain.weight import Unit
from companion.errors import CompanionError
from companion.flows.roles import of_flow
from companion.tui.screens import trends_pictures as pictures
from companion.tui.screens.watching import Watching
from companion.tui.screens.weight import big
from companion.tui.widgets.chips import Chips
from companion.tui.widgets.course import Picture
from companion.tui.widgets.keys import Key
from companion.tui.widgets.paragraphs import Paragraph, Paragraphs
from companion.tui.widgets.topic import Shown, Topic
from companion.tui.widgets.words import LEAD, NOTICE, in_columns, words
from companion.tui.widths import TEXT
from companion.wording import trends, trends_picture, weight
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from companion.services.trends import Span

FIRST = ("weight", "energy", "tiredness")  # side by side; the last one on wide screens only
LITTLE = 34  # columns of a legend beside another
MOMENT = 0.15  # seconds to wait before anything is drawn: longer reading is said
SPANS = [days for days, _ in trends.SPANS]
DIGITS = {str(number): topic for number, topic in enumerate(trends.TOPICS, 1)}


class Trends(Watching):
    """Opens on weight and energy over four weeks."""

    heading = trends.TITLE
    keys: ClassVar[tuple[Key, ...]] = (
        Key("l", "As a list", "list", "List"),
        Key("m", "Other weeks", "more", "Weeks"),
        Key("r", "Report", "report", needs=of_flow("hand_over")),
        Key("0", "Back", "back"),
        Key(",".join(DIGITS), "One of these alone", "topic", label="1 to 7", shown=False),
        Key("8", "As a list", "list", shown=False),
        Key("9", "Other weeks", "more", shown=False),
        Key("enter", "Report", "report", shown=False, needs=of_flow("hand_over")),
        Key("left", "The one before", "turn(-1)", shown=False),
        Key("right", "The next one", "turn(1)", shown=False),
    )

    def __init__(self) -> None:
        super().__init__()
        self.days: int | None = trends.FIRST
        self.topic = ""  # "" is the first few together
        self.span: Span | None = None
        self._of: object = None  # what the newest reading began for
        self._said = ""  # while reading takes longer
        self._reading: Future[Span] | None = None
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="trends")

    def body(self) -> ComposeResult:
        """A place for each topic that there is room for, and the digits of all of them."""
        with Container(id="topics"):
            for topic in self.first:
                yield Topic(self.brief(self.span, topic) if self.span else None, id=topic)
        yield Chips(self.others())

    @property
    def first(self) -> tuple[str, ...]:
        """The topics side by side."""
        return FIRST if self.wide else FIRST[:-1]

    def others(self) -> list[Key]:
        """The topics that are not shown alone now, with their digits."""
        others = ((n, topic) for n, topic in DIGITS.items() if topic != self.topic)
        return [Key(n, trends.title(topic), f"topic({n!r})") for n, topic in others]

    def fitting(self) -> tuple[bool, bool]:
        """Each width has room for other words and numbers."""
        return self.narrow, self.wide

    # Reading, in a thread: years of days take a moment

    def load(self) -> None:
        """Begin to read what is not read yet; what takes no longer than a moment is there at once."""
        if (self.seen, self.days) == self._of:
            return
        self._of = None
        span = self.companion.trends.over(self.days)
        if self._reading is not None:
            self._reading.cancel()
        self._reading = reading = self._reader.submit(span.read)
        if wait_for([reading], MOMENT).done:
            self.span = reading.result()
            self.call_later(self._hush)
        else:
            self._said = trends_picture.reading(span.days)
            self.call_later(self.tell, self._said)
            self.run_worker(self._later(reading), group="reading", exclusive=True)
        self._of = self.seen, self.days

    async def _later(self, reading: "Future[Span]") -> None:
        """Show what was read, unless something else is wanted by now or the room was left."""
        span, trouble = self.span, ""
        try:
            span = await wrap_future(reading)
        except CompanionError as error:
            trouble = sentence(error)
        if reading is not self._reading:
            return
        self.span, self.trouble = span, trouble
        if trouble:
            self._of = None
        self._hush()
        self.draw()

    def _hush(self) -> None:
        """What was read is no longer being read; whatever else was said stays."""
        if self._said and self.notice.text == self._said:
            self.tell("")
        self._said = ""

    def on_unmount(self) -> None:
        """Nobody waits for what is still being read."""
        self._reader.shutdown(wait=False, cancel_futures=True)

    # What is shown

    @property
    def cursor_home(self) -> Offset:
        """At the first sentence: number and picture say nothing to a listener."""
        said = (words.content_region for words in self.query(Paragraphs))
        return next((region.offset for region in said if region.area), super().cursor_home)

    @property
    def unit(self) -> Unit:
        """The person's unit of weight."""
        return self.companion.settings.weight_unit

    def show(self) -> None:
        """The topics that there is room for, or the one that was asked for."""
        span = self.span
        self.set_class(span is None, "-reading")
        self.set_class(bool(self.topic), "-one")
        if span is None:
            return
        long, short = trends.head(span)
        heading = f"{trends.TITLE}: {trends.title(self.topic).lower()}" if self.topic else trends.TITLE
        self.head.set(title=heading, fact=long, short=short)
        self.query_one(Chips).set(self.others())
        if self.topic:
            self.query_one(f"#{FIRST[0]}", Topic).set(self.whole(span, self.topic))
            return
        for topic in self.first:
            self.query_one(f"#{topic}", Topic).set(self.brief(span, topic))

    def brief(self, span: "Span", topic: str) -> Shown:
        """A topic beside others: its shortest sentence."""
        told = trends_picture.brief(span, topic, self.unit)[self.narrow]
        style = NOTICE if told.startswith("▲") and self.narrow else ""
        return self.shown(span, topic, [Paragraph(words(told, style))], small=True)

    def whole(self, span: "Span", topic: str) -> Shown:
        """A topic alone: what is worth a notice, then the sentences, as many as there is room for."""
        first, *more = trends.said(span, topic, self.unit)
        title, reason = trends_picture.level(span, topic, self.unit)
        picture = pictures.drawn(self.companion, span, topic, self.unit, small=False)
        if topic == "weight" and isinstance(picture, Picture):
            more.append(weight.starts_at(picture.axis[0].name, self.unit))
        if title:
            more = [each for each in more if reason not in each]
        told = [Paragraph(words(f"▲ {title}", NOTICE)), Paragraph(words(reason))] if title else []
        told += [Paragraph(words(first)), *(Paragraph(words(each), extra=True) for each in more)]
        return self.shown(span, topic, told, small=False)

    def shown(self, span: "Span", topic: str, told: Sequence[Paragraph], *, small: bool) -> Shown:
        """A topic with its number and picture."""
        unit, title = self.unit, trends.title(topic)
        number = trends_picture.number(span, topic, unit)
        beside = list(trends_picture.beside(span, topic, unit)) if number else []
        picture = pictures.drawn(self.companion, span, topic, unit, small=small)
        named = [f"{title}, {beside[0].split()[0]}", *beside[1:]] if beside and small else beside
        return Shown(
            name=title,
            number=big(number, 2 if self.wide and not small else 1) if number else Content(),
            beside=_lines(beside),
            short=_lines(named),
            picture=picture,
            legend=pictures.legend(topic, picture, LITTLE if small or self.narrow else TEXT),
            told=tuple(told),
        )

    # What the keys do

    def why_not(self, action: str) -> str:
        """Without data nothing can be shown."""
        return self.trouble if action in {"list", "topic", "report"} else ""

    def action_back(self) -> None:
        """From one topic to the first few, from those to where one was."""
        if self.topic:
            self.action_topic("0")
        else:
            super().action_back()

    def action_topic(self, digit: str) -> None:
        """One topic alone; its digit once more shows the first few again."""
        topic = DIGITS.get(digit, "")
        self.topic = "" if topic == self.topic else topic
        self.draw()

    def action_turn(self, by: int) -> None:
        """The topic before or after this one; the first few stand before the first."""
        order = ["", *trends.TOPICS]
        self.topic = order[(order.index(self.topic) + by) % len(order)]
        self.draw()

    def action_more(self) -> None:
        """7, 28, 90 days, everything, and round again."""
        self.days = SPANS[(SPANS.index(self.days) + 1) % len(SPANS)]
        self.read()
        self.draw()

    def action_list(self) -> None:
        """A topic as plain rows, the newest first; of all together their sentences."""
        span, unit = self.span, self.unit
        if span is None:
            return
        topics = [self.topic] if self.topic else trends.TOPICS
        told = [(trends.title(each), "\n".join(trends.said(span, each, unit))) for each in topics]
        if self.topic:
            told += trends.pages(in_columns(trends.rows(span, self.topic, unit)))
        self.companion_app.open("page", trends.IN_FULL, told)

    def action_report(self) -> None:
        """A report about these weeks."""
        from companion.flows.reports import hand_over

        if self.span is not None:
            make = partial(hand_over, self.companion, weeks=ceil(self.span.days / WEEK))
            self.companion_app.begin(make, lambda _: self.look())


def _lines(lines: Sequence[str]) -> Content:
    return Content("\n").join([words(line, "" if number else LEAD) for number, line in enumerate(lines)])
