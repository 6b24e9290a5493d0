"""Time that passes: how much of it, big and calm, until one key ends it."""

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from companion.flows.steps import Timer
from companion.tui.dialogs.dialog import Dialog
from companion.tui.keyed import WARNING_SIGNS
from companion.tui.widgets.big import Big
from companion.tui.widgets.keys import Key
from companion.tui.widgets.rows import Row, Rows
from companion.tui.widgets.words import LEAD, words

LOOK = 0.5  # seconds between two looks at the clock; nothing is drawn while the number stays


class TimerDialog(Dialog):
    """The number, its unit, one row that ends it. At the mark a sentence comes, and nothing else changes."""

    step: Timer
    keys: ClassVar[tuple[Key, ...]] = (Key("1", "Finished", "finish"), Key("0", "Back", "back"))

    def body(self) -> ComposeResult:
        """The number first; the place for the sentence is kept free."""
        yield Big(str(self.step.start), (2, 2, 3))
        yield Static(words(self.step.unit), classes="unit", markup=False)
        yield Static(classes="mark", markup=False)
        yield Rows([Row("1", self.step.end)])

    def bar(self) -> tuple[Key, ...]:
        """The word that ends it is the step's."""
        finish, back = self.keys
        return replace(finish, word=self.step.end), back, WARNING_SIGNS

    def on_mount(self) -> None:
        """From now on, by the clock: a slow screen loses no time."""
        self.began = self.companion.clock()
        self.marked = False
        self.set_interval(LOOK, self.tick)
        self.tick()

    @property
    def passed(self) -> int:
        """Whole units that went by."""
        seconds = max(0.0, (self.companion.clock() - self.began).total_seconds())
        return min(self.step.start + int(seconds // self.step.unit_s), self.step.most)

    def tick(self) -> None:
        """Show what differs; at the mark say so, once."""
        self.query_one(Big).set(str(self.passed))
        if self.passed >= self.step.mark and not self.marked:
            self.marked = True
            self.query_one(".mark", Static).update(words(self.step.at_mark, LEAD), layout=False)
            if self.step.bell and self.companion.settings.bell:
                self.app.bell()

    def on_rows_chosen(self) -> None:
        """Enter, Space or a click."""
        self.action_finish()

    def action_finish(self) -> None:
        """It is over."""
        self.send(self.passed)
