"""Tiredness: one key answers; the last weeks beside the person's usual, and what the watch says of them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from companion.flows.roles import CORRECT, LOG
from companion.tui.screens.course import CourseRoom
from companion.tui.widgets.chips import Chips
from companion.tui.widgets.course import Course, Named, Picture, Point
from companion.tui.widgets.keys import Key
from companion.tui.widgets.paragraphs import Paragraph, Paragraphs
from companion.tui.widgets.told import Told
from companion.tui.widgets.words import LEAD, QUIET, words
from companion.wording import fatigue, fatigue_course

if TYPE_CHECKING:
    from companion.services.fatigue import DayMark, FatigueCourse, FatigueLogged

WEEKS = (5, 6, 10)  # that fit at each width, a day a column
READ = fatigue_course.DAYS
SCALE = tuple("0123456789t")
OWN, RISEN, VIEW = "●", "◆", "○"
STYLES = {OWN: "$primary", RISEN: "$notice", VIEW: "$foreground"}


class Fatigue(CourseRoom):
    """0 to 9 and T answer at once."""

    heading = "Tiredness"
    back = "q"
    list_title = fatigue_course.LIST
    keys: ClassVar[tuple[Key, ...]] = (
        Key("0,1,2,3,4,5,6,7,8,9,t", "Answer", "answer", label="0 to 9, T", needs=LOG),
        Key("w", "Why", "why"),
        Key("l", "List", "list"),
        Key("u", "Undo", "undo", needs=CORRECT),
        Key("e", "Note a reason", "explain", shown=False, needs=LOG),
        Key("enter", "All eleven answers in words", "words", shown=False, needs=LOG),
        Key("q", "Back", "back"),
    )
    course: "FatigueCourse | None" = None
    covered = False

    def body(self) -> ComposeResult:
        """The picture and the words beside it, then the question."""
        text = self.companion.content.text
        least, most = (text(f"fatigue.{end:g}") for end in self.companion.content.bounds("rating"))
        with Horizontal(id="parts"):
            with Vertical(id="picture"):
                yield Course()
                yield Told(Content(), id="summary")
            yield Paragraphs()
        yield Static(classes="air not-narrow")
        if self.held("answer"):  # who only looks is not asked
            return
        yield Static(words(text("step.fatigue").title, LEAD), id="question", markup=False)
        yield Chips([Key(n, "", f"answer({n!r})") for n in SCALE])
        with Horizontal(id="ends"):
            zero = Content.assemble(("0 ", LEAD), words(least.title, QUIET))
            yield Told(words(lowered(least.text), QUIET), zero)
            yield Told(*(ten(said) for said in (lowered(most.text), most.title)), id="most")

    def load(self) -> None:
        """As many days as the widest picture shows."""
        self.course = self.companion.fatigue.course(READ)

    def show(self) -> None:
        """The picture, its sentence, its head."""
        if self.course is None:
            return
        weeks, state = self.weeks(), self.course.state.watch
        first = self.course.last - timedelta(days=7 * weeks - 1)
        marks = [mark for mark in self.course.days if mark.date >= first]
        low, high = self.course.scale
        self.set_class(state.level != "none", "-noticed")
        self.set_class(bool(self.course.state.explained), "-explained")
        long, short = fatigue_course.weeks(weeks)
        self.head.set(fact=long, short=short)
        self.query_one(Course).set(
            Picture(
                first=first,
                last=self.course.last,
                low=low,
                high=high,
                points=tuple(Point(m.date, m.rating, sign(m), STYLES[sign(m)]) for m in marks),
                axis=tuple(Named(n, str(n)) for n in range(low, high + 1, 2)),
                band=self.course.band,
            )
        )
        self.query_one("#summary", Told).set(words(fatigue_course.summary(marks, 7 * weeks), QUIET))

    def weeks(self) -> int:
        """How many weeks this width has room for."""
        return WEEKS[0 if self.narrow else 2 if self.wide else 1]

    def told(self) -> list[Paragraph]:
        """The level, why, what one can do and what was noted, or the slow drift; then what the marks mean."""
        if self.course is None or not self.course.days:
            return [Paragraph(words(fatigue_course.EMPTY))]
        state, noted = self.course.state.watch, fatigue.noted(self.course.state.explained)
        level, reason = self.leading(fatigue.TITLES[state.level], fatigue.reason(state))
        advice, tight = fatigue.advice(state), self.has_class("-tight")
        legend = Paragraph(self.legend())
        if state.level == "none":
            drift = fatigue_course.drift_short if self.narrow else fatigue_course.drift
            months = Paragraph(words(drift(self.course.drift)), extra=True)
            return [level, reason, months, legend]
        if self.narrow:
            extra = Paragraph(words(noted), extra=True)
            return [level, reason, extra, Paragraph(words(advice), extra=tight), legend]
        beside = Content(" ").join(part for part in (reason.text, words(noted)) if part)
        hint = "" if noted or self.held("explain") else fatigue.KEY_EXPLAINS
        return [level, Paragraph(beside), Paragraph(words(f"{advice} {hint}".strip()), extra=tight), legend]

    def legend(self) -> Content:
        """What the marks and the band mean, each where it is to be seen."""
        assert self.course is not None
        state, seen = self.course.state.watch, {sign(mark) for mark in self.course.days}
        names = {
            OWN: fatigue_course.AN_ANSWER,
            RISEN: fatigue_course.since(state),
            VIEW: fatigue_course.A_VIEW,
        }
        signs = [s for s in names if s in seen and not (self.narrow and s == OWN)]
        parts = [Content.assemble((f"{s} ", STYLES[s]), names[s]) for s in signs]
        if usual := fatigue_course.your_usual(self.course):
            parts.append(Content.styled(f" {usual} ", "$foreground on $usual"))
        return Content("  " if self.narrow else "\n").join(parts)

    def why(self) -> Sequence[tuple[str, str]]:
        """The watch, part by part."""
        return fatigue_course.explained(self.course) if self.course else []

    def listed(self) -> Sequence[str]:
        """A row a day."""
        return fatigue_course.rows(self.course) if self.course else []

    def on_screen_suspend(self) -> None:
        """Something covers the room, and most of what does so goes with 0."""
        self.covered = True

    def action_answer(self, key: str) -> None:
        """The number that was pressed, at once; a helper is asked who says so.

        A 0 that comes first after another screen may have been one too many for that screen.
        """
        covered, self.covered = self.covered, False
        if covered and key == "0":
            return self.tell(fatigue.ONCE_MORE, "notice")
        return self._log(10 if key == "t" else int(key))

    def action_words(self) -> None:
        """Ask with all eleven answers in words."""
        self._log(None)

    def action_explain(self) -> None:
        """Note a reason for being tired today."""
        from companion.flows.fatigue import explain_rise

        companion = self.companion
        self.companion_app.begin(lambda: explain_rise(companion), lambda _: self.look())

    def _log(self, rating: int | None) -> None:
        from companion.flows.fatigue import log_fatigue

        companion = self.companion
        self.companion_app.begin(lambda: log_fatigue(companion, rating=rating), self._logged)

    def _logged(self, result: "FatigueLogged | None") -> None:
        """Where the answer made the watch rise, ask whether a reason is known: it is saved by now."""
        self.look()
        if result is not None and result.asks_why:
            self.action_explain()


def ten(said: str) -> Content:
    """What the key T answers."""
    return Content.assemble(("T ", LEAD), words(f"{fatigue.IS_TEN}, {said}", QUIET))


def lowered(text: str) -> str:
    """As part of a sentence."""
    return text[:1].lower() + text[1:]


def sign(mark: "DayMark") -> str:
    """The shape of a day's mark."""
    return VIEW if mark.helper_view else OWN if mark.level == "none" else RISEN
