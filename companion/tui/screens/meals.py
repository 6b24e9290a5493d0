"""The picker: what the levels allow, the prescribed level first; what was eaten is one Enter away."""

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.widgets import Static

from companion.domain.meals import MealOffer, Picked
from companion.domain.nutrients import NOTHING
from companion.flows.meals import choose_tag, eat_meal, log_meal
from companion.flows.plan import set_plan
from companion.flows.roles import DECIDE, LOG, Verbs
from companion.services.meals import Levels
from companion.tui.doors import go
from companion.tui.screens.searching import Searching
from companion.tui.screens.watching import MOVES
from companion.tui.widgets.chips import Chips
from companion.tui.widgets.keys import Key
from companion.tui.widgets.mealcard import MealCard
from companion.tui.widgets.picker import Column, MealPicker
from companion.tui.widgets.words import words
from companion.wording import allergens, meals, meals_next, numbers, swallowing

if TYPE_CHECKING:
    from companion.domain.meals import Meal
    from companion.flows.conversation import MakeFlow
    from companion.services.companion import Companion
    from companion.services.intake import DayIntake

HIDDEN, HIDDEN_NARROW = 41, 38  # columns for what is hidden
NAMES = 35  # columns of the longest short name
NOT_YET = Levels(None, None)


class Meals(Searching):
    """Opens on the meals of this part of the day, or of the one named with the cursor on a meal."""

    heading = "Meals"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Eaten", "eaten", needs=LOG),
        Key("space", "Eaten", "eaten", shown=False, needs=LOG),
        MOVES,
        Key("o", "Recipe", "recipe"),
        Key("s", "Search", "search"),
        Key("d", "Drinks or food", "other_kind", shown=False),
        Key("l", "Another time of day", "turn(1)", shown=False),
        Key("6", "The next time of day", "turn(1)", shown=False),
        Key("4", "The time of day before", "turn(-1)", shown=False),
        Key("e", "Eat it now, with the clock", "eat", shown=False, needs=LOG),
        Key("t", "Only some meals", "tag", shown=False),
        Key("n", "A recipe of your own", "door('own recipe')", shown=False),
        Key("w", "What next?", "door('next')", shown=False),
        Key("m", "Plan the meals of a day", "door('meal plan')", shown=False),
        Key("p", "Plan", "door('plan')", shown=False),
        Key("u", "Undo", "door('undo')", shown=False),
        Key("0", "Back", "back"),
    )

    def __init__(self, slot: str | None = None, meal: "Meal | None" = None) -> None:
        super().__init__()
        self.levels = NOT_YET
        self.offers: dict[str, MealOffer] = {}
        self.kind, self.tag = meal.kind if meal else "food", ""
        self.slot, self.meal = slot, meal  # the meal on which it opens
        self.day: DayIntake | None = None

    def body(self) -> ComposeResult:
        """The list, its filters, the card."""
        with Container(id="parts"):
            with Vertical(id="list"):
                yield MealPicker(*self.fitting())
                yield Static(id="nothing", markup=False)
                yield from self.search()
                yield Static(id="hidden", classes="quiet", markup=False)
                with Horizontal(id="filters"):
                    yield Static(id="count", classes="not-narrow quiet", markup=False)
                    yield Chips(filters(self.kind, self.tag, no_level=self.no_level))
            with Vertical(classes="card"):
                yield MealCard()

    def bar(self) -> tuple[Key, ...]:
        """Enter as it is: without a level it asks for the level."""
        enter, *rest = super().bar()
        return Key("enter", "The level", "eaten") if self.no_level else enter, *rest

    def fitting(self) -> tuple[Column, ...]:
        """The columns for this width: at 120 the energy as well, at 40 the level as narrow as it can be."""
        if self.narrow:
            level = max((len(offer.level) for offer in self.offers.values()), default=1)
            return Column("Meal", NAMES + 1 - level), Column("", level, right=True)
        kcal = (Column("kcal", 5, right=True),) if self.wide else ()
        return Column("Meal", NAMES), Column("Level", 5), *kcal

    @property
    def no_level(self) -> bool:
        """Whether nothing may be suggested, since no level is known."""
        return (self.levels.food if self.kind == "food" else self.levels.drink) is None

    def load(self) -> None:
        """Read the levels, the meals and today's sum."""
        companion = self.companion
        if self.built is None and self.slot is None:
            self.slot = companion.intake.slot(None, companion.clock())
        self.levels, self.day = companion.meals.levels(), companion.intake.day()
        content = companion.content
        _ = content.meals, content.foods, content.tests  # a broken file is met here, where it is told

    def show(self) -> None:
        """List what the levels and filters allow; the cursor stays on its meal while that is listed."""
        picked = self.picked()
        found = list(picked.offers)
        fact, short = meals.head(self.levels, self.day, self.kind) if self.day else ("", "")
        self.head.set(title=meals.listed(self.slot, self.kind), fact=fact, short=short)
        self.query_one(Chips).set(filters(self.kind, self.tag, no_level=self.no_level))
        self.print_keys()
        self.set_class(bool(picked.hidden), "-hiding")
        hidden = allergens.hidden_short(picked.hidden, HIDDEN_NARROW if self.narrow else HIDDEN)
        self.query_one("#hidden", Static).update(words(hidden), layout=False)
        self.query_one("#count", Static).update(meals.counted(len(found), self.kind), layout=False)
        picker = self.picker
        if list(self.offers) != [offer.meal.id for offer in found] or picker.row_count != len(found):
            before = picker.value or (self.meal.id if self.meal else None)
            self.offers = {offer.meal.id: offer for offer in found}
            first = meals.counted(len(found), self.kind) if self.narrow else meals.HEADINGS[self.kind]
            picker.relabel(first, *(column.label for column in self.fitting()[1:]))
            picker.fill([(offer.meal.id, self.cells(offer)) for offer in found], before)
            self.told_at = picker.value
        else:
            self.offers = {offer.meal.id: offer for offer in found}
        self.set_class(not found, "-nothing")
        if not found:
            told = self.nothing()
            self.query_one("#nothing", Static).update(words(told))
        self.show_card()

    def refill(self) -> None:
        """Another list; what was said belonged to the one before."""
        self.tell("")
        self.draw()

    def picked(self) -> Picked:
        """What may be suggested now, never outside the levels; who types a word looks at any time of day."""
        if self.levels == NOT_YET:
            return Picked(())
        slot = None if self.typed else self.slot
        return self.companion.meals.picked(
            self.levels, kind=self.kind, slot=slot, tag=self.tag or None, text=self.typed
        )

    def cells(self, offer: MealOffer) -> list[str]:
        """A row of the list."""
        name, *others = self.fitting()
        row = [meals.label(offer.meal, name.width), offer.level]
        if len(others) >= len(row):
            row.append(numbers.whole(self.companion.meals.nutrients(offer.meal).kcal))
        return row

    def show_card(self) -> None:
        """The meal under the cursor."""
        offer = self.offer()
        facts = (NOTHING, (), {}) if offer is None else on_card(self.companion, offer)
        self.query_one(MealCard).set(offer, *facts)

    def offer(self) -> MealOffer | None:
        """The meal under the cursor."""
        return self.offers.get(self.picker.value or "")

    def needs(self, action: str) -> Verbs:
        """Without a level Enter writes the level."""
        return DECIDE if action == "eaten" and self.no_level else super().needs(action)

    def why_not(self, action: str) -> str:
        """Without a meal there is nothing to eat and no recipe."""
        if self.trouble and action in ("eaten", "eat", "recipe"):
            return self.trouble
        empty = not self.offers and self.built is not None and not (action == "eaten" and self.no_level)
        return self.nothing() if empty and action in ("eaten", "eat", "recipe") else ""

    def nothing(self) -> str:
        """Why the list is empty, with what is hidden."""
        told = meals.nothing(self.levels, self.kind, typed=self.typed, tag=self.tag, slot=self.slot)
        hidden = allergens.hidden(self.picked().hidden)
        return f"{told} {hidden}." if hidden else told

    def on_data_table_row_selected(self) -> None:
        """Enter or a click on a meal; the recipe, for who may only look."""
        self.action_recipe() if not self.no_level and self.held("eaten") else self.action_eaten()

    def action_eaten(self) -> None:
        """How much was eaten, and write it down; without a level, the level."""
        app, offer = self.companion_app, self.offer()
        if self.no_level:
            app.begin(partial(set_plan, app.companion, key=f"{self.kind}-level"), lambda _: self.look())
        elif offer is not None:
            self.ask(partial(log_meal, app.companion, meal=offer.meal.id, slot=self.slot), offer)

    def action_eat(self) -> None:
        """Eat it with the clock, and write it down then."""
        if (offer := self.offer()) is not None:
            self.ask(partial(eat_meal, self.companion, meal=offer.meal.id), offer)

    def ask(self, make: "MakeFlow", offer: MealOffer) -> None:
        """Ask how much of a meal was eaten, and what else its flow asks."""
        from companion.tui.dialogs.eaten import asked_of

        self.companion_app.begin(make, lambda _: self.look(), present={"eaten": asked_of(offer.meal.name)})

    def action_recipe(self) -> None:
        """The whole recipe."""
        if (offer := self.offer()) is not None:
            self.companion_app.open("recipe", offer)

    def action_other_kind(self) -> None:
        """Drinks, or food again."""
        self.kind = "drink" if self.kind == "food" else "food"
        self.refill()

    def action_turn(self, by: int) -> None:
        """The next part of the day, or the one before; after the last comes any time."""
        slots = [*self.companion.settings.slots, None]
        self.slot = slots[(slots.index(self.slot) + by) % len(slots)]
        self.refill()

    def action_tag(self) -> None:
        """Only some meals."""

        def then(tag: str | None) -> None:
            if tag is not None:
                self.tag = tag
                self.refill()

        self.companion_app.begin(partial(choose_tag, self.companion), then)

    def action_door(self, name: str) -> None:
        """Somewhere else, such as the plan; the list is read again afterwards."""
        go(self.companion_app, name, lambda _: self.look())


def on_card(companion: "Companion", offer: MealOffer) -> tuple[Any, ...]:
    """What a card tells of a meal: a serving, its tests, its foods, advice on drinks, how to add energy."""
    meal = offer.meal
    advised = companion.swallowing.advice() if meal.kind == "drink" else []
    return (
        companion.meals.nutrients(meal),
        companion.meals.tests(meal, offer.level),
        companion.meals.names(meal),
        swallowing.advice_short(advised),
        next(map(meals_next.more_energy, companion.meals_next.fortify(offer)), ""),
    )


def filters(kind: str, tag: str, *, no_level: bool) -> list[Key]:
    """The chips under the list, with what they would do."""
    other = Key("d", "Drinks" if kind == "food" else "Food", "other_kind")
    if no_level:
        return [other]
    return [other, Key("l", "Time", "turn(1)"), Key("t", tag.capitalize() or "Only some", "tag")]
