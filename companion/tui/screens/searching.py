"""A room with one long list in which letters search, and in which what is said belongs to a row."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from companion.tui.screens.watching import Watching
from companion.tui.widgets.picker import Picker
from companion.tui.widgets.searchfield import SearchField
from companion.tui.widgets.words import LABEL, words


class Searching(Watching):
    """Give it `show_card`; put `search()` into the body and list what is found for `typed`."""

    def __init__(self) -> None:
        super().__init__()
        self.typed = ""
        self.told_at: str | None = None  # the row under the cursor when something was said

    # What a room fills in

    def show_card(self) -> None:
        """What is under the cursor."""

    def refill(self) -> None:
        """Another list, since something else was typed."""
        self.draw()

    def submit(self) -> None:
        """Enter in the field goes to what was found."""
        self.action_to_list()

    # The list and its field

    @property
    def picker(self) -> Picker:
        """The list."""
        return self.query_one(Picker)

    def search(self) -> ComposeResult:
        """The field in its row, shown while something is searched."""
        with Horizontal(id="find"):
            yield Static(words("Search", LABEL), id="label")
            yield SearchField(self.typed)

    def tell(self, text: str, level: str = "info") -> None:
        """Say a sentence; it stands until the cursor moves or the list becomes another."""
        super().tell(text, level)
        for picker in self._pickers:
            self.told_at = picker.value

    def on_data_table_row_highlighted(self) -> None:
        """The cursor moved, away from what was said before."""
        if self.picker.value != self.told_at:
            self.tell("")
        self.show_card()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Results at once."""
        if self.typed != event.value.strip():
            self.typed = event.value.strip()
            self.refill()

    def on_input_submitted(self) -> None:
        """Enter in the field."""
        self.submit()

    # What the keys do

    def action_search(self) -> None:
        """Letters now search; a search before is replaced by the first of them."""
        self.add_class("-searching")
        self.query_one(SearchField).begin()

    def action_to_list(self) -> None:
        """From the field to what was found."""
        self.picker.focus()

    def action_back(self) -> None:
        """Clear a search first; then leave."""
        if not self.has_class("-searching"):
            return super().action_back()
        self.query_one(SearchField).value = ""
        self.remove_class("-searching")
        return self.action_to_list()
