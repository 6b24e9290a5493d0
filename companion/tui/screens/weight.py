"""Weight: the newest one big, against the reference; its course, and whom to tell. Enter writes one down."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from companion.domain.axes import reach, scale
from companion.domain.weight import Unit, from_kg
from companion.flows.roles import ARRANGE, CORRECT, LOG
from companion.tui.screens.course import CourseRoom
from companion.tui.widgets.course import Course, Named, Picture, Point
from companion.tui.widgets.font import blocks
from companion.tui.widgets.keys import Key
from companion.tui.widgets.paragraphs import Paragraph, Paragraphs
from companion.tui.widgets.told import Told
from companion.tui.widgets.words import LEAD, QUIET, words
from companion.wording import tube_talk, weight

if TYPE_CHECKING:
    from companion.domain.entries import Entry
    from companion.services.weight import WeightCourse

DAYS = weight.DAYS  # on narrower screens half of it
LEAST = timedelta(days=13)  # two weeks: a shorter course would look like a cliff
TICKS = 5  # numbers at the axis
POUNDS = (2, 4, 14, 28, 56, 112)  # steps of an axis in stones and pounds
ROUND = (0.2, 1, 2, 4, 10, 20, 40, 100)


class Weight(CourseRoom):
    """Opens on the newest weight."""

    heading = "Weight"
    list_title = weight.LIST
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Write", "write", needs=LOG),
        Key("t", "With chair", "with_tare", "Chair", needs=LOG),
        Key("w", "Why", "why"),
        Key("l", "List", "list"),
        Key("0", "Back", "back"),
        Key("1", "Write a weight", "write", shown=False, needs=LOG),
        Key("k", "Kilograms, pounds or stones", "unit", shown=False, needs=ARRANGE),
        Key("f", "A talk about a feeding tube", "talk", shown=False, needs=LOG),
        Key("u", "Undo", "undo", shown=False, needs=CORRECT),
    )
    course: "WeightCourse | None" = None
    offered = False  # a talk about a feeding tube

    def body(self) -> ComposeResult:
        """The number and what it is measured against, the picture, the words."""
        with Horizontal(id="now"):
            yield Told(Content(), id="amount")
            yield Told(Content(), id="beside")
        yield Course()
        yield Paragraphs()

    @property
    def unit(self) -> Unit:
        """The person's unit."""
        return self.companion.settings.weight_unit

    def load(self) -> None:
        """As many months as this width has room for."""
        self.course = self.companion.weight.course(DAYS if self.wide else DAYS // 2)
        self.offered = bool(self.companion.tube_talk.due(self.course.state))

    def show(self) -> None:
        """The number, what is beside it, and the picture."""
        course, unit, companion = self.course, self.unit, self.companion
        self.set_class(course is None or course.state is None, "-empty")
        if course is None or course.state is None:
            self.head.set(fact="", short="")
            return
        self.set_class(course.state.level != "none", "-noticed")
        self.head.set(fact=weight.count(course), short="")
        self.query_one("#amount", Told).set(big(weight.amount(course.state.kg, unit), 2 if self.wide else 1))
        long, short = weight.beside(course, unit, companion.today_date())
        self.query_one("#beside", Told).set(_lines(long), _lines(short))
        drawn = None
        if len(course.weighed) > 1 or course.marks:
            drawn = picture(course, unit, companion.today_date(), companion.day_of, short=self.narrow)
        self.query_one(Course).set(drawn)

    def told(self) -> list[Paragraph]:
        """The level, why and whom to tell; then the picture in a sentence."""
        course = self.course
        if course is None or course.state is None:
            return [Paragraph(words(weight.EMPTY)), Paragraph(words(weight.COMING, QUIET))]
        picture = self.query_one(Course).picture
        starts = weight.starts_at(picture.axis[0].name, self.unit) if picture else ""
        summary = f"{weight.summary(course, self.unit)} {starts}"
        missing = f"{weight.NO_REFERENCE} {weight.KEY_REFERENCE}" if course.reference_kg is None else ""
        return [
            *self.leading(weight.title(course.state), weight.course(course.state, self.unit)),
            Paragraph(words(tube_talk.SHORT if self.offered else "")),
            Paragraph(words(missing), extra=True),
            Paragraph(words(summary, QUIET), extra=bool(weight.title(course.state))),
        ]

    def why(self) -> Sequence[tuple[str, str]]:
        """The limits, part by part."""
        can = self.companion.content.text("weight.can").text
        return weight.explained(self.course, self.unit, can) if self.course else []

    def listed(self) -> Sequence[str]:
        """A row a weight."""
        return weight.rows(self.course, self.unit) if self.course else []

    def action_write(self) -> None:
        """Ask what the scales say."""
        self._log(ask_tare=False)

    def action_with_tare(self) -> None:
        """Ask as well what was worn or held."""
        self._log(ask_tare=True)

    def _log(self, *, ask_tare: bool) -> None:
        from companion.flows.weight import log_weight

        companion = self.companion
        self.companion_app.begin(lambda: log_weight(companion, ask_tare=ask_tare), lambda _: self.look())

    def action_talk(self) -> None:
        """What a talk about a feeding tube is about, and what fits."""
        from companion.flows.tube_talk import offer_talk

        companion = self.companion
        self.companion_app.begin(partial(offer_talk, companion), lambda _: self.look())

    def action_unit(self) -> None:
        """Another unit, here and everywhere."""
        from companion.flows.preferences import set_preference

        companion = self.companion
        make = partial(set_preference, companion, key="weight-unit")
        self.companion_app.begin(make, lambda _: self.look())


def picture(
    course: "WeightCourse", unit: Unit, last: date, day_of: Callable[["Entry"], date], *, short: bool
) -> Picture:
    """Points, the reference, and the weights that mean something; in stones it is measured in pounds."""
    measure: Unit = "lb" if unit == "st" else unit
    points = tuple(Point(day_of(one), from_kg(one.kg, measure)) for one in course.weighed)
    marks = [(from_kg(mark.kg, measure), mark) for mark in course.marks]
    low, high = reach([point.value for point in points], [value for value, _ in marks])
    ticks = scale(low, high, TICKS, POUNDS if unit == "st" else ROUND)
    axis = ticks[::2]
    numbered = short and unit != "st"  # where the name of a line has no room for its weight
    return Picture(
        first=min(points[0].day, last - LEAST),
        last=last,
        low=ticks[0],
        high=max(high, axis[-1]),
        points=points,
        axis=tuple(Named(tick, weight.axis(tick, unit)) for tick in axis),
        lines=tuple(
            Named(value, weight.mark(m, unit, short=short), weight.axis(value, unit) if numbered else "")
            for value, m in marks
        ),
    )


def big(parts: Sequence[tuple[str, str]], size: int) -> Content:
    """Numbers in block letters, each with its unit at its foot, if any."""
    drawn = [(blocks(number, size), unit) for number, unit in parts]
    rows = []
    for row in range(len(drawn[0][0])):
        foot = row == len(drawn[0][0]) - 1
        rows.append(
            " ".join(
                f"{letters[row]} {unit if foot else ' ' * len(unit)}" if unit else letters[row]
                for letters, unit in drawn
            )
        )
    return Content("\n".join(rows))


def _lines(lines: Sequence[str]) -> Content:
    return Content("\n").join([words(line, "" if number else LEAD) for number, line in enumerate(lines)])
