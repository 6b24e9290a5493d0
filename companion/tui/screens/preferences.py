"""How the program behaves: every setting in plain words, with what it does."""

from functools import partial
from typing import Any, ClassVar

from companion.errors import CompanionError
from companion.flows.preferences import set_preference
from companion.flows.roles import ARRANGE
from companion.tui.screens.listing import Listing, Rows, paragraphs
from companion.tui.screens.watching import MOVES
from companion.tui.widgets.keys import Key
from companion.tui.widgets.paragraphs import Paragraph
from companion.tui.widgets.picker import Column
from companion.tui.widgets.sections import HEADING
from companion.wording import preferences
from companion.wording.errors import sentence


class Preferences(Listing):
    """A change holds at once, the colours too."""

    heading = "Settings"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Change", "change", needs=ARRANGE),
        Key("space", "Change", "change", shown=False, needs=ARRANGE),
        MOVES,
        Key("c", "Colours", "colours", needs=ARRANGE),
        Key("0", "Back", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.refusal = ""

    def fitting(self) -> tuple[Column, ...]:
        """What, and how it is now."""
        if self.narrow:
            return Column("", 21), Column("", 14)
        return Column("", 32), Column("", 60 if self.wide else 38)

    def token(self) -> tuple[object, ...]:
        """Differs with other settings; they can be changed while the diary cannot be read."""
        return self.companion.settings, self.companion.by

    def rows(self) -> Rows:
        """Every setting in its group."""
        settings, content = self.companion.preferences.show(), self.companion.content
        self.refusal = self._refusal()
        listed: Rows = []
        for group, keys in preferences.grouped(settings):
            listed.append((f"{HEADING}{group}", self.cells(group, "")))
            listed += [
                (key, self.cells(preferences.title(key, content), preferences.told(settings, key, content)))
                for key in keys
            ]
        return listed

    def _refusal(self) -> str:
        try:
            self.companion.actor.require("arrange")
        except CompanionError as error:
            return sentence(error)
        return ""

    def card(self, key: str) -> list[Paragraph]:
        """What the setting does, and the value it has."""
        if not key:
            return []
        content = self.companion.content
        now = preferences.told(self.companion.settings, key, content)
        title = preferences.title(key, content)
        return paragraphs(f"{title}: {now}" if now else title, [preferences.about(key, content)])

    def why_not(self, action: str) -> str:
        """Some roles may look and not change."""
        return self.refusal if action in ("change", "colours") else ""

    # What the keys do

    def action_change(self) -> None:
        """Another value for the setting under the cursor."""
        self.change(self.key)

    def action_colours(self) -> None:
        """Another theme."""
        self.change("theme")

    def change(self, key: str) -> None:
        """Ask; what was chosen is seen at once."""
        app = self.companion_app

        def then(fresh: Any) -> None:
            if fresh is not None:
                app.theme = fresh.theme
            self.again(key)

        app.begin(partial(set_preference, app.companion, key=key), then)
