"""One of several: a digit answers at once, Enter takes the row."""

from collections.abc import Sequence
from dataclasses import replace
from string import ascii_letters
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from companion.flows.steps import Choose, Option
from companion.tui.dialogs.dialog import Dialog
from companion.tui.keyed import WARNING_SIGNS
from companion.tui.widgets.keys import Key
from companion.tui.widgets.rows import ALL, Row, Rows, paged

SHARE = 60  # of a hundred rows of the screen, that choices may take; as the style sheet has it
ENDLESS = 10_000  # lines of a page before its height is known


class ChooseDialog(Dialog):
    """The choices that fit, at most nine; where there are more, 9 shows the next page.

    A choice may have a key of its own. Where that is 0, it only goes there and Enter takes it: a person
    who goes back by 0, again and again, must not answer with it.
    """

    step: Choose
    BINDINGS: ClassVar = [Binding(letter, f"press({letter!r})", show=False) for letter in ascii_letters]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("1,2,3,4,5,6,7,8,9", "Choose", "digit"),
        Key("enter", "This one", "this", "Take"),
        Key("0", "Back", "back"),
    )

    def __init__(self, step: Choose) -> None:
        super().__init__(step)
        self.page = 0
        self.high = ENDLESS  # the least room there was for the choices in this size
        self.pages = self.paged(ENDLESS, [1] * len(step.options))

    def paged(self, high: int, heights: Sequence[int]) -> list[tuple[Option, ...]]:
        """The choices in pages of so many lines."""
        return paged(self.step.options, heights, high)

    def rows(self) -> list[Row]:
        """The choices of this page, with their digits."""
        rows = self.numbered(self.pages[self.page])
        more = Row(str(ALL), f"More, page {self.page + 1} of {len(self.pages)}")
        return [*rows, more] if len(self.pages) > 1 else rows

    def numbered(self, options: Sequence[Option]) -> list[Row]:
        """These choices, each with its key."""
        return [Row(option.key or str(n), option.label, option.detail) for n, option in enumerate(options, 1)]

    def body(self) -> ComposeResult:
        """The rows, the default under the cursor."""
        start = self.turn_to(self.step.default)  # which also chooses the page
        yield Rows(self.rows(), start)

    def turn_to(self, value: Any) -> int:
        """The page with this choice, else the first; its row there."""
        places = [
            (n, at) for n, page in enumerate(self.pages) for at, o in enumerate(page) if o.value == value
        ]
        self.page, row = next(iter(places), (0, 0))
        return row

    def on_resize(self) -> None:
        """Another height holds more or fewer choices."""
        self.high = ENDLESS
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """As many choices on a page as are seen at once: a digit never takes one out of view."""
        rows, options = self.query_one(Rows), self.step.options
        self.high = min(self.high, self.room())
        pages = self.paged(self.high, Rows.heights(self.numbered(options), rows.content_size.width))
        if pages != self.pages:
            shown = self.pages[self.page]
            at = shown[min(rows.index, len(shown) - 1)].value
            self.pages = pages
            start = self.turn_to(at)
            self.show_page(start)
            self.call_after_refresh(self.fit)  # the keys may have taken a row more

    def room(self) -> int:
        """Lines for the choices beside the question, its help, and the keys."""
        answer, panel = self.query_one(".answer"), self.query_one(".panel")
        if self.has_class("-narrow"):
            return answer.content_size.height
        others = [child for child in panel.children if child is not answer]
        taken = sum(child.outer_size.height + child.styles.margin.height for child in others)
        free = self.size.height - taken - answer.styles.margin.height - panel.styles.padding.height
        return min(free, self.size.height * SHARE // 100)

    def show_page(self, start: int = 0) -> None:
        """The rows of this page, and the keys that they have."""
        self.query_one(Rows).set_rows(self.rows(), start)
        self.print_keys()

    def bar(self) -> tuple[Key, ...]:
        """The digits that are in use."""
        used = [row.key for row in self.rows()]
        if not used:
            return (self.keys[-1], WARNING_SIGNS)
        several = len(self.pages) > 1
        zero = self.zero
        digits = [k for k in used if k.isdigit() and k != "0"][: -1 if several else None] or used[:1]
        through = f"{digits[0]} to {digits[-1]}" if len(digits) > 1 else digits[0]
        letters = [key for key in used if not key.isdigit()]
        label = ", ".join([through, *letters, *([str(ALL)] if several else [])])
        choose, others = replace(self.keys[0], label=label), self.keys[1:-1]
        if zero is None:
            return (choose, *others, self.keys[-1], WARNING_SIGNS)
        there = Key("0", zero.label, "zero", label="0 then Enter")
        return (choose, there, Key("q", "Back", "back"), WARNING_SIGNS)  # "0 then Enter" names Enter as well

    @property
    def zero(self) -> Option | None:
        """The answer that has 0, so that Q goes back."""
        return next((option for option in self.step.options if option.key == "0"), None)

    async def action_press(self, name: str) -> None:
        """The key of a choice comes before those of the dialog."""
        if name == "0" and self.zero:
            self.action_zero()
        elif any(row.key == name.upper() for row in self.query_one(Rows).rows):
            self.action_digit(name)
        elif self.zero and name in "qQ":
            self.action_back()
        else:
            await super().action_press(name)

    def action_digit(self, digit: str) -> None:
        """The choice with this key, if there is one."""
        keys = [row.key for row in self.query_one(Rows).rows]
        if digit.upper() in keys:
            self.take(keys.index(digit.upper()))

    def action_zero(self) -> None:
        """To the row of 0; on another page there is nothing to do."""
        self.query_one(Rows).go_to("0")

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Enter, Space or a click."""
        self.take(event.index)

    def action_this(self) -> None:
        """The row under the cursor, if there is one."""
        if self.step.options:
            self.take(self.query_one(Rows).index)

    def take(self, index: int) -> None:
        """Send a choice of this page, or show the next page."""
        page = self.pages[self.page]
        if index < len(page):
            self.send(page[index].value)
        else:
            self.page = (self.page + 1) % len(self.pages)
            self.show_page()
