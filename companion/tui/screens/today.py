"""The day at a glance: what is next and why, what was eaten, four figures, and every door one key away."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from companion.domain.text import show
from companion.flows.doors import DOORS
from companion.flows.roles import DECIDE, LOG, Verbs, refusal
from companion.flows.today import of_way, taken
from companion.tui.doors import go
from companion.tui.keyed import WARNING_SIGNS
from companion.tui.screens.watching import Watching
from companion.tui.widgets.bar import Bar
from companion.tui.widgets.big import Big
from companion.tui.widgets.chips import Chips
from companion.tui.widgets.keys import Key
from companion.tui.widgets.rows import Row, Rows
from companion.tui.widgets.told import Told
from companion.tui.widgets.words import LABEL, LEAD, NOTICE, QUIET, words
from companion.wording import today
from companion.wording.today import DEMO

if TYPE_CHECKING:
    from companion.services.today import DayView, Next

NARROW_ROOM = 32  # columns for name, value and words of a figure, with two gaps and the mark, of 38


class Today(Watching):
    """Opens on what is next; Enter takes it."""

    heading = "Today"
    keys: ClassVar[tuple[Key, ...]] = (
        *(
            Key(door.key, door.about, f"door({name!r})", shown=False)
            for name, door in DOORS.items()
            if door.key
        ),
        Key("w", "Why", "why", shown=False),
        Key("m", "Everything by name", "app.command_palette", shown=False),
        Key("enter", "Take what is next", "take", shown=False),
        Key("9", "What is asked: after a session, or a talk", "after", shown=False, needs=LOG),
        Key("0", "Clear what was said", "clear", shown=False),
        Key("q", "Leave", "app.quit"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.view: DayView | None = None
        self.upcoming: Next | None = None

    # What is shown

    def body(self) -> ComposeResult:
        """The card, the day, the doors."""
        with Container(id="parts"):
            with Vertical(classes="card"):
                yield Told(Content(), id="next")
                yield Rows([Row("Enter", "")])
            with Vertical(id="day"):
                yield Static(classes="air first not-wide")
                with Container(id="sum"):
                    yield Big("0", (1, 1, 3))
                    yield Told(Content(), id="eaten")
                yield Bar()
                yield Static(classes="air")
                yield Told(Content(), id="figures")
                yield Static(classes="air not-narrow not-wide")
        doors = [Key(d.key, d.word, f"door({n!r})") for n, d in DOORS.items() if d.key.isdigit()]
        yield Chips(self.granted(doors))

    def whom(self) -> str:
        """Who acts stands in the fact: Maria for Ruth."""
        return DEMO if self.companion.demo else ""

    def bar(self) -> tuple[Key, ...]:
        """The keys most wanted; the doors stand in the body."""
        printed = {key.key: key for key in self.keys}
        chosen = [Key(DOORS[n].key, DOORS[n].word, f"door({n!r})") for n in ("undo", "food", "plan")]
        return (*chosen, Key("question_mark", "Help", "app.help", label="?"), printed["q"], WARNING_SIGNS)

    def load(self) -> None:
        """Read the day and what is next."""
        self.view, self.upcoming = self.companion.today.view_and_next()
        # Classes are set here, before anything is built: one that comes later has all of it styled again.
        self.set_class(bool(today.coming(self.upcoming, self.view).notice), "-noticed")
        self.set_class(bool(self._asked(self.view)), "-asked")

    def show(self) -> None:
        """Everything in its place; what did not change is not touched."""
        view, upcoming = self.view, self.upcoming
        if view is None or upcoming is None:
            return
        fact, short = today.head(replace(view, demo=False), self.companion.guest)  # the head says DEMO
        self.head.set(fact=fact, short=short)
        coming = today.coming(upcoming, view)
        self.query_one("#next", Told).set(_next(coming, coming.why), _next(coming, coming.short))
        rows, asked = self.query_one(Rows), self._asked(view)
        take = [] if self.held("take") else [Row("Enter", coming.action)]
        wanted = (*take, *([Row("9", asked)] if asked else []))
        if rows.rows != wanted:
            rows.set_rows(wanted)
            rows.display = bool(wanted)
        logs, decides = (not refusal(self.companion, verbs) for verbs in (LOG, DECIDE))
        eaten = today.eaten(view, logs=logs, decides=decides)
        self.query_one(Big).set(eaten.value)
        self.query_one(Bar).set(view.intake.share)
        self.query_one("#eaten", Told).set(_eaten(eaten.name, eaten.beside), _eaten(eaten.name, eaten.short))
        figures = today.figures(view, self.companion.settings.weight_unit, logs=logs)
        self.query_one("#figures", Told).set(_figures(figures), _figures(figures, narrow=True))

    def _asked(self, view: "DayView") -> str:
        """What is asked after a session, or the talk that is offered, of whoever may answer."""
        return "" if self.held("after") else today.asked(view)

    def tell(self, text: str, level: str = "info") -> None:
        """A longer sentence takes the air, so that no figure has to go."""
        super().tell(text, level)
        self.set_class(self.notice.get_content_height_now() > 1, "-tight")

    def needs(self, action: str) -> Verbs:
        """What is next may be a session, a meal, or a level to decide; the person may take it all."""
        if action != "take" or self.upcoming is None or self.companion.by is None:
            return super().needs(action)
        return of_way(taken(self.upcoming))

    def why_not(self, action: str) -> str:
        """Where the day cannot be read nothing of it can be taken or explained."""
        return self.trouble if action in ("take", "why") else ""

    # What the keys do

    def action_door(self, name: str) -> None:
        """Write something down, or go somewhere; the day is read again afterwards."""
        go(self.companion_app, name, lambda _: self.look())

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Enter, Space or a click on the card."""
        takes = self.query_one(Rows).rows[event.index].key == "Enter"
        self.action_take() if takes else self.action_after()

    def action_after(self) -> None:
        """Answer what is asked after a session, else look at the talk that is offered."""
        if self.view is not None and self.view.after is None and today.asked(self.view):
            self.action_door("talk")
            return
        from companion.flows.sessions_after import ask_after

        app = self.companion_app
        app.begin(lambda: ask_after(app.companion), lambda _: self.look())

    def action_take(self) -> None:
        """Do what is next; of what was planned, how much of it was eaten."""
        if self.upcoming is None:
            return
        from companion.flows.today import Meals
        from companion.tui.dialogs.eaten import asked_of

        app, way, planned = self.companion_app, taken(self.upcoming), self.upcoming.planned
        if isinstance(way, Meals):
            app.open("meals", *way, then=lambda _: self.look())
        else:
            present = {"eaten": asked_of(planned.entry.name)} if planned else None
            app.begin(partial(way, app.companion), lambda _: self.look(), present=present)

    def action_clear(self) -> None:
        """What was said was read, as by going away."""
        self.tell("")

    def action_why(self) -> None:
        """What is behind the notices, in numbers."""
        if self.view is not None:
            self.companion_app.open("page", today.WHY_TITLE, today.why(self.view))


def _next(coming: today.Coming, why: str) -> Content:
    label = Content.styled(f"▲ {coming.notice}", NOTICE) if coming.notice else Content.styled("Next", LABEL)
    return Content("\n").join([label, words(coming.title, LEAD), words(why, QUIET)])


def _eaten(name: str, beside: str) -> Content:
    against, _, left = beside.partition("\n")
    return Content("\n").join([words(name, LEAD), words(against), words(left, QUIET)])


def _figures(figures: list[today.Figure], *, narrow: bool = False) -> Content:
    """A line each: name, value, and what it is measured against behind them. Numbers end, units begin."""
    gap = "  " if narrow else "   "
    names = max(len(figure.name) for figure in figures)
    values = _aligned([show(figure.value) for figure in figures])
    if narrow and names + len(values[0]) + max(len(f.short) for f in figures) > NARROW_ROOM:
        values = [show(figure.value) for figure in figures]  # aligned, a word beside them would be cut
        values = [value.ljust(max(map(len, values))) for value in values]
    return Content("\n").join(
        Content.assemble(
            (figure.name.ljust(names) + gap, QUIET),
            (value + gap, LEAD),
            ("▲ " if figure.marked else "", NOTICE),
            words(figure.short if narrow else figure.beside),
        )
        for figure, value in zip(figures, values, strict=True)
    )


def _aligned(values: list[str]) -> list[str]:
    """Numbers with their units, as they stand in a column; what is not known stands at its left."""
    parted = [value.partition(" ") for value in values]
    ends = max((len(number) for number, _, _ in parted if number[:1].isdigit()), default=0)
    told = [
        value.rjust(len(value) + ends - len(number)) if number[:1].isdigit() else value
        for value, (number, _, _) in zip(values, parted, strict=True)
    ]
    widest = max(map(len, told))
    return [value.ljust(widest) for value in told]
