"""Add food: what is eaten often is one key away, and any food of the table is found while one types."""

import asyncio
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from companion.errors import CompanionError
from companion.flows.foods import add_food, log_food
from companion.flows.intake import log_again, quick_entry
from companion.flows.roles import CORRECT, LOG
from companion.services.foods_lookup import Hit, Lookup
from companion.tui.doors import go
from companion.tui.screens.searching import Searching
from companion.tui.screens.watching import LETTER_MOVES
from companion.tui.widgets.chips import Chips
from companion.tui.widgets.foodcard import FoodCard, facts
from companion.tui.widgets.foodpicker import FoodPicker
from companion.tui.widgets.keys import Key
from companion.tui.widgets.searchfield import SearchField
from companion.tui.widgets.told import Told
from companion.tui.widgets.words import words
from companion.wording import allergens, foods
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from companion.domain.entries import OwnFood
    from companion.flows.conversation import MakeFlow

PREPARE_AFTER = 0.25  # seconds: the list is drawn first, since the table takes the whole processor
SHORT = 3  # rows of a sentence that leaves room for the whole card


class Foods(Searching):
    """Opens on what is eaten often; Enter writes the same amount again. Adds to a day and slot if given."""

    heading = "Add food"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Write down", "take", needs=LOG),
        Key("space", "Write down", "take", shown=False, needs=LOG),
        LETTER_MOVES,
        Key("m", "Other amount", "amount", "Amount", needs=LOG),
        Key("s", "Search", "search"),
        Key("slash", "Search", "search", label="/", shown=False),
        Key("1,2,3,4,5,6,7,8,9", "Write down this row", "digit", label="1 to 9", shown=False, needs=LOG),
        Key("k", "Quick entry", "quick", shown=False, needs=LOG),
        Key("n", "New food of your own", "new", shown=False, needs=LOG),
        Key("u", "Undo", "undo", shown=False, needs=CORRECT),
        Key("0", "Back", "back"),
    )

    def __init__(self, on: date | None = None, slot: str | None = None) -> None:
        super().__init__()
        self.on, self.slot = on, slot
        self.lookup: Lookup | None = None
        self.looked_up: object = None  # the day and slot of the lookup

    # What is shown

    def body(self) -> ComposeResult:
        """The list and what it is, the search, the card."""
        with Container(id="parts"):
            with Vertical(id="list"):
                yield Told(Content(), id="what")
                yield FoodPicker(self.app.size.width, self.companion.foods.per_serving, self.mark)
                yield Static(id="nothing", markup=False)
                yield from self.search()
                yield Chips([Key("n", "New food", "new"), Key("k", "Quick entry", "quick")])
            with Vertical(classes="card"):
                yield FoodCard()

    def fitting(self) -> tuple[bool, bool]:
        """Whether the screen is a narrow or a wide one."""
        return self.narrow, self.wide

    def on_mount(self) -> None:
        """The food table gets ready beside what is eaten often."""
        if not self.companion.foods.ready:
            self.set_timer(PREPARE_AFTER, lambda: self.run_worker(self.prepare()))

    @property
    def picker(self) -> FoodPicker:
        """The list."""
        return self.query_one(FoodPicker)

    async def prepare(self) -> None:
        """Make the table ready in a thread, so that keys stay answered; results then appear by themselves."""
        try:
            await asyncio.to_thread(self.companion.foods.prepare)
        except CompanionError as error:
            self.tell(sentence(error), "warning")
        self.draw()

    def load(self) -> None:
        """What is usual at the slot that is added to; once listed it stays, so that no digit changes rows."""
        where = self.day(), self.part()
        if self.lookup is None or where != self.looked_up or not self.lookup.often():
            self.lookup, self.looked_up = Lookup(self.companion, self.part()), where

    def mark(self, hit: Hit) -> str:
        """What is in it that the person does not eat: has milk."""
        what = hit.usual.entry if hit.usual else hit.food
        return allergens.mark(self.companion.meals.avoided(what)) if what else ""

    def day(self) -> date:
        """The day that is added to."""
        return self.on or self.companion.today_date()

    def part(self) -> str:
        """The slot that is added to."""
        return self.companion.intake.slot(self.slot, self.moment() or self.companion.clock())

    def moment(self) -> datetime | None:
        """When an entry is about: now, or on the day that is added to."""
        return self.companion.intake.moment(self.on, self.slot) if self.on else None

    def show(self) -> None:
        """List what was found; the cursor stays on its row while that is listed."""
        hits, ready = self.found(), self.companion.foods.ready
        fact, short = foods.where(self.part(), self.day(), self.companion.today_date())
        self.head.set(fact=fact, short=short)
        self.picker.show(hits, self.typed)
        self.query_one("#what", Told).set(self.picker.heading(foods.listed(self.typed, ready=ready)))
        self.told_at = self.picker.value
        nothing = not hits and (ready or not self.typed)
        self.set_class(nothing, "-nothing")
        if nothing:
            told = foods.not_found(self.typed) if self.typed else foods.NOTHING_OFTEN
            self.query_one("#nothing", Static).update(words(told))
        self.show_card()

    def found(self) -> list[Hit]:
        """What is listed."""
        if self.lookup is None:
            return []
        return self.lookup.find(self.typed) if self.typed else self.lookup.often()

    def show_card(self) -> None:
        """What is under the cursor."""
        self.query_one(FoodCard).set(facts(self.companion, self.picker.current))

    def tell(self, text: str, level: str = "info") -> None:
        """A sentence of many rows takes them from the card."""
        super().tell(text, level)
        self.set_class(self.notice.get_content_height_now() > SHORT, "-tight")

    def why_not(self, action: str) -> str:
        """Without a row there is no amount to choose."""
        if self.trouble:
            return "" if action in ("undo", "back") else self.trouble
        nothing = action == "amount" and not any(picker.hits for picker in self.query(FoodPicker))
        return foods.no_amount(self.typed) if nothing else ""

    # What the keys do

    def on_data_table_row_selected(self) -> None:
        """Enter or a click on a row."""
        self.action_take()

    def action_take(self) -> None:
        """The same again at once; a food asks how much; without a row, what the list says instead."""
        if (hit := self.picker.current) is not None:
            self.take(hit)
        elif not self.typed:
            self.action_search()
        elif self.companion.foods.ready:
            self.action_quick()

    def action_digit(self, digit: str) -> None:
        """Take one of the first nine rows."""
        if (hit := self.picker.digit(int(digit))) is not None:
            self.take(hit)

    def action_amount(self) -> None:
        """The row under the cursor, in another amount."""
        if (hit := self.picker.current) is not None:
            self.take(hit, ask_amount=True)

    def take(self, hit: Hit, *, ask_amount: bool = False) -> None:
        """Write it down for the day and slot."""
        companion, usual, food = self.companion, hit.usual, hit.food
        if usual is not None:
            again = partial(log_again, companion, entry=usual.entry.id, ask_amount=ask_amount)
            self.write(lambda: again(slot=self.slot, at=self.moment()))
        elif food is not None:
            self.write(lambda: log_food(companion, food=food.id, slot=self.slot, at=self.moment()))

    def action_quick(self) -> None:
        """A name and its energy; what was typed is the name."""
        companion, name = self.companion, self.typed or None
        self.write(lambda: quick_entry(companion, name=name, slot=self.slot, at=self.moment()))

    def write(self, flow: "MakeFlow") -> None:
        """Run a flow that writes something down, and read the list again."""
        self.companion_app.begin(flow, lambda _: self.look())

    def action_new(self) -> None:
        """Keep a food of one's own; it is then found at once."""

        def then(kept: "OwnFood | None") -> None:
            if kept is not None:
                self.search_for(kept.name)

        companion, typed = self.companion, self.typed or None
        self.companion_app.begin(lambda: add_food(companion, suggested=typed), then)

    def action_undo(self) -> None:
        """Take back the newest entry."""
        go(self.companion_app, "undo", lambda _: self.look())

    def search_for(self, text: str) -> None:
        """Show what is found for a text, as if it had been typed."""
        self.add_class("-searching")
        self.query_one(SearchField).value = text

    def submit(self) -> None:
        """Enter in the field goes to what was found; where nothing was, it is written down all the same."""
        if not self.picker.hits and self.companion.foods.ready:
            self.action_take()
        else:
            self.action_to_list()
