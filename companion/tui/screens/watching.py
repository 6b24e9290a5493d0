"""A room that shows what is written down: it looks again and again whether anybody saved."""

from asyncio import Lock
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.compose import compose
from textual.geometry import Offset
from textual.widgets import Static

from companion.errors import CompanionError
from companion.tui.screens.room import Room
from companion.tui.widgets.keys import Key, Keys
from companion.tui.widgets.words import words
from companion.tui.widths import WIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.tui.widgets.picker import Picker

# For people without arrow keys: digits, or letters in a list whose rows have digits.
MOVES = Key("2,8", "Row below, row above", "move", label="2, 8", shown=False)
LETTER_MOVES = Key("f,b", "Row below, row above", "move", label="F, B", shown=False)


class Watching(Room):
    """Give it `load` and `show`. Where nothing can be read, the reason stands in place of the body."""

    def __init__(self) -> None:
        super().__init__()
        self.trouble = ""  # why nothing can be read, as a sentence
        self.seen: object = None  # the token of what was read
        self.built: object = None  # what the body is built for; None before it is
        self.built_at: object = None  # the size of the screen then
        self._building = Lock()  # a new width and a new entry may want another body at the same time
        self.standing = False  # whether all parts of the body are there to be drawn

    # What a room fills in

    def load(self) -> None:
        """Read what is shown; raises CompanionError."""

    def show(self) -> None:
        """Put what was read in its place; what did not change is not touched."""

    def fitting(self) -> object:
        """What the body depends on, such as its columns; where it differs, the body is built anew."""
        return ()

    def token(self) -> tuple[object, ...]:
        """Differs once somebody saved, on a new day, in another part of it, with other settings."""
        companion = self.companion
        slot = companion.intake.slot(None, companion.clock())
        return companion.diary.changed(), companion.today_date(), slot, companion.settings

    def tell(self, text: str, level: str = "info") -> None:
        """Say a sentence; where it takes rows of a list, the row under the cursor stays in view."""
        rows = self.notice.get_content_height_now()
        super().tell(text, level)
        if self.notice.get_content_height_now() != rows:
            for picker in self._pickers:
                self.call_after_refresh(picker.keep_in_view)

    def action_move(self, key: str) -> None:
        """A row down or up, for a key of MOVES or LETTER_MOVES."""
        for picker in self._pickers:
            self.set_focus(picker)
            picker.action_cursor_down() if key in "2f" else picker.action_cursor_up()

    @property
    def _pickers(self) -> "Iterable[Picker]":
        """Its long lists, by the name of their class: a room without one has no need of it."""
        return cast("Iterable[Picker]", self.query("Picker"))

    @property
    def cursor_home(self) -> Offset:
        """Without a list, at the words that stand in its place."""
        instead = (widget.content_region for widget in self.query("#trouble, #nothing"))
        return next((region.offset for region in instead if region.area), super().cursor_home)

    # Reading and drawing

    @property
    def wide(self) -> bool:
        """Whether this is a wide screen."""
        return self.app.size.width >= WIDE

    def compose(self) -> ComposeResult:
        """As every room, of what was read just before."""
        self.read()
        self.built, self.built_at = self.fitting(), self.app.size
        yield from super().compose()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that comes while the body is built anew does nothing, as before it is built."""
        return self.standing and super().check_action(action, parameters)

    def inside(self) -> ComposeResult:
        """The body, or the place for the reason why there is none."""
        yield Static(id="trouble", markup=False)
        yield from self.body()

    def on_mount(self) -> None:
        """Show what was read; from then on the app has it look at each beat."""
        self.standing = True
        self.draw()

    def on_screen_resume(self) -> None:
        """Something may have been written in a dialog or a room over this one."""
        self.look()

    async def on_resize(self) -> None:
        """Another width may need other columns."""
        if self.built is not None and self.fitting() != self.built:
            await self.rebuild()

    def look(self) -> None:
        """Read again if anything changed; nothing is drawn when nothing did."""
        if self.built is None or not self.is_current:
            return
        self._follow_settings()
        if self._same():
            return
        self.read()
        if self.fitting() == self.built:
            self.draw()
        else:
            self.run_worker(self.rebuild())

    def _follow_settings(self) -> None:
        """What another window changed in the settings holds here too, the colours at once."""
        try:
            if self.companion.preferences.refresh():
                self.app.theme = self.companion.settings.theme
        except CompanionError as error:
            self.tell(_sentence(error), "warning")

    def _same(self) -> bool:
        try:
            return self.token() == self.seen
        except CompanionError as error:
            return _sentence(error) == self.trouble

    def read(self) -> None:
        """Read anew, or keep the sentence that says why it cannot be read."""
        self.seen = None
        try:
            self.seen = self.token()
            self.load()
        except CompanionError as error:
            self.trouble = _sentence(error)
        else:
            self.trouble = ""

    def draw(self) -> None:
        """Show what was read, or why it could not be; a body that is being built is drawn once it stands."""
        if not self.standing or (self.fitting() != self.built and self.app.size != self.built_at):
            return
        before = self.has_class("-trouble")
        self.set_class(bool(self.trouble), "-trouble")
        if before != bool(self.trouble):
            self.query_one(Keys).refresh_keys()
        if self.trouble:
            self.query_one("#trouble", Static).update(words(self.trouble))
            return
        self.show()
        if before:
            self.call_after_refresh(self._hold)

    def _hold(self) -> None:
        """What was out of view for a while lost the focus."""
        if self.focused is None:
            self.focus_next()

    async def rebuild(self) -> None:
        """Build the body anew, for other columns; the cursor keeps its row and the focus its place."""
        async with self._building:
            if not self._is_gone:
                await self._rebuild()

    @property
    def _is_gone(self) -> bool:
        """Whether somebody left it meanwhile: it is taken apart then."""
        return self not in self.app.screen_stack

    async def _rebuild(self) -> None:
        focused, row = type(self.focused), next((picker.value for picker in self._pickers), None)
        body = self.query_one(".body")
        self.built, self.built_at = self.fitting(), self.app.size
        self.read()
        parts = compose(self, self.inside())  # of this very width: another may come while the old ones go
        self.standing = False
        async with self.batch():
            await body.remove_children()
            await body.mount_all(parts)
        if self._is_gone:
            return
        self.standing = True
        self.draw()
        for picker in self._pickers:
            picker.go(row or "")
        for widget in self.query("*"):
            if type(widget) is focused:
                self.set_focus(widget)
                break


def _sentence(error: CompanionError) -> str:
    from companion.wording.errors import sentence

    return sentence(error)
